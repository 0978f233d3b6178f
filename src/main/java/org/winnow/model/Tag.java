package org.winnow.model;

/**
 * A label that people put on records.
 *
 * @param letter the letter from A to Z that puts it on together with Shift, or empty
 */
public record Tag(TagId id, String name, TagColour colour, String letter) {}
