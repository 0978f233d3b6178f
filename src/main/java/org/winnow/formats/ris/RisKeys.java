package org.winnow.formats.ris;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.ReferenceType;

/** RIS tags beside those with a field, and what they mean in other formats too (RIS specification of 2011). */
final class RisKeys {
    private static final int SECONDS = 'Z' - '0' + 1;

    private static final String[][] PAIRS = {
        {"CY", ExtraKey.PLACE},
        {"ET", ExtraKey.EDITION},
        {"T3", ExtraKey.SERIES},
        {"ST", ExtraKey.SHORT_TITLE},
        {"TT", ExtraKey.OTHER_TITLE},
        {"C7", ExtraKey.ARTICLE_NUMBER},
        {"NV", ExtraKey.VOLUME_COUNT},
        {"SE", ExtraKey.SECTION},
        {"AD", ExtraKey.AFFILIATION},
        {"M3", ExtraKey.WORK_TYPE},
        {"DB", ExtraKey.DATABASE},
        {"DP", ExtraKey.PROVIDER},
        {"Y2", ExtraKey.ACCESS_DATE},
        {"UR", ExtraKey.OTHER_URL},
        {"L1", ExtraKey.FILE},
        {"CN", ExtraKey.CALL_NUMBER},
        {"LB", ExtraKey.LABEL},
        {"CA", ExtraKey.CAPTION},
        {"RN", ExtraKey.RESEARCH_NOTE}
    };

    /** What each tag is kept under, its own name where it has no other. */
    private static final String[] KEYS = keys();

    private static final Map<String, String> TAGS =
            Arrays.stream(PAIRS).collect(Collectors.toUnmodifiableMap(pair -> pair[1], pair -> pair[0]));

    private RisKeys() {}

    /** The key for a tag of a record of some type; where it has none in common with other formats, its name. */
    static String of(int code, String value, ReferenceType type) {
        String key = KEYS[index(code)];
        if (key.length() > 2) {
            return key.equals(ExtraKey.WORK_TYPE) && value.startsWith("10.") ? "M3" : key;
        }
        return key.charAt(0) == 'A' || key.equals("ED") ? person(key, value, type) : identifier(key, value);
    }

    /** The tag to write for a key, null for those that have none. */
    static @Nullable String tag(String key, ReferenceType type) {
        boolean edited = edited(type);
        return switch (key) {
            case ExtraKey.EDITOR -> edited ? "A2" : "ED";
            case ExtraKey.SERIES_EDITOR -> "A3";
            case ExtraKey.TRANSLATOR -> "A4";
            case ExtraKey.PMCID -> "C2";
            default -> key.startsWith(ExtraKey.CUSTOM) ? "C" + key.substring(ExtraKey.CUSTOM.length()) : TAGS.get(key);
        };
    }

    /** Articles have other people under these tags, patents and laws have offices. */
    private static String person(String name, String value, ReferenceType type) {
        if (name.equals("ED")) {
            return value.indexOf(',') > 0 ? ExtraKey.EDITOR : name;
        }
        if (!edited(type)) {
            return name;
        }
        return switch (name) {
            case "A2" -> ExtraKey.EDITOR;
            case "A3" -> ExtraKey.SERIES_EDITOR;
            case "A4" -> ExtraKey.TRANSLATOR;
            default -> name;
        };
    }

    private static String identifier(String name, String value) {
        return name.equals("C2") && value.startsWith("PMC") && value.length() < 14 ? ExtraKey.PMCID : name;
    }

    private static boolean edited(ReferenceType type) {
        return type == ReferenceType.BOOK || type == ReferenceType.CHAPTER || type == ReferenceType.CONFERENCE;
    }

    private static String[] keys() {
        String[] keys = new String[('Z' - 'A' + 1) * SECONDS];
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = '0'; second <= 'Z'; second++) {
                int code = RisTags.code(first, second);
                keys[index(code)] = RisTags.name(code);
            }
        }
        for (String[] pair : PAIRS) {
            keys[index(RisTags.code(pair[0]))] = pair[1];
        }
        return keys;
    }

    private static int index(int code) {
        return ((code >> 8) - 'A') * SECONDS + ((code & 0xFF) - '0');
    }
}
