package org.winnow.prisma;

import java.io.IOException;
import java.util.List;
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

/** The tags of a one-page PDF (ISO 32000-1, 14.7 and 14.8): what is text, in which order, and what is ornament. */
final class PdfStructure {
    private final PDDocument document;
    private final PDPage sheet;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole;
    private final COSArray parents = new COSArray();

    PdfStructure(PDDocument document, PDPage sheet) {
        this.document = document;
        this.sheet = sheet;
        this.whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
    }

    /** Begins something that a screen reader passes over. */
    void ornament(PDPageContentStream page) throws IOException {
        page.beginMarkedContent(COSName.ARTIFACT);
    }

    /** Begins a piece of text; its words stand beside it for what cannot be read from the letters. */
    void element(PDPageContentStream page, String role, List<String> lines) throws IOException {
        PDStructureElement element = new PDStructureElement(role, whole);
        element.setPage(sheet);
        element.setActualText(String.join(" ", lines));
        int id = parents.size();
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, id);
        page.beginMarkedContent(COSName.getPDFName(role), PDPropertyList.create(properties));
        element.getCOSObject().setItem(COSName.K, COSInteger.get(id));
        whole.appendKid(element);
        parents.add(element.getCOSObject());
    }

    void finish() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(Map.of(0, new PDParentTreeValue(parents)));
        root.setParentTree(tree);
        root.setParentTreeNextKey(1);
        sheet.setStructParents(0);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
    }
}
