package org.winnow.formats.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What kind of archive a file is, told by its first bytes. */
enum Kind {
    ZIP,
    GZIP,
    NONE;

    private static final int LOOKED_AT = 1 << 16;

    /** Office documents, electronic books and EndNote libraries are zip files too, and no archives of files. */
    private static final String[] DOCUMENTS = {
        "[Content_Types].xml", "mimetype", "META-INF/", "xl/workbook", "word/document", ".enl", "sdb/"
    };

    static Kind of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LOOKED_AT);
        }
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u001F\u008B")) {
            return GZIP;
        }
        if (!head.startsWith("PK\u0003\u0004") && !head.startsWith("PK\u0005\u0006")) {
            return NONE;
        }
        return document(head) ? NONE : ZIP;
    }

    /** Looks at the names in the local headers: {@code PK 03 04}, 26 bytes, then the lengths of name and extra. */
    private static boolean document(String head) {
        for (int at = head.indexOf("PK\u0003\u0004"); at >= 0 && at + 30 < head.length(); ) {
            int length = head.charAt(at + 26) | head.charAt(at + 27) << 8;
            String name = head.substring(at + 30, Math.min(head.length(), at + 30 + length));
            for (String sign : DOCUMENTS) {
                if (sign.startsWith(".") ? name.endsWith(sign) : name.startsWith(sign)) {
                    return true;
                }
            }
            at = head.indexOf("PK\u0003\u0004", at + 30);
        }
        return false;
    }
}
