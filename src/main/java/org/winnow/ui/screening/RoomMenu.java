package org.winnow.ui.screening;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ui.kit.Texts;

/** What the room can do besides deciding, and how its keys lie. */
final class RoomMenu extends MenuButton {
    RoomMenu(ScreeningKeys.Places places, Habits habits, Texts texts) {
        super("", new FontIcon(Feather.SLIDERS));
        setId("room-menu");
        getStyleClass().addAll("flat", "button-icon", "no-arrow");
        setAccessibleText(texts.get("screening.room"));
        setTooltip(new Tooltip(texts.get("screening.room")));
        getItems()
                .addAll(
                        item("room-jump", texts.get("screening.room.jump"), places::jump),
                        item("room-alone", texts.get("screening.room.alone"), places::alone),
                        item("room-bulk", texts.get("screening.room.bulk"), places::bulk),
                        item("room-life", texts.get("screening.room.life"), places::life),
                        new SeparatorMenuItem());
        ToggleGroup group = new ToggleGroup();
        for (Hands hands : Hands.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("screening.hands." + hands.key()));
            item.setId("hands-" + hands.key());
            item.setToggleGroup(group);
            item.setOnAction(e -> habits.handsProperty().set(hands));
            habits.handsProperty().subscribe(now -> item.setSelected(now == hands));
            getItems().add(item);
        }
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }
}
