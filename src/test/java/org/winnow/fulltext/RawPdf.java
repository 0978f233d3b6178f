package org.winnow.fulltext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PDF written object by object, for what no library would write. Object 3 is its page; what is added is 4 and further. */
public final class RawPdf {
    private final List<byte[]> objects = new ArrayList<>();

    private RawPdf(String... objects) {
        for (String object : objects) {
            this.objects.add(bytes(object));
        }
    }

    /** @param entries of the page's dictionary */
    public static RawPdf page(String entries) {
        return new RawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] " + entries + " >>");
    }

    /** @param tree the root of the tree of pages, object 2 */
    public static RawPdf pages(String tree) {
        return new RawPdf("<< /Type /Catalog /Pages 2 0 R >>", tree);
    }

    public RawPdf stream(String entries, String content) {
        return stream(entries, bytes(content));
    }

    public RawPdf stream(String entries, byte[] content) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(bytes("<< " + entries + " /Length " + content.length + " >>\nstream\n"));
        object.writeBytes(content);
        object.writeBytes(bytes("\nendstream"));
        objects.add(object.toByteArray());
        return this;
    }

    public RawPdf object(String object) {
        objects.add(bytes(object));
        return this;
    }

    public Path save(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("%PDF-1.7\n"));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n \n", out.size()));
            out.writeBytes(bytes((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(bytes("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(bytes(table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n"
                + start + "\n%%EOF\n"));
        return Files.write(file, out.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
