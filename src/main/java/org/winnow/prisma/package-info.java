/** The PRISMA 2020 flow: its counts, its sum rules, its drawing as one model, and the writers of that model. */
@NullMarked
package org.winnow.prisma;

import org.jspecify.annotations.NullMarked;
