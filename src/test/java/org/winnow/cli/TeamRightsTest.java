package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what holds on the command line as it does in the window. */
class TeamRightsTest {
    @TempDir
    Path folder;

    private Path review;

    @BeforeEach
    void aReviewWithALead() {
        review = folder.resolve("review.winnow");
        run("new", review, "--title", "R", "--reviewer", "Ada", "--reviewer", "Ben", "--reviewer", "Lea");
        run("import", review, CommandLineRun.fixture("embase.ris", folder), "--kind", "database");
        run("team", review, "--settle", "settlers", "--role", "Lea=lead");
    }

    @Test
    void onlyLeadsMakeRulesAndGiveOutRecords() {
        refused("only leads make its rules", "team", review, "--blinded", "no");
        refused("only leads make its rules", "team", review, "--blinded", "no", "--by", "Ben");
        refused("only leads make its rules", "team", review, "--role", "Ben=lead", "--by", "Ben");
        refused("Leave it to Lea", "assign", review, "--to", "Ada,Ben", "--by", "Ada");
        refused("Nobody is called Zoe", "assign", review, "--to", "Ada,Ben", "--by", "Zoe");
        assertThat(CommandLineRun.json("team", review).get("roles").get("Ben").asText())
                .isEmpty();

        run("team", review, "--screeners", "1", "--role", "Ben=lead", "--by", "Lea");
        run("assign", review, "--to", "Ada,Ben", "--by", "Ben");
        assertThat(CommandLineRun.json("team", review)
                        .at("/stages/title-abstract/screeners")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void onlySettlersAndLeadsSettleAndARefusalLeavesNothingBehind() {
        Path lines =
                CommandLineRun.file(folder.resolve("lines.csv"), "record,decision,reason\n1,exclude,A new reason\n");

        refused(
                "only settlers and leads",
                "resolve",
                review,
                "--stage",
                "title-abstract",
                "--reviewer",
                "Ada",
                "--from",
                lines);
        assertThat(CommandLineRun.of("audit", review, "--reviewer", "Lea", "--unblinded")
                        .out())
                .doesNotContain("A new reason");
        run("resolve", review, "--stage", "title-abstract", "--reviewer", "Lea", "--from", lines);
    }

    @Test
    void onlyLeadsLookUnblindedAtTheTrailAndPackUnblinded() {
        Path out = folder.resolve("ben.winnow-session");

        refused("only leads look at it unblinded", "audit", review, "--unblinded");
        refused("only leads look at it unblinded", "flow", review, "--unblinded");
        refused("only leads look at it unblinded", "audit", review, "--reviewer", "Ben", "--unblinded");
        refused(
                "only leads look at it unblinded",
                "session",
                "pack",
                review,
                "--reviewer",
                "Ben",
                "--unblinded",
                "--out",
                out);
        assertThat(out).doesNotExist();

        run("audit", review, "--reviewer", "Ben");
        run("audit", review, "--reviewer", "Lea", "--unblinded");
        run("session", "pack", review, "--reviewer", "Ben", "--unblinded", "--by", "Lea", "--out", out);
        run("team", review, "--blinded", "no", "--by", "Lea");
        run("audit", review);
    }

    @Test
    void withoutANameACommandTellsWhatIsFinishedAndWhatItLeavesOut() {
        decided("Ada", "1,include,\n2,exclude,\n");
        decided("Ben", "1,include,\n");

        CommandLineRun unnamed = CommandLineRun.of("records", review, "--json");
        assertThat(unnamed.json().get(0).get("titleAbstract").asText()).isEqualTo("include");
        assertThat(unnamed.json().get(1).get("titleAbstract").asText()).isEqualTo("awaiting");
        assertThat(unnamed.err()).contains("1 record at title-abstract", "--reviewer LEAD --unblinded");
        JsonNode status = CommandLineRun.json("status", review);
        assertThat(status.at("/stages/title-abstract/decidedBy/Ada").asInt()).isEqualTo(2);
        assertThat(status.get("leftOut").asText()).contains("1 record at title-abstract");
        assertThat(CommandLineRun.of("export", review, "--what", "all", "--out", "-")
                        .out())
                .doesNotContain("\"Ada\"=>\"Excluded\"");
        assertThat(CommandLineRun.json("flow", review).get("leftOut").asText()).isNotEmpty();

        CommandLineRun lead = CommandLineRun.of("records", review, "--json", "--reviewer", "Lea", "--unblinded");
        assertThat(lead.err()).isEmpty();
        assertThat(CommandLineRun.of(
                                "export", review, "--what", "all", "--out", "-", "--reviewer", "Lea", "--unblinded")
                        .out())
                .contains("\"Ada\"=>\"Excluded\"");
    }

    @Test
    void whoScreensAStageAloneIsFinishedUntilTheTeamSaysOtherwise() {
        Path alone = folder.resolve("alone.winnow");
        run("new", alone, "--title", "R", "--reviewer", "Ada", "--reviewer", "Ben");
        run("import", alone, folder.resolve("embase.ris"), "--kind", "database");
        Path lines = CommandLineRun.file(folder.resolve("alone.csv"), "record,decision,reason\n1,exclude,\n");
        run("decide", alone, "--stage", "title-abstract", "--reviewer", "Ada", "--from", lines);

        assertThat(excluded(alone)).isEqualTo(1);
        run("team", alone, "--blinded", "yes");
        assertThat(excluded(alone)).isZero();
        run("team", alone, "--blinded", "no");
        assertThat(excluded(alone)).isEqualTo(1);
    }

    private static int excluded(Path review) {
        return CommandLineRun.json("status", review)
                .at("/stages/title-abstract/excluded")
                .asInt();
    }

    private void decided(String who, String rows) {
        Path lines = CommandLineRun.file(folder.resolve(who + ".csv"), "record,decision,reason\n" + rows);
        run("decide", review, "--stage", "title-abstract", "--reviewer", who, "--from", lines);
    }

    @Test
    void aPackFollowsTheAssignmentUnlessAllIsAskedFor() {
        // Shares are drawn: of so many records nobody gets none.
        String many = IntStream.range(0, 60)
                .mapToObj(i -> "TY  - JOUR\nTI  - Title number " + i + "\nER  - \n")
                .collect(Collectors.joining());
        run("import", review, CommandLineRun.file(folder.resolve("many.ris"), many), "--kind", "database");
        run("assign", review, "--to", "Ada,Ben", "--each", "1", "--by", "Lea");
        Path out = folder.resolve("ben.winnow-session");
        int all = packed("--reviewer", "Ben", "--all", "--out", out);
        int bens = packed("--reviewer", "Ben", "--out", out);
        int adas = packed("--reviewer", "Ada", "--out", out);

        assertThat(bens + adas).isEqualTo(all);
        assertThat(packed("--reviewer", "Ben", "--assigned", "--out", out)).isEqualTo(bens);
        assertThat(packed("--reviewer", "Lea", "--out", out)).isEqualTo(all);
        refused(
                "neither with --all nor",
                "session",
                "pack",
                review,
                "--reviewer",
                "Ben",
                "--all",
                "--assigned",
                "--out",
                out);
    }

    private int packed(Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "session";
        all[1] = "pack";
        all[2] = review;
        System.arraycopy(words, 0, all, 3, words.length);
        return CommandLineRun.json(all).get("records").asInt();
    }

    private static void run(Object... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.status()).as(run.err()).isZero();
    }

    private static void refused(String why, Object... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains(why);
    }
}
