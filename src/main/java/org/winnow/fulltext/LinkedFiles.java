package org.winnow.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;

/**
 * Files whose paths stand in the records, as Zotero, EndNote, Mendeley and JabRef export them, looked for in the folders
 * that a person named and nowhere else: records come from strangers and may name anything.
 */
final class LinkedFiles {
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?<!\\\\)[;|\\n]\\s*(?=\\S)");
    /** BibTeX of JabRef, Zotero and Mendeley: {@code description:path:type}; colons in the path are escaped. */
    private static final Pattern BIBTEX = Pattern.compile("([^:]*):((?:\\\\:|[A-Za-z]:[\\\\/]|[^:])+):([A-Za-z./+-]*)");

    private static final int MOST_FOLDERS = 200_000;

    private final Set<Path> roots = new LinkedHashSet<>();
    private final Map<Path, Set<RecordId>> records = new HashMap<>();

    /** @param filesAndFolders what a person named: folders, and files in the folders that they lie in */
    LinkedFiles(List<Path> filesAndFolders) {
        for (Path path : filesAndFolders) {
            Path absolute = path.toAbsolutePath().normalize();
            Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
            if (folder != null) {
                roots.add(folder);
                libraries(folder);
            }
        }
    }

    /** EndNote keeps its files in {@code NAME.Data/PDF}, Zotero in {@code storage} of its folder. */
    private void libraries(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            inside.limit(MOST_FOLDERS)
                    .filter(path -> String.valueOf(path.getFileName()).endsWith(".Data") && Files.isDirectory(path))
                    .sorted()
                    .forEach(roots::add);
        } catch (IOException | UncheckedIOException unreadable) {
            // The files themselves are looked for below the folder all the same.
        }
    }

    /** Takes note of the paths that a record names. */
    void add(RecordId id, BibRecord record) {
        for (String value : record.extra().getOrDefault(ExtraKey.FILE, List.of())) {
            for (String path : paths(value)) {
                found(path, id);
            }
        }
    }

    /** The records that name this file. */
    Set<RecordId> naming(Path file) {
        return records.getOrDefault(real(file), Set.of());
    }

    private void found(String path, RecordId id) {
        for (Path root : roots) {
            for (String tail : tails(path)) {
                try {
                    Path file = root.resolve(tail).normalize();
                    if (file.startsWith(root) && Files.isRegularFile(file)) {
                        records.computeIfAbsent(real(file), f -> new LinkedHashSet<>())
                                .add(id);
                        return;
                    }
                } catch (InvalidPathException strange) {
                    // No file of this computer is called so.
                }
            }
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** A value may hold several files, each with a description and a type as BibTeX has them. */
    static List<String> paths(String value) {
        List<String> paths = new ArrayList<>();
        for (String one : SEVERAL.split(value.strip())) {
            Matcher bibtex = BIBTEX.matcher(one);
            String path = bibtex.matches() && !one.matches("(?i)(file|internal-pdf|https?):/.*|[A-Za-z]:[\\\\/][^:]*")
                    ? bibtex.group(2).replace("\\:", ":").replace("\\;", ";")
                    : one;
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

    /**
     * The path and what is left of it without the first folders: a library that was moved, or comes from another computer,
     * has the same folders below. A bare name is none of them: two papers may both be called {@code article.pdf}.
     */
    private static List<String> tails(String path) {
        List<String> parts = Stream.of(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        List<String> tails = new ArrayList<>();
        for (int from = 0; from < parts.size(); from++) {
            if (from == 0 || parts.size() - from >= 2) {
                tails.add(String.join("/", parts.subList(from, parts.size())));
            }
        }
        return tails;
    }
}
