package org.winnow;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Every law, beside the other tests: JUnit's platform runs one engine after the other, and while the window is driven
 * there is a processor to spare. A run of chosen tests leaves this out and their laws to jqwik itself.
 */
@Order(2)
class LawsTest {
    private final Launcher launcher = LauncherFactory.create();

    @TestFactory
    Stream<DynamicTest> hold() {
        TestPlan all = launcher.discover(laws(selectPackage("org.winnow")));
        return all.getRoots().stream()
                .flatMap(engine -> all.getChildren(engine).stream())
                .flatMap(test -> test.getSource().stream())
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass())
                .map(type -> DynamicTest.dynamicTest(type.getName(), () -> hold(type)));
    }

    private void hold(Class<?> type) {
        Watch watch = new Watch();
        launcher.execute(laws(selectClass(type)), watch);
        Assertions.assertThat(watch.tried).as("laws tried").isPositive();
        if (!watch.broken.isEmpty()) {
            AssertionError all = new AssertionError(String.join("\n", watch.said));
            watch.broken.forEach(all::addSuppressed);
            throw all;
        }
    }

    private static LauncherDiscoveryRequest laws(DiscoverySelector where) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(where)
                .filters(includeEngines("jqwik"))
                .build();
    }

    /** What became of them; jqwik tells the sample and the seed in its reports. */
    private static final class Watch implements TestExecutionListener {
        private final List<Throwable> broken = new ArrayList<>();
        private final List<String> said = new ArrayList<>();
        private int tried;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            tried += test.isTest() ? 1 : 0;
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                said.add(test.getUniqueId());
                result.getThrowable().ifPresent(broken::add);
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            said.addAll(entry.getKeyValuePairs().values());
        }
    }
}
