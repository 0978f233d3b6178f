package org.winnow.ui.fulltext;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.kit.Jobs;

/**
 * What is read from the open file, one thing after another, as a PDF lets itself be read. Whoever needs something is asked
 * in the order of urgency whenever the one before is done, so that what nobody sees any more is never waited for.
 */
final class Errands {
    /**
     * Something to be read.
     *
     * @param wanted whether it still is; what is not is stopped in the middle
     * @param then takes what was read
     * @param failed hears why it could not be read, so that it is not asked for again
     */
    record Errand<T>(Jobs.Work<T> work, BooleanSupplier wanted, Consumer<T> then, Consumer<String> failed) {}

    /** Needs things to be read. */
    interface Client {
        /** What is needed most, or null for nothing. */
        @Nullable
        Errand<?> errand();
    }

    private final Jobs jobs;
    private final String name;
    private final List<Client> clients;
    private @Nullable BooleanSupplier wanted;
    private Jobs.@Nullable Request<?> running;

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
        Jobs.Request<?> now = running;
        BooleanSupplier still = wanted;
        if (now != null) {
            if (still != null && !still.getAsBoolean()) {
                now.cancel();
            }
            return;
        }
        for (Client client : clients) {
            Errand<?> errand = client.errand();
            if (errand != null) {
                run(errand);
                return;
            }
        }
    }

    private <T> void run(Errand<T> errand) {
        boolean[] told = new boolean[1];
        wanted = errand.wanted();
        running = jobs.latest(name, errand.work())
                .then(value -> {
                    told[0] = true;
                    if (errand.wanted().getAsBoolean()) {
                        errand.then().accept(value);
                    }
                })
                .onTrouble(trouble -> {
                    told[0] = true;
                    errand.failed().accept(String.valueOf(trouble.getMessage()));
                })
                .atEnd(() -> {
                    running = null;
                    if (!told[0] && errand.wanted().getAsBoolean()) {
                        errand.failed().accept("");
                    }
                    stir();
                });
    }
}
