package org.winnow.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Point;
import org.winnow.dfllm.tune.TuneWatch;

/** A run of tuning in lines on standard error. */
final class TuneLines implements TuneWatch {
    private static final double SECONDS = 60;

    private final Console console;
    private @Nullable Moment last;

    TuneLines(Console console) {
        this.console = console;
    }

    @Override
    public void step(Moment moment) {
        last = moment;
    }

    @Override
    public void validated(Point point) {
        Moment now = last;
        String line = String.format(Locale.ROOT, "Step %d: loss %.4f", point.step(), point.loss());
        if (point.validationLoss() != null) {
            line += String.format(
                    Locale.ROOT, ", validation %.4f (%.3f)", point.validationLoss(), point.validationScore());
        }
        if (now != null) {
            line += String.format(Locale.ROOT, ", %.0f tokens/s%s", now.piecesPerSecond(), left(now));
        }
        console.note(line);
    }

    private static String left(Moment now) {
        if (now.step() == now.steps()) {
            return "";
        }
        return now.secondsLeft() < SECONDS
                ? ", less than a minute of learning left"
                : String.format(Locale.ROOT, ", at most %.0f min of learning left", now.secondsLeft() / SECONDS);
    }

    @Override
    public void judging() {
        console.note("Comparing it with the network in use.");
    }

    @Override
    public void check() {}
}
