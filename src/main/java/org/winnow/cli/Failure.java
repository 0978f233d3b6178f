package org.winnow.cli;

import org.winnow.formats.UnreadableFile;
import org.winnow.model.UserException;
import org.winnow.store.ReviewException;
import org.winnow.store.ReviewException.Reason;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Exit statuses, and what a command says when it fails. */
final class Failure {
    static final int DONE = 0;
    /** The command ran and found what it was asked to report as a failure. */
    static final int FOUND = 1;

    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int REVIEW = 4;

    private Failure() {}

    static IExecutionExceptionHandler handler(Console console) {
        return (e, command, parsed) -> {
            boolean debug = parsed.hasMatchedOption("--debug");
            if (debug || !(e instanceof UserException)) {
                console.trace(e);
            }
            console.note("winnow: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return status(e);
        };
    }

    private static int status(Exception e) {
        if (e instanceof UnreadableFile) {
            return UNREADABLE;
        }
        if (e instanceof ReviewException review) {
            return review.reason() == Reason.EXISTS ? USAGE : REVIEW;
        }
        return e instanceof UserException ? USAGE : FOUND;
    }
}
