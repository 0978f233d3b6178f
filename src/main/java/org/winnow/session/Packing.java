package org.winnow.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.decision.CarriedDecisions;
import org.winnow.formats.decision.RayyanLog;
import org.winnow.model.Reviewer;
import org.winnow.model.Sha256;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Departures;
import org.winnow.store.Departures.Scope;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.ReviewInfo;
import org.winnow.store.Share;
import org.winnow.store.Travelling;
import org.winnow.work.Progress;

/**
 * Packs a session: one file, {@code NAME.winnow-session}, with which a colleague works on a part of the review without
 * the others, and which comes back the same way. A ZIP archive with a table of contents, one file of JSON lines for each
 * {@link Travelling part}, and the full texts.
 */
public final class Packing {
    /**
     * What to pack.
     *
     * @param reviewer for whom, or who sends it back
     * @param stage the stage to be screened, or null for whatever there is
     * @param query words that the records must have; empty for all records
     * @param blinded whether what others decided, noted and tagged stays behind
     * @param fullTexts whether the PDFs go along
     * @param assigned whether only the records go that the assignment gives to the recipient
     * @param share of the records that goes, or null for all of them
     * @param by who packs, or null where nobody has given a name; who may not see the review unblinded packs it blinded
     */
    public record Request(
            Reviewer reviewer,
            @Nullable Stage stage,
            String query,
            boolean blinded,
            boolean fullTexts,
            boolean assigned,
            @Nullable Share share,
            @Nullable Reviewer by) {}

    /**
     * What was packed.
     *
     * @param rows how many rows of each part
     */
    public record Packed(long records, Map<Travelling, Long> rows, long bytes) {
        public Packed {
            rows = Map.copyOf(rows);
        }
    }

    private final Review review;
    private final FullTexts fullTexts;
    private final Clock clock;

    public Packing(Review review, FullTexts fullTexts, Clock clock) {
        this.review = review;
        this.fullTexts = fullTexts;
        this.clock = clock;
    }

    /**
     * Whether a pack for this person holds only what is assigned to them unless somebody says otherwise: where they share
     * the records with others, and the file is not a session on its way back.
     *
     * @param stage the stage to be screened, or null for whatever there is
     */
    public static boolean followsAssignment(Review review, Reviewer reviewer, @Nullable Stage stage) {
        return !review.sessions().isSession() && review.team().shares(reviewer.id(), stage);
    }

    /**
     * Writes the session, whole or not at all.
     *
     * @param password to lock it with, or null to leave it open
     * @throws UserException when no record falls in what was asked for, or the file cannot be written
     */
    public Packed pack(Request request, Path out, char @Nullable [] password, Progress progress) {
        RecordQuery records = records(request);
        Departures departures = review.sessions()
                .departures(new Scope(
                        records,
                        request.reviewer().id(),
                        request.blinded(),
                        request.stage(),
                        request.fullTexts(),
                        request.assigned(),
                        request.share()));
        refuseIndiscretion(request, departures);
        if (departures.records() == 0) {
            throw new UserException(
                    request.assigned()
                            ? "No record of this review is assigned to "
                                    + request.reviewer().name()
                                    + " at that stage with those words, so that there is nothing to pack. Choose another"
                                    + " stage or other words, or pack all records."
                            : "No record of this review is at that stage with those words, so that there is nothing"
                                    + " to pack. Choose another stage or other words.");
        }
        Path zip = out.resolveSibling("." + out.getFileName() + ".part");
        Path locked = out.resolveSibling("." + out.getFileName() + ".locked");
        try {
            Map<Travelling, Long> rows = write(zip, request, departures, records, progress);
            Seal.close(zip);
            if (password != null) {
                Envelope.lock(zip, locked, password);
            }
            Files.move(password == null ? zip : locked, out, StandardCopyOption.REPLACE_EXISTING);
            return new Packed(departures.records(), rows, Files.size(out));
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(
                    "Cannot write " + out + ": " + e.getMessage()
                            + ". Choose a folder that exists, may be written to and has room.",
                    e);
        } finally {
            discard(zip);
            discard(locked);
        }
    }

    /** What goes back to the review comes from there, or from those who sent it to this session. */
    private void refuseIndiscretion(Request request, Departures departures) {
        if (!request.blinded() && !departures.goesBack()) {
            Reviewer by = request.by();
            review.team().rights().unblinded(by == null ? null : by.id());
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // Hidden and overwritten the next time.
        }
    }

    private static RecordQuery records(Request request) {
        RecordQuery all = request.stage() == null
                ? RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL)
                : RecordQuery.at(request.stage());
        return all.withText(request.query());
    }

    private Map<Travelling, Long> write(
            Path zip, Request request, Departures departures, RecordQuery records, Progress progress)
            throws IOException {
        Map<Travelling, Long> rows = new EnumMap<>(Travelling.class);
        List<Manifest.Part> parts = new ArrayList<>();
        Set<Long> telling = request.blinded() && !departures.goesBack() ? telling(records) : Set.of();
        try (ZipOutputStream out =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)), StandardCharsets.UTF_8)) {
            out.setComment(Seal.PLACE);
            for (Travelling part : Travelling.values()) {
                parts.add(entry(out, part.key() + ".jsonl", to -> rows.put(part, rows(to, part, departures, telling))));
                progress.at(part.ordinal(), Travelling.values().length);
                progress.check();
            }
            for (String sha256 : departures.fullTexts()) {
                Path pdf = fullTexts.path(sha256);
                if (Files.exists(pdf)) {
                    parts.add(entry(out, "fulltexts/" + sha256 + ".pdf", to -> Files.copy(pdf, to)));
                }
                Path words = fullTexts.words(sha256);
                if (Files.exists(pdf) && Files.exists(words)) {
                    parts.add(entry(out, Pack.WORDS + sha256 + ".pdf", to -> Files.copy(words, to)));
                }
                progress.check();
            }
            out.putNextEntry(new ZipEntry(Manifest.NAME));
            out.write(manifest(request, departures, parts).json());
            out.closeEntry();
        }
        return rows;
    }

    private interface Content {
        void into(OutputStream out) throws IOException;
    }

    private static Manifest.Part entry(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = Sha256.digest();
        Counting counting = new Counting(new DigestOutputStream(zip, digest));
        content.into(counting);
        zip.closeEntry();
        return new Manifest.Part(name, counting.bytes, Sha256.hex(digest));
    }

    private static long rows(OutputStream out, Travelling part, Departures departures, Set<Long> telling) {
        long[] n = {0};
        departures.each(part, row -> {
            try {
                if (part == Travelling.RECORDS && telling.contains(((Number) row.get("number")).longValue())) {
                    silence(row);
                }
                out.write(SessionRows.line(row));
                out.write('\n');
                n[0]++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return n[0];
    }

    /** Records that carry decisions of others in the text that they came with, as other programs export them. */
    private Set<Long> telling(RecordQuery records) {
        Set<Long> telling = new HashSet<>();
        review.records().forEachBib(records, (id, record) -> {
            if (!CarriedDecisions.of(record, "", RayyanLog.NONE).isEmpty()) {
                telling.add(id.value());
            }
        });
        return telling;
    }

    private static void silence(Map<String, @Nullable Object> record) {
        record.put("notes", "");
        record.put("extra", "");
        record.put("raw", "");
    }

    private Manifest manifest(Request request, Departures departures, List<Manifest.Part> parts) {
        ReviewInfo info = review.setup().info();
        Stage stage = request.stage();
        return new Manifest(
                Manifest.VERSION,
                info.uuid(),
                info.title(),
                info.screenersPerRecord(),
                info.createdAt().toEpochMilli(),
                clock.millis(),
                request.reviewer().name(),
                departures.goesBack(),
                stage == null ? "" : stage.key(),
                request.query(),
                parts,
                request.blinded() && !departures.goesBack() ? null : departures.lineage(),
                departures.heads());
    }

    /** Counts the bytes that go by; closing it closes nothing. */
    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long bytes;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] block, int from, int length) throws IOException {
            out.write(block, from, length);
            bytes += length;
        }
    }
}
