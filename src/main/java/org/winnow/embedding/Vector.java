package org.winnow.embedding;

import java.util.Arrays;

/**
 * A vector of Euclidean length 1 in one byte a component: small enough to keep one for every record, and the same on
 * every computer although networks differ in the last digits.
 */
public final class Vector {
    private static final int STEPS = 127;

    private final byte[] steps;

    private Vector(byte[] steps) {
        this.steps = steps;
    }

    /** The direction of these components. */
    public static Vector of(float[] components) {
        float largest = 0;
        for (float c : components) {
            largest = Math.max(largest, Math.abs(c));
        }
        byte[] steps = new byte[components.length];
        for (int i = 0; i < steps.length && largest > 0; i++) {
            steps[i] = (byte) Math.round(components[i] / largest * STEPS);
        }
        return new Vector(steps);
    }

    /** A vector as {@link #bytes} gave it. */
    public static Vector of(byte[] bytes) {
        return new Vector(bytes.clone());
    }

    public byte[] bytes() {
        return steps.clone();
    }

    /** The components, of length 1 together; all 0 for a text without any meaning. */
    public float[] components() {
        double sum = 0;
        for (byte s : steps) {
            sum += s * s;
        }
        float scale = sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
        float[] components = new float[steps.length];
        for (int i = 0; i < steps.length; i++) {
            components[i] = steps[i] * scale;
        }
        return components;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(steps, vector.steps);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(steps);
    }
}
