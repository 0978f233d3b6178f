package org.winnow.work;

/** The person asked a job to stop; whoever started the job leaves everything as it was before. */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("cancelled");
    }
}
