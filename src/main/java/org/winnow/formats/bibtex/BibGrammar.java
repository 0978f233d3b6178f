package org.winnow.formats.bibtex;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/** Understands entries and abbreviations: strictly first, and where that fails as well as it can be done. */
final class BibGrammar {
    private final Map<String, String> abbreviations = new LinkedHashMap<>();
    private final BibTeXParser parser;

    BibGrammar() {
        try {
            parser = new Lenient();
        } catch (ParseException | TokenMgrException e) {
            throw new IllegalStateException("the empty text cannot fail to be parsed", e);
        }
        parser.getMacros()
                .forEach((key, string) ->
                        abbreviations.put(lower(key), string.getValue().toUserString()));
    }

    /** Remembers an abbreviation ({@code @string}); false when it cannot be understood. */
    boolean abbreviation(String text) {
        BibEntry loose = LooseEntry.of(text, abbreviations);
        loose.fields().forEach((name, values) -> {
            abbreviations.put(name, values.getFirst());
            parser.addMacro(name, values.getFirst());
        });
        return !loose.fields().isEmpty();
    }

    /**
     * The entry that a text holds.
     *
     * @param fields how many fields it should have
     * @param whole whether its closing bracket was found
     */
    BibEntry entry(String text, int fields, boolean whole) {
        Optional<BibTeXEntry> strict = whole ? strictly(text) : Optional.empty();
        if (strict.isPresent() && strict.get().getFields().size() == fields) {
            BibTeXEntry parsed = strict.get();
            String key = parsed.getKey().getValue();
            BibEntry entry = new BibEntry(parsed.getType().getValue(), key.startsWith(Lenient.NO_KEY) ? "" : key);
            for (Map.Entry<Key, Value> field : parsed.getFields().entrySet()) {
                entry.add(field.getKey().getValue(), field.getValue().toUserString());
            }
            return entry;
        }
        BibEntry loose = LooseEntry.of(text, abbreviations);
        if (!whole) {
            loose.mends()
                    .add("The entry is not closed; its fields were read as far as they can be told. Check its braces.");
        } else if (strict.isEmpty() && !loose.fields().isEmpty()) {
            loose.mends()
                    .add("The entry does not keep to the rules of BibTeX (a comma, bracket or name is odd); its fields"
                            + " were read as far as they can be told.");
        }
        return loose;
    }

    private Optional<BibTeXEntry> strictly(String text) {
        try {
            BibTeXDatabase one = parser.parse(new StringReader(text));
            return one.getEntries().values().stream().findFirst();
        } catch (ParseException | TokenMgrException | ObjectResolutionException broken) {
            return Optional.empty();
        }
    }

    private static String lower(Key key) {
        return key.getValue().toLowerCase(Locale.ROOT);
    }

    /** What is not defined stands for itself; other entries are looked up elsewhere. */
    private static final class Lenient extends BibTeXParser {
        private static final String NO_KEY = "\u0000";

        Lenient() throws ParseException, TokenMgrException {
            super();
        }

        @Override
        public void checkStringResolution(Key key, BibTeXString string) {
            // An abbreviation of the style is not in the file; its name is the best there is.
        }

        @Override
        public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {
            // Entries are parsed one by one.
        }

        @Override
        public String nextKey() {
            return NO_KEY;
        }
    }
}
