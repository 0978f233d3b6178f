package org.winnow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who may use whom, each rule with its reason. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {
    /** Some 200 MB, which no other test should have to do without. */
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.winnow");

    /** Reading and writing files is pure and serves several features; the rest never know each other. */
    private static final Set<String> FEATURES =
            Set.of("dedup", "screening", "exchange", "fulltext", "prisma", "ranking", "session", "dfllm");

    private static final String TEST = "@(Test|ParameterizedTest|Property|RepeatedTest)\\b.*";

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.winnow.(**)")
                .should()
                .beFreeOfCycles()
                .because("what depends on each other is one thing and belongs in one package"));
    }

    @Test
    void featuresDoNotKnowEachOther() {
        check(
                slices().assignedFrom(new Named("feature", "org.winnow.", FEATURES))
                        .should()
                        .notDependOnEachOther()
                        .because(
                                "features meet in the tables of the review; what needs two of them is wired in app, cli or sample"));
    }

    @Test
    void screensDoNotKnowEachOther() {
        Set<String> screens = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(p -> p.startsWith("org.winnow.ui."))
                .map(p -> p.substring("org.winnow.ui.".length()))
                .filter(p -> !p.equals("kit"))
                .collect(Collectors.toSet());
        check(slices().assignedFrom(new Named("screen", "org.winnow.ui.", screens))
                .should()
                .notDependOnEachOther()
                .because("the shell gets its screens as a list, and a screen can be understood alone"));
    }

    @Test
    void onlyTheInterfaceSeesJavaFx() {
        check(noClasses()
                .that(resideInAPackage("org.winnow..").and(notIn("org.winnow.ui..", "org.winnow.app..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                .because("everything below the window also runs without a display"));
    }

    @Test
    void onlyTheStoreSeesSql() {
        check(noClasses()
                .that(notIn("org.winnow.store.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..")
                .because("SQL stands beside its mapper in the store and nowhere else"));
    }

    @Test
    void theModelAndWorkDependOnNothingOfOurs() {
        check(noClasses()
                .that(resideInAnyPackage("org.winnow.model..", "org.winnow.work.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.winnow..").and(notIn("org.winnow.model..", "org.winnow.work..")))
                .because("the words of a review are known everywhere and know nobody"));
    }

    @Test
    void theStoreKnowsNoFeature() {
        check(noClasses()
                .that()
                .resideInAPackage("org.winnow.store..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.winnow..")
                        .and(notIn("org.winnow.model..", "org.winnow.work..", "org.winnow.store..")))
                .because("features use the store, never the other way"));
    }

    @Test
    void formatsArePure() {
        check(noClasses()
                .that()
                .resideInAPackage("org.winnow.formats..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.winnow..")
                        .and(notIn("org.winnow.model..", "org.winnow.work..", "org.winnow.formats..")))
                .because("reading a reference file needs no review"));
    }

    @Test
    void nobodyBelowTheWindowUsesIt() {
        check(noClasses()
                .that(notIn("org.winnow.ui..", "org.winnow.app.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.winnow.ui..", "org.winnow.app..")
                .because("the command line and the features work without the window"));
    }

    @Test
    void threadsAreStartedInFewPlaces() {
        check(noClasses()
                .that(notIn("org.winnow.app..")
                        .and(DescribedPredicate.describe(
                                "are not Jobs, Review, Workers or Watched",
                                (JavaClass c) -> !c.getName().startsWith("org.winnow.ui.kit.Jobs")
                                        && !c.getName().startsWith("org.winnow.cli.Workers")
                                        && !c.getName().startsWith("org.winnow.fulltext.Watched")
                                        && !c.getName().startsWith("org.winnow.store.Review"))))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("start threads", (JavaClass c) -> Set.of(
                                "java.lang.Thread",
                                "java.lang.Thread$Builder",
                                "java.util.concurrent.Executors",
                                "java.util.concurrent.ExecutorService",
                                "java.util.concurrent.ForkJoinPool",
                                "java.util.concurrent.CompletableFuture",
                                "java.util.Timer",
                                "javafx.concurrent.Task")
                        .contains(c.getName())))
                .because("a thread that starts in one of five places can be found, cancelled and waited for"));
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        check(noClasses()
                .that(notIn("org.winnow.cli..", "org.winnow.app.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("standard output belongs to the commands, whose JSON must stand alone"));
    }

    @Test
    void staticsNeverChange() {
        check(fields().that().areStatic().should().beFinal().because("a review that is closed is a page thrown away"));
    }

    @Test
    void noClassIsCalledManagerHelperOrUtil() {
        check(classes()
                .should()
                .haveSimpleNameNotContaining("Manager")
                .andShould()
                .haveSimpleNameNotContaining("Helper")
                .andShould()
                .haveSimpleNameNotContaining("Util")
                .because("such a name says nothing of what the class is for"));
    }

    @Test
    void awtIsUsedOnlyWherePixelsOrTheDesktopNeedIt() {
        check(noClasses()
                .that(notIn("org.winnow.app..", "org.winnow.prisma..", "org.winnow.fulltext.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
                .because("the window is JavaFX; only PDFBox's rendering and opening a browser go through AWT"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        Set<String> unmarked = classes.stream()
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackage)
                .filter(p -> p.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    @Test
    void filesStaySmall() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                long lines;
                try (Stream<String> all = Files.lines(file)) {
                    lines = all.count();
                }
                if (lines > 400) {
                    tooLong.add(file + ": " + lines + " lines");
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** Maven runs what ends in Test: a test by another name is never run. */
    @Test
    void everyTestIsRun() throws IOException {
        List<String> overlooked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                boolean tests =
                        Files.readString(file).lines().anyMatch(l -> l.strip().matches(TEST));
                if (tests && !file.toString().endsWith("Test.java")) {
                    overlooked.add(file.toString());
                }
            }
        }
        assertThat(overlooked).isEmpty();
    }

    /** Classes run side by side, so one that drives the window without its lock would type into another's. */
    @Test
    void everyTestOfTheWindowHoldsItsLock() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java"))
                            .filter(f -> !f.endsWith("InTheWindow.java") && !f.endsWith("ArchitectureTest.java"))
                            .filter(ArchitectureTest::namesTheExtensionOfTestFx))
                    .isEmpty();
        }
    }

    private static boolean namesTheExtensionOfTestFx(Path file) {
        try {
            return Files.readString(file).contains("ApplicationExtension");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> notIn(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }

    /** One slice for each of the named packages below a prefix, with everything in it. */
    private record Named(String what, String prefix, Set<String> names) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass c) {
            String name = c.getPackageName();
            if (!name.startsWith(prefix)) {
                return SliceIdentifier.ignore();
            }
            String first = name.substring(prefix.length()).split("\\.")[0];
            return names.contains(first) ? SliceIdentifier.of(first) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each " + what;
        }
    }
}
