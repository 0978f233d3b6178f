package org.winnow.formats.bibtex;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.text.Chars;

/**
 * LaTeX as plain text: accents and symbols become the characters they stand for, braces that only protect are dropped,
 * commands that only set a style leave their text. Mathematics that plain text can carry ({@code $\beta$},
 * {@code $p<0.05$}, {@code H$_2$O}) becomes plain text; any other stays as it is written, dollars and all.
 */
final class LatexText {
    /** Commands whose argument is the text, whatever they do to its looks. */
    private static final Set<String> SWITCHES = Set.of(
            "it",
            "em",
            "bf",
            "rm",
            "sc",
            "sf",
            "sl",
            "tt",
            "itshape",
            "bfseries",
            "rmfamily",
            "scshape",
            "upshape",
            "normalfont",
            "small",
            "tiny",
            "large",
            "Large",
            "displaystyle",
            "protect",
            "relax",
            "noopsort",
            "left",
            "right",
            "limits",
            "nolimits",
            "centering",
            "par",
            "newline",
            "linebreak",
            "xspace",
            "cyr",
            "language");

    /** Commands of which the argument says nothing to a reader. */
    private static final Set<String> SILENT =
            Set.of("noopsort", "label", "vspace", "hspace", "vphantom", "hphantom", "phantom", "SortNoop", "cite");

    /** One sign in braces of its own: {@code {\_}}, <code>{\"{u}}</code>. */
    private static final Pattern GROUP = Pattern.compile("\\{\\\\[^{}\\\\:;]*(?:\\{[^{}\\\\:;]*})?}");

    private final String s;
    private final boolean math;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean unknown;

    private LatexText(String s, boolean math) {
        this.s = s;
        this.math = math;
    }

    /** The text on one line, without blanks around it. */
    static String line(String latex) {
        return Chars.trimmed(of(latex).replaceAll("\\s+", " "));
    }

    /** The text with its line breaks: paragraphs stay apart, wrapped lines are joined. */
    static String paragraphs(String latex) {
        String[] all = latex.replace("\r\n", "\n").replace('\r', '\n').split("\n\\s*\n|(?<=[.:;!?])\\n(?=\\S)");
        StringBuilder text = new StringBuilder();
        for (String paragraph : all) {
            String one = line(paragraph);
            if (!one.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(one);
            }
        }
        return text.toString();
    }

    /** An address, path or identifier: escapes are taken off, nothing else is changed. */
    static String verbatim(String latex) {
        String plain = latex.replaceAll("\\\\([_&%#{}$~^])", "$1").replace("{\\textasciitilde}", "~");
        plain = plain.replace("\\textasciitilde", "~").replace("\\url", "");
        return Chars.trimmed(plain.replaceAll("[{}]", "").replaceAll("\\s+", " "));
    }

    /** A path as Mendeley writes it, with signs in braces; elsewhere a backslash is one, or divides folders. */
    static String path(String latex) {
        return GROUP.matcher(latex.strip().replace("$\\backslash$", "\\"))
                .replaceAll(sign -> Matcher.quoteReplacement(of(sign.group())));
    }

    static String of(String latex) {
        boolean plain = true;
        for (int i = 0; i < latex.length() && plain; i++) {
            plain = "\\{}$~-`'".indexOf(latex.charAt(i)) < 0;
        }
        if (plain) {
            return latex;
        }
        LatexText text = new LatexText(latex, false);
        text.all();
        return text.out.toString();
    }

    private void all() {
        while (at < s.length()) {
            one();
        }
    }

    private void one() {
        char c = s.charAt(at++);
        switch (c) {
            case '\\' -> command();
            case '{' -> out.append(convert(group()));
            case '}' -> unknown |= math;
            case '$' -> mathematics();
            case '~' -> out.append(' ');
            case '-', '`', '\'' -> ligature(c);
            case '^', '_' -> script(c);
            default -> out.append(c);
        }
    }

    /** What stands in the group whose opening brace was just passed. */
    private String group() {
        int from = at;
        int depth = 1;
        while (at < s.length()) {
            char c = s.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return s.substring(from, at++);
            }
            at++;
        }
        at = Math.min(at, s.length());
        return s.substring(from, at);
    }

    private String convert(String latex) {
        LatexText inner = new LatexText(latex, math);
        inner.all();
        unknown |= inner.unknown;
        return inner.out.toString();
    }

    private void command() {
        if (at >= s.length()) {
            out.append('\\');
            return;
        }
        int from = at;
        while (at < s.length() && letter(s.charAt(at))) {
            at++;
        }
        if (at == from) {
            sign(s.charAt(at++));
            return;
        }
        String name = s.substring(from, at);
        if (Symbols.accent(name) && argumentFollows()) {
            out.append(Symbols.accented(name, argument()));
            return;
        }
        Optional<String> symbol = Symbols.of(name);
        if (symbol.isPresent()) {
            swallow();
            out.append(symbol.get());
        } else {
            styled(name);
        }
    }

    /** A command that is one character: an accent, an escaped character, a space. */
    private void sign(char c) {
        String name = String.valueOf(c);
        if (Symbols.accent(name) && !(c == '=' && math)) {
            out.append(Symbols.accented(name, argumentFollows() ? argument() : ""));
        } else if (c == '(' || c == ')' || c == '[' || c == ']') {
            out.append(math ? name : "\\" + c);
        } else if (",;:! \n\t\\".indexOf(c) >= 0) {
            out.append(c == '!' ? "" : " ");
        } else if (c != '-' && c != '/' && c != '@') {
            out.append(c);
        }
    }

    private void styled(String name) {
        boolean argument = at < s.length() && s.charAt(at) == '{';
        if (SILENT.contains(name) && argument) {
            argument();
        } else if (name.equals("href") && argument) {
            argument();
            out.append(argumentFollows() ? argument() : "");
        } else if (name.equals("url") && argument) {
            at++;
            out.append(verbatim(group()));
        } else if (name.equals("textsuperscript") && argument) {
            String text = argument();
            out.append(Symbols.raised(text)
                    .filter(r -> !text.chars().allMatch(Character::isLetter))
                    .orElse(text));
        } else if (name.equals("textsubscript") && argument) {
            String text = argument();
            out.append(Symbols.lowered(text).orElse(text));
        } else if (SWITCHES.contains(name)) {
            swallow();
        } else if (argument) {
            unknown |= math && !name.startsWith("text") && !name.startsWith("math") && !name.equals("mbox");
            out.append(argument());
        } else {
            unknown = true;
            out.append('\\').append(name);
        }
    }

    /** Mathematics between dollars: as plain text where that can carry it, else as it is. */
    private void mathematics() {
        int end = s.indexOf('$', at);
        while (end > 0 && s.charAt(end - 1) == '\\') {
            end = s.indexOf('$', end + 1);
        }
        if (math || end < 0) {
            out.append('$');
            return;
        }
        String inside = s.substring(at, end);
        if (inside.isEmpty()) {
            out.append("$$");
        } else {
            LatexText formula = new LatexText(inside, true);
            formula.all();
            out.append(formula.unknown ? "$" + inside + "$" : formula.out);
        }
        at = end + 1;
    }

    private void script(char c) {
        if (!math || at >= s.length()) {
            out.append(c);
            return;
        }
        String text = argument();
        Optional<String> moved = c == '^' ? Symbols.raised(text) : Symbols.lowered(text);
        boolean symbol = c == '^' && (text.equals("∘") || text.equals("′") || text.equals("∗") || text.equals("®"));
        boolean word = text.length() > 1 && text.chars().allMatch(Character::isLetter);
        unknown |= moved.isEmpty() && !symbol && !word;
        out.append(word ? text : symbol ? text.replace('∘', '°') : moved.orElse(text));
    }

    private void ligature(char c) {
        int from = at - 1;
        while (at < s.length() && s.charAt(at) == c && at - from < 3) {
            at++;
        }
        int n = at - from;
        if (math) {
            out.append(s, from, at);
        } else if (c == '-') {
            out.append(n == 3 ? "—" : n == 2 ? "–" : "-");
        } else if (n == 1) {
            out.append(c);
        } else {
            out.append(c == '`' ? "“" : "”").append(n == 3 ? c : "");
        }
    }

    private boolean argumentFollows() {
        int i = at;
        while (i < s.length() && s.charAt(i) == ' ') {
            i++;
        }
        return i < s.length() && s.charAt(i) != '}' && s.charAt(i) != '$';
    }

    /** The next group, command or character. */
    private String argument() {
        while (at < s.length() && s.charAt(at) == ' ') {
            at++;
        }
        if (at >= s.length()) {
            return "";
        }
        if (s.charAt(at) == '{') {
            at++;
            return convert(group()).strip();
        }
        int from = out.length();
        one();
        String text = out.substring(from);
        out.setLength(from);
        return text;
    }

    /** The blank or empty group that ends the name of a command. */
    private void swallow() {
        if (s.startsWith("{}", at)) {
            at += 2;
        } else {
            while (at < s.length() && s.charAt(at) <= ' ') {
                at++;
            }
        }
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
