package org.winnow.formats.value;

import java.util.ArrayList;
import java.util.List;
import org.winnow.model.BibRecord;
import org.winnow.model.ReferenceType;

/** The words beside a type of reference that tell the entry of a trial's registry, for which RIS and EndNote have none. */
public final class WorkTypes {
    private static final String REGISTRY = "Trial registry record";

    private WorkTypes() {}

    /** What to write as type of work: what came with the record, after a word of our own where that is needed. */
    public static List<String> of(BibRecord r) {
        List<String> told = r.extra().getOrDefault(ExtraKey.WORK_TYPE, List.of());
        if (r.type() != ReferenceType.REGISTRY_ENTRY || told.stream().anyMatch(WorkTypes::registry)) {
            return told;
        }
        List<String> all = new ArrayList<>();
        all.add(REGISTRY);
        all.addAll(told);
        return all;
    }

    /** The kind of document, where a generic one is told apart by a type of work. */
    public static ReferenceType finer(ReferenceType kind, List<String> types) {
        boolean registry = kind == ReferenceType.OTHER && types.stream().anyMatch(WorkTypes::registry);
        return registry ? ReferenceType.REGISTRY_ENTRY : kind;
    }

    private static boolean registry(String words) {
        return DocumentKind.of(words)
                .filter(k -> k == ReferenceType.REGISTRY_ENTRY)
                .isPresent();
    }
}
