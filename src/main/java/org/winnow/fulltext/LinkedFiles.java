package org.winnow.fulltext;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;

/**
 * Files whose paths stand in the records, as Zotero, EndNote, Mendeley and JabRef export them, found among the files that
 * a person brought and nowhere else: records come from strangers and may name anything.
 */
final class LinkedFiles {
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?<!\\\\)[;|\\n]\\s*(?=\\S)");
    /** BibTeX of JabRef, Zotero and Mendeley: {@code description:path:type}; colons in the path are escaped. */
    private static final Pattern BIBTEX = Pattern.compile("([^:]*):((?:\\\\:|[A-Za-z]:[\\\\/]|[^:])+):([A-Za-z./+-]*)");

    /** Last parts of a path that tell a file: its name alone does not, two papers may both be article.pdf. */
    private static final int TELLING = 2;

    private final Map<String, Set<Path>> byName = new HashMap<>();
    private final Map<Path, Set<RecordId>> records = new HashMap<>();

    /** @param files those that a person brought */
    LinkedFiles(Collection<Path> files) {
        for (Path file : files) {
            byName.computeIfAbsent(letters(file.getFileName()), name -> new LinkedHashSet<>())
                    .add(whole(file));
        }
    }

    /** Takes note of the paths that a record names: several in a value, or one with a semicolon in it. */
    void add(RecordId id, BibRecord record) {
        for (String value : record.extra().getOrDefault(ExtraKey.FILE, List.of())) {
            Stream.concat(paths(value).stream(), Stream.of(plain(value)))
                    .flatMap(path -> meant(parts(path)).stream())
                    .forEach(file -> records.computeIfAbsent(file, f -> new LinkedHashSet<>())
                            .add(id));
        }
    }

    /** The records that name this file. */
    Set<RecordId> naming(Path file) {
        return records.getOrDefault(whole(file), Set.of());
    }

    /**
     * The files with the most of a path's last parts in common: a library that was moved, or comes from another computer,
     * has the same folders below. A path that is a bare name, as JabRef writes it, is that of the only file of this name.
     */
    private List<Path> meant(List<String> path) {
        if (path.isEmpty()) {
            return List.of();
        }
        int most = 0;
        List<Path> best = new ArrayList<>();
        for (Path file : byName.getOrDefault(path.getLast(), Set.of())) {
            int common = common(path, file);
            if (common > most) {
                best.clear();
                most = common;
            }
            if (common == most) {
                best.add(file);
            }
        }
        boolean only = path.size() == 1 && best.size() == 1;
        return most >= TELLING || only ? best : List.of();
    }

    private static int common(List<String> path, Path file) {
        int common = 0;
        while (common < path.size()
                && common < file.getNameCount()
                && path.get(path.size() - 1 - common).equals(letters(file.getName(file.getNameCount() - 1 - common)))) {
            common++;
        }
        return common;
    }

    private static Path whole(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** Parts of a path from another computer; macOS takes letters and their accents apart. */
    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.clear();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(Normalizer.normalize(part, Normalizer.Form.NFC));
            }
        }
        return parts;
    }

    private static String letters(@Nullable Path name) {
        return Normalizer.normalize(String.valueOf(name), Normalizer.Form.NFC);
    }

    /** A value may hold several files, each with a description and a type as BibTeX has them. */
    static List<String> paths(String value) {
        List<String> paths = new ArrayList<>();
        for (String one : SEVERAL.split(value.strip())) {
            Matcher bibtex = BIBTEX.matcher(one);
            String path = bibtex.matches() && !one.matches("(?i)(file|internal-pdf|https?):/.*|[A-Za-z]:[\\\\/][^:]*")
                    ? bibtex.group(2)
                    : one;
            path = path.replace("\\:", ":").replace("\\;", ";");
            if (!path.isBlank() && !path.matches("(?i)https?://.*")) {
                paths.add(plain(path.strip()));
            }
        }
        return paths;
    }

    private static String plain(String path) {
        String plain = path.replaceFirst("(?i)^internal-pdf://", "PDF/")
                .replaceFirst("(?i)^file:/{2,3}(?=[A-Za-z]:)", "")
                .replaceFirst("(?i)^file:/{1,3}", "/")
                .replace('\\', '/');
        try {
            return path.contains("%") ? URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8) : plain;
        } catch (IllegalArgumentException noEscapes) {
            return plain;
        }
    }
}
