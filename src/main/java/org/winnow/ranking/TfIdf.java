package org.winnow.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.work.Progress;

/**
 * TF-IDF as scikit-learn's {@code TfidfVectorizer} computes it: smooth inverse document frequency
 * {@code ln((1+n)/(1+df)) + 1}, rows of Euclidean length 1.
 *
 * @param pairs whether two words in a row are a feature too
 * @param maxShare features in more than this share of the records are left out
 * @param sublinear whether a feature that occurs f times counts 1 + ln f instead of f
 * @param stopWords words left out before anything is counted
 * @param foldSingles whether features of one record alone get no column; see {@link Rows#squaredPrivateLength}
 */
public record TfIdf(boolean pairs, double maxShare, boolean sublinear, Set<String> stopWords, boolean foldSingles) {
    private static final int RECORDS_A_TICK = 200;

    public TfIdf {
        stopWords = Set.copyOf(stopWords);
    }

    /** Features of a corpus: the matrix, and what its columns are called. */
    public record Features(SparseMatrix matrix, Names names) {}

    /** What columns are called. */
    public interface Names {
        String of(int column);
    }

    /** Computes the features of texts, each already cut into words. */
    public Features of(List<List<String>> texts, Progress progress) {
        return new Counting(texts, progress).features();
    }

    /** One pass over the words, then one over the counts. */
    private final class Counting {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final PairNumbers pairNumbers = new PairNumbers();
        private final int[][] words;
        private final Progress progress;
        private final int records;
        private String[] names = {};

        Counting(List<List<String>> texts, Progress progress) {
            this.progress = progress;
            records = texts.size();
            words = new int[records][];
            for (int i = 0; i < records; i++) {
                words[i] = texts.get(i).stream()
                        .filter(w -> !stopWords.contains(w))
                        .mapToInt(w -> numbers.computeIfAbsent(w, x -> numbers.size()))
                        .toArray();
            }
        }

        Features features() {
            names = new String[numbers.size()];
            numbers.forEach((word, n) -> names[n] = word);
            int[][] grams = new int[records][];
            for (int i = 0; i < records; i++) {
                tick(i);
                grams[i] = grams(words[i]);
                words[i] = new int[0];
            }
            int[] frequency = new int[names.length + pairNumbers.size()];
            for (int[] row : grams) {
                for (int j = 0; j < row.length; j++) {
                    frequency[row[j]] += j == 0 || row[j] != row[j - 1] ? 1 : 0;
                }
            }
            int[] columns = new int[frequency.length];
            int width = 0;
            for (int g = 0; g < frequency.length; g++) {
                boolean kept = frequency[g] <= maxShare * records && frequency[g] > (foldSingles ? 1 : 0);
                columns[g] = kept ? width++ : -1;
            }
            return new Features(matrix(grams, frequency, columns, width), named(columns, width));
        }

        /** Sorted, each as often as it occurs; words first, pairs after them. */
        private int[] grams(int[] row) {
            int[] all = Arrays.copyOf(row, pairs ? Math.max(0, 2 * row.length - 1) : row.length);
            for (int j = row.length; j < all.length; j++) {
                all[j] = names.length + pairNumbers.number(row[j - row.length], row[j - row.length + 1]);
            }
            Arrays.sort(all);
            return all;
        }

        private SparseMatrix matrix(int[][] grams, int[] frequency, int[] columns, int width) {
            int[] starts = new int[records + 1];
            for (int i = 0; i < records; i++) {
                int[] row = grams[i];
                int n = 0;
                for (int j = 0; j < row.length; j++) {
                    n += (j == 0 || row[j] != row[j - 1]) && columns[row[j]] >= 0 ? 1 : 0;
                }
                starts[i + 1] = starts[i] + n;
            }
            int[] column = new int[starts[records]];
            float[] value = new float[column.length];
            float[] alone = new float[records];
            double[] weights = new double[0];
            for (int i = 0; i < records; i++) {
                int[] row = grams[i];
                weights = weights.length < row.length ? new double[row.length] : weights;
                int n = distinct(row, weights, frequency);
                fill(row, weights, n, frequency, columns, starts[i], column, value, alone, i);
                grams[i] = row;
            }
            return new SparseMatrix(starts, column, value, alone, width);
        }

        /** Moves the distinct features of a row to its front and sets their weights, of length 1 together. */
        private int distinct(int[] row, double[] weights, int[] frequency) {
            int n = 0;
            double length = 0;
            for (int j = 0; j < row.length; ) {
                int gram = row[j];
                int count = 0;
                while (j < row.length && row[j] == gram) {
                    count++;
                    j++;
                }
                if (frequency[gram] <= maxShare * records) {
                    double tf = sublinear ? 1 + Math.log(count) : count;
                    double idf = Math.log((1.0 + records) / (1.0 + frequency[gram])) + 1;
                    row[n] = gram;
                    weights[n++] = tf * idf;
                    length += tf * idf * tf * idf;
                }
            }
            double scale = length == 0 ? 0 : 1 / Math.sqrt(length);
            for (int j = 0; j < n; j++) {
                weights[j] *= scale;
            }
            return n;
        }

        private void fill(
                int[] row,
                double[] weights,
                int n,
                int[] frequency,
                int[] columns,
                int start,
                int[] column,
                float[] value,
                float[] alone,
                int record) {
            int at = start;
            double own = 0;
            for (int j = 0; j < n; j++) {
                if (columns[row[j]] >= 0) {
                    column[at] = columns[row[j]];
                    value[at++] = (float) weights[j];
                } else {
                    own += weights[j] * weights[j];
                }
            }
            alone[record] = (float) own;
        }

        private Names named(int[] columns, int width) {
            int[] grams = new int[width];
            for (int g = 0; g < columns.length; g++) {
                if (columns[g] >= 0) {
                    grams[columns[g]] = g;
                }
            }
            String[] known = names;
            PairNumbers two = pairNumbers;
            return c -> grams[c] < known.length
                    ? known[grams[c]]
                    : known[two.first(grams[c] - known.length)] + " " + known[two.second(grams[c] - known.length)];
        }

        private void tick(int record) {
            if (record % RECORDS_A_TICK == 0) {
                progress.check();
                progress.at(record, records);
            }
        }
    }
}
