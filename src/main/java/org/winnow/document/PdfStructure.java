package org.winnow.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/** The tags of a PDF (ISO 32000-1, 14.7 and 14.8): what is text, in which order, and what is ornament. */
public final class PdfStructure {
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
