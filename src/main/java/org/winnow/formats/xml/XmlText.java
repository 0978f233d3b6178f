package org.winnow.formats.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the text of one record well-formed where files often are not: control characters, bare signs, foreign entities. */
final class XmlText {
    /** What a line break written as a character reference becomes: the parser turns every other one into a line feed. */
    static final char BREAK = '\r';

    private static final int LONGEST_NAME = 32;
    private static final Map<String, String> ENTITIES = entities();

    private XmlText() {}

    /** @param mends told once of every kind of thing that could not be read for what it is */
    static String mended(String text, Consumer<String> mends) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                i = reference(text, i, out, mends);
            } else if (c == '<' && text.startsWith("<![CDATA[", i)) {
                int end = text.indexOf("]]>", i);
                int to = end < 0 ? text.length() : end + 3;
                plain(text, i, to, out);
                i = to - 1;
            } else if (c == '<' && !markup(text, i + 1)) {
                out.append("&lt;");
            } else {
                out.append(allowed(text, i) ? c : ' ');
            }
        }
        return out.toString();
    }

    private static void plain(String text, int from, int to, StringBuilder out) {
        for (int i = from; i < to; i++) {
            out.append(allowed(text, i) ? text.charAt(i) : ' ');
        }
    }

    private static boolean markup(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : ' ';
        return c == '/' || c == '!' || c == '?' || Character.isLetter(c) || c == '_';
    }

    /** Whether XML 1.0 allows the character, section 2.2. */
    static boolean allowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= ' ' && c < 0xFFFE || c == '\t' || c == '\n' || c == '\r';
    }

    /** Writes what begins with an ampersand; gives the place of its last character. */
    private static int reference(String text, int at, StringBuilder out, Consumer<String> mends) {
        int semicolon = text.indexOf(';', at);
        if (semicolon < 0 || semicolon - at > LONGEST_NAME || semicolon == at + 1) {
            out.append("&amp;");
            return at;
        }
        String name = text.substring(at + 1, semicolon);
        if (name.charAt(0) == '#') {
            return number(name, at, semicolon, out);
        }
        if (name.equals("amp")
                || name.equals("lt")
                || name.equals("gt")
                || name.equals("quot")
                || name.equals("apos")) {
            out.append(text, at, semicolon + 1);
            return semicolon;
        }
        String meaning = ENTITIES.get(name);
        if (meaning != null) {
            out.append(meaning);
            return semicolon;
        }
        out.append("&amp;");
        if (name.length() > 1 && name.chars().allMatch(Character::isLetterOrDigit)) {
            mends.accept("“&" + name + ";” stands for something that the file alone knows; it was left as it is.");
        }
        return at;
    }

    private static int number(String name, int at, int semicolon, StringBuilder out) {
        try {
            boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
            int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            boolean fits = code >= ' '
                    && code <= Character.MAX_CODE_POINT
                    && (code < 0xD800 || code > 0xDFFF)
                    && code != 0xFFFE
                    && code != 0xFFFF;
            if (code == '\r' || code == '\n') {
                out.append("&#13;");
            } else if (fits) {
                out.append("&#").append(code).append(';');
            } else {
                out.append(' ');
            }
            return semicolon;
        } catch (NumberFormatException notANumber) {
            out.append("&amp;");
            return at;
        }
    }

    /** Entities of HTML (its Latin-1 set, and the symbols that abstracts use), which some programs write into XML. */
    private static Map<String, String> entities() {
        Map<String, String> m = new HashMap<>();
        String[] latin =
                ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn "
                                + "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave "
                                + "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc "
                                + "Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute "
                                + "THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
                                + "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave "
                                + "uacute ucirc uuml yacute thorn yuml")
                        .split(" ");
        for (int i = 0; i < latin.length; i++) {
            m.put(latin[i], String.valueOf((char) (0xA0 + i)));
        }
        String[] symbols =
                ("ndash – mdash — lsquo ‘ rsquo ’ ldquo “ rdquo ” hellip … bull • trade ™ euro € minus − le ≤ "
                                + "ge ≥ ne ≠ asymp ≈ infin ∞ prime ′ alpha α beta β gamma γ delta δ epsilon ε theta θ kappa κ "
                                + "lambda λ mu μ pi π rho ρ sigma σ tau τ phi φ chi χ psi ψ omega ω Delta Δ Sigma Σ Omega Ω")
                        .split(" ");
        for (int i = 0; i < symbols.length; i += 2) {
            m.put(symbols[i], symbols[i + 1]);
        }
        return Map.copyOf(m);
    }
}
