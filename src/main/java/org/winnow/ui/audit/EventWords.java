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

    /** Topic, subject and value, as the trail writes a statement. */
    private static final Pattern STATEMENT = Pattern.compile("(\\S+) (\\{.*?\\}|.*?): (.*)", Pattern.DOTALL);

    /** What a program writes for itself: keys of other tables, and fields in braces. */
    private static final Pattern FOR_PROGRAMS =
            Pattern.compile("\\s*[{\\[].*|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}", Pattern.DOTALL);

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
            case "operation" -> more(operation, event.what());
            case "statement" -> stated(operation, event.what());
            default -> capital(event.what());
        };
    }

    /** The operation's name says the topic already. */
    private String stated(String operation, String what) {
        Matcher m = STATEMENT.matcher(what);
        if (!m.matches()) {
            return operation;
        }
        boolean plain = !m.group(2).equals(m.group(1))
                && !FOR_PROGRAMS.matcher(m.group(2)).matches();
        String about =
                plain ? more(operation, m.group(2).replaceFirst("^role ", "").replace('_', ' ')) : operation;
        if (m.group(3).isEmpty()) {
            return more(about, texts.get("audit.takenBack"));
        }
        return FOR_PROGRAMS.matcher(m.group(3)).matches() ? about : more(about, m.group(3));
    }

    private String more(String words, String more) {
        return more.isEmpty() ? words : texts.get("audit.because", words, more);
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
