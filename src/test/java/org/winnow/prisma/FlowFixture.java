package org.winnow.prisma;

import java.util.List;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.Retrieval;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.SourceKind;

/** Small reviews to count. */
final class FlowFixture {
    static final Source EMBASE = source(1, "Embase", SourceKind.DATABASE);
    static final Source PUBMED = source(2, "PubMed", SourceKind.DATABASE);
    static final Source TRIALS = source(3, "ClinicalTrials.gov", SourceKind.REGISTER);
    static final Source WEB = source(4, "who.int", SourceKind.WEBSITE);
    static final Source BODY = source(5, "NICE", SourceKind.ORGANISATION);
    static final Source CITED = source(6, "Backward citations", SourceKind.CITATION);
    static final Source LETTERS = source(7, "Letters from authors", SourceKind.OTHER);
    static final List<Source> SOURCES = List.of(EMBASE, PUBMED, TRIALS, WEB, BODY, CITED, LETTERS);
    static final List<Criterion> CRITERIA = List.of(
            new Criterion(new CriterionId(2), "Wrong population", 1),
            new Criterion(new CriterionId(1), "No control", 2));

    private FlowFixture() {}

    static Source source(long id, String name, SourceKind kind) {
        return new Source(new SourceId(id), name, kind, "", "", null);
    }

    static FlowRow duplicates(Source source, long n) {
        return new FlowRow(source.id(), true, Outcome.UNDECIDED, Retrieval.SOUGHT, Outcome.UNDECIDED, "", n);
    }

    static FlowRow screened(Source source, Outcome titleAbstract, long n) {
        return new FlowRow(source.id(), false, titleAbstract, Retrieval.SOUGHT, Outcome.UNDECIDED, "", n);
    }

    static FlowRow missing(Source source, long n) {
        return read(source, Retrieval.NOT_RETRIEVED, Outcome.UNDECIDED, "", n);
    }

    static FlowRow included(Source source, long n) {
        return read(source, Retrieval.RETRIEVED, Outcome.INCLUDE, "", n);
    }

    static FlowRow excluded(Source source, String reason, long n) {
        return read(source, Retrieval.RETRIEVED, Outcome.EXCLUDE, reason, n);
    }

    static FlowRow read(Source source, Retrieval retrieval, Outcome fullText, String reason, long n) {
        return new FlowRow(source.id(), false, Outcome.INCLUDE, retrieval, fullText, reason, n);
    }

    /** A finished review: 1,000 + 400 + 60 records searched, 37 found otherwise, 9 included. */
    static List<FlowRow> finished() {
        return List.of(
                duplicates(EMBASE, 310),
                screened(EMBASE, Outcome.EXCLUDE, 660),
                missing(EMBASE, 2),
                excluded(EMBASE, "No control", 7),
                excluded(EMBASE, "Wrong population", 15),
                included(EMBASE, 6),
                duplicates(PUBMED, 40),
                screened(PUBMED, Outcome.EXCLUDE, 355),
                excluded(PUBMED, "No control", 4),
                new FlowRow(PUBMED.id(), false, Outcome.MAYBE, Retrieval.RETRIEVED, Outcome.INCLUDE, "", 1),
                screened(TRIALS, Outcome.EXCLUDE, 60),
                missing(WEB, 3),
                excluded(WEB, "Not a report", 7),
                excluded(BODY, "No control", 5),
                excluded(CITED, "Not a report", 18),
                included(CITED, 1),
                missing(LETTERS, 2),
                included(LETTERS, 1));
    }

    static FlowCounts finishedCounts() {
        return FlowCounts.of(SOURCES, finished(), CRITERIA);
    }
}
