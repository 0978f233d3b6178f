package org.winnow.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.winnow.document.Document;
import org.winnow.document.Documents;
import org.winnow.document.Sheets;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.UserException;
import org.winnow.report.AuditTable;
import org.winnow.report.RecordLife;
import org.winnow.session.Witnesses;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.AuditTrail.Line;
import org.winnow.store.AuditTrail.Search;
import org.winnow.store.Review;
import org.winnow.store.Rights;
import org.winnow.ui.audit.AuditDesk;
import org.winnow.work.WholeFile;

/**
 * The trail of the open review as files.
 *
 * @param whole the file as it is, whatever the person at the window may see of it
 */
record AuditFiles(Review whole, Reviewer person) implements AuditDesk {
    private static final int PAGE = 500;

    @Override
    public List<String> lifeFormats() {
        return Documents.FORMATS;
    }

    @Override
    public Optional<Review> unblinded() {
        Rights rights = whole.team().rights();
        return rights.hides() && rights.hasLead() && rights.mayRule(person.id())
                ? Optional.of(rights.unblinded(person.id()))
                : Optional.empty();
    }

    @Override
    public long writeTrail(Review shown, Search search, Path target) {
        List<Event> events = new ArrayList<>();
        List<Long> page = new ArrayList<>();
        for (long key : shown.auditTrail().keys(search)) {
            page.add(key);
            if (page.size() == PAGE) {
                take(shown, page, events);
            }
        }
        take(shown, page, events);
        return WholeFile.write(target, to -> {
            to.write(Sheets.csv(AuditTable.of(events)));
            return events.size();
        });
    }

    private static void take(Review shown, List<Long> page, List<Event> events) {
        shown.auditTrail().lines(page).stream().map(Line::event).forEach(events::add);
        page.clear();
    }

    @Override
    public List<String> check() {
        try (Review copy = Review.openReadOnly(whole.file())) {
            return Witnesses.check(copy, List.of(), null);
        }
    }

    @Override
    public void writeLife(Review shown, RecordId record, Path target) {
        Document life = RecordLife.of(shown, record);
        String name = target.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] bytes = Documents.bytes(life, ending)
                .orElseThrow(() -> new UserException("A life is not written as ." + ending + ". Choose one of "
                        + String.join(", ", Documents.FORMATS) + "."));
        WholeFile.write(target, to -> {
            to.write(bytes);
            return 1;
        });
    }
}
