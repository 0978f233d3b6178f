package org.winnow.app;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.winnow.model.UserException;
import org.winnow.ui.fulltext.Browser;
import org.winnow.ui.kit.Jobs;

/** The other programs of this computer, called beside the FX thread: it may take its time. */
record SystemBrowser(Jobs jobs) implements Browser {
    @Override
    public void open(String address) {
        jobs.latest("browser", p -> {
            call(address);
            return null;
        });
    }

    @Override
    public void show(Path file) {
        jobs.latest("viewer", p -> {
            try {
                if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                    throw new UserException("No other program can be called here. Open " + file + " yourself.");
                }
                Desktop.getDesktop().open(file.toFile());
            } catch (IOException | IllegalArgumentException e) {
                throw new UserException("No program of this computer opens " + file + ". Open it yourself.", e);
            }
            return null;
        });
    }

    private static void call(String address) {
        try {
            if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                throw new UserException("No browser can be called here. Open " + address + " yourself.");
            }
            Desktop.getDesktop().browse(new URI(address));
        } catch (IOException | URISyntaxException e) {
            throw new UserException("The browser does not open " + address + ". Open it yourself.", e);
        }
    }
}
