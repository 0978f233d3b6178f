package org.winnow.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.winnow.model.Sha256;

/** Changes packs as somebody would who knows the format. */
final class Forgery {
    private Forgery() {}

    static Map<String, byte[]> files(Path pack) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    /** @param mended whether the checksums in the table of contents are mended too */
    static Path changed(Path folder, Path pack, boolean mended, Consumer<Map<String, byte[]>> change)
            throws IOException {
        Map<String, byte[]> files = files(pack);
        change.accept(files);
        if (mended) {
            mend(files);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(Seal.PLACE);
            for (Map.Entry<String, byte[]> e : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue());
            }
        }
        Path changed = Files.write(folder.resolve("changed.winnow-session"), bytes.toByteArray());
        Seal.close(changed);
        return changed;
    }

    private static void mend(Map<String, byte[]> files) throws IOException {
        String manifest = new String(files.get(Manifest.NAME), StandardCharsets.UTF_8);
        if (manifest.contains("../") || manifest.contains("\"version\" : 5")) {
            return;
        }
        Manifest old = Manifest.of(files.get(Manifest.NAME), "test");
        files.put(Manifest.NAME, withParts(old, old.version(), files).json());
    }

    /** The same table of contents over these files. */
    static Manifest withParts(Manifest old, int version, Map<String, byte[]> files) {
        List<Manifest.Part> parts = new ArrayList<>();
        files.forEach((name, content) -> {
            if (!name.equals(Manifest.NAME)) {
                parts.add(new Manifest.Part(name, content.length, Sha256.of(content)));
            }
        });
        return new Manifest(
                version,
                old.review(),
                old.title(),
                old.screeners(),
                old.createdAt(),
                old.packedAt(),
                old.reviewer(),
                old.back(),
                old.stage(),
                old.query(),
                parts,
                old.lineage(),
                old.heads());
    }
}
