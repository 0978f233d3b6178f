package org.winnow.formats.zoterordf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.TextInput;
import org.winnow.formats.value.Substance;
import org.winnow.formats.xml.XmlElement;
import org.winnow.formats.xml.XmlReader;

/**
 * Reads Zotero's RDF as it is written, prefixes and all, rather than as a graph. The journal, the files and the notes of
 * an item stand in elements beside it, mostly right after it: an item waits until they have come.
 */
public final class ZoteroRdfReader {
    /** Of Zotero's own words; its files declare it. */
    public static final String NAMESPACE = "http://www.zotero.org/namespaces/export#";

    /** Elements that stand beside items, of which each item names its own; within an item, too. */
    private static final Set<String> BESIDE = Set.of(
            "bib:Journal",
            "bib:Periodical",
            "bib:Newspaper",
            "bib:CourtReporter",
            "bib:Series",
            "bib:Memo",
            "z:Website",
            "z:Blog",
            "z:Forum",
            "z:Attachment",
            "z:Collection");

    /** A book is an item, or has an item as its chapter. */
    private static final Set<String> INNER = with(BESIDE, "bib:Book");

    private static final Set<String> ALL = with(
            INNER,
            "bib:Article",
            "bib:BookSection",
            "bib:Thesis",
            "bib:Letter",
            "bib:Manuscript",
            "bib:Interview",
            "bib:MotionPicture",
            "bib:Illustration",
            "bib:Document",
            "bib:Report",
            "bib:Legislation",
            "bib:Patent",
            "bib:Image",
            "bib:Recording",
            "bib:ConferenceProceedings",
            "bib:Data",
            "rdf:Description");

    private static final int MOST_WAITING = 1000;
    private static final int MOST_BESIDE = 5000;

    /** An element as it stands in the file. */
    private record Part(XmlElement element, String raw) {}

    private record Item(XmlElement element, String raw, long line, List<String> mends, Set<String> names) {}

    private final Intake intake;
    private final XmlReader elements;
    private final ArrayDeque<Item> waiting = new ArrayDeque<>();
    private final Map<String, Part> beside = new LinkedHashMap<>();
    private final Set<String> claimed = new HashSet<>();
    private long unclaimed;

    public ZoteroRdfReader(TextInput in, Intake intake) {
        this.intake = intake;
        this.elements = new XmlReader(in, ALL, INNER, intake, this::take);
    }

    /** Reads to the end. */
    public void read() throws IOException {
        elements.read();
        while (!waiting.isEmpty()) {
            handOn(waiting.remove());
        }
        beside.keySet().forEach(this::tally);
        if (unclaimed > 0) {
            intake.outside(
                    0,
                    "The library has files or notes that belong to no reference (" + unclaimed
                            + "). They are no records and were left out.",
                    "");
        }
    }

    private void take(XmlElement element, String raw, long line, List<String> mends) {
        String about = element.attribute("about");
        if (element.name().equals("z:Collection")) {
            return;
        }
        if (isBeside(element, about)) {
            remember(about, new Part(element, raw));
        } else {
            waiting.add(new Item(element, raw, line, mends, ZoteroRdfMapping.named(element)));
        }
        while (!waiting.isEmpty()
                && (waiting.size() > MOST_WAITING
                        || beside.keySet().containsAll(waiting.element().names()))) {
            handOn(waiting.remove());
        }
    }

    private static boolean isBeside(XmlElement element, String about) {
        String type = element.child("z:itemType").text();
        return BESIDE.contains(element.name())
                || type.equals("attachment")
                || type.equals("note")
                || type.isEmpty() && about.startsWith("urn:issn:");
    }

    private void remember(String about, Part part) {
        if (beside.size() >= MOST_BESIDE) {
            String oldest = beside.keySet().iterator().next();
            beside.remove(oldest);
            tally(oldest);
        }
        beside.put(about, part);
    }

    private void tally(String gone) {
        unclaimed += claimed.remove(gone) ? 0 : 1;
    }

    private void handOn(Item item) {
        Map<String, XmlElement> parts = new HashMap<>();
        List<String> raw = new ArrayList<>(List.of(item.raw()));
        for (String name : item.names()) {
            Part part = beside.get(name);
            if (part != null) {
                claimed.add(name);
                parts.put(name, part.element());
                raw.add(part.raw());
            }
        }
        ZoteroRdfMapping mapping = new ZoteroRdfMapping(item.element(), parts, item.mends());
        Substance.handOn(mapping.record().raw(String.join("\n", raw)).build(), item.line(), item.mends(), intake);
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
