package org.winnow.formats.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.winnow.formats.UnreadableFile;
import org.winnow.work.Progress;

/**
 * Unpacks zip and gzip archives of reference files, also one inside another, into numbered files of a folder: a name
 * from inside an archive is shown and never used as a place. What grows beyond its {@link Limits} is refused.
 */
public final class Archive {
    /**
     * A file from an archive.
     *
     * @param name what people call it: {@code archive.zip/inner.ris}
     * @param file where its bytes are now
     */
    public record Entry(String name, Path file) {}

    private static final int NESTED = 1;
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_NAME = 200;

    private final String top;
    private final Path folder;
    private final Limits limits;
    private final Progress progress;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;
    private int files;

    private Archive(String top, Path folder, Limits limits, Progress progress) {
        this.top = top;
        this.folder = folder;
        this.limits = limits;
        this.progress = progress;
    }

    /** Whether a file is an archive of files, told by its content; a workbook or a document is none. */
    public static boolean is(Path file) throws IOException {
        return Kind.of(file) != Kind.NONE;
    }

    /**
     * Unpacks all files that people put there.
     *
     * @param name what people call the archive
     * @param folder an empty folder that the caller deletes
     * @throws UnreadableFile when it is damaged, protected by a password, holds nothing, or grows beyond the limits
     */
    public static List<Entry> unpack(Path file, String name, Path folder, Limits limits, Progress progress)
            throws IOException {
        Archive archive = new Archive(name, folder, limits, progress);
        archive.add(file, name, 0);
        if (archive.entries.isEmpty()) {
            throw new UnreadableFile(name + " is an archive without any files. Export the records again.");
        }
        return List.copyOf(archive.entries);
    }

    private void add(Path file, String name, int depth) throws IOException {
        Kind kind = depth > NESTED ? Kind.NONE : Kind.of(file);
        try {
            switch (kind) {
                case ZIP -> zip(file, name, depth);
                case GZIP -> gzip(file, name, depth);
                case NONE -> entries.add(new Entry(name, file));
            }
        } catch (ZipException | EOFException e) {
            throw damaged(name, e);
        }
    }

    private void zip(Path file, String name, int depth) throws IOException {
        try (ZipFile zip = opened(file)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && !byTheSystem(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        String inner = name + "/" + shown(entry.getName());
                        add(unpacked(in, inner, Math.max(entry.getCompressedSize(), 1)), inner, depth + 1);
                    }
                }
            }
        }
    }

    /** Names are in UTF-8 today and in the code page of DOS where old programs wrote them. */
    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException perhapsOldNames) {
            if (!Charset.isSupported("IBM437") || encrypted(perhapsOldNames)) {
                throw perhapsOldNames;
            }
            return new ZipFile(file.toFile(), Charset.forName("IBM437"));
        }
    }

    private void gzip(Path file, String name, int depth) throws IOException {
        String plain = name.substring(name.lastIndexOf('/') + 1).replaceFirst("(?i)\\.gz(ip)?$", "");
        String inner = name + "/" + plain.substring(Math.max(plain.lastIndexOf('\\'), plain.lastIndexOf('/')) + 1);
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), BLOCK)) {
            add(unpacked(in, inner, Math.max(Files.size(file), 1)), inner, depth + 1);
        }
    }

    private Path unpacked(InputStream in, String name, long packed) throws IOException {
        if (++files > limits.files()) {
            throw new UnreadableFile("%s holds more than %,d files. Unpack it and import those you mean."
                    .formatted(top, limits.files()));
        }
        Path target = folder.resolve(Integer.toString(files));
        long size = 0;
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                progress.check();
                size += got;
                bytes += got;
                refuseBomb(name, size, packed);
                out.write(block, 0, got);
            }
        }
        return target;
    }

    private void refuseBomb(String name, long size, long packed) {
        if (bytes > limits.bytes()) {
            throw new UnreadableFile("%s unpacks to more than %,d MB. Unpack it and import the files that you mean."
                    .formatted(top, limits.bytes() >> 20));
        }
        if (size > limits.harmless() && size / packed > limits.ratio()) {
            throw new UnreadableFile(
                    "%s unpacks to more than %d times its size, which no reference file does; it was not opened."
                                    .formatted(name, limits.ratio())
                            + " Get it again from where it came.");
        }
    }

    /** What systems put beside the files of people. */
    private static boolean byTheSystem(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith(".")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    private static String shown(String name) {
        String plain = name.replace('\\', '/').replaceAll("\\p{Cntrl}", "\uFFFD");
        return plain.length() <= LONGEST_NAME ? plain : "…" + plain.substring(plain.length() - LONGEST_NAME);
    }

    private static boolean encrypted(Exception e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("encrypted");
    }

    private static UnreadableFile damaged(String name, Exception e) {
        return new UnreadableFile(
                encrypted(e)
                        ? name + " is protected by a password. Unpack it and import the files inside."
                        : name + " is a damaged archive (" + e.getMessage()
                                + "). Download it again, or unpack it with another program and import the files inside.");
    }
}
