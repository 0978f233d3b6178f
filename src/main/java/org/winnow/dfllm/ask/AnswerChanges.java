package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.ask.EvaluationFile.Kept;
import org.winnow.document.ChangePicture;
import org.winnow.document.Document;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;

/**
 * How the answers to the same questions have changed since an earlier run: other papers are included now, or another
 * network compares them.
 *
 * @param changes of every question and claim of the earlier run, in its order
 * @param fresh hashes of the files that are asked now and were not then
 * @param gone hashes of the files that were asked then and are not now
 */
public record AnswerChanges(List<Change> changes, List<String> fresh, List<String> gone) {
    /** How a question or claim stands. */
    public enum Outcome {
        RIGHT("Right sentence first"),
        OTHER("Another sentence first"),
        SILENT("Not in the papers"),
        JUDGED_RIGHT("Claim judged rightly"),
        JUDGED_WRONG("Claim judged wrongly"),
        NOT_ASKED("Could not be asked");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        boolean good() {
            return this == RIGHT || this == JUDGED_RIGHT;
        }
    }

    /** @param says the first sentence, or the label of a claim */
    public record Stand(Outcome outcome, String says) {
        static final Stand NOT_ASKED = new Stand(Outcome.NOT_ASKED, "");

        static Stand of(boolean answered, boolean right, String sentence) {
            if (!answered) {
                return new Stand(Outcome.SILENT, "");
            }
            return new Stand(right ? Outcome.RIGHT : Outcome.OTHER, sentence);
        }

        static Stand judged(String label, String judged) {
            return new Stand(label.equals(judged) ? Outcome.JUDGED_RIGHT : Outcome.JUDGED_WRONG, judged);
        }
    }

    /** One question or claim. */
    public record Change(String question, Stand before, Stand now) {
        public boolean same() {
            return before.equals(now);
        }

        /** Whether it was right and is not any more. */
        public boolean worse() {
            return before.outcome().good() && !now.outcome().good();
        }

        /** Whether it is right and was not before. */
        public boolean better() {
            return !before.outcome().good() && now.outcome().good();
        }
    }

    public AnswerChanges {
        changes = List.copyOf(changes);
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
    }

    /** Compares a run with one that was kept; both are of the same questions. */
    public static AnswerChanges since(Kept kept, Asking asking, Evaluation evaluation) {
        Map<String, Stand> now = stands(evaluation);
        List<Change> changes = kept.questions().stream()
                .map(Question::text)
                .distinct()
                .map(q -> new Change(
                        q, kept.each().getOrDefault(q, Stand.NOT_ASKED), now.getOrDefault(q, Stand.NOT_ASKED)))
                .toList();
        List<String> papers = EvaluationFile.hashes(asking);
        return new AnswerChanges(changes, without(papers, kept.papers()), without(kept.papers(), papers));
    }

    /** Compares the answers to the same questions by two networks, of the same papers. */
    public static AnswerChanges between(Evaluation before, Evaluation after) {
        Map<String, Stand> then = stands(before);
        Map<String, Stand> now = stands(after);
        return new AnswerChanges(
                then.entrySet().stream()
                        .map(e -> new Change(e.getKey(), e.getValue(), now.getOrDefault(e.getKey(), Stand.NOT_ASKED)))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Map<String, Stand> stands(Evaluation evaluation) {
        Map<String, Stand> stands = new LinkedHashMap<>();
        evaluation
                .tried()
                .forEach(t -> stands.put(
                        t.question().text(),
                        Stand.of(
                                t.with() >= evaluation.threshold(),
                                t.right(),
                                t.first() == null ? "" : t.first().text())));
        evaluation.judged().forEach(j -> {
            Label label = j.claim().label();
            stands.put(
                    j.claim().text(),
                    Stand.judged(label == null ? "" : label.key(), j.label().key()));
        });
        return stands;
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    public long worse() {
        return changes.stream().filter(Change::worse).count();
    }

    public long better() {
        return changes.stream().filter(Change::better).count();
    }

    /** As a picture: a row for each kind of change. */
    public byte[] picture() {
        return ChangePicture.of(
                "Answers since the run before",
                "Run before",
                changes.stream()
                        .map(c -> new ChangePicture.Change(
                                c.before().outcome().words(), c.now().outcome().words()))
                        .toList());
    }

    /** As a document: what has changed in numbers, and the table. */
    public Document document() {
        return new Document("Answers since the run before", List.of(new Text(summary()), table()));
    }

    /** A row for every question that is answered otherwise. */
    public Table table() {
        return Table.plain(
                "Answered otherwise",
                List.of(
                        new Column("question", 2),
                        new Column("before", 1),
                        new Column("sentence before", 2),
                        new Column("now", 1),
                        new Column("sentence now", 2)),
                changes.stream()
                        .filter(c -> !c.same())
                        .map(c -> List.of(
                                c.question(),
                                c.before().outcome().words(),
                                c.before().says(),
                                c.now().outcome().words(),
                                c.now().says()))
                        .toList());
    }

    /** In one sentence each: the papers, and the answers. */
    public String summary() {
        return "Full texts: " + fresh.size() + " new, " + gone.size() + " not asked any more. Questions and claims: "
                + changes.size() + "; right before and not now: " + worse() + ", right now and not before: " + better()
                + ", with another answer in all: "
                + changes.stream().filter(c -> !c.same()).count() + ".";
    }
}
