/** What the program achieves, measured on generated records beside a yardstick of the same run. */
@NullMarked
package org.winnow.bench;

import org.jspecify.annotations.NullMarked;
