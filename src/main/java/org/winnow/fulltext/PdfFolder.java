package org.winnow.fulltext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;
import org.winnow.work.WholeFile;

/**
 * Where the full texts of a review lie: a folder beside the review file, each file once under the hash of its content.
 * Whoever moves or copies a review takes this folder along.
 */
public final class PdfFolder {
    private final Path folder;

    /** @param review the review file, {@code NAME.winnow}; the folder is {@code NAME.fulltexts} */
    public PdfFolder(Path review) {
        String name = String.valueOf(review.getFileName());
        String stem = name.endsWith(".winnow") ? name.substring(0, name.length() - ".winnow".length()) : name;
        this.folder = review.toAbsolutePath().resolveSibling(stem + ".fulltexts");
    }

    public Path folder() {
        return folder;
    }

    /** Where a file with this hash lies, whether it is there or not. */
    public Path path(String sha256) {
        return folder.resolve(sha256 + ".pdf");
    }

    /** Where the words lie that were recognised on a scan that lies beside it, or anywhere else; they may not be there. */
    public static Path words(Path pdf) {
        String name = String.valueOf(pdf.getFileName());
        return pdf.resolveSibling(name.replaceFirst("(?i)\\.pdf$", "") + ".words.pdf");
    }

    /** Keeps the words that were recognised on a scan. */
    void keepWords(String sha256, byte[] words) {
        WholeFile.write(words(path(sha256)), out -> {
            out.write(words);
            return words.length;
        });
    }

    /**
     * Copies a file in, under a temporary name first; one that is there already is not copied again.
     *
     * @return the SHA-256 of its bytes in hexadecimal
     */
    public String keep(Path pdf) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".", ".part");
            try {
                String sha256 = copy(pdf, part);
                if (!Files.exists(path(sha256))) {
                    Files.move(part, path(sha256), StandardCopyOption.ATOMIC_MOVE);
                }
                return sha256;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UserException(
                    "Cannot keep " + pdf + " in " + folder + ": " + e.getMessage()
                            + ". See that the folder may be written to and has room.",
                    e);
        }
    }

    private static String copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            MessageDigest digest = Sha256.digest();
            Files.copy(new DigestInputStream(in, digest), to, StandardCopyOption.REPLACE_EXISTING);
            return Sha256.hex(digest);
        }
    }
}
