package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.Retrieval;
import org.winnow.model.Source;

class FlowLawsTest {
    @Property(tries = 400)
    void aSettledReviewWarnsOfNothing(@ForAll("settled") List<FlowRow> rows) {
        FlowCounts counts = counted(rows);
        assertThat(counts.warnings()).isEmpty();
        assertThat(SumRules.of(counts).broken()).isEmpty();
    }

    @Property(tries = 300)
    void everyBrokenSumIsNamedAndNoCountIsNegative(@ForAll("rows") List<FlowRow> rows) {
        FlowCounts counts = counted(rows);
        assertThat(counts.boxes().values()).allSatisfy(n -> assertThat(n).isNotNegative());
        long identified = counts.box("database_results") + counts.box("register_results");
        named(counts, "E3", identified - counts.box("duplicates") == counts.box("records_screened"));
        named(
                counts,
                "E5",
                counts.box("records_screened") - counts.box("records_excluded") == counts.box("dbr_sought_reports"));
        named(
                counts,
                "E6",
                counts.box("dbr_sought_reports") - counts.box("dbr_notretrieved_reports")
                        == counts.box("dbr_assessed"));
        named(
                counts,
                "E8",
                counts.box("other_sought_reports") - counts.box("other_notretrieved_reports")
                        == counts.box("other_assessed"));
        long unexcluded = counts.box("dbr_assessed") - counts.box("dbr_excluded");
        long unexcludedOther = counts.box("other_assessed") - counts.box("other_excluded");
        boolean eitherNamed = Stream.of("E7:", "E9:")
                .anyMatch(rule -> counts.warnings().stream().anyMatch(w -> w.startsWith(rule)));
        assertThat(eitherNamed).isEqualTo(unexcluded + unexcludedOther != counts.box("new_reports"));
        assertThat(sum(counts.reasons())).isEqualTo(counts.box("dbr_excluded"));
        assertThat(sum(counts.otherReasons())).isEqualTo(counts.box("other_excluded"));
    }

    @Property(tries = 200)
    void theOrderOfTheRowsDoesNotMatter(@ForAll("rows") List<FlowRow> rows) {
        assertThat(counted(rows.reversed())).isEqualTo(counted(rows));
    }

    @Provide
    Arbitrary<List<FlowRow>> rows() {
        return Combinators.combine(
                        Arbitraries.of(FlowFixture.SOURCES),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Outcome.values()),
                        Arbitraries.of(Retrieval.values()),
                        Arbitraries.of(Outcome.values()),
                        Arbitraries.of("", "No control", "Wrong population", "Unlisted"),
                        Arbitraries.longs().between(0, 5_000))
                .as((source, duplicate, screened, retrieval, read, reason, n) ->
                        new FlowRow(source.id(), duplicate, screened, retrieval, read, reason, n))
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<FlowRow>> settled() {
        Arbitrary<Source> searched = Arbitraries.of(FlowFixture.SOURCES.subList(0, 3));
        Arbitrary<Source> any = Arbitraries.of(FlowFixture.SOURCES);
        Arbitrary<Long> n = Arbitraries.longs().between(0, 5_000);
        Arbitrary<String> reason = Arbitraries.of("No control", "Wrong population", "Unlisted");
        return Arbitraries.oneOf(
                        Combinators.combine(searched, n).as(FlowFixture::duplicates),
                        Combinators.combine(searched, n).as((s, k) -> FlowFixture.screened(s, Outcome.EXCLUDE, k)),
                        Combinators.combine(any, n).as(FlowFixture::missing),
                        Combinators.combine(any, n).as(FlowFixture::included),
                        Combinators.combine(any, reason, n).as(FlowFixture::excluded))
                .list()
                .ofMaxSize(30);
    }

    private static void named(FlowCounts counts, String rule, boolean holds) {
        assertThat(counts.warnings().stream().anyMatch(w -> w.startsWith(rule + ":")))
                .isEqualTo(!holds);
    }

    private static long sum(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static FlowCounts counted(List<FlowRow> rows) {
        return FlowCounts.of(FlowFixture.SOURCES, rows, FlowFixture.CRITERIA);
    }
}
