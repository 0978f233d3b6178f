package org.winnow.llm;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this computer has for models to lie in. */
public final class Machine {
    /** What is left to the system, other programs and this one: the rest may be a model's. */
    private static final double SHARE = 0.75;

    private Machine() {}

    /** Memory in bytes; within a container, what it may have. 0 where the system does not say. */
    public static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    /** Whether a model of that size fits beside all else. */
    public static boolean fits(long bytes) {
        return bytes <= SHARE * memory();
    }
}
