package org.winnow.fulltext.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** What the head of a picture or of a tile says about how its samples are coded (T.800, A.6). */
final class Parameters {
    private static final int ALL = 33;

    final Coding[] coding;
    final Quantization[] quantization;
    /** By how many bits the samples of a region are raised. */
    final int[] raised;

    private final List<Packets.Stretch> changes = new ArrayList<>();
    private int order;
    private int layers = 1;
    private boolean mixed;

    Parameters(int components) {
        coding = new Coding[components];
        quantization = new Quantization[components];
        raised = new int[components];
    }

    Parameters(Parameters of) {
        this(of.coding.length);
        System.arraycopy(of.coding, 0, coding, 0, coding.length);
        System.arraycopy(of.quantization, 0, quantization, 0, coding.length);
        System.arraycopy(of.raised, 0, raised, 0, coding.length);
        changes.addAll(of.changes);
        order = of.order;
        layers = of.layers;
        mixed = of.mixed;
    }

    /** Whether the first three components stand for red, green and blue mixed. */
    boolean mixed() {
        return mixed;
    }

    List<Packets.Stretch> stretches() {
        return changes.isEmpty()
                ? List.of(new Packets.Stretch(order, layers, 0, ALL, 0, coding.length))
                : List.copyOf(changes);
    }

    /** Reads what follows a marker; what is not needed for the picture is passed over. */
    void read(int marker, Bytes in) throws Damaged {
        switch (marker) {
            case Markers.CODING -> readCoding(in);
            case Markers.CODING_OF_COMPONENT -> {
                int component = component(in);
                coding[component] = Coding.read(in, (in.one() & 1) == 1);
            }
            case Markers.QUANTIZATION -> java.util.Arrays.fill(quantization, Quantization.read(in));
            case Markers.QUANTIZATION_OF_COMPONENT -> {
                int component = component(in);
                quantization[component] = Quantization.read(in);
            }
            case Markers.REGION -> {
                int component = component(in);
                in.one();
                raised[component] = Math.min(31, in.one());
            }
            case Markers.PROGRESSION -> readChanges(in);
            case Markers.HEADS, Markers.HEADS_OF_TILE ->
                throw new Damaged("has its heads apart, which is not read here");
            default -> in.skip(in.left());
        }
    }

    private int component(Bytes in) throws Damaged {
        int component = in.one();
        if (component >= coding.length) {
            throw new Damaged("speaks of a component that it does not have");
        }
        return component;
    }

    private void readCoding(Bytes in) throws Damaged {
        int style = in.one();
        order = in.one();
        layers = in.two();
        mixed = in.one() == 1;
        java.util.Arrays.fill(coding, Coding.read(in, (style & 1) == 1));
    }

    private void readChanges(Bytes in) throws Damaged {
        changes.clear();
        while (in.left() >= 7) {
            int firstResolution = in.one();
            int firstComponent = in.one();
            int upTo = in.two();
            int resolutions = in.one();
            int components = in.one();
            changes.add(new Packets.Stretch(
                    in.one(), upTo, firstResolution, resolutions, firstComponent, components == 0 ? 256 : components));
        }
    }
}
