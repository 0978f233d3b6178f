/** The audit trail: who did what when, and the life of any record. */
@NullMarked
package org.winnow.ui.audit;

import org.jspecify.annotations.NullMarked;
