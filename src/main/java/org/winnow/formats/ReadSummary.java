package org.winnow.formats;

/**
 * What reading a file came to.
 *
 * @param read records seen in the file, the rejected ones too
 * @param garbled records whose text was garbled before it reached the file, repaired or not
 * @param bytes length of the file
 */
public record ReadSummary(Detection detection, long read, long rejected, long garbled, long bytes) {}
