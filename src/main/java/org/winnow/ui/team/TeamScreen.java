package org.winnow.ui.team;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The team's entry in the rail, with the number of open conflicts. */
public final class TeamScreen extends RailScreen {
    private final TeamModel model;
    private final RulesModel rules;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;

    public TeamScreen(TeamModel model, RulesModel rules, Texts texts, Dialogs dialogs, Navigator navigator) {
        super("team", texts.get("team.title"), Feather.USERS, Section.SCREENING);
        this.model = model;
        this.rules = rules;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        model.openProperty().subscribe(n -> badge(n));
    }

    @Override
    public boolean take(List<Path> files) {
        boolean session = files.size() == 1 && files.get(0).toString().endsWith(".winnow-session");
        if (session) {
            new SessionLook(model, texts, dialogs).at(files.get(0));
        }
        return session;
    }

    @Override
    public Node view() {
        return new TeamView(model, rules, texts, dialogs, navigator);
    }

    @Override
    public void opened() {
        model.count();
    }

    @Override
    public void shown() {
        model.show(true);
        rules.show(true);
    }

    @Override
    public void hidden() {
        model.show(false);
        rules.show(false);
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
        rules.refresh(changes);
    }
}
