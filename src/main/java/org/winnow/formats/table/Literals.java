package org.winnow.formats.table;

import java.util.ArrayList;
import java.util.List;

/** Reads a list as Python prints it, {@code ['Marx, Karl', "O'Neill, Tip"]}, which data frames leave in their cells. */
final class Literals {
    private Literals() {}

    static List<String> list(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0) {
                quote = c == '\'' || c == '"' ? c : 0;
            } else if (c == '\\' && i + 1 < text.length()) {
                item.append(text.charAt(++i));
            } else if (c == quote) {
                items.add(item.toString());
                item.setLength(0);
                quote = 0;
            } else {
                item.append(c);
            }
        }
        return items;
    }
}
