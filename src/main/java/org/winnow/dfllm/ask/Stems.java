package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/** The words of a text that say what it is about, without their endings. */
final class Stems {
    /** Words that questions are put with, and those that stand in every sentence. */
    private static final Set<String> NONE = Set.of(("a an the of in on at to for from by with without and or not is are"
                    + " was were be been being do does did done has have had it its this that these those there their"
                    + " they we our you your he she his her as than then so if but into over under about between what"
                    + " which who whom whose when where why how many much any some such each every paper papers study"
                    + " studies authors author report reported reports can could may might will would should used use")
            .split(" "));

    private final SnowballStemmer stemmer = new SnowballStemmer(ALGORITHM.ENGLISH);

    List<String> of(String text) {
        List<String> stems = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !NONE.contains(word)) {
                stems.add(stemmer.stem(word).toString());
            }
        }
        return stems;
    }
}
