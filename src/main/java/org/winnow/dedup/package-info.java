/** Which records are the same report: candidates, similarity, groups, and the reasons in words. */
@NullMarked
package org.winnow.dedup;

import org.jspecify.annotations.NullMarked;
