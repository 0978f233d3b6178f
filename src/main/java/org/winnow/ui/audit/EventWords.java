package org.winnow.ui.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.store.AuditTrail.Event;
import org.winnow.ui.kit.Texts;

/** An event as a sentence of the person's language. */
final class EventWords {
    private static final Pattern DECISION = Pattern.compile(
            "(title-abstract|full-text): (include|exclude|maybe|withdrawn)(?: \\((.*?)\\))?(, for everybody)?",
            Pattern.DOTALL);

    private final Texts texts;
    private final DateTimeFormatter time;

    EventWords(Texts texts) {
        this.texts = texts;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale());
    }

    String headline(Event event) {
        String did = did(event);
        return switch (event.direction()) {
            case "undo" -> texts.get("audit.undone", did);
            case "redo" -> texts.get("audit.redone", did);
            default -> did;
        };
    }

    private String did(Event event) {
        Matcher m = DECISION.matcher(event.what());
        if (event.kind().equals("decision") && m.matches()) {
            String said = texts.get("audit." + m.group(1) + "." + m.group(2));
            String reason = m.group(3) == null ? said : texts.get("audit.because", said, m.group(3));
            return m.group(4) == null ? reason : texts.get("audit.forEverybody", reason);
        }
        String operation = texts.getOr("op." + event.operation(), event.operation());
        return switch (event.kind()) {
            case "operation", "statement" ->
                event.what().isEmpty() ? operation : texts.get("audit.because", operation, event.what());
            default -> capital(event.what());
        };
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The verdict that was given, as the style sheet knows it; empty for everything else. */
    static String verdict(Event event) {
        Matcher m = DECISION.matcher(event.what());
        return event.kind().equals("decision") && m.matches() && !m.group(2).equals("withdrawn") ? m.group(2) : "";
    }

    String who(Event event) {
        return event.reviewer().isEmpty() ? texts.get("audit.nobody") : event.reviewer();
    }

    String when(Instant at) {
        return time.format(at.atZone(ZoneId.systemDefault()));
    }
}
