package org.winnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.card.ModelVersions;
import org.winnow.dfllm.card.ModelVersions.ModelVersion;
import org.winnow.model.UserException;
import org.winnow.prisma.ReviewFlow;
import org.winnow.report.Changed;
import org.winnow.store.Review;
import org.winnow.store.Versions.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "version",
        description = "Freeze the review as a version of a living review, or say what has changed since.",
        mixinStandardHelpOptions = true)
final class VersionCommand extends ReviewCommand {
    private static final int DIGITS = 12;

    @Option(names = "--freeze", paramLabel = "NAME", description = "freeze it as it stands, under this name")
    private @Nullable String name;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "what led to this version")
    private String note = "";

    @Mixin
    private SeenBy seenBy;

    VersionCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (name != null && name.isBlank()) {
            throw new UserException("A version needs a name, such as \"Version 1, May 2026\".");
        }
        try (Review review = opened(file, name != null)) {
            if (name != null) {
                review.write(new ReviewFlow(review).freeze(name, note));
            }
            List<Version> versions = review.versions().all();
            List<ModelVersion> models = ModelVersions.all(review);
            List<Changed.Change> changes = Changed.of(seenBy.of(review, console));
            if (json) {
                console.json(Map.of(
                        "versions", versions.stream().map(VersionCommand::json).toList(),
                        "models", models.stream().map(VersionCommand::json).toList(),
                        "changed", changes.stream().map(VersionCommand::json).toList()));
            } else {
                versions.forEach(v -> console.say("Version " + v.number() + ": " + v.name() + ", " + v.at()));
                models.forEach(m -> console.say("Model " + m.number() + ", "
                        + m.network().substring(0, Math.min(DIGITS, m.network().length())) + ", of "
                        + (m.account().path("review_version").asText().isEmpty()
                                ? "no frozen version"
                                : "version "
                                        + m.account()
                                                .path("review_version_number")
                                                .asText())
                        + ": " + m.account().path("papers_sha256").size() + " papers, " + m.at()
                        + (m.account().path("in_use").asBoolean() ? "." : "; never used.")));
                console.say(changes.size() + (changes.size() == 1 ? " record stands" : " records stand")
                        + " otherwise than in the newest version.");
            }
        }
        return Failure.DONE;
    }

    private static Map<String, Object> json(Version v) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", v.number());
        map.put("name", v.name());
        map.put("note", v.note());
        map.put("at", v.at().toString());
        return map;
    }

    private static Map<String, Object> json(ModelVersion m) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", m.number());
        map.put("network", m.network());
        map.put("at", m.at().toString());
        map.put("account", m.account());
        return map;
    }

    private static Map<String, Object> json(Changed.Change c) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("record", c.record().value());
        map.put("before", c.before());
        map.put("now", c.now());
        return map;
    }
}
