package org.winnow.fulltext.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which the packets of a tile come (T.800, B.12). */
final class Packets {
    /**
     * A stretch of the order.
     *
     * @param order 0 by layer, 1 by resolution and layer, 2 by resolution and place, 3 by place, 4 by component
     * @param layers up to this one
     */
    record Stretch(int order, int layers, int firstResolution, int resolutions, int firstComponent, int components) {}

    /** A precinct and where it comes. */
    private record Place(int resolution, int component, int number, long y, long x, Precinct precinct, Coding coding) {}

    private static final Comparator<Place> BY_PLACE =
            Comparator.comparingLong(Place::y).thenComparingLong(Place::x);

    private Packets() {}

    /** Reads all packets of a tile; where its data ends early, what there is. */
    static void read(Bytes in, Tile tile, List<Stretch> stretches) throws Damaged {
        for (Stretch stretch : stretches) {
            List<Place> places = places(tile, stretch);
            places.sort(order(stretch.order()));
            switch (stretch.order()) {
                case 0 -> byLayer(in, places, stretch.layers());
                case 1 -> {
                    for (int r = stretch.firstResolution(); r < stretch.resolutions(); r++) {
                        int resolution = r;
                        byLayer(
                                in,
                                places.stream()
                                        .filter(p -> p.resolution() == resolution)
                                        .toList(),
                                stretch.layers());
                    }
                }
                default -> {
                    for (Place place : places) {
                        for (int layer = 0; layer < stretch.layers(); layer++) {
                            read(in, place, layer);
                        }
                    }
                }
            }
        }
    }

    private static void byLayer(Bytes in, List<Place> places, int layers) throws Damaged {
        for (int layer = 0; layer < layers; layer++) {
            for (Place place : places) {
                read(in, place, layer);
            }
        }
    }

    private static void read(Bytes in, Place place, int layer) throws Damaged {
        if (place.precinct().layers() == layer && in.left() > 0) {
            place.precinct().readPacket(in, place.coding());
        }
    }

    private static Comparator<Place> order(int order) {
        Comparator<Place> resolution = Comparator.comparingInt(Place::resolution);
        Comparator<Place> component = Comparator.comparingInt(Place::component);
        Comparator<Place> first =
                switch (order) {
                    case 0, 1 -> resolution.thenComparing(component);
                    case 2 -> resolution.thenComparing(BY_PLACE).thenComparing(component);
                    case 3 -> BY_PLACE.thenComparing(component).thenComparing(resolution);
                    default -> component.thenComparing(BY_PLACE).thenComparing(resolution);
                };
        return first.thenComparingInt(Place::number);
    }

    private static List<Place> places(Tile tile, Stretch stretch) throws Damaged {
        List<Place> places = new ArrayList<>();
        int components = Math.min(stretch.components(), tile.components());
        for (int c = stretch.firstComponent(); c < components; c++) {
            Coding coding = tile.coding(c);
            int last = Math.min(stretch.resolutions(), coding.levels() + 1);
            for (int r = stretch.firstResolution(); r < last; r++) {
                Resolution resolution = tile.resolution(c, r);
                int level = coding.levels() - r;
                for (int k = 0; k < resolution.precincts(); k++) {
                    int wide = coding.precinctWidth(r);
                    int high = coding.precinctHeight(r);
                    long x = (long) (resolution.x0 >> wide) + k % resolution.across << wide + level;
                    long y = (long) (resolution.y0 >> high) + k / resolution.across << high + level;
                    places.add(new Place(
                            r,
                            c,
                            k,
                            Math.max(tile.top(), y * tile.dy(c)),
                            Math.max(tile.left(), x * tile.dx(c)),
                            resolution.precinct(k),
                            coding));
                }
            }
        }
        return places;
    }
}
