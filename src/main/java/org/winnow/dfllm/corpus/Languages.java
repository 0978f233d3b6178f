package org.winnow.dfllm.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Tells the language of a text by the model of Apache OpenNLP. */
public final class Languages {
    private static final String MODEL = "/langdetect-183.bin";
    /** Letters from which on the model is sure enough. */
    private static final int LONGEST = 4000;

    private static final Map<String, String> TWO_LETTERS = Stream.of(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> Locale.of(code).getISO3Language(), code -> code, (a, b) -> a));

    /** Read on first use, and once: it takes a second. */
    private static final class Read {
        static final LanguageDetectorModel MODEL_READ = model();

        private static LanguageDetectorModel model() {
            try (InputStream in = Languages.class.getResourceAsStream(MODEL)) {
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final LanguageDetectorME detector = new LanguageDetectorME(Read.MODEL_READ);

    /** ISO 639-1 code where there is one, else 639-3. */
    public String of(String text) {
        Language found = detector.predictLanguage(text.substring(0, Math.min(text.length(), LONGEST)));
        // The model tells Mandarin by its own code.
        String code = found.getLang().equals("cmn") ? "zho" : found.getLang();
        return TWO_LETTERS.getOrDefault(code, code);
    }
}
