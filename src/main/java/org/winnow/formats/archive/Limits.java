package org.winnow.formats.archive;

/**
 * How far an archive may grow while it is unpacked.
 *
 * @param files how many files it may hold
 * @param bytes how many bytes they may be in all
 * @param ratio how many times its packed size a file may be, once it is larger than {@code harmless} bytes
 */
public record Limits(int files, long bytes, long ratio, long harmless) {
    /** Far beyond any export, far below what fills a disk: text packs to a tenth, seldom to a fiftieth. */
    public static final Limits USUAL = new Limits(2000, 8L << 30, 200, 16L << 20);
}
