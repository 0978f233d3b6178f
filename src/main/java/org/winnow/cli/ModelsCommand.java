package org.winnow.cli;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.embedding.Brought;
import org.winnow.llm.Client;
import org.winnow.llm.Endpoint;
import org.winnow.llm.Keys;
import org.winnow.llm.Machine;
import org.winnow.llm.ModelFiles;
import org.winnow.llm.ModelFiles.Found;
import org.winnow.llm.Patience;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "models",
        description =
                "List the rankers, embeddings and language models that this computer has, and whether they fit into"
                        + " its memory; or the models of a server. No server is asked that is not named. The commands below say"
                        + " which language model a review lets be asked.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private static final int TEN_THOUSAND = 10_000;
    /** Bytes at most that words of a record take: elas-u4 took 9,785 and elas-u3 1,056 a record on a set of 2,019. */
    private static final long PER_RECORD = 10_000;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "ask the server there for its models: Ollama http://localhost:11434, llama.cpp"
                    + " http://localhost:8080, vLLM http://localhost:8000, LM Studio http://localhost:1234")
    private @Nullable String address;

    @Option(
            names = "--key-from",
            defaultValue = "",
            paramLabel = "VARIABLE",
            description =
                    "the variable of the environment that holds the key for that server; else the system's keyring")
    private String keyFrom = "";

    @Option(names = "--folder", paramLabel = "FOLDER", description = "look for GGUF files there too")
    private List<Path> folders = new ArrayList<>();

    private final Console console;

    private ModelsCommand(Console console) {
        this.console = console;
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new ModelsCommand(console));
        line.addSubcommand(new ModelsAllowCommand(console));
        line.addSubcommand(new ModelsForbidCommand(console));
        line.addSubcommand(new ModelsCallsCommand(console));
        line.addSubcommand(new ModelsCheckCommand(console));
        line.addSubcommand(new ModelsKeyCommand(console));
        return line;
    }

    @Override
    public Integer call() {
        List<Map<String, Object>> all = new ArrayList<>();
        if (address == null) {
            Models.all().forEach(m -> all.add(ranker(m)));
            Brought.all().forEach(b -> all.add(embedding(b)));
            Map<String, String> environment = System.getenv();
            Path home = Path.of(System.getProperty("user.home", ""));
            List<Path> places = new ArrayList<>(folders);
            places.addAll(ModelFiles.folders(environment, home));
            ModelFiles.find(places, ModelFiles.ollama(environment, home)).forEach(f -> all.add(languageModel(f)));
        } else {
            String at = Endpoint.normalised(address);
            String key = Keys.of(new Endpoint(at, "any", 0, 0, 0, keyFrom), System.getenv());
            Client.models(at, key, Patience.USUAL)
                    .forEach(name -> all.add(described("language-model", name, "", at, null)));
        }
        if (json) {
            console.json(all);
        } else {
            all.forEach(m -> console.say(line(m)));
            console.note("Memory of this computer: " + bytes(Machine.memory()) + ".");
        }
        return Failure.DONE;
    }

    private static Map<String, Object> ranker(Model model) {
        long network = model == Models.standard() ? Brought.all().getFirst().memory() : 0;
        Map<String, Object> document =
                described("ranker", model.name(), model.version(), "this program", network + PER_RECORD * TEN_THOUSAND);
        document.put("memory_for_records", TEN_THOUSAND);
        document.put("default", model == Models.standard());
        document.put("description", model.description());
        return document;
    }

    private static Map<String, Object> embedding(Brought network) {
        String where = network.place().map(URL::toString).orElse("this program");
        Map<String, Object> document = described("embedding", network.name(), network.form(), where, network.memory());
        document.put("licence", network.licence());
        document.put("description", network.use());
        return document;
    }

    private static Map<String, Object> languageModel(Found found) {
        Map<String, Object> document = described(
                found.head().adapter() ? "adapter" : "language-model",
                found.name(),
                (found.head().architecture() + " " + found.head().size()).strip(),
                found.file().toString(),
                found.head().memory());
        document.put("licence", found.head().licence());
        document.put("context_tokens", found.head().context());
        document.put("description", found.head().name());
        return document;
    }

    private static Map<String, Object> described(
            String kind, String name, String version, String where, @Nullable Long memory) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", kind);
        document.put("name", name);
        document.put("version", version);
        document.put("where", where);
        document.put("memory_bytes", memory);
        document.put("fits", memory == null ? null : Machine.fits(memory));
        return document;
    }

    private static String line(Map<String, Object> m) {
        String size = m.get("memory_bytes") instanceof Long memory
                ? ", " + bytes(memory) + (Boolean.TRUE.equals(m.get("fits")) ? ", fits" : ", does not fit")
                : "";
        String description = String.valueOf(m.getOrDefault("description", ""));
        return m.get("kind") + " " + m.get("name")
                + (String.valueOf(m.get("version")).isEmpty() ? "" : " (version " + m.get("version") + ")")
                + (Boolean.TRUE.equals(m.get("default")) ? ", the default" : "") + size
                + (description.isEmpty() ? "" : ": " + description);
    }

    static String bytes(long bytes) {
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30))
                : (bytes >> 20) + " MB";
    }
}
