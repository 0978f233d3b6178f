/** The screening room: one record at a time with its list, decided from the keyboard. */
@NullMarked
package org.winnow.ui.screening;

import org.jspecify.annotations.NullMarked;
