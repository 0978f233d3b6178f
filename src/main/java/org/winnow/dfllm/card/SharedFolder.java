package org.winnow.dfllm.card;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;

/** What somebody else shared: files of a package, as a folder or as one ZIP file, held against its checksums. */
public final class SharedFolder {
    /** Bytes that a file of a package has at most; more is no text of papers. */
    private static final int LARGEST = 512 << 20;

    private static final String SUMS = "SHA256SUMS";

    private SharedFolder() {}

    /** Whether a path may be a package: a folder, or a file that begins as ZIP files do. */
    public static boolean isOne(Path path) {
        if (Files.isDirectory(path)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(4);
            return begin.length == 4 && begin[0] == 'P' && begin[1] == 'K' && begin[2] == 3 && begin[3] == 4;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads some of the files.
     *
     * @throws UserException where one was changed since the package was made, is missing, too large or unreadable
     */
    public static Map<String, byte[]> read(Path path, Collection<String> names) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            Map<String, String> sums = sums(one(path, SUMS));
            for (String name : names) {
                byte[] bytes = one(path, name);
                if (!Sha256.of(bytes).equals(sums.get(name))) {
                    throw new UserException(path + ": " + name + " is not as it was when the package was made (its "
                            + "checksum differs). Ask for the package again.");
                }
                files.put(name, bytes);
            }
        } catch (IOException e) {
            throw new UserException(
                    path + " cannot be read as a shared package (" + e.getMessage() + "). Ask for it again.", e);
        }
        return files;
    }

    private static Map<String, String> sums(byte[] file) {
        Map<String, String> sums = new HashMap<>();
        new String(file, StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.contains("  "))
                .forEach(line -> {
                    int blank = line.indexOf("  ");
                    sums.put(line.substring(blank + 2), line.substring(0, blank));
                });
        return sums;
    }

    private static byte[] one(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            Path file = path.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw missing(path, name);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return bounded(in, path, name);
            }
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw missing(path, name);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return bounded(in, path, name);
            }
        }
    }

    private static UserException missing(Path path, String name) {
        return new UserException(path + " has no file " + name
                + ". Choose the folder or the ZIP file that card wrote; with --ask it has papers to ask.");
    }

    private static byte[] bounded(InputStream in, Path path, String name) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new UserException(path + ": " + name + " is larger than a text of papers can be.");
        }
        return bytes;
    }
}
