package org.winnow.ui.screening;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.winnow.ui.kit.VerdictKeys;

/** Which key asks for what: by first letters for two hands, or side by side for one hand alone. */
public enum Hands {
    BOTH("I M E U R T N J K / G F L B"),
    LEFT("Q W E S R T C D A V G F X B"),
    RIGHT("I O P U M L N J K / Y H B G");

    private final Map<Command, KeyCode> keys = new EnumMap<>(Command.class);

    /** @param inOrder the keys in the order of the commands */
    Hands(String inOrder) {
        List<String> names = List.of(inOrder.split(" "));
        for (Command command : Command.values()) {
            String name = names.get(command.ordinal());
            keys.put(command, name.equals("/") ? KeyCode.SLASH : KeyCode.valueOf(name));
        }
    }

    /** As settings know it; two hands for a word that they do not know. */
    public static Hands of(String key) {
        return Arrays.stream(values())
                .filter(h -> h.key().equals(key))
                .findFirst()
                .orElse(BOTH);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<Command> command(KeyCode code) {
        return keys.entrySet().stream()
                .filter(e -> e.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The key as it is printed on the keyboard. */
    String cap(Command command) {
        KeyCode code = keys.getOrDefault(command, KeyCode.UNDEFINED);
        return code == KeyCode.SLASH ? "/" : code.getName();
    }

    VerdictKeys verdicts() {
        return new VerdictKeys(
                key(Command.INCLUDE),
                key(Command.MAYBE),
                key(Command.EXCLUDE),
                key(Command.UNDECIDED),
                key(Command.NOT_RETRIEVED));
    }

    private KeyCode key(Command command) {
        return keys.getOrDefault(command, KeyCode.UNDEFINED);
    }
}
