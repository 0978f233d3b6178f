package org.winnow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.model.Criterion;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.prisma.FlowExport;
import org.winnow.prisma.ReportFacts;
import org.winnow.prisma.SearchRecord;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.Review;
import org.winnow.store.Versions.Version;

/** The review's own facts as JSON: what {@code review.schema.json} describes. Records are in the CSV and RIS files. */
final class ReviewJson {
    private ReviewJson() {}

    static Map<String, Object> of(Review review, ReportFacts facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "winnow-report-1");
        json.put("review", facts.info().uuid().toString());
        json.put("title", facts.info().title());
        json.put("created", facts.info().createdAt().toString());
        json.put("program", facts.program());
        json.put("screenersPerRecord", facts.info().screenersPerRecord());
        json.put(
                "reviewers",
                review.reviewers().all().stream().map(Reviewer::name).toList());
        json.put("criteria", facts.criteria().stream().map(Criterion::label).toList());
        json.put("about", new TreeMap<>(facts.about()));
        json.put("searches", facts.searches().stream().map(ReviewJson::search).toList());
        json.put(
                "imports",
                review.imports().all().stream().map(ReviewJson::imported).toList());
        json.put("automaticSteps", steps(facts));
        json.put("flow", FlowExport.json(facts.counts(), facts.template()));
        json.put(
                "agreement",
                facts.agreement().stream()
                        .map(a -> {
                            Map<String, Object> map = new LinkedHashMap<>();
                            map.put("stage", a.stage().key());
                            map.put("reviewers", List.of(a.first(), a.second()));
                            map.put("records", a.records());
                            map.put("observed", a.observed());
                            map.put("kappa", a.kappa());
                            return map;
                        })
                        .toList());
        json.put("versions", facts.versions().stream().map(ReviewJson::version).toList());
        return json;
    }

    private static Map<String, Object> search(SearchRecord s) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", s.source().name());
        map.put("kind", s.source().kind().key());
        map.put("date", s.source().searchDate());
        map.put("reported", s.source().hits());
        map.put("imported", s.records());
        for (SearchRecord.Field field : SearchRecord.Field.values()) {
            if (field != SearchRecord.Field.STRATEGY) {
                map.put(field.name().toLowerCase(Locale.ROOT), s.said(field));
            }
        }
        map.put("strategy", s.strategy());
        return map;
    }

    private static Map<String, Object> imported(ImportedFile f) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", f.fileName());
        map.put("sha256", f.sha256());
        map.put("format", f.format());
        map.put("encoding", f.encoding());
        map.put("read", f.read());
        map.put("imported", f.imported());
        map.put("rejected", f.rejected());
        map.put("at", f.at().toString());
        return map;
    }

    private static List<Map<String, Object>> steps(ReportFacts facts) {
        List<Map<String, Object>> steps = new ArrayList<>();
        Map<String, Object> dedup = new LinkedHashMap<>();
        dedup.put("step", "deduplication");
        dedup.put("program", facts.program());
        dedup.put("automatic", facts.automaticDuplicates());
        dedup.put("confirmedByPerson", facts.otherDuplicates());
        dedup.put("parameters", "the program's own rules; the reason for each pair is in duplicates.csv");
        steps.add(dedup);
        facts.stopped().ifPresent(rule -> {
            Map<String, Object> stop = new LinkedHashMap<>();
            stop.put("step", "screening stopped");
            stop.put("stage", Stage.TITLE_ABSTRACT.key());
            stop.put("rule", rule);
            stop.put("unread", facts.counts().box("excluded_automatic"));
            steps.add(stop);
        });
        return steps;
    }

    private static Map<String, Object> version(Version v) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", v.number());
        map.put("name", v.name());
        map.put("note", v.note());
        map.put("frozen", v.at().toString());
        return map;
    }
}
