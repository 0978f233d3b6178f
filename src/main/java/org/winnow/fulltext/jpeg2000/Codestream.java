package org.winnow.fulltext.jpeg2000;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A coded picture, of which the heads have been read (T.800, annex A). */
final class Codestream {
    private static final int HEAD_OF_TILE_PART = 12;

    private final Size size;
    private final Map<Integer, Tile> tiles = new LinkedHashMap<>();

    /** @param in begins with the start of the stream; what comes after a break in it is left out */
    Codestream(Bytes in) throws Damaged {
        if (in.two() != Markers.START || in.two() != Markers.SIZE) {
            throw new Damaged("does not begin with its size");
        }
        size = Size.read(in.part(in.two() - 2));
        Parameters parameters = new Parameters(size.components());
        int marker = in.two();
        while (marker != Markers.TILE_PART) {
            parameters.read(marker, in.part(in.two() - 2));
            marker = in.two();
        }
        try {
            while (marker == Markers.TILE_PART) {
                readPart(in, parameters);
                marker = in.left() < 2 ? Markers.END : in.two();
            }
        } catch (Damaged end) {
            if (tiles.isEmpty()) {
                throw end;
            }
        }
    }

    private void readPart(Bytes in, Parameters main) throws Damaged {
        int start = in.at() - 2;
        in.two();
        int number = in.two();
        int length = in.length();
        in.two();
        if (number >= (long) size.tilesAcross() * size.tilesDown()) {
            throw new Damaged("has a tile too many");
        }
        Tile tile = tiles.computeIfAbsent(number, n -> new Tile(n, size, new Parameters(main)));
        int marker = in.two();
        while (marker != Markers.DATA) {
            tile.parameters().read(marker, in.part(in.two() - 2));
            marker = in.two();
        }
        // A length of zero: up to the end of the stream.
        int left = length < HEAD_OF_TILE_PART ? in.left() : start + length - in.at();
        tile.add(in.part(Math.min(left, in.left())));
    }

    Size size() {
        return size;
    }

    /** The tile with this number; null where the file ends before it. */
    @Nullable
    Tile tile(int number) {
        return tiles.get(number);
    }

    /** How often every part of the picture can be halved. */
    int halvings() throws Damaged {
        int least = 31;
        for (Tile tile : tiles.values()) {
            for (int c = 0; c < size.components(); c++) {
                least = Math.min(least, tile.coding(c).levels());
            }
        }
        return least;
    }
}
