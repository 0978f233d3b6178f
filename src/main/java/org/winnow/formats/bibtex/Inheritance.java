package org.winnow.formats.bibtex;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an entry takes from the one that its {@code crossref} or {@code xdata} names (BibLaTeX manual, appendix B). Of
 * the entries that went by, as many are remembered as bounded memory allows.
 */
final class Inheritance {
    /** Memory for earlier entries, in characters. */
    private static final long MOST = 8L << 20;

    /** Long fields that only {@code xdata} hands on: remembering them would fill the memory with abstracts. */
    private static final Set<String> LONG = Set.of("abstract", "note", "annote", "keywords", "file");

    private static final int DEEPEST = 5;

    private static final Set<String> NEVER = Set.of(
            "ids",
            "crossref",
            "xref",
            "xdata",
            "entryset",
            "entrysubtype",
            "execute",
            "label",
            "options",
            "presort",
            "related",
            "relatedoptions",
            "relatedstring",
            "relatedtype",
            "shorthand",
            "shorthandintro",
            "sortkey",
            "keywords",
            "note",
            "annote",
            "abstract",
            "doi",
            "pmid",
            "url",
            "file",
            "pages");

    private static final Set<String> MULTIVOLUME = Set.of("mvbook", "mvcollection", "mvproceedings", "mvreference");
    private static final Set<String> WHOLES =
            Set.of("book", "collection", "proceedings", "reference", "booklet", "manual");
    private static final Set<String> PARTS = Set.of(
            "inbook",
            "incollection",
            "inproceedings",
            "inreference",
            "bookinbook",
            "suppbook",
            "suppcollection",
            "conference");

    private final Map<String, BibEntry> known = new HashMap<>();
    private final ArrayDeque<BibEntry> order = new ArrayDeque<>();
    private long weight;

    /** Remembers an entry for those that name it. */
    void remember(BibEntry entry) {
        BibEntry kept = entry.type().equals("xdata") ? entry : withoutLongFields(entry);
        names(kept).forEach(name -> known.putIfAbsent(name, kept));
        order.add(kept);
        weight += kept.weight();
        while (weight > MOST && order.size() > 1) {
            BibEntry old = order.poll();
            weight -= old.weight();
            names(old).forEach(name -> known.computeIfPresent(name, (k, e) -> e == old ? null : e));
        }
    }

    private static List<String> names(BibEntry entry) {
        return Stream.concat(Stream.of(entry.key()), Stream.of(entry.get("ids").split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static BibEntry withoutLongFields(BibEntry entry) {
        BibEntry slim = new BibEntry(entry.type(), entry.key());
        entry.fields().forEach((field, values) -> {
            if (!LONG.contains(field)) {
                values.forEach(v -> slim.add(field, v));
            }
        });
        return slim;
    }

    /** The key of an entry that is named and has not gone by yet, or null. */
    @Nullable
    String missing(BibEntry entry) {
        return missing(entry, 0);
    }

    private @Nullable String missing(BibEntry entry, int depth) {
        for (String key : parents(entry)) {
            BibEntry parent = known.get(key);
            String lacks =
                    parent == null ? key : depth < DEEPEST && parent != entry ? missing(parent, depth + 1) : null;
            if (lacks != null) {
                return lacks;
            }
        }
        return null;
    }

    /** The entry with what it inherits; itself when it names no other. */
    BibEntry complete(BibEntry entry) {
        return complete(entry, 0);
    }

    private BibEntry complete(BibEntry entry, int depth) {
        List<String> parents = parents(entry);
        if (parents.isEmpty() || depth > DEEPEST) {
            return entry;
        }
        BibEntry whole = new BibEntry(entry.type(), entry.key());
        entry.fields().forEach((field, values) -> values.forEach(v -> whole.add(field, v)));
        whole.mends().addAll(entry.mends());
        for (String key : parents) {
            BibEntry parent = known.get(key);
            if (parent == null) {
                whole.mends()
                        .add("The entry “" + key + "”, of which this one is a part, was not found in the file; what it"
                                + " would add is missing.");
            } else if (parent != entry) {
                inherited(complete(parent, depth + 1), entry.type()).forEach((field, value) -> {
                    if (whole.get(field).isEmpty()) {
                        whole.add(field, value);
                    }
                });
            }
        }
        return whole;
    }

    private static List<String> parents(BibEntry entry) {
        String crossref = entry.get("crossref").strip();
        String xdata = entry.get("xdata").strip();
        return List.of((xdata + "," + crossref).split(",")).stream()
                .map(String::strip)
                .filter(k -> !k.isEmpty() && !k.equals(entry.key()))
                .toList();
    }

    private static Map<String, String> inherited(BibEntry parent, String child) {
        Map<String, String> all = new LinkedHashMap<>();
        String titles = titles(parent.type(), child);
        for (String field : parent.fields().keySet()) {
            boolean title = field.equals("title") || field.equals("subtitle") || field.equals("titleaddon");
            boolean kept = parent.type().equals("xdata") || !NEVER.contains(field);
            if (kept && !field.equals("shorttitle")) {
                all.put(title ? titles + field : field, parent.get(field));
            }
        }
        if (titles.equals("book") && !parent.get("booktitle").isEmpty()) {
            // BibTeX repeats the title of proceedings as booktitle, meant for the papers
            all.put("booktitle", parent.get("booktitle"));
        }
        boolean ofBook = child.equals("inbook") || child.equals("bookinbook");
        if (!ofBook && PARTS.contains(child)) {
            all.remove("author");
        }
        return all;
    }

    /** What goes before the title of the whole where it becomes a field of the part. */
    private static String titles(String parent, String child) {
        if (MULTIVOLUME.contains(parent) && !parent.equals(child)) {
            return "main";
        }
        if (PARTS.contains(child) && (WHOLES.contains(parent) || parent.equals("periodical"))) {
            return "book";
        }
        return parent.equals("periodical") ? "journal" : "";
    }
}
