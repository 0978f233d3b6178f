package org.winnow.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** The tags of a PDF (ISO 32000-1, 14.7 and 14.8): what is text, in which order, and what is ornament. */
public final class PdfStructure {
    private static final long DOCUMENT_ID = 2020L;
    private static final String METADATA = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole;
    private final Map<Integer, PDParentTreeValue> pages = new HashMap<>();
    private PDPage sheet = new PDPage();
    private COSArray parents = new COSArray();

    public PdfStructure(PDDocument document) {
        this.document = document;
        this.whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
    }

    /**
     * Says what the document is, in the places that PDF/UA-1 (ISO 14289-1, 5 and 7.1) asks for.
     *
     * @param subject more about it, or empty
     */
    public void describe(String title, String subject) throws IOException {
        // Any fixed number: the same document gives the same bytes.
        document.setDocumentId(DOCUMENT_ID);
        document.getDocumentInformation().setTitle(title);
        if (!subject.isEmpty()) {
            document.getDocumentInformation().setSubject(subject);
        }
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        PDViewerPreferences viewer = new PDViewerPreferences(catalog.getCOSObject());
        viewer.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewer);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(METADATA.formatted(Xml.text(title)).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    /** What follows stands on this page. */
    public void page(PDPage next) {
        sheet = next;
        parents = new COSArray();
        sheet.setStructParents(pages.size());
        pages.put(pages.size(), new PDParentTreeValue(parents));
    }

    /** A part that other parts stand in, such as a table or one of its rows. */
    public PDStructureElement part(String role, PDStructureElement inside) {
        PDStructureElement element = new PDStructureElement(role, inside);
        inside.appendKid(element);
        return element;
    }

    public PDStructureElement whole() {
        return whole;
    }

    /** Begins something that a screen reader passes over. */
    public void ornament(PDPageContentStream page) throws IOException {
        page.beginMarkedContent(COSName.ARTIFACT);
    }

    /**
     * Begins a piece of text.
     *
     * @param said its words, for what cannot be read from the letters
     */
    public void element(PDPageContentStream page, String role, String said, PDStructureElement inside)
            throws IOException {
        PDStructureElement element = part(role, inside);
        element.setPage(sheet);
        element.setActualText(said);
        if (role.equals("TH")) {
            PDTableAttributeObject head = new PDTableAttributeObject();
            head.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            element.addAttribute(head);
        }
        int id = parents.size();
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, id);
        page.beginMarkedContent(COSName.getPDFName(role), PDPropertyList.create(properties));
        element.getCOSObject().setItem(COSName.K, COSInteger.get(id));
        parents.add(element.getCOSObject());
    }

    /** Writes the tags into the document. */
    public void finish() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(pages);
        root.setParentTree(tree);
        root.setParentTreeNextKey(pages.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
    }
}
