package org.winnow.model;

/** A label that people put on records. */
public record Tag(TagId id, String name) {}
