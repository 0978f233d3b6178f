package org.winnow.fulltext.layout;

import java.util.Arrays;

/** Where the letters of a word begin and the last one ends, in points from the left of the page. */
public final class Edges {
    private final float[] x;

    private Edges(float[] x) {
        this.x = x;
    }

    /**
     * The edges of a word.
     *
     * @param starts where its letters begin, as the page tells it
     * @param count how many of them are told
     * @param letters how many letters the word has; where these are not as many as are told, as with accents that the page
     *     draws by themselves, they are spread evenly
     */
    static Edges of(float[] starts, int count, int letters, Box box) {
        float[] x = new float[letters + 1];
        if (count == letters) {
            System.arraycopy(starts, 0, x, 0, letters);
        } else {
            for (int i = 0; i < letters; i++) {
                x[i] = box.x() + box.width() * i / letters;
            }
        }
        x[letters] = box.right();
        return new Edges(x);
    }

    /** Where the letter with that number begins, from 0; for the number behind the last one, where that ends. */
    public float at(int letter) {
        return x[Math.clamp(letter, 0, x.length - 1)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edges edges && Arrays.equals(x, edges.x);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(x);
    }
}
