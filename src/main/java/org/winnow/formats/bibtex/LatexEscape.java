package org.winnow.formats.bibtex;

import java.util.regex.Pattern;

/** Plain text as LaTeX that {@link LatexText} and TeX itself read back as the same text; letters stay Unicode. */
final class LatexEscape {
    /** Mathematics that was kept as it was written. */
    private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\\\[A-Za-z][^$]*\\$");

    private LatexEscape() {}

    static String of(String text) {
        if (FORMULA.matcher(text).find()) {
            String kept = withFormulas(text);
            boolean same =
                    LatexText.line(kept).equals(text.replaceAll("\\s+", " ").strip());
            if (same && balanced(kept)) {
                return kept;
            }
        }
        return escaped(text);
    }

    /** A title: words whose capitals a style must not change stand in braces. */
    static String title(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : of(text).split("(?<= )")) {
            boolean first = out.isEmpty();
            boolean capitals = word.codePoints().skip(first ? 1 : 0).anyMatch(Character::isUpperCase);
            boolean plain = word.indexOf('\\') < 0 && word.indexOf('{') < 0 && word.indexOf('$') < 0;
            String bare = word.stripTrailing();
            out.append(capitals && plain ? "{" + bare + "}" + word.substring(bare.length()) : word);
        }
        return out.toString();
    }

    private static String withFormulas(String text) {
        StringBuilder out = new StringBuilder();
        var m = FORMULA.matcher(text);
        int from = 0;
        while (m.find()) {
            out.append(escaped(text.substring(from, m.start()))).append(m.group());
            from = m.end();
        }
        return out.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        char last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '{' -> out.append("\\textbraceleft{}");
                case '}' -> out.append("\\textbraceright{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '$', '&', '%', '#', '_' -> out.append('\\').append(c);
                case '-', '`', '\'' -> out.append(c == last ? "{}" : "").append(c);
                default -> out.append(c);
            }
            last = c;
        }
        return out.toString();
    }

    private static boolean balanced(String latex) {
        int depth = 0;
        for (char c : latex.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
