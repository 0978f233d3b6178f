package org.winnow.formats.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.winnow.formats.text.Chars;

/** An element of a record: its name, its attributes, and text and elements in their order. */
public final class XmlElement {
    /** What stands for an element that is not there, so that paths need no checks. */
    public static final XmlElement NONE = new XmlElement("", Map.of());

    private static final Pattern PARAGRAPH = Pattern.compile(XmlText.BREAK + "\\s*?" + XmlText.BREAK);

    private final String name;
    private final Map<String, String> attributes;
    private final List<Object> content = new ArrayList<>();

    XmlElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    void add(Object textOrElement) {
        content.add(textOrElement);
    }

    public String name() {
        return name;
    }

    /** The value of an attribute, empty where there is none. */
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** The first element of this name within, {@link #NONE} where there is none. */
    public XmlElement child(String wanted) {
        for (Object part : content) {
            if (part instanceof XmlElement e && e.name.equals(wanted)) {
                return e;
            }
        }
        return NONE;
    }

    /** The element at the end of a path of first elements, {@link #NONE} where it breaks off. */
    public XmlElement at(String... path) {
        XmlElement e = this;
        for (String step : path) {
            e = e.child(step);
        }
        return e;
    }

    /** All elements of this name directly within. */
    public List<XmlElement> children(String wanted) {
        List<XmlElement> found = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof XmlElement e && e.name.equals(wanted)) {
                found.add(e);
            }
        }
        return found;
    }

    /** All elements directly within. */
    public List<XmlElement> children() {
        List<XmlElement> found = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof XmlElement e) {
                found.add(e);
            }
        }
        return found;
    }

    /** All elements of this name at any depth, in the order of the file. */
    public void each(String wanted, Consumer<XmlElement> to) {
        for (XmlElement e : children()) {
            if (e.name.equals(wanted)) {
                to.accept(e);
            } else {
                e.each(wanted, to);
            }
        }
    }

    /** All text within on one line: every run of white space is one blank. */
    public String text() {
        StringBuilder raw = new StringBuilder();
        gather(raw);
        return squeezed(raw, false);
    }

    /** The text of {@link #lines}, apart where the file has written two line breaks or more. */
    public List<String> paragraphs() {
        StringBuilder raw = new StringBuilder();
        gather(raw);
        List<String> all = new ArrayList<>();
        for (String paragraph : PARAGRAPH.split(raw)) {
            String text = squeezed(new StringBuilder(paragraph), true);
            if (!text.isEmpty()) {
                all.add(text);
            }
        }
        return all;
    }

    /**
     * All text within, on lines where the file has written line breaks as {@code &#xD;} or {@code &#10;}; those between
     * the tags of a file that was laid out for people are blanks.
     */
    public String lines() {
        StringBuilder raw = new StringBuilder();
        gather(raw);
        return squeezed(raw, true);
    }

    /** All text within with the line breaks of the file, as in formats that are not laid out for people. */
    public String verbatim() {
        StringBuilder raw = new StringBuilder();
        gather(raw);
        return raw.toString().replace(XmlText.BREAK, '\n').strip();
    }

    private void gather(StringBuilder into) {
        for (Object part : content) {
            if (part instanceof XmlElement e) {
                e.gather(into);
            } else {
                into.append((String) part);
            }
        }
    }

    private static String squeezed(StringBuilder raw, boolean breaks) {
        StringBuilder out = new StringBuilder(raw.length());
        boolean blank = false;
        boolean line = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ') {
                blank = true;
                line |= breaks && c == XmlText.BREAK;
            } else {
                if (blank && !out.isEmpty()) {
                    out.append(line ? '\n' : ' ');
                }
                blank = false;
                line = false;
                out.append(c);
            }
        }
        return Chars.trimmed(out.toString());
    }
}
