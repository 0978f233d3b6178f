package org.winnow.fulltext.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitRectangleDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Box;

/** Where links and the entries of the outline lead. Actions other than going to a place or an address do nothing. */
final class Targets {
    private static final int MOST_ENTRIES = 20_000;
    private static final int DEEPEST = 32;
    private static final int MOST_LINKS = 2_000;

    private record Place(int page, float y) {
        static final Place NOWHERE = new Place(0, 0);
    }

    private final PDDocument document;
    private final Map<COSDictionary, Integer> numbers = new IdentityHashMap<>();
    private int entries;

    Targets(PDDocument document) {
        this.document = document;
    }

    /** The number of a page, from 1, or 0; counted through only where something leads to a page. */
    private int number(PDPage page) {
        if (numbers.isEmpty()) {
            int number = 1;
            for (PDPage each : document.getPages()) {
                numbers.put(each.getCOSObject(), number++);
            }
        }
        return numbers.getOrDefault(page.getCOSObject(), 0);
    }

    List<OutlineEntry> outline() {
        PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
        entries = 0;
        return root == null ? List.of() : below(root, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** @param seen entries that were met: in a damaged file they may go round in a circle */
    private List<OutlineEntry> below(PDOutlineNode node, int depth, Set<COSDictionary> seen) {
        List<OutlineEntry> all = new ArrayList<>();
        PDOutlineItem item = node.getFirstChild();
        while (item != null && entries++ < MOST_ENTRIES && depth < DEEPEST && seen.add(item.getCOSObject())) {
            String title = item.getTitle() == null ? "" : item.getTitle().strip();
            Place place = placeOf(item);
            all.add(new OutlineEntry(title, place.page(), place.y(), below(item, depth + 1, seen)));
            item = item.getNextSibling();
        }
        return all;
    }

    private Place placeOf(PDOutlineItem item) {
        try {
            PDDestination destination = item.getDestination();
            PDAction action = destination == null ? item.getAction() : null;
            return place(action instanceof PDActionGoTo goTo ? goTo.getDestination() : destination);
        } catch (IOException | RuntimeException damaged) {
            return Place.NOWHERE;
        }
    }

    List<PageLink> links(PDPage page) throws IOException {
        PageFrame frame = PageFrame.of(page);
        List<PageLink> links = new ArrayList<>();
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && link.getRectangle() != null
                    && links.size() < MOST_LINKS) {
                PageLink known = link(link, frame);
                if (known != null) {
                    links.add(known);
                }
            }
        }
        return links;
    }

    private @Nullable PageLink link(PDAnnotationLink link, PageFrame frame) {
        var r = link.getRectangle();
        Box box = frame.seen(r.getLowerLeftX(), r.getLowerLeftY(), r.getUpperRightX(), r.getUpperRightY());
        try {
            PDDestination destination = link.getDestination();
            PDAction action = destination == null ? link.getAction() : null;
            if (action instanceof PDActionURI uri && uri.getURI() != null) {
                return new PageLink(box, 0, 0, uri.getURI());
            }
            Place place = place(action instanceof PDActionGoTo goTo ? goTo.getDestination() : destination);
            return place.page() == 0 ? null : new PageLink(box, place.page(), place.y(), "");
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
    }

    private Place place(@Nullable PDDestination destination) throws IOException {
        PDDestination found = destination instanceof PDNamedDestination named
                ? document.getDocumentCatalog().findNamedDestinationPage(named)
                : destination;
        if (!(found instanceof PDPageDestination to)) {
            return Place.NOWHERE;
        }
        PDPage page = to.getPage();
        int number = page == null ? to.getPageNumber() + 1 : number(page);
        if (number < 1 || number > document.getNumberOfPages()) {
            return Place.NOWHERE;
        }
        PDPage there = page == null ? document.getPage(number - 1) : page;
        return new Place(number, down(to, PageFrame.of(there)));
    }

    /** How far down the page the place is. */
    private static float down(PDPageDestination to, PageFrame frame) {
        int top =
                switch (to) {
                    case PDPageXYZDestination xyz -> xyz.getTop();
                    case PDPageFitWidthDestination fit -> fit.getTop();
                    case PDPageFitRectangleDestination fit -> fit.getTop();
                    default -> -1;
                };
        int left = to instanceof PDPageXYZDestination xyz ? Math.max(0, xyz.getLeft()) : 0;
        // Below zero stands for a coordinate that the file leaves open.
        return top < 0
                ? 0
                : Math.clamp(
                        frame.seen(left, top, left, top).y(), 0, frame.size().height());
    }
}
