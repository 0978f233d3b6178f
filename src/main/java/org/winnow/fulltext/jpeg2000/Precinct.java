package org.winnow.fulltext.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** A part of a resolution whose code blocks come in packets of their own. */
final class Precinct {
    private static final int MOST_PLANES = 64;

    /** The code blocks of one band of it. */
    private static final class Part {
        private final int across;
        private final List<Block> blocks;
        private final TagTree inclusion;
        private final TagTree planes;

        Part(int across, int down, List<Block> blocks) {
            this.across = across;
            this.blocks = blocks;
            this.inclusion = new TagTree(across, down);
            this.planes = new TagTree(across, down);
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private int layers;

    /**
     * Divides the stretch of a band that it has.
     *
     * @param width of code blocks, as a power of two
     * @param height likewise
     * @return the code blocks
     */
    List<Block> add(int x0, int y0, int x1, int y1, int width, int height) {
        List<Block> blocks = new ArrayList<>();
        if (x1 <= x0 || y1 <= y0) {
            return blocks;
        }
        int firstX = x0 >> width;
        int lastX = x1 - 1 >> width;
        int firstY = y0 >> height;
        int lastY = y1 - 1 >> height;
        for (int y = firstY; y <= lastY; y++) {
            for (int x = firstX; x <= lastX; x++) {
                blocks.add(new Block(
                        Math.max(x0, x << width),
                        Math.max(y0, y << height),
                        Math.min(x1, x + 1 << width),
                        Math.min(y1, y + 1 << height)));
            }
        }
        parts.add(new Part(lastX - firstX + 1, lastY - firstY + 1, blocks));
        return blocks;
    }

    /** Of how many layers its packets have been read. */
    int layers() {
        return layers;
    }

    /** Reads its next packet (B.10). */
    void readPacket(Bytes in, Coding coding) throws Damaged {
        if (in.next(Markers.PACKET)) {
            in.skip(6);
        }
        HeaderBits bits = new HeaderBits(in);
        List<Block> coming = new ArrayList<>();
        if (bits.bit() == 1) {
            for (Part part : parts) {
                readHead(part, coding, bits, coming);
            }
        }
        bits.end();
        if (in.next(Markers.END_OF_HEAD)) {
            in.skip(2);
        }
        for (Block block : coming) {
            block.readData(in);
        }
        layers++;
    }

    private void readHead(Part part, Coding coding, HeaderBits bits, List<Block> coming) throws Damaged {
        for (int i = 0; i < part.blocks.size(); i++) {
            Block block = part.blocks.get(i);
            int x = i % part.across;
            int y = i / part.across;
            if (block.included()) {
                if (bits.bit() == 0) {
                    continue;
                }
            } else if (part.inclusion.below(x, y, layers + 1, bits) > layers) {
                continue;
            } else {
                int bound = 1;
                while (part.planes.below(x, y, bound, bits) == bound) {
                    if (bound++ > MOST_PLANES) {
                        throw new Damaged("has a block of no bits");
                    }
                }
                block.include(bound - 1);
            }
            block.readLengths(passes(bits), coding, bits);
            coming.add(block);
        }
    }

    /** How many passes come (table B.4). */
    private static int passes(HeaderBits bits) throws Damaged {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int few = bits.bits(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = bits.bits(5);
        return more < 31 ? 6 + more : 37 + bits.bits(7);
    }
}
