package org.winnow.dfllm.ask;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.winnow.model.NumberWords;

/**
 * Holds a statement against the sentence that fits it best, by what can be seen without a language model: a sentence that
 * fits but has other numbers, is negated where the statement is not, or has the opposite of one of its words refutes it.
 */
final class Verification {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern NEGATION = Pattern.compile(
            "\\b(no|not|never|none|neither|nor|without|cannot|\\w+n't|fail(?:s|ed)? to|lack(?:s|ed)?)\\b");

    private static final List<Set<Set<String>>> OPPOSITES = List.of(
            Set.of(
                    Set.of("increas", "rose", "rise", "higher", "more", "larger", "grew"),
                    Set.of("decreas", "fell", "fall", "lower", "less", "fewer", "smaller", "declin", "drop")),
            Set.of(Set.of("improv", "better", "easier"), Set.of("worsen", "worse", "harder")),
            Set.of(Set.of("faster", "speedup", "quick"), Set.of("slower", "slowdown", "slow")));

    private Verification() {}

    /** How the sentence that fits best, if any does, bears on the statement. */
    static Label of(String statement, Answer answer) {
        if (!answer.found()) {
            return Label.NOT_ENOUGH;
        }
        String sentence = answer.sentences().getFirst().text();
        return contradicts(plain(statement), plain(sentence)) ? Label.REFUTED : Label.SUPPORTED;
    }

    private static boolean contradicts(String statement, String sentence) {
        Set<String> said = numbers(statement);
        Set<String> found = numbers(sentence);
        boolean otherNumbers =
                !said.isEmpty() && !found.isEmpty() && said.stream().noneMatch(found::contains);
        boolean negated =
                NEGATION.matcher(statement).find() != NEGATION.matcher(sentence).find();
        return otherNumbers || negated || opposite(statement, sentence);
    }

    private static boolean opposite(String statement, String sentence) {
        for (Set<Set<String>> pair : OPPOSITES) {
            for (Set<String> side : pair) {
                for (Set<String> other : pair) {
                    if (side != other
                            && has(statement, side)
                            && !has(statement, other)
                            && has(sentence, other)
                            && !has(sentence, side)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean has(String text, Set<String> beginnings) {
        for (String word : text.split("[^\\p{L}]+")) {
            if (beginnings.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(n -> n.replace(",", ""))
                .collect(Collectors.toCollection(HashSet::new));
        for (String word : text.split("[^\\p{L}]+")) {
            String number = NumberWords.DIGITS.get(word);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
