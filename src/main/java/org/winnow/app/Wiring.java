package org.winnow.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Cell;
import org.winnow.exchange.LabelledRecords;
import org.winnow.formats.table.TableMapping;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.papers.AnswerMarks;
import org.winnow.papers.ScreenedTexts;
import org.winnow.papers.Shelves;
import org.winnow.prisma.ReportFacts;
import org.winnow.prisma.ReviewFlow;
import org.winnow.ranking.Document;
import org.winnow.report.ReportPackage;
import org.winnow.report.Reporting;
import org.winnow.settings.SettingsFile;
import org.winnow.store.Review;
import org.winnow.ui.audit.AuditDesk;
import org.winnow.ui.audit.AuditModel;
import org.winnow.ui.audit.AuditScreen;
import org.winnow.ui.dedup.DuplicatesModel;
import org.winnow.ui.dedup.DuplicatesScreen;
import org.winnow.ui.dfllm.LanguageModel;
import org.winnow.ui.dfllm.LanguageScreen;
import org.winnow.ui.dfllm.PaperDesk;
import org.winnow.ui.fulltext.Browser;
import org.winnow.ui.fulltext.ReaderModel;
import org.winnow.ui.fulltext.ReaderScreen;
import org.winnow.ui.importing.ImportModel;
import org.winnow.ui.importing.ImportScreen;
import org.winnow.ui.importing.TableMemory;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Screen;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.prisma.ChecklistModel;
import org.winnow.ui.prisma.ChecklistScreen;
import org.winnow.ui.prisma.FlowModel;
import org.winnow.ui.prisma.FlowScreen;
import org.winnow.ui.prisma.RecordDoor;
import org.winnow.ui.prisma.ReportDesk;
import org.winnow.ui.prisma.SearchesModel;
import org.winnow.ui.prisma.SearchesScreen;
import org.winnow.ui.ranking.InsightModel;
import org.winnow.ui.ranking.InsightScreen;
import org.winnow.ui.ranking.LabelledSets;
import org.winnow.ui.ranking.SimulationModel;
import org.winnow.ui.ranking.SimulationScreen;
import org.winnow.ui.ranking.StopDesk;
import org.winnow.ui.ranking.StoppingModel;
import org.winnow.ui.ranking.StoppingScreen;
import org.winnow.ui.retrieval.Intake;
import org.winnow.ui.retrieval.RetrievalScreen;
import org.winnow.ui.screening.AdviceModel;
import org.winnow.ui.screening.Doors;
import org.winnow.ui.screening.Habits;
import org.winnow.ui.screening.Hands;
import org.winnow.ui.screening.ScreeningModel;
import org.winnow.ui.screening.ScreeningScreen;
import org.winnow.ui.setup.SetupModel;
import org.winnow.ui.setup.SetupScreen;
import org.winnow.ui.team.RulesModel;
import org.winnow.ui.team.SessionDesk;
import org.winnow.ui.team.TeamModel;
import org.winnow.ui.team.TeamScreen;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;

/** The one page on which the screens of an open review are put together, in the order of the rail. */
final class Wiring {
    private Wiring() {}

    static List<Screen> screens(
            Review review,
            Reviewer reviewer,
            Jobs jobs,
            Texts texts,
            Dialogs dialogs,
            Navigator navigator,
            SettingsFile settings,
            SessionDesk sessions,
            AuditDesk trail) {
        Habits habits =
                new Habits(Hands.of(settings.get().hands()), hands -> settings.change(s -> s.withHands(hands.key())));
        AuditScreen audit = new AuditScreen(new AuditModel(review, jobs, texts, trail), texts, dialogs);
        ReaderScreen reader = reader(review, reviewer, jobs, texts, dialogs, navigator);
        Doors doors = new Doors(
                navigator,
                dialogs,
                record -> {
                    navigator.go(audit.id());
                    audit.open(record);
                },
                (record, sha256, page, words) -> {
                    navigator.go(reader.id());
                    reader.open(record, sha256, page, words);
                });
        ScreeningScreen titles = screening(review, reviewer, Stage.TITLE_ABSTRACT, jobs, texts, habits, doors);
        ScreeningScreen fullTexts = screening(review, reviewer, Stage.FULL_TEXT, jobs, texts, habits, doors);
        RecordDoor door = (stage, record) -> {
            ScreeningScreen screen = stage == Stage.FULL_TEXT ? fullTexts : titles;
            navigator.go(screen.id());
            screen.open(record);
        };
        ReportDesk desk = new ReviewDesk(review);
        Intake intake = new PdfIntake(review, reviewer);
        Browser browser = new SystemBrowser(jobs);
        PaperDesk papers = new ReviewPapers(review, reviewer, navigator, reader);
        return List.of(
                new ImportScreen(
                        new ImportModel(review, jobs, texts, new RememberedTables(settings)),
                        texts,
                        dialogs,
                        navigator),
                new DuplicatesScreen(new DuplicatesModel(review, jobs, texts), texts, dialogs, navigator),
                new SetupScreen(
                        new SetupModel(
                                review,
                                jobs,
                                texts,
                                reviewer,
                                new ScreenedTexts(review, SettingsFile.cache(System.getenv()))),
                        texts),
                titles,
                new RetrievalScreen(
                        review, reviewer, jobs, texts, dialogs, navigator, intake, new UserLibrary(settings, browser)),
                fullTexts,
                reader,
                new TeamScreen(
                        new TeamModel(review, jobs, texts, reviewer, sessions),
                        new RulesModel(review, jobs, reviewer),
                        texts,
                        dialogs,
                        navigator),
                new StoppingScreen(
                        new StoppingModel(review, jobs, new FlowStop(review), reviewer.id()), texts, navigator, tag -> {
                            titles.list(tag);
                            navigator.go(titles.id());
                        }),
                new InsightScreen(
                        new InsightModel(review, jobs, texts, reviewer),
                        texts,
                        navigator,
                        record -> door.open(Stage.TITLE_ABSTRACT, record)),
                new SimulationScreen(new SimulationModel(jobs, texts, new SetFiles()), texts, dialogs),
                new FlowScreen(new FlowModel(review, jobs, texts), texts, dialogs, navigator, door, desk, jobs, review),
                new SearchesScreen(new SearchesModel(review, desk, jobs, texts), texts, dialogs, navigator),
                new ChecklistScreen(new ChecklistModel(review, desk, jobs, texts), texts, dialogs),
                new LanguageScreen(
                        new LanguageModel(
                                review,
                                jobs,
                                reviewer,
                                papers,
                                new ReviewTuning(review, SettingsFile.cache(System.getenv())),
                                new ReviewRecipes(review, SettingsFile.cache(System.getenv())),
                                texts.get("language.reading"),
                                texts.get("language.tune.title")),
                        texts,
                        dialogs,
                        navigator),
                audit);
    }

    private static ReaderScreen reader(
            Review review, Reviewer reviewer, Jobs jobs, Texts texts, Dialogs dialogs, Navigator navigator) {
        return new ReaderScreen(
                new ReaderModel(
                        review,
                        jobs,
                        reviewer,
                        new ReaderDesk(review, reviewer.id(), new PdfIntake(review, reviewer)),
                        new PaperQuestions(review, reviewer, SettingsFile.cache(System.getenv()))),
                texts,
                dialogs,
                navigator,
                new SystemBrowser(jobs));
    }

    private static ScreeningScreen screening(
            Review review, Reviewer reviewer, Stage stage, Jobs jobs, Texts texts, Habits habits, Doors doors) {
        return new ScreeningScreen(
                room(review, reviewer, stage, jobs, texts),
                new AdviceModel(review, jobs, stage, reviewer),
                texts,
                habits,
                doors);
    }

    private static ScreeningModel room(Review review, Reviewer reviewer, Stage stage, Jobs jobs, Texts texts) {
        return new ScreeningModel(review, jobs, texts, stage, reviewer, new LiveRanks(review, stage, reviewer));
    }

    /** What this user said of columns, in the settings. */
    private record RememberedTables(SettingsFile settings) implements TableMemory {
        @Override
        public TableMapping remembered(TableMapping layout) {
            return settings.get().remembered(layout);
        }

        @Override
        public void remember(TableMapping mapping) {
            settings.change(s -> s.withTable(mapping));
        }
    }

    /** Labelled sets in the formats that are read, and files written whole. */
    private static final class SetFiles implements LabelledSets {
        @Override
        public Labelled read(Path file, Progress progress) {
            List<LabelledRecords.Labelled> read =
                    LabelledRecords.read(file, progress).records();
            boolean[] truth = new boolean[read.size()];
            List<Document> documents = new ArrayList<>();
            for (LabelledRecords.Labelled one : read) {
                truth[documents.size()] = one.relevant();
                documents.add(new Document(one.record().title(), one.record().abstractText()));
            }
            return new Labelled(documents, truth);
        }

        @Override
        public void write(Path target, byte[] content) {
            WholeFile.write(target, content);
        }
    }

    /** That screening was stopped, as the flow diagram and the report say it. */
    private record FlowStop(Review review) implements StopDesk {
        @Override
        public Optional<String> stopped() {
            return new ReviewFlow(review).stopped();
        }

        @Override
        public void stop(String rule) {
            review.write(ReviewFlow.stopped(rule));
        }

        @Override
        public void goOn() {
            review.write(ReviewFlow.stopped(null));
        }
    }

    /** The report as the whole program knows it. */
    private record ReviewDesk(Review review) implements ReportDesk {
        @Override
        public ReportFacts facts() {
            return Reporting.facts(review);
        }

        @Override
        public void write(Path target, Progress progress) {
            ReportPackage.write(review, target, progress);
        }
    }

    /** The included papers, and the reader that shows them. */
    private record ReviewPapers(Review review, Reviewer reviewer, Navigator navigator, ReaderScreen reader)
            implements PaperDesk {
        @Override
        public Asking read(Progress progress) {
            return Shelves.of(review, SettingsFile.cache(System.getenv()), progress);
        }

        @Override
        public void show(RecordId report, String sha256, int page, String words) {
            navigator.go(reader.id());
            reader.open(report, sha256, page, words);
        }

        @Override
        public int keep(String question, Cell cell, Progress progress) {
            return new AnswerMarks(review, reviewer).keep(question, cell, progress);
        }
    }
}
