package org.winnow.dedup;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reduces text to what is left when two databases write the same thing: lower-case letters and digits. */
final class Fold {
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,120}>");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "-"),
            Map.entry("mdash", "-"));
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"));
    /** Letters of Cyrillic scripts as libraries write them in Latin ones (BGN/PCGN, without marks). */
    private static final Map<Character, String> CYRILLIC = cyrillic();

    private static final Pattern LATEX_ACCENT =
            Pattern.compile("\\\\(?:[\"'`^~=.]|[uvHckr](?=\\{))\\{?\\\\?([a-zA-Z])\\}?");
    private static final Pattern LATEX_COMMAND = Pattern.compile(
            "\\\\(?:text[a-z]{2,4}|emph|math[a-z]{2,4}|it|bf|em|rm|sc|textsubscript|textsuperscript)\\b\\s*");
    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private Fold() {}

    /** Lower-case words of letters and digits, one blank between; no marks, no accents, no mark-up. */
    static String words(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String plain = withoutMarkup(text);
        boolean ascii = ascii(plain);
        String s = (ascii ? plain : Normalizer.normalize(plain, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT);
        boolean spellGreek = !ascii && mostlyLatin(s);
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            append(out, s.charAt(i), spellGreek);
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** The words without blanks between them. */
    static String joined(String words) {
        return words.replace(" ", "");
    }

    /** Text without HTML, XML or LaTeX and with the usual character references resolved. */
    static String withoutMarkup(String text) {
        String s = text.indexOf('\\') < 0 && text.indexOf('{') < 0 && text.indexOf('$') < 0 ? text : withoutLatex(text);
        if (s.indexOf('&') >= 0) {
            s = ENTITY.matcher(s).replaceAll(m -> Matcher.quoteReplacement(resolved(m.group(1))));
        }
        return s.indexOf('<') < 0 ? s : TAG.matcher(s).replaceAll("");
    }

    private static String withoutLatex(String text) {
        String s = LATEX_ACCENT.matcher(text).replaceAll("$1");
        s = LATEX_COMMAND.matcher(s).replaceAll("");
        return s.replaceAll("[{}$]|(?<=\\w)[_^](?=\\w)|(?<=[$}])[_^]", "").replaceAll("[_^](?=\\d)", "");
    }

    private static Map<Character, String> cyrillic() {
        String[] latin = ("а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh"
                        + " ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz")
                .split(" ");
        Map<Character, String> letters = new HashMap<>();
        for (int i = 0; i < latin.length; i += 2) {
            letters.put(latin[i].charAt(0), latin[i + 1]);
        }
        letters.put('ъ', "");
        letters.put('ь', "");
        return Map.copyOf(letters);
    }

    /** A spread-out 64-bit value of the text, the same on every machine. */
    static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(h);
    }

    /** The finaliser of MurmurHash3. */
    static long mixed(long value) {
        long h = value;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    private static String resolved(String name) {
        if (name.charAt(0) == '#') {
            boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
            try {
                int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
                return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
            } catch (NumberFormatException notANumber) {
                return " ";
            }
        }
        // Names of Greek letters (&alpha;) are already the words that the letters themselves become.
        return NAMED.getOrDefault(name, name);
    }

    private static boolean mostlyLatin(String s) {
        int latin = 0;
        int greek = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            latin += c >= 'a' && c <= 'z' ? 1 : 0;
            greek += c >= 'α' && c <= 'ω' ? 1 : 0;
        }
        return latin > greek;
    }

    private static void append(StringBuilder out, char c, boolean spellGreek) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            out.append(c);
        } else if (c >= '\u0300' && c <= '\u036f' || c == '\'' || c == '’' || c == '`') {
            return;
        } else if (spellGreek && c >= 'α' && c <= 'ω') {
            out.append(GREEK[c - 'α']);
        } else if (c > 127 && LETTERS.containsKey(c)) {
            out.append(LETTERS.get(c));
        } else if (c > 127 && CYRILLIC.containsKey(c)) {
            out.append(CYRILLIC.get(c));
        } else if (c > 127 && (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c))) {
            out.append(c);
        } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    /** Vowel signs of Indic and other scripts carry meaning; only the Latin accents above are dropped. */
    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
