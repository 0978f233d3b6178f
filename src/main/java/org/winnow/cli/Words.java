package org.winnow.cli;

import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.formats.Format;
import org.winnow.formats.Formats;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.ranking.StoppingRule;

/** Words on the command line that stand for values. */
final class Words {
    private Words() {}

    static Stage stage(String word) {
        return Stage.of(word)
                .orElseThrow(
                        () -> new UserException("\"" + word + "\" is no stage: write title-abstract or full-text."));
    }

    /** A format that can be read. */
    static Format readable(String word) {
        return among(Formats.readable(), word);
    }

    /** An encoding of text, by any name that is usual for it. */
    static Charset encoding(String word) {
        try {
            return Charset.forName(word);
        } catch (IllegalArgumentException e) {
            throw new UserException("Do not know the encoding \"" + word
                    + "\": write for example UTF-8, windows-1252, ISO-8859-1, x-MacRoman, GB18030 or Shift_JIS.");
        }
    }

    /** A format that can be written. */
    static Format writable(String word) {
        return among(Formats.writable(), word);
    }

    private static Format among(Set<Format> formats, String word) {
        String known = formats.stream().map(Format::key).collect(Collectors.joining(", "));
        Format format = Format.of(word)
                .orElseThrow(() ->
                        new UserException("Do not know the format \"" + word + "\": write one of " + known + "."));
        if (!formats.contains(format)) {
            throw new UserException(format.title() + " cannot be "
                    + (formats.equals(Formats.readable()) ? "read" : "written") + "; choose one of " + known + ".");
        }
        return format;
    }

    /** The words for formats that can be read, for the help of the commands. */
    static final class Readable implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.readable().stream().map(Format::key).iterator();
        }
    }

    /** The words for formats that can be written, for the help of the commands. */
    static final class Writable implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.writable().stream().map(Format::key).iterator();
        }
    }

    static Model model(String name) {
        return Models.named(name)
                .orElseThrow(() -> new UserException("There is no model \"" + name + "\": write default or "
                        + Models.all().stream().map(Model::name).collect(Collectors.joining(", ")) + "."));
    }

    static StoppingRule stoppingRule(String words) {
        return StoppingRule.of(words)
                .orElseThrow(() -> new UserException("\"" + words + "\" is no stopping rule: write excludes:50,"
                        + " recall:0.95:0.95, share:0.5, knee or budget."));
    }
}
