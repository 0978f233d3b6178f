package org.winnow.model;

/** A person who decides. */
public record Reviewer(ReviewerId id, String name) {}
