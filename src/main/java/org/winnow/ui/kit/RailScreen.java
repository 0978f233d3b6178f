package org.winnow.ui.kit;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kordamp.ikonli.feather.Feather;

/** What every screen's entry in the rail has: its names and icon, and a badge that is empty until there is a number. */
public abstract class RailScreen implements Screen {
    private final String id;
    private final String title;
    private final Feather icon;
    private final Section section;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    protected RailScreen(String id, String title, Feather icon, Section section) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.section = section;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Feather icon() {
        return icon;
    }

    @Override
    public final Section section() {
        return section;
    }

    @Override
    public final ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
    }

    /** Shows a number beside the title; nothing for none. */
    protected final void badge(long number) {
        badge.set(number == 0 ? "" : Long.toString(number));
    }
}
