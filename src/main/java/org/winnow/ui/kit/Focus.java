package org.winnow.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** Gives the focus to controls that are not in the window yet. */
public final class Focus {
    private Focus() {}

    /**
     * The node has the focus from now on; where it is not in the window, as soon as it is. The skins of split and
     * scroll panes, made at the next pulse, put their content into the window: often after it was asked for.
     */
    public static void give(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        Subscription[] waiting = new Subscription[1];
        waiting[0] = node.sceneProperty().subscribe((Scene was, Scene is) -> {
            if (is != null) {
                waiting[0].unsubscribe();
                Platform.runLater(node::requestFocus);
            }
        });
    }
}
