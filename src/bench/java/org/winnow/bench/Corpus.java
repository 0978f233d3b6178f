package org.winnow.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/**
 * Made-up articles of about 2 KB with abstracts: words as unequally frequent as in real text (Zipf's law), names,
 * journals, identifiers that are sometimes missing. Record number n is always the same.
 */
final class Corpus {
    private static final long SEED = 20_260_101;
    private static final int WORDS = 30_000;
    private static final int JOURNALS = 400;
    private static final int FAMILIES = 8_000;
    private static final String[] COMMON = """
            the of and in to with for was were a by on patients that is as from at study or treatment results this than
            an be between clinical after group we trial outcomes risk randomized controlled compared effect data years
            disease associated analysis significant therapy care health intervention review systematic evidence
            placebo mortality children adults women screening prevention quality diagnosis cohort follow-up baseline
            primary secondary higher lower increased reduced improvement symptoms pain cancer diabetes hypertension
            """.strip().split("\\s+");
    private static final String[] SYLLABLES = """
            ab al am an ar ba be bi bo car chol cor cy da de di do du en er fi fo ga gen glu gy ha he hy im in ja ka
            ki la le li lo ma me mi mo my na ne neu ni no nu o os pa pe phi pla po pro ra re ri ro ru sa se si so sta
            su ta te ten thi ti to tra tri tu u va ve vi vo xa ya zo
            """.strip().split("\\s+");

    private final List<String> words = new ArrayList<>(List.of(COMMON));
    private final List<String> families = new ArrayList<>();
    private final List<String> journals = new ArrayList<>();

    Corpus() {
        SplittableRandom random = new SplittableRandom(SEED);
        while (words.size() < WORDS) {
            words.add(made(random, 2, 5));
        }
        while (families.size() < FAMILIES) {
            families.add(capital(made(random, 2, 4)));
        }
        while (journals.size() < JOURNALS) {
            journals.add("Journal of " + capital(made(random, 3, 5)) + " and " + capital(made(random, 3, 5)));
        }
    }

    /** The first so many records as RIS. */
    void write(Path file, int records) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < records; i++) {
                ris(out, record(i));
            }
        }
    }

    BibRecord record(long number) {
        // Neighbouring seeds give overlapping sequences; one step of the generator scatters them.
        RandomGenerator random = new SplittableRandom(new SplittableRandom(SEED + number).nextLong());
        int year = 1985 + random.nextInt(41);
        int first = 1 + random.nextInt(1900);
        BibRecord.Builder record = BibRecord.builder()
                .title(capital(text(random, 8 + random.nextInt(10), false)))
                .year(year)
                .journal(journals.get((int) (JOURNALS * Math.pow(random.nextDouble(), 2))))
                .volume(Integer.toString(1 + random.nextInt(90)))
                .issue(Integer.toString(1 + random.nextInt(12)))
                .pages(first + "-" + (first + 1 + random.nextInt(20)));
        for (int authors = 1 + random.nextInt(9); authors > 0; authors--) {
            String given = (char) ('A' + random.nextInt(26)) + ". " + (char) ('A' + random.nextInt(26)) + ".";
            record.author(new Author(families.get(random.nextInt(FAMILIES)), given));
        }
        if (random.nextInt(100) < 80) {
            record.doi(Doi.find("10." + (1000 + number % 400) + "/j." + year + "." + number)
                    .orElseThrow());
        }
        if (random.nextInt(100) < 92) {
            record.abstractText(text(random, 170 + random.nextInt(110), true));
        }
        for (int keywords = random.nextInt(7); keywords > 0; keywords--) {
            record.keyword(text(random, 1 + random.nextInt(2), false));
        }
        return record.build();
    }

    /** Words of the vocabulary from frequent to rare, evenly by rank on a logarithmic scale, each once. */
    List<String> searchWords(int count) {
        return java.util.stream.IntStream.range(0, 100 * count)
                .mapToObj(i -> words.get((int) Math.pow(WORDS - 1.0, (i + 1.0) / (100 * count))))
                .distinct()
                .filter(w -> w.length() > 3 && w.chars().allMatch(Character::isLetter))
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), all -> spread(all, count)));
    }

    private static List<String> spread(List<String> all, int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        return some;
    }

    private String text(RandomGenerator random, int length, boolean sentences) {
        StringBuilder text = new StringBuilder();
        boolean starts = sentences;
        for (int i = 0; i < length; i++) {
            // A power of the vocabulary's size: the chance of a rank falls as one divided by the rank.
            String word = words.get((int) Math.pow(WORDS, random.nextDouble()) - 1);
            text.append(starts ? capital(word) : word);
            starts = sentences && random.nextInt(16) == 0;
            text.append(starts ? ". " : " ");
        }
        return text.toString().strip() + (sentences ? "." : "");
    }

    private static String made(RandomGenerator random, int least, int most) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(least, most + 1); n > 0; n--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static void ris(Writer out, BibRecord r) throws IOException {
        StringBuilder entry = new StringBuilder("TY  - JOUR\n");
        r.authors().forEach(a -> line(entry, "AU", a.display()));
        line(entry, "TI", r.title());
        line(entry, "JO", r.journal());
        line(entry, "PY", String.valueOf(r.year()));
        line(entry, "VL", r.volume());
        line(entry, "IS", r.issue());
        line(entry, "SP", r.pages().replaceAll("-.*", ""));
        line(entry, "EP", r.pages().replaceAll(".*-", ""));
        Doi doi = r.doi();
        line(entry, "DO", doi == null ? "" : doi.value());
        line(entry, "AB", r.abstractText());
        r.keywords().forEach(k -> line(entry, "KW", k));
        out.write(entry.append("ER  - \n\n").toString());
    }

    private static void line(StringBuilder entry, String tag, String value) {
        if (!value.isEmpty()) {
            entry.append(tag).append("  - ").append(value).append('\n');
        }
    }
}
