package org.winnow.session;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Sha256;
import org.winnow.store.Departures.RowSink;
import org.winnow.store.Lineage;
import org.winnow.store.ReviewInfo;
import org.winnow.store.Sessions;
import org.winnow.store.Travelling;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;

/**
 * A session file that was looked through to its end: every byte is what was packed, every row is what a review can hold.
 * Only then is anything in it used.
 */
public final class Pack implements Sessions.Rows, AutoCloseable {
    private static final long LARGEST = 16L << 30;
    private static final long LARGEST_MANIFEST = 4L << 20;
    private static final int MOST_FILES = 50_000;
    /** Text packs to a tenth, rarely to a fiftieth; what claims more was made to fill the disk. */
    private static final long RATIO = 200;

    private static final long HARMLESS = 64L << 20;
    private static final int BLOCK = 1 << 16;
    /** Before the hash of the scan on which they were recognised. Programs that do not know them leave them out. */
    static final String WORDS = "words/";

    private final Path file;
    private final @Nullable Path unlocked;
    private final ZipFile zip;
    private final Manifest manifest;

    private Pack(Path file, @Nullable Path unlocked, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.unlocked = unlocked;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Whether a password is needed. */
    public static boolean isLocked(Path file) {
        try {
            return Envelope.is(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Opens a session and looks through all of it.
     *
     * @param password where it is {@link #isLocked locked}, else null
     * @throws UnreadableSession when it is damaged, changed, locked, from a newer program, or no session at all
     */
    public static Pack open(Path file, char @Nullable [] password, Progress progress) {
        Path unlocked = null;
        try {
            if (Envelope.is(file)) {
                if (password == null) {
                    throw new UnreadableSession(
                            file + " is locked with a password. Give the password that you were told.");
                }
                unlocked = Files.createTempFile("winnow", ".session");
                Envelope.unlock(file, unlocked, password);
            }
            return checked(file, unlocked, progress);
        } catch (IOException e) {
            discard(unlocked);
            throw unreadable(file, e);
        } catch (RuntimeException e) {
            discard(unlocked);
            throw e;
        }
    }

    private static Pack checked(Path file, @Nullable Path unlocked, Progress progress) throws IOException {
        Path plain = unlocked == null ? file : unlocked;
        refuseOther(file, plain);
        if (!Seal.holds(plain)) {
            throw Manifest.damaged(file.toString(), "its seal is broken");
        }
        ZipFile zip = new ZipFile(plain.toFile(), StandardCharsets.UTF_8);
        try {
            Manifest manifest = manifest(file, zip);
            Pack pack = new Pack(file, unlocked, zip, manifest);
            pack.lookThrough(progress);
            return pack;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static void refuseOther(Path file, Path plain) throws IOException {
        try (InputStream in = Files.newInputStream(plain)) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4) {
                throw new UnreadableSession(file + " is not a Winnow session, or it is damaged. A session is made with"
                        + " Pack for a colleague and ends in .winnow-session.");
            }
        }
    }

    private static UnreadableSession unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new UnreadableSession("There is no file " + file + ". Check the name.", e);
        }
        return e instanceof ZipException || e instanceof EOFException
                ? Manifest.damaged(file.toString(), String.valueOf(e.getMessage()), e)
                : new UnreadableSession(
                        "Cannot read " + file + ": " + e.getMessage()
                                + ". Check that it is a file, that you may read it, and that the disk has room.",
                        e);
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
            throw new UnreadableSession(file + " is not a Winnow session: it has no table of contents.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.of(in.readNBytes((int) LARGEST_MANIFEST), file.toString());
        }
    }

    private void lookThrough(Progress progress) throws IOException {
        refuseStrangeContents();
        long total = manifest.parts().stream().mapToLong(Manifest.Part::bytes).sum();
        long done = 0;
        for (Manifest.Part part : manifest.parts()) {
            progress.check();
            refuseOtherBytes(part);
            done += part.bytes();
            progress.at(done, total);
        }
        References references = new References();
        for (Travelling part : Travelling.values()) {
            progress.check();
            rows(part, row -> references.check(part, row));
        }
    }

    private void refuseStrangeContents() throws IOException {
        List<String> wanted = new ArrayList<>(List.of(Manifest.NAME));
        manifest.parts().forEach(p -> wanted.add(p.name()));
        List<String> found =
                Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
        long declared = 0;
        for (Manifest.Part part : manifest.parts()) {
            declared += part.bytes();
            if (part.bytes() < 0 || part.sha256() == null || declared > LARGEST) {
                throw damaged("it claims to be larger than any session");
            }
        }
        long packed = Files.size(Path.of(zip.getName()));
        boolean same = found.size() == wanted.size() && new TreeSet<>(found).equals(new TreeSet<>(wanted));
        if (!same || found.size() > MOST_FILES) {
            throw damaged("it holds other files than its table of contents says");
        }
        if (declared > HARMLESS && declared / packed > RATIO) {
            throw damaged("it unpacks to more than " + RATIO + " times its size");
        }
        for (Travelling part : Travelling.values()) {
            if (!wanted.contains(part.key() + ".jsonl") && !OldSessions.mayLack(part, manifest.version())) {
                throw damaged("its " + part.key() + " are missing");
            }
        }
    }

    private void refuseOtherBytes(Manifest.Part part) throws IOException {
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = zip.getInputStream(zip.getEntry(part.name()))) {
            for (int got = in.read(block); got >= 0 && bytes <= part.bytes(); got = in.read(block)) {
                bytes += got;
                digest.update(block, 0, got);
            }
        }
        if (bytes != part.bytes() || !Sha256.hex(digest).equals(part.sha256())) {
            throw damaged(part.name() + " is not what was packed");
        }
        String name = part.name();
        if (name.startsWith("fulltexts/") && !name.equals("fulltexts/" + part.sha256() + ".pdf")) {
            throw damaged(name + " is not what its name says");
        }
        if (name.startsWith(WORDS) && !name.substring(WORDS.length()).matches("[0-9a-f]{64}\\.pdf")) {
            throw damaged(name + " is not named after a full text");
        }
    }

    private UnreadableSession damaged(String what) {
        return Manifest.damaged(file.toString(), what);
    }

    /** Hands over the rows of a part; they were all checked before. */
    @Override
    public void each(Travelling part, RowSink sink) {
        try {
            rows(part, sink);
        } catch (IOException e) {
            throw Manifest.damaged(file.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private void rows(Travelling part, RowSink sink) throws IOException {
        ZipEntry entry = zip.getEntry(part.key() + ".jsonl");
        boolean duplicates = entry == null && (part == Travelling.LIKENESS || part == Travelling.KEEPING);
        if (duplicates) {
            entry = zip.getEntry(OldSessions.DUPLICATES);
        }
        if (entry != null) {
            lines(entry, part, duplicates, sink);
        }
    }

    private void lines(ZipEntry entry, Travelling part, boolean duplicates, RowSink sink) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                zip.getInputStream(entry),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            long number = 0;
            // Several records may stand behind the same one, of which it is said once.
            Set<Object> said = new HashSet<>();
            RowSink once = row -> {
                if (said.add(String.valueOf(row.get("uuid")))) {
                    sink.row(row);
                }
            };
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    if (duplicates) {
                        OldSessions.duplicate(part, line, once);
                    } else {
                        sink.row(SessionRows.row(part, line, manifest.version()));
                    }
                } catch (IOException e) {
                    throw Manifest.damaged(file.toString(), part.key() + ", line " + number + ": " + e.getMessage(), e);
                }
            }
        } catch (References.Missing e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    public Path file() {
        return file;
    }

    /** The review that it belongs to. */
    public ReviewInfo review() {
        return manifest.info();
    }

    /** For whom it was packed, or who sends it back. */
    public String reviewer() {
        return manifest.reviewer();
    }

    /** Whether it comes back from a session. */
    public boolean back() {
        return manifest.back();
    }

    public Instant packedAt() {
        return Instant.ofEpochMilli(manifest.packedAt());
    }

    /** What it tells of the trails of files. */
    public Lineage.Told told() {
        return manifest.told();
    }

    /** Puts the full texts where those of a review lie, and beside scans the words that were recognised on them. */
    void keepFullTexts(FullTexts fullTexts) {
        for (Manifest.Part part : manifest.parts()) {
            if (part.name().startsWith("fulltexts/") && !Files.exists(fullTexts.path(part.sha256()))) {
                unpacked(part, fullTexts::keep);
            }
        }
        for (Manifest.Part part : manifest.parts()) {
            if (part.name().startsWith(WORDS)) {
                String scan = part.name().substring(WORDS.length()).replace(".pdf", "");
                Path place = fullTexts.words(scan);
                if (Files.exists(fullTexts.path(scan)) && !Files.exists(place)) {
                    unpacked(part, words -> WholeFile.write(place, out -> Files.copy(words, out)));
                }
            }
        }
    }

    private void unpacked(Manifest.Part part, Consumer<Path> then) {
        try {
            Path pdf = Files.createTempFile("winnow", ".pdf");
            try (InputStream in = zip.getInputStream(zip.getEntry(part.name()))) {
                Files.copy(in, pdf, StandardCopyOption.REPLACE_EXISTING);
                then.accept(pdf);
            } finally {
                Files.deleteIfExists(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            discard(unlocked);
        }
    }

    private static void discard(@Nullable Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException left) {
            temporary.toFile().deleteOnExit();
        }
    }
}
