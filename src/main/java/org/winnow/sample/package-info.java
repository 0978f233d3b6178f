/** The sample review that comes with the program, built from its search exports as a person would. */
@NullMarked
package org.winnow.sample;

import org.jspecify.annotations.NullMarked;
