/** The program: its entry point, the one page that wires everything, and the crash report. */
@NullMarked
package org.winnow.app;

import org.jspecify.annotations.NullMarked;
