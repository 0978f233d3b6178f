/** What a review is made of: records, sources, stages, verdicts, decisions, criteria, reviewers. Pure values. */
@NullMarked
package org.winnow.model;

import org.jspecify.annotations.NullMarked;
