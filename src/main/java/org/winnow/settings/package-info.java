/** This user on this computer: theme, recent reviews, window size; one JSON file, written atomically. */
@NullMarked
package org.winnow.settings;

import org.jspecify.annotations.NullMarked;
