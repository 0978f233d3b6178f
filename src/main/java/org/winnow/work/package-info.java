/** What a long job may say (progress) and hear (cancellation). */
@NullMarked
package org.winnow.work;

import org.jspecify.annotations.NullMarked;
