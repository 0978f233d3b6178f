/** The review's own rules: reasons for exclusion, keywords, reviewers. */
@NullMarked
package org.winnow.ui.setup;

import org.jspecify.annotations.NullMarked;
