/** Suggestions of language models for people who screen: never a verdict, shown as the team sets, measured first. */
@NullMarked
package org.winnow.screening.advice;

import org.jspecify.annotations.NullMarked;
