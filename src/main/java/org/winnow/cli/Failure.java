package org.winnow.cli;

import org.winnow.formats.UnreadableFile;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.model.UserException;
import org.winnow.session.UnreadableSession;
import org.winnow.store.ReviewException;
import org.winnow.store.ReviewException.Reason;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

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
            if (debug(parsed)) {
                console.trace(e);
            }
            console.note("winnow: " + words(e));
            return status(e);
        };
    }

    /** The option may stand before or after the command. */
    private static boolean debug(ParseResult parsed) {
        for (ParseResult at = parsed; at != null; at = at.subcommand()) {
            if (at.hasMatchedOption("--debug")) {
                return true;
            }
        }
        return false;
    }

    private static String words(Exception e) {
        return e instanceof UserException
                ? String.valueOf(e.getMessage())
                : "Something went wrong that should not have (" + e
                        + "). The review is as it was. Run the same again with --debug and report what it prints.";
    }

    private static int status(Exception e) {
        if (e instanceof UnreadableFile || e instanceof UnreadablePdf || e instanceof UnreadableSession) {
            return UNREADABLE;
        }
        if (e instanceof ReviewException review) {
            return review.reason() == Reason.EXISTS ? USAGE : REVIEW;
        }
        return e instanceof UserException ? USAGE : FOUND;
    }
}
