package org.winnow.ui.fulltext;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.kit.Jobs;

/**
 * What is read from the open file, one thing after another, as a PDF lets itself be read. Whoever needs something is asked
 * in the order of urgency whenever the one before is done, so that what nobody sees any more is never waited for; what is
 * more urgent than what is being read stops that, which is begun again later.
 */
final class Errands {
    /**
     * Something to be read.
     *
     * @param what tells it from others
     * @param wanted whether it still is; what is not is stopped in the middle
     * @param then takes what was read
     * @param failed hears why it could not be read, so that it is not asked for again
     * @param slow hears that it takes long, so that it is asked for after others
     */
    record Errand<T>(
            Object what,
            Jobs.Work<T> work,
            BooleanSupplier wanted,
            Consumer<T> then,
            Consumer<String> failed,
            Runnable slow) {
        Errand(Object what, Jobs.Work<T> work, BooleanSupplier wanted, Consumer<T> then, Consumer<String> failed) {
            this(what, work, wanted, then, failed, () -> {});
        }
    }

    /** Needs things to be read. */
    interface Client {
        /** What is needed most, or null for nothing. */
        @Nullable
        Errand<?> errand();
    }

    /** What is being read, and for whom. */
    private static final class Run {
        private final Errand<?> errand;
        private int rank;
        private boolean told;
        private boolean stopped;
        private Jobs.@Nullable Request<?> request;

        Run(Errand<?> errand, int rank) {
            this.errand = errand;
            this.rank = rank;
        }

        void stop() {
            stopped = true;
            if (request != null) {
                request.cancel();
            }
        }
    }

    /** What takes longer lets others that are as urgent go first. */
    private static final Duration PATIENCE = Duration.seconds(2);

    private final Jobs jobs;
    private final String name;
    private final List<Client> clients;
    private @Nullable Run running;

    /**
     * @param name unique in the window
     * @param clients the most urgent first
     */
    Errands(Jobs jobs, String name, List<Client> clients) {
        this.jobs = jobs;
        this.name = name;
        this.clients = List.copyOf(clients);
    }

    /** Somebody may need something else than before. */
    void stir() {
        Run now = running;
        if (now != null && !now.errand.wanted().getAsBoolean()) {
            now.stop();
            return;
        }
        for (int rank = 0; rank < (now == null ? clients.size() : now.rank); rank++) {
            Errand<?> errand = clients.get(rank).errand();
            if (errand == null) {
                continue;
            }
            if (now == null) {
                run(errand, rank);
            } else if (errand.what().equals(now.errand.what())) {
                now.rank = rank;
            } else {
                now.stop();
            }
            return;
        }
    }

    private <T> void run(Errand<T> errand, int rank) {
        Run run = new Run(errand, rank);
        running = run;
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(e -> {
            errand.slow().run();
            run.rank++;
            stir();
        });
        patience.play();
        run.request = jobs.latest(name, errand.work())
                .then(value -> {
                    run.told = true;
                    if (errand.wanted().getAsBoolean()) {
                        errand.then().accept(value);
                    }
                })
                .onTrouble(trouble -> {
                    run.told = true;
                    errand.failed().accept(String.valueOf(trouble.getMessage()));
                })
                .atEnd(() -> {
                    patience.stop();
                    running = null;
                    if (!run.told && !run.stopped && errand.wanted().getAsBoolean()) {
                        errand.failed().accept("");
                    }
                    stir();
                });
    }
}
