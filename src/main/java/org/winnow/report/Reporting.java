package org.winnow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.dfllm.card.Drafts;
import org.winnow.llm.Traice;
import org.winnow.model.Estimate;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.prisma.AgreementFigures;
import org.winnow.prisma.ReportFacts;
import org.winnow.prisma.ReviewFlow;
import org.winnow.prisma.Template;
import org.winnow.screening.Agreement;
import org.winnow.screening.advice.AdviceMeasure;
import org.winnow.store.Advices.OfRecord;
import org.winnow.store.Review;

/** Gathers what the report says from the features that know it. */
public final class Reporting {
    private Reporting() {}

    /** Everything that the texts of the report draw on, for the template that shows everything. */
    public static ReportFacts facts(Review review) {
        return facts(review, new ReviewFlow(review).fitting());
    }

    public static ReportFacts facts(Review review, Template template) {
        return ReportFacts.of(review, template, agreement(review), program(), model(review));
    }

    /** What the records of a model's making and of questions to language models say to the checklists. */
    private static Map<String, String> model(Review review) {
        Map<String, String> said = new LinkedHashMap<>(Drafts.of(review));
        Traice.drafts(review).forEach((name, text) -> said.put("llm." + name, text));
        said.put("llm.evaluation", evaluation(review));
        return said;
    }

    /** How suggestions of language models agreed with people, a sentence a model. */
    private static String evaluation(Review review) {
        return Stream.of(Stage.values())
                .flatMap(stage -> review.auditTrail().advices().at(stage).stream()
                        .map(OfRecord::model)
                        .distinct()
                        .map(name -> said(name, stage, AdviceMeasure.of(review, stage, name))))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String said(String name, Stage stage, AdviceMeasure m) {
        return m.agreement().records() == 0
                ? ""
                : Traice.evaluation(
                        name,
                        stage,
                        m.agreement().records(),
                        m.agreement().kappa(),
                        m.included(),
                        m.found(),
                        m.excluded(),
                        m.spared());
    }

    /** The name and version of this program, as a report names it. */
    public static String program() {
        String version = Reporting.class.getPackage().getImplementationVersion();
        return version == null ? "Winnow" : "Winnow " + version;
    }

    /** Every pair of people who decided on the same records. */
    public static List<AgreementFigures> agreement(Review review) {
        List<Reviewer> people = review.reviewers().all();
        List<AgreementFigures> figures = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (int i = 0; i < people.size(); i++) {
                for (int j = i + 1; j < people.size(); j++) {
                    Reviewer a = people.get(i);
                    Reviewer b = people.get(j);
                    Agreement agreement = Agreement.of(review.standing().verdictPairs(stage, a.id(), b.id()));
                    if (agreement.records() > 0) {
                        figures.add(new AgreementFigures(
                                stage,
                                a.name(),
                                b.name(),
                                agreement.records(),
                                agreement.observed().map(Estimate::value).orElse(0.0),
                                agreement.kappa().map(Estimate::value).orElse(null)));
                    }
                }
            }
        }
        return figures;
    }
}
