package org.winnow.dedup;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.model.NumberWords;

/**
 * A title as it is compared.
 *
 * @param words folded words of the title proper, without what databases add to it; empty where there is none
 * @param mark whether it announces an erratum, a comment and so on, whose words are taken off
 * @param generic whether so many documents bear it that it says little ({@code Editorial})
 */
record TitleText(String words, Mark mark, boolean generic) {
    private static final Pattern ADDED = Pattern.compile(
            "(?<=\\S)\\W*\\[(?:published )?errat.*$|\\[(?:see |comment|correct|retract|republish|summary for|update|review\\b|letter\\b"
                    + "|article|editorial|in |abstract|multiple|reprint|\\d)[^\\]]*\\]"
                    + "|(?<=\\S{3})\\s*\\[[a-z]{4,12}(?:; ?[a-z]{4,12})*\\]\\W*$"
                    + "|\\((?:multiple letters|(?:provisional|structured) abstract|letter|review|article in [a-z]+|in [a-z]+|reprinted[^)]*|author'?s? transl)\\)"
                    + "|\\.\\.\\.\\s.*\\d{4}.*;.*$"
                    + "|^\\W*retracted(?: article)?\\W+"
                    + "|[\\[(](?:e-?pub|published online|online first|ahead of print|in press)[^\\])]*[\\])]"
                    + "|\\W+vol(?:ume)?\\.? ?\\d+,? ?(?:iss(?:ue)?|no|number)\\.? ?\\d+\\W*$",
            Pattern.CASE_INSENSITIVE);
    /** Web of Science marks corrections {@code (vol 360, pg 542, 2009)}, Embase {@code (Blood (2009) 360 (5-9))}. */
    private static final Pattern CORRECTED = Pattern.compile(
            "\\(vol(?:ume)?\\.? ?\\d+.*$|\\([^()]+\\([^()]*(?:19|20)\\d\\d[^()]*\\).*$", Pattern.CASE_INSENSITIVE);

    private static final Map<Mark, Pattern> MARKS = new EnumMap<>(
            Map.of(
                    Mark.ERRATUM,
                    mark(
                            "(?:author |publisher |published )?(?:errat(?:um|a)|corrigend(?:um|a)|corrections?|addendum)\\b"
                                    + "(?! of (?!an? err))(?: notice)?(?: to| for)?",
                            "errat(?:um|a)|corrigend(?:um|a)|corrections?|addendum"),
                    Mark.RETRACTION,
                    mark(
                            "(?:notice of |statement of )?retraction\\b(?: notice| note)?(?: to| of|:)|expression of concern",
                            "retraction"),
                    Mark.WITHDRAWN,
                    mark("withdrawn\\b", "withdrawn"),
                    Mark.COMMENT,
                    mark(
                            "(?:invited |editorial )?comment(?:s|ary|aries)?(?: on\\b| to\\b|:)|(?:re|regarding|discussion|letter)\\s?:"
                                    + "|discussion of\\b|letter to the editor(?: regarding| on|:)|letter regarding",
                            "(?:invited )?comment(?:s|ary)?|discussion|letter|editorial"),
                    Mark.REPLY,
                    mark(
                            "(?:the )?(?:author(?:s'?|'?s)? )?(?:repl(?:y|ies)|responses?|rejoinder|rebuttal)(?: to\\b| from\\b|:)|in reply\\b",
                            "(?:the )?(?:author(?:s'?|'?s)? )?(?:reply|response|rejoinder|rebuttal)(?: (?:by|from|of) [^-:.]{3,40})?")));
    private static final List<String> ANNOUNCING = List.of(
            "errat",
            "corrig",
            "correction",
            "addendum",
            "retraction",
            "concern",
            "withdrawn",
            "comment",
            "re:",
            "re :",
            "regarding",
            "discussion",
            "letter",
            "editorial",
            "repl",
            "response",
            "rejoinder",
            "rebuttal");

    private static final Pattern NOTHING = Pattern.compile(
            "unknown|untitled|(?:no )?title(?: not available| unavailable)?|no title available|not available|anonymous|na|none|null");
    private static final Pattern GENERIC = Pattern.compile(
            "(?:guest |invited )?editorials?(?: (?:board|introduction|comments?|note|preface))?|(?:the )?editors? (?:comments?|note|introduction|choice|page|letter)"
                    + "|(?:letters?|notes?|message|comments?|word)(?: (?:to|from|by))? (?:the )?(?:guest )?editors?(?: in chief)?"
                    + "|(?:an )?introduction(?: to (?:the|this) .{0,20}(?:issue|section|volume|minitrack|symposium|supplement|session|track|forum).*)?"
                    + "|book reviews?|news(?: and .*)?|(?:table of )?contents|preface|foreword|prologue|epilogue|abstracts?.{0,30}|index|in memoriam"
                    + "|obituary|conclusions?|discussion|case reports?|reviewers?.{0,20}|acknowledge?ments?(?: .*)?|correspondence|letters?"
                    + "|(?:remarks|comments?|notes?|message|words?|greetings) (?:from|of|by) .{0,30}editors?.{0,25}|from the editors?|(?:in|about) this issue|about the (?:authors?|cover)|call for papers|annual report|announcements?"
                    + "|executive overview|special issue.{0,20}|title page|front matter|back matter|index to volume.*|comments?|reply|response"
                    + "|author(?:s)? (?:reply|response)|commentary|summary|background|methods|results|bibliography|references|overview");
    /** Besides the words for numbers that {@link NumberWords} has. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("vi", "6"),
            Map.entry("vii", "7"),
            Map.entry("viii", "8"),
            Map.entry("ix", "9"),
            Map.entry("xi", "11"),
            Map.entry("xii", "12"),
            Map.entry("versus", "vs"));

    private static final Set<String> COUNTED = Set.of(
            "part", "type", "phase", "stage", "grade", "class", "volume", "study", "chapter", "section", "paper");

    static TitleText of(String title, String journal) {
        String plain = Fold.withoutMarkup(title);
        String lower = plain.toLowerCase(Locale.ROOT);
        boolean bracketed = lower.indexOf('[') >= 0 || lower.indexOf('(') >= 0 || lower.contains("...");
        String s = bracketed || lower.contains("retracted") || lower.contains(" vol")
                ? ADDED.matcher(plain).replaceAll(" ").strip()
                : plain.strip();
        Mark mark = Mark.NONE;
        Matcher corrected = CORRECTED.matcher(s);
        if (bracketed && corrected.find() && corrected.start() > 0) {
            mark = Mark.ERRATUM;
            s = s.substring(0, corrected.start());
        }
        // Most titles hold none of these words, and the patterns are slow.
        if (ANNOUNCING.stream().anyMatch(lower::contains)) {
            for (Map.Entry<Mark, Pattern> entry : MARKS.entrySet()) {
                String rest = entry.getValue().matcher(s).replaceAll(" ");
                if (!rest.equals(s) && !Fold.words(rest).isEmpty()) {
                    mark = mark == Mark.NONE ? entry.getKey() : mark;
                    s = rest;
                }
            }
        }
        String words = once(canonical(Fold.words(s)));
        if (NOTHING.matcher(words).matches()) {
            return new TitleText("", mark, true);
        }
        return new TitleText(words, mark, generic(words, journal));
    }

    private static Pattern mark(String start, String end) {
        return Pattern.compile(
                "^\\W*(?:" + start + ")\\W*|\\s*(?:[-–—:.(\\[]|\\.{3})\\s*(?:" + end + ")\\W*$",
                Pattern.CASE_INSENSITIVE);
    }

    private static boolean generic(String words, String journal) {
        int blanks = (int) words.chars().filter(c -> c == ' ').count();
        boolean few = blanks < 2 || blanks < 3 && words.length() < 20;
        // Scripts without blanks between words hold a whole title in one.
        boolean latin = words.chars().allMatch(c -> c < 0x2e80);
        boolean journalAlone = !journal.isEmpty() && words.startsWith(journal);
        return few && latin
                || !latin && words.length() < 6
                || journalAlone
                || GENERIC.matcher(words).matches();
    }

    /** A title that stands there twice. */
    private static String once(String words) {
        int half = words.length() / 2;
        boolean twice = half > 10
                && words.length() % 2 == 1
                && words.charAt(half) == ' '
                && words.regionMatches(0, words, half + 1, half);
        return twice ? words.substring(0, half) : words;
    }

    /** Writes small numbers in one way, so that {@code Part II}, {@code part two} and {@code Part 2} are one. */
    private static String canonical(String words) {
        String[] word = words.split(" ");
        for (int i = 0; i < word.length; i++) {
            word[i] = NumberWords.DIGITS.getOrDefault(word[i], SHORT.getOrDefault(word[i], word[i]));
            if (i > 0 && COUNTED.contains(word[i - 1])) {
                word[i] = word[i].equals("i") ? "1" : word[i].equals("v") ? "5" : word[i].equals("x") ? "10" : word[i];
            }
        }
        return String.join(" ", word);
    }
}
