package org.winnow.ui.screening;

import java.util.function.Consumer;
import org.winnow.model.RecordId;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;

/**
 * What leads out of a room.
 *
 * @param life shows everything that was ever done to a record
 */
public record Doors(Navigator navigator, Dialogs dialogs, Consumer<RecordId> life) {}
