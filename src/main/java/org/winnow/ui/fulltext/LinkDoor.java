package org.winnow.ui.fulltext;

import javafx.scene.control.Label;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.PageLink;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Follows links: inside the file at once, out of it only when the person has read where to and agreed. */
final class LinkDoor {
    private final PdfModel model;
    private final Dialogs dialogs;
    private final Texts texts;
    private final Browser browser;

    LinkDoor(PdfModel model, Dialogs dialogs, Texts texts, Browser browser) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
        this.browser = browser;
    }

    /** Shows the file in another program, for what cannot be shown here. */
    void outside() {
        OpenPdf pdf = model.pdfProperty().get();
        if (pdf != null) {
            browser.show(pdf.file());
        }
    }

    void follow(PageLink link) {
        if (link.page() > 0) {
            model.sheet().goTo(link.page(), link.y());
        } else if (link.address().matches("(?i)(https?|mailto):\\S+")) {
            Label address = Labels.wrapped(link.address());
            address.setId("link-address");
            address.setMaxWidth(460);
            Form form = new Form().field(texts.get("reader.link.address"), address, texts.get("reader.link.hint"));
            if (dialogs.form(texts.get("reader.link.ask"), form, texts.get("reader.link.open"))) {
                browser.open(link.address());
            }
        } else {
            dialogs.trouble(texts.get("reader.link.refused", link.address()));
        }
    }
}
