package org.winnow.formats.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes elements with text; characters that XML cannot hold become blanks, line breaks in text stay what they are. */
public final class XmlWriter {
    private final Writer out;

    /** @param out is flushed by {@link #end} and stays open */
    public XmlWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Writes a start tag; attributes come as names and values in turn. */
    public void open(String name, String... attributes) throws IOException {
        out.write('<');
        out.write(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            out.write("=\"");
            text(attributes[i + 1]);
            out.write('"');
        }
        out.write('>');
    }

    public void close(String name) throws IOException {
        out.write("</");
        out.write(name);
        out.write('>');
    }

    /** Writes an element with text, or nothing where the text is empty. */
    public void element(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            open(name);
            text(value);
            close(name);
        }
    }

    /** A line break between elements. */
    public void line() throws IOException {
        out.write('\n');
    }

    public void end() throws IOException {
        out.flush();
    }

    public void text(String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\n' -> out.write("&#xD;");
                case '\r' -> out.write(i + 1 < value.length() && value.charAt(i + 1) == '\n' ? "" : "&#xD;");
                default -> out.write(XmlText.allowed(value, i) ? c : ' ');
            }
        }
    }
}
