package org.winnow.ui.importing;

import java.util.HashMap;
import java.util.Map;
import org.winnow.exchange.Opened;

/** What has been unpacked for files that wait: kept as long as one of them needs it. */
final class Archives {
    private final Map<PendingFile, Opened> of = new HashMap<>();

    synchronized void keep(PendingFile file, Opened archive) {
        of.put(file, archive);
    }

    /** The file needs it no longer; whoever was the last takes the archive away. On any thread that may use the disk. */
    synchronized void release(PendingFile file) {
        Opened archive = of.remove(file);
        if (archive != null && !of.containsValue(archive)) {
            archive.close();
        }
    }

    synchronized void releaseAll() {
        of.values().forEach(Opened::close);
        of.clear();
    }
}
