/** The command line: picocli commands over the same services as the window. */
@NullMarked
package org.winnow.cli;

import org.jspecify.annotations.NullMarked;
