/** The flow diagram, live, with its warnings and its export. */
@NullMarked
package org.winnow.ui.prisma;

import org.jspecify.annotations.NullMarked;
