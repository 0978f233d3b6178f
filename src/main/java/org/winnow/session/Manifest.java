package org.winnow.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.store.Lineage;
import org.winnow.store.ReviewInfo;

/**
 * What a session file says of itself.
 *
 * @param version of the format; a higher one is from a newer program
 * @param review the UUID of the review that it belongs to
 * @param createdAt when the review was made, in milliseconds since 1970
 * @param packedAt when the session was packed, in milliseconds since 1970
 * @param reviewer for whom it was packed, or who sends it back
 * @param back whether it comes back from a session
 * @param stage key of the stage to be screened, empty for whatever there is
 * @param query the words that chose the records, empty for all
 * @param parts every other file in the archive
 * @param lineage how far the trail of the file had come that it was packed from; null where that would tell the
 *     recipient what the others do, and before version 4
 * @param heads the newest operation of that file and of those that it has heard of, by their hashes
 */
record Manifest(
        int version,
        UUID review,
        String title,
        int screeners,
        long createdAt,
        long packedAt,
        String reviewer,
        boolean back,
        String stage,
        String query,
        List<Part> parts,
        @Nullable Lineage lineage,
        List<Lineage.Head> heads) {
    static final int VERSION = 4;
    static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One file of the archive.
     *
     * @param bytes its length, unpacked
     * @param sha256 of its content in hexadecimal
     */
    record Part(String name, long bytes, String sha256) {}

    Manifest {
        parts = List.copyOf(parts);
        heads = heads == null ? List.of() : List.copyOf(heads);
    }

    byte[] json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** Looks at the version before anything else: a newer program may have other fields. */
    static Manifest of(byte[] json, String file) {
        try {
            JsonNode tree = JSON.readTree(json);
            int version = tree.path("version").asInt(0);
            if (version > VERSION) {
                throw new UnreadableSession(file + " was packed by a newer Winnow (session version " + version
                        + ", this program reads " + VERSION + "). Install the newer program and try again.");
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw damaged(file, "its table of contents cannot be read", e);
        }
    }

    static UnreadableSession damaged(String file, String what, @Nullable Throwable cause) {
        return new UnreadableSession(
                file + " is damaged or was changed on its way: " + what
                        + ". Nothing was taken from it. Ask for the file again.",
                cause);
    }

    static UnreadableSession damaged(String file, String what) {
        return damaged(file, what, null);
    }

    Lineage.Told told() {
        return new Lineage.Told(lineage, heads);
    }

    ReviewInfo info() {
        return new ReviewInfo(review, title, screeners, Instant.ofEpochMilli(createdAt));
    }

    Map<String, Part> byName() {
        Map<String, Part> byName = new HashMap<>();
        parts.forEach(p -> byName.put(p.name(), p));
        return byName;
    }
}
