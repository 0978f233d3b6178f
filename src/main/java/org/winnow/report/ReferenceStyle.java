package org.winnow.report;

import de.undercouch.citeproc.CSL;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.winnow.document.Xml;
import org.winnow.model.Outcome;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Op;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/**
 * The style in which references are set: one of citationstyles.org's by its name, or a person's own file in the Citation
 * Style Language (CSL 1.0.2).
 *
 * @param name as citationstyles.org calls it, such as {@code the-lancet}; of an own file the file's name
 * @param definition the own file's text; empty for a style that the program brings
 */
public record ReferenceStyle(String name, String definition) {
    /** The NLM's "Citing Medicine", which ICMJE journals ask for and call Vancouver. */
    public static final ReferenceStyle USUAL = new ReferenceStyle("nlm-citation-sequence", "");

    private static final String TOPIC = "report";
    private static final String SUBJECT = "reference-style";
    private static final String DEPENDENT = "dependent/";
    private static final long LARGEST = 1 << 20;
    private static final int SUGGESTIONS = 3;

    /** The style of a review: {@link #USUAL} where nobody has chosen. */
    public static ReferenceStyle of(Review review) {
        Statement chosen = review.statements().on(TOPIC).get(SUBJECT);
        if (chosen == null) {
            return USUAL;
        }
        return chosen.note().isEmpty()
                ? new ReferenceStyle(chosen.value(), "")
                : new ReferenceStyle(chosen.note(), chosen.value());
    }

    /** The names of all styles that the program brings, in alphabetical order. */
    public static List<String> names() {
        return Brought.NAMES;
    }

    /** Looked for once: the archive that holds them is read through for it. */
    private static final class Brought {
        static final List<String> NAMES = found();

        private static List<String> found() {
            try {
                return CSL.getSupportedStyles().stream()
                        .map(ReferenceStyle::plainName)
                        .distinct()
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String plainName(String style) {
        return style.startsWith(DEPENDENT) ? style.substring(DEPENDENT.length()) : style;
    }

    /**
     * A style that the program brings.
     *
     * @throws UserException where there is none of that name, with the most alike that there are
     */
    public static ReferenceStyle named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        if (plain.equals("vancouver")) {
            return USUAL;
        }
        List<String> all = names();
        if (all.contains(plain)) {
            return listing(new ReferenceStyle(plain, ""));
        }
        String near = all.stream()
                .map(n -> new Near(n, likeness(plain, n)))
                .sorted(Comparator.comparingDouble((Near n) -> -n.likeness).thenComparing(n -> n.name.length()))
                .limit(SUGGESTIONS)
                .map(Near::name)
                .collect(Collectors.joining(", "));
        throw new UserException("There is no reference style “" + name.strip() + "”. The nearest names are " + near
                + "; a style file (.csl) of your own can be named too.");
    }

    private record Near(String name, double likeness) {}

    /** Of two names, or of one with the nearest word of the other: a part of a name finds it. */
    private static double likeness(String typed, String name) {
        JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
        return Stream.concat(Stream.of(name), Stream.of(name.split("-")))
                .mapToDouble(part -> likeness.apply(typed, part))
                .max()
                .orElse(0);
    }

    private static ReferenceStyle listing(ReferenceStyle style) {
        try {
            if (CSL.canFormatBibliographies(style.forProcessor())) {
                return style;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new UserException("The reference style “" + style.name
                + "” cites in footnotes and sets no list of references. Choose another one.");
    }

    /**
     * A person's own style.
     *
     * @throws UserException where the file cannot be read or is no style that sets a list of references
     */
    public static ReferenceStyle file(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST) {
                throw noStyle(name, "it is larger than 1 MB");
            }
            String text = Files.readString(file);
            String parent = parent(text, name);
            if (parent == null) {
                return new ReferenceStyle(name, text);
            }
            String style = parent.substring(parent.lastIndexOf('/') + 1);
            if (!names().contains(style)) {
                throw noStyle(name, "it follows the style “" + style + "”, which is not among those of this program");
            }
            return listing(new ReferenceStyle(style, ""));
        } catch (CharacterCodingException e) {
            throw noStyle(name, "it is not text in UTF-8");
        } catch (IOException e) {
            throw new UserException("Cannot read " + file + ". Check that it is there and may be read.", e);
        }
    }

    /** The address of the style that this one only renames, or null for one that says itself how references are set. */
    private static @Nullable String parent(String text, String name) {
        String parent = null;
        boolean root = false;
        boolean bibliography = false;
        try {
            XMLStreamReader xml = Xml.events().createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw noStyle(name, "it declares a document type, which styles do not have");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String element = xml.getLocalName();
                    root = root || element.equals("style");
                    bibliography = bibliography || element.equals("bibliography");
                    if (element.equals("link") && "independent-parent".equals(xml.getAttributeValue(null, "rel"))) {
                        parent = xml.getAttributeValue(null, "href");
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw noStyle(name, "line " + e.getLocation().getLineNumber() + " is not XML");
        }
        if (!root || parent == null && !bibliography) {
            throw noStyle(name, root ? "it sets no list of references" : "it holds no style");
        }
        return parent;
    }

    private static UserException noStyle(String name, String why) {
        return new UserException(name + " is not a reference style that can be used: " + why
                + ". Styles for every journal can be had as CSL files from zotero.org/styles.");
    }

    /** Whether it is a person's own. */
    public boolean own() {
        return !definition.isEmpty();
    }

    /** Keeps it as the style of the review. */
    public Op<Void> keep() {
        return own()
                ? Statements.state("reference-style", TOPIC, SUBJECT, definition, name)
                : Statements.state("reference-style", TOPIC, SUBJECT, equals(USUAL) ? "" : name, "");
    }

    /** The first included report, or else the first record, cited in this style; empty where there is none. */
    public String example(Review review) {
        for (RecordQuery query :
                List.of(RecordQuery.at(Stage.FULL_TEXT).withOutcomes(Outcome.INCLUDE), RecordQuery.everything())) {
            try (Stream<ScreenedRecord> records = review.records().screened(query)) {
                List<ScreenedRecord> first = records.limit(1).toList();
                if (!first.isEmpty()) {
                    return References.in(this, first).to(first.getFirst().id()).text();
                }
            }
        }
        return "";
    }

    /** What the processor calls it. */
    String forProcessor() {
        return own() ? definition : CSL.supportsStyle(name) ? name : DEPENDENT + name;
    }
}
