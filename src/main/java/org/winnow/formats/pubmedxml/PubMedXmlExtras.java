package org.winnow.formats.pubmedxml;

import java.util.Map;
import org.winnow.formats.value.ExtraKey;
import org.winnow.formats.value.TrialNumber;
import org.winnow.formats.xml.XmlElement;
import org.winnow.model.BibRecord;

/** Index terms, numbers and links of a citation, under the tags of MEDLINE text. */
final class PubMedXmlExtras {
    /** Kinds of links between citations and their tags. */
    private static final Map<String, String> LINKS = Map.ofEntries(
            Map.entry("CommentOn", "CON"),
            Map.entry("CommentIn", "CIN"),
            Map.entry("ErratumIn", "EIN"),
            Map.entry("ErratumFor", "EFR"),
            Map.entry("RetractionIn", "RIN"),
            Map.entry("RetractionOf", "ROF"),
            Map.entry("PartialRetractionIn", "PRIN"),
            Map.entry("PartialRetractionOf", "PROF"),
            Map.entry("RepublishedIn", "RPI"),
            Map.entry("RepublishedFrom", "RPF"),
            Map.entry("RetractedandRepublishedIn", "RRI"),
            Map.entry("RetractedandRepublishedFrom", "RRF"),
            Map.entry("ExpressionOfConcernIn", "ECI"),
            Map.entry("ExpressionOfConcernFor", "ECF"),
            Map.entry("UpdateIn", "UIN"),
            Map.entry("UpdateOf", "UOF"),
            Map.entry("SummaryForPatientsIn", "SPIN"),
            Map.entry("OriginalReportIn", "ORI"),
            Map.entry("AssociatedDataset", "ADI"),
            Map.entry("AssociatedPublication", "AUI"));

    private final XmlElement citation;
    private final BibRecord.Builder b;

    PubMedXmlExtras(XmlElement citation, BibRecord.Builder b) {
        this.citation = citation;
        this.b = b;
    }

    void add() {
        headings();
        citation.children("KeywordList")
                .forEach(list -> list.children("Keyword").forEach(k -> keyword(starred(k, k.text()))));
        XmlElement article = citation.child("Article");
        article.each("Grant", this::grant);
        article.each("DataBank", this::dataBank);
        citation.each(
                "Chemical",
                c -> put(
                        "RN",
                        c.child("RegistryNumber").text() + " ("
                                + c.child("NameOfSubstance").text() + ")"));
        citation.each("SupplMeshName", s -> put("NM", s.text()));
        citation.each("CommentsCorrections", this::link);
        citation.each("GeneSymbol", g -> put("GS", g.text()));
        citation.each("PersonalNameSubject", p -> person("FPS", p));
        citation.each("Investigator", p -> person("FIR", p));
        citation.children("OtherID").forEach(o -> put("OID", o.text()));
        citation.children("CitationSubset").forEach(s -> put("SB", s.text()));
        citation.children("SpaceFlightMission").forEach(s -> put("SFM", s.text()));
        put("RF", citation.child("NumberOfReferences").text());
        put("COIS", citation.child("CoiStatement").text());
        put("JID", citation.at("MedlineJournalInfo", "NlmUniqueID").text());
        put("OWN", citation.attribute("Owner"));
        put("STAT", citation.attribute("Status"));
        citation.children("GeneralNote").forEach(n -> {
            if (!n.text().isEmpty()) {
                b.note(n.text());
            }
        });
    }

    /** {@code Graves Disease/*radiotherapy}: an asterisk marks what the article is mainly about. */
    private void headings() {
        for (XmlElement heading : citation.child("MeshHeadingList").children("MeshHeading")) {
            XmlElement descriptor = heading.child("DescriptorName");
            StringBuilder all = new StringBuilder(starred(descriptor, descriptor.text()));
            heading.children("QualifierName").forEach(q -> all.append('/').append(starred(q, q.text())));
            keyword(all.toString());
        }
    }

    private static String starred(XmlElement term, String text) {
        return term.attribute("MajorTopicYN").equals("Y") && !text.startsWith("*") ? "*" + text : text;
    }

    private void keyword(String word) {
        if (!word.isEmpty()) {
            b.keyword(word);
        }
    }

    private void grant(XmlElement g) {
        StringBuilder all = new StringBuilder();
        for (String part : new String[] {"GrantID", "Acronym", "Agency", "Country"}) {
            String text = g.child(part).text();
            all.append(all.isEmpty() || text.isEmpty() ? "" : "/").append(text);
        }
        put("GR", all.toString());
    }

    /** Numbers of trials are known by the registry that is named as the bank. */
    private void dataBank(XmlElement bank) {
        String name = bank.child("DataBankName").text();
        bank.each("AccessionNumber", n -> {
            String registration = TrialNumber.in(n.text());
            put(
                    registration.isEmpty() ? "SI" : ExtraKey.REGISTRATION,
                    registration.isEmpty() ? name + "/" + n.text() : registration);
        });
    }

    private void link(XmlElement link) {
        String tag = LINKS.get(link.attribute("RefType"));
        if (tag != null) {
            String pmid = link.child("PMID").text();
            put(tag, link.child("RefSource").text() + (pmid.isEmpty() ? "" : ". PMID: " + pmid));
        }
    }

    private void person(String tag, XmlElement p) {
        String family = p.child("LastName").text();
        String given = p.child("ForeName").text();
        put(tag, given.isEmpty() ? family : family + ", " + given);
    }

    private void put(String key, String value) {
        PubMedXmlMapping.some(key, value, b);
    }
}
