package org.winnow.fulltext.jpeg2000;

/** What stands before the parts of a code stream (T.800, table A.2). */
final class Markers {
    static final int START = 0xFF4F;
    static final int TILE_PART = 0xFF90;
    static final int DATA = 0xFF93;
    static final int END = 0xFFD9;
    static final int SIZE = 0xFF51;
    static final int CODING = 0xFF52;
    static final int CODING_OF_COMPONENT = 0xFF53;
    static final int REGION = 0xFF5E;
    static final int QUANTIZATION = 0xFF5C;
    static final int QUANTIZATION_OF_COMPONENT = 0xFF5D;
    static final int PROGRESSION = 0xFF5F;
    static final int HEADS = 0xFF60;
    static final int HEADS_OF_TILE = 0xFF61;
    static final int PACKET = 0xFF91;
    static final int END_OF_HEAD = 0xFF92;

    private Markers() {}
}
