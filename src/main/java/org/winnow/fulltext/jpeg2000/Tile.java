package org.winnow.fulltext.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A tile of a picture: what comes of it in the file, and its components in all their sizes. */
final class Tile {
    private final Size size;
    private final int[] grid;
    private final Parameters parameters;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<List<Resolution>> resolutions = new ArrayList<>();

    Tile(int number, Size size, Parameters parameters) {
        this.size = size;
        this.grid = size.tile(number);
        this.parameters = parameters;
    }

    Parameters parameters() {
        return parameters;
    }

    void add(Bytes part) throws Damaged {
        data.writeBytes(part.copy(part.left()));
    }

    /** Reads its packets. */
    void readPackets() throws Damaged {
        for (int c = 0; c < components(); c++) {
            Coding coding = coding(c);
            List<Resolution> all = new ArrayList<>();
            for (int r = 0; r <= coding.levels(); r++) {
                all.add(new Resolution(component(c), r, coding.levels() - r, coding));
            }
            resolutions.add(all);
        }
        byte[] bytes = data.toByteArray();
        try {
            Packets.read(new Bytes(bytes, 0, bytes.length), this, parameters.stretches());
        } catch (Damaged end) {
            // Up to there the picture is seen, a little blurred or with a part missing.
            return;
        }
    }

    int components() {
        return size.components();
    }

    Coding coding(int component) throws Damaged {
        Coding coding = parameters.coding[component];
        if (coding == null || parameters.quantization[component] == null) {
            throw new Damaged("does not say how it is coded");
        }
        return coding;
    }

    Resolution resolution(int component, int number) {
        return resolutions.get(component).get(number);
    }

    /** Left, top, right and bottom of it in samples of a component. */
    int[] component(int component) {
        return size.samples(grid, component);
    }

    /** Lets go of what was read of its packets; they can be read again. */
    void forget() {
        resolutions.clear();
    }

    /** Left, top, right and bottom of it on the reference grid. */
    int[] grid() {
        return grid;
    }

    int left() {
        return grid[0];
    }

    int top() {
        return grid[1];
    }

    int dx(int component) {
        return size.dx()[component];
    }

    int dy(int component) {
        return size.dy()[component];
    }
}
