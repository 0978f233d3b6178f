package org.winnow.llm;

import java.util.Arrays;
import java.util.Optional;

/** What of a review may be sent to a language model. */
public enum Sending {
    /** A question that a person puts, and the passages of the included papers that bear on it. */
    PASSAGES("passages", "the questions that are put, and passages of the included papers that bear on them"),
    /** Records to be screened, with the reasons for exclusion. */
    RECORDS("records", "titles and abstracts of records, and the reasons for exclusion"),
    /** Reports to be screened at full text, with the reasons for exclusion. */
    REPORTS(
            "reports",
            "titles, abstracts and passages of reports that are screened at full text, and the reasons for exclusion");

    private final String key;
    private final String words;

    Sending(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The word for it in files and on the command line. */
    public String key() {
        return key;
    }

    /** What it is, as it is shown to the person who lets it be sent. */
    public String words() {
        return words;
    }

    public static Optional<Sending> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
