package org.winnow.fulltext.annotation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;

/** The list of a page's annotations while it is changed: what nobody asked about stays as it is, damaged entries too. */
final class PageAnnotations {
    private static final COSName IN_REPLY_TO = COSName.getPDFName("IRT");
    private static final COSName REPLY_TYPE = COSName.getPDFName("RT");

    private final PDPage page;
    private final List<COSBase> entries = new ArrayList<>();
    private final Set<COSBase> gone = Collections.newSetFromMap(new IdentityHashMap<>());

    PageAnnotations(PDPage page) {
        this.page = page;
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray list) {
            list.forEach(entries::add);
        }
    }

    /** Those that people make, in their order. */
    List<PDAnnotationMarkup> markups() {
        List<PDAnnotationMarkup> markups = new ArrayList<>();
        for (COSBase entry : entries) {
            try {
                if (resolved(entry) instanceof COSDictionary dictionary
                        && PDAnnotation.createAnnotation(dictionary) instanceof PDAnnotationMarkup markup) {
                    markups.add(markup);
                }
            } catch (IOException | RuntimeException damaged) {
                // Left where it is.
                continue;
            }
        }
        return markups;
    }

    void add(PDAnnotation annotation) {
        entries.add(annotation.getCOSObject());
    }

    void remove(PDAnnotation annotation) {
        gone.add(annotation.getCOSObject());
    }

    /** Writes the list. The windows of those that are gone go with them; replies to them stand for themselves. */
    void write() {
        COSArray kept = new COSArray();
        for (COSBase entry : entries) {
            COSBase object = resolved(entry);
            boolean goes = gone.contains(object);
            if (object instanceof COSDictionary dictionary) {
                // Some programs look for annotations by their number and cannot open a page that has one without.
                dictionary.setDirect(false);
                goes |= COSName.POPUP.equals(dictionary.getCOSName(COSName.SUBTYPE)) && ofOneGone(dictionary);
                if (gone.contains(dictionary.getDictionaryObject(IN_REPLY_TO))) {
                    dictionary.removeItem(IN_REPLY_TO);
                    dictionary.removeItem(REPLY_TYPE);
                }
            }
            if (!goes) {
                kept.add(entry);
            }
        }
        page.getCOSObject().setItem(COSName.ANNOTS, kept);
    }

    private boolean ofOneGone(COSDictionary popup) {
        return gone.contains(popup.getDictionaryObject(COSName.PARENT))
                || gone.stream()
                        .anyMatch(one -> one instanceof COSDictionary dictionary
                                && dictionary.getDictionaryObject(COSName.POPUP) == popup);
    }

    private static COSBase resolved(COSBase entry) {
        return entry instanceof COSObject reference ? reference.getObject() : entry;
    }
}
