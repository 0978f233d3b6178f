package org.winnow.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * Sessions as witnesses of a review: each knows how far the audit trail had come when it was packed, so that a trail that
 * was cut off since is told, which the file alone could not tell.
 */
public final class Witnesses {
    private Witnesses() {}

    /**
     * Looks through the file, and holds it against these sessions and those of the same review that lie beside it and can
     * be read without a password.
     *
     * @return sentences about what is wrong; none where nothing is
     * @throws UserException where one of the sessions named cannot be read or belongs to another review
     */
    public static List<String> check(Review review, List<Path> sessions, char @Nullable [] password) {
        List<String> problems = new ArrayList<>(review.check());
        for (Path session : sessions) {
            try (Pack pack = Pack.open(session, Pack.isLocked(session) ? password : null, Progress.NONE)) {
                if (!isOf(review, pack)) {
                    throw new UnreadableSession(session + " belongs to another review, \""
                            + pack.review().title() + "\", and tells nothing of this one.");
                }
                hold(review, pack, problems);
            }
        }
        for (Path session : beside(review)) {
            try (Pack pack = Pack.open(session, null, Progress.NONE)) {
                if (isOf(review, pack)) {
                    hold(review, pack, problems);
                }
            } catch (UserException unreadable) {
                // What lies there is no part of the file that is looked through.
            }
        }
        return problems;
    }

    private static boolean isOf(Review review, Pack pack) {
        return pack.review().uuid().equals(review.setup().info().uuid());
    }

    private static void hold(Review review, Pack pack, List<String> problems) {
        for (String problem : review.sessions().contradictions(pack.told())) {
            String said = pack.file().getFileName() + ": " + problem;
            if (!problems.contains(said)) {
                problems.add(said);
            }
        }
    }

    private static List<Path> beside(Review review) {
        List<Path> sessions = new ArrayList<>();
        Path folder = review.file().toAbsolutePath().getParent();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.winnow-session")) {
            files.forEach(sessions::add);
        } catch (IOException unreadable) {
            return List.of();
        }
        sessions.sort(null);
        return sessions;
    }
}
