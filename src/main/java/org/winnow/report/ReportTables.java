package org.winnow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.document.Cell;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.model.Annotation;
import org.winnow.model.Outcome;
import org.winnow.model.Passage;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Stage;
import org.winnow.prisma.AgreementFigures;
import org.winnow.prisma.ReportFacts;
import org.winnow.prisma.SearchRecord;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Studies.IncludedReport;

/** The tables that a journal asks for, by the name of their files. */
final class ReportTables {
    private ReportTables() {}

    static Map<String, Table> of(Review review, ReportFacts facts) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("included", included(review));
        tables.put("excluded", excluded(review));
        tables.put("agreement", agreement(facts));
        tables.put("sources", sources(facts));
        return tables;
    }

    private static Table included(Review review) {
        Map<RecordId, List<String>> studies = new LinkedHashMap<>();
        for (IncludedReport r : review.studies().included()) {
            studies.put(r.record(), r.studies());
        }
        List<List<Cell>> rows = new ArrayList<>();
        List<ScreenedRecord> reports = settled(review, Outcome.INCLUDE);
        References references = References.in(ReferenceStyle.of(review), reports);
        for (ScreenedRecord r : reports) {
            List<String> names = studies.getOrDefault(r.id(), List.of());
            rows.add(List.of(
                    Cell.of(Long.toString(r.id().value())),
                    Cell.of(names.isEmpty() ? References.label(r.record()) : String.join("; ", names)),
                    references.to(r.id()),
                    Cell.of(r.record().type().name().toLowerCase(Locale.ROOT)),
                    Cell.of(r.record().language()),
                    Cell.of(r.source())));
        }
        return new Table(
                "Included reports",
                List.of(
                        new Column("Record", 0.6),
                        new Column("Study", 1.2),
                        new Column("Reference", 4.5),
                        new Column("Type", 0.9),
                        new Column("Language", 0.8),
                        new Column("Source", 1)),
                rows);
    }

    private static Table excluded(Review review) {
        List<List<Cell>> rows = new ArrayList<>();
        List<ScreenedRecord> reports = settled(review, Outcome.EXCLUDE);
        References references = References.in(ReferenceStyle.of(review), reports);
        List<Annotation> marks = review.annotations().find(AnnotationQuery.everything(), null);
        for (ScreenedRecord r : reports) {
            rows.add(List.of(
                    Cell.of(Long.toString(r.id().value())),
                    Cell.of(References.label(r.record())),
                    references.to(r.id()),
                    Cell.of(r.reason().isEmpty() ? "No reason given" : r.reason()),
                    Cell.of(support(r, marks))));
        }
        return new Table(
                "Reports excluded at full text",
                List.of(
                        new Column("Record", 0.6),
                        new Column("Report", 1.2),
                        new Column("Reference", 4.5),
                        new Column("Reason", 2),
                        new Column("Words of the report", 3)),
                rows);
    }

    /** What people have marked for the reason that holds, each passage once. */
    private static String support(ScreenedRecord report, List<Annotation> marks) {
        return marks.stream()
                .filter(mark -> mark.record().equals(report.id()))
                .filter(mark ->
                        mark.criterion() != null && mark.criterion().label().equals(report.reason()))
                .filter(mark -> !mark.anchor().quote().isBlank())
                .map(mark -> new Passage(
                                report.reason(),
                                mark.anchor().page(),
                                mark.anchor().quote(),
                                mark.by())
                        .shown())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static List<ScreenedRecord> settled(Review review, Outcome outcome) {
        try (Stream<ScreenedRecord> records =
                review.records().screened(RecordQuery.at(Stage.FULL_TEXT).withOutcomes(outcome))) {
            return records.toList();
        }
    }

    private static Table agreement(ReportFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        for (AgreementFigures a : facts.agreement()) {
            rows.add(List.of(
                    a.stage().key(),
                    a.first(),
                    a.second(),
                    Long.toString(a.records()),
                    String.format(Locale.ROOT, "%.4f", a.observed()),
                    a.kappa() == null ? "not defined" : String.format(Locale.ROOT, "%.4f", a.kappa())));
        }
        return Table.plain(
                "Agreement before differences were settled",
                List.of(
                        new Column("Stage", 1),
                        new Column("First", 1),
                        new Column("Second", 1),
                        new Column("Records", 0.8),
                        new Column("Observed", 0.8),
                        new Column("Kappa", 0.8)),
                rows);
    }

    private static Table sources(ReportFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        for (SearchRecord s : facts.searches()) {
            rows.add(List.of(
                    s.source().name(),
                    s.source().kind().key(),
                    s.said(SearchRecord.Field.PLATFORM),
                    s.said(SearchRecord.Field.COVERAGE),
                    s.source().searchDate(),
                    s.source().hits() == null ? "" : s.source().hits().toString(),
                    Long.toString(s.records())));
        }
        return Table.plain(
                "Sources",
                List.of(
                        new Column("Source", 1.6),
                        new Column("Kind", 0.9),
                        new Column("Platform", 1.2),
                        new Column("Coverage", 1.2),
                        new Column("Last searched", 1),
                        new Column("Reported", 0.8),
                        new Column("Imported", 0.8)),
                rows);
    }
}
