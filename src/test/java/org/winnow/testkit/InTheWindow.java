package org.winnow.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * A test that drives JavaFX. There is one toolkit, one robot and one clipboard, so such classes run one after another;
 * they come first, since together they take the longest and the others fit beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ResourceLock(InTheWindow.LOCK)
@Order(1)
@ExtendWith({ApplicationExtension.class, NoEventsKept.class})
public @interface InTheWindow {
    /** What they share. */
    String LOCK = "org.winnow.window";
}
