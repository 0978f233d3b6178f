package org.winnow.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Assignment;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.Role;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.store.Changes.Kind;

/**
 * How the team works: the rules of each stage, who is what, and who screens which records. All of it is stated, so that
 * it travels and merges as statements do: the newest of each rule counts.
 */
public final class Team {
    /** The topic of the statements. */
    static final String TOPIC = "team";

    /** The topic under which PINs are kept; they do not go into packs. */
    static final String PIN = "pin";

    private static final Set<Kind> KINDS = Set.of(Kind.TEAM, Kind.DECISIONS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Review review;

    Team(Review review) {
        this.review = review;
    }

    /** The rules of a stage; what nobody has stated is as the review asks, and blinded where two or more decide. */
    public StagePolicy policy(Stage stage) {
        return review.read(handle -> handle.createQuery("""
                        SELECT min(coalesce(n.screeners, r.screeners), 9) AS screeners, n.share, n.seed,
                            coalesce(n.blinded, coalesce(n.screeners, r.screeners) > 1) AS blinded, n.settlers
                        FROM stage_need n CROSS JOIN review r WHERE n.stage = :stage
                        """)
                .bind("stage", stage.key())
                .map((rs, ctx) -> new StagePolicy(
                        rs.getInt("screeners"),
                        rs.getInt("share"),
                        rs.getLong("seed"),
                        rs.getBoolean("blinded"),
                        rs.getBoolean("settlers")))
                .one());
    }

    /**
     * States what is different from the rules before.
     *
     * @param by who makes them, or null where nobody has given a name: nobody in particular may as long as nobody leads
     */
    public static Op<Void> policy(Stage stage, StagePolicy now, StagePolicy before, @Nullable ReviewerId by) {
        List<Op<Void>> ops = new ArrayList<>();
        if (now.screeners() != before.screeners() || now.share() != before.share() || now.seed() != before.seed()) {
            ObjectNode rule = JSON.createObjectNode()
                    .put("screeners", now.screeners())
                    .put("share", now.share())
                    .put("seed", now.seed());
            ops.add(state(stage.key() + " screeners", rule.toString()));
        }
        // What nobody has stated follows from the number of screeners, and would change with it.
        if (now.blinded() != before.blinded() || now.screeners() != before.screeners()) {
            ops.add(blinding(stage, now.blinded()));
        }
        if (now.settlersOnly() != before.settlersOnly()) {
            ops.add(state(stage.key() + " settle", now.settlersOnly() ? "settlers" : "anybody"));
        }
        return rule("team-rules", ops, by);
    }

    /** States that a stage is blinded, or is not, also where that followed from the number of screeners before. */
    public static Op<Void> blinding(Stage stage, boolean blinded, @Nullable ReviewerId by) {
        return rule("team-rules", List.of(blinding(stage, blinded)), by);
    }

    private static Op<Void> blinding(Stage stage, boolean blinded) {
        return state(stage.key() + " blinded", blinded ? "yes" : "no");
    }

    private static Op<Void> state(String subject, String value) {
        return Statements.state(TOPIC, TOPIC, subject, value, "");
    }

    private static Op<Void> rule(String name, List<Op<Void>> ops, @Nullable ReviewerId by) {
        return Rights.ruled(
                new Op<>(name, KINDS, null, by, Op.together(name, ops).work()), by);
    }

    /** The roles that people were given; nobody else has one. */
    public Map<Reviewer, Role> roles() {
        Map<String, Statements.Statement> stated = review.statements().on(TOPIC);
        Map<Reviewer, Role> roles = new LinkedHashMap<>();
        for (Reviewer person : review.reviewers().all()) {
            Optional.ofNullable(stated.get(roleOf(person.name())))
                    .flatMap(s -> Role.of(s.value()))
                    .ifPresent(role -> roles.put(person, role));
        }
        return roles;
    }

    /** Gives a person a role; {@code by} as for the other rules. */
    public static Op<Void> role(Reviewer person, Role role, @Nullable ReviewerId by) {
        return rule("team-role", List.of(state(roleOf(person.name()), role.key())), by);
    }

    private static String roleOf(String name) {
        return "role " + key(name);
    }

    /** Names are the same in every file, whatever their case; as SQLite does, of the letters A to Z. */
    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.strip());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            key.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return key.toString();
    }

    /** Who may do what. */
    public Rights rights() {
        return new Rights(review);
    }

    /** SQL condition with {@code %1$s} for a tally: somebody is still to decide on its record in a calibration round. */
    String round() {
        return Stream.of(Stage.values())
                .filter(s -> assignment(s).calibration() > 0)
                .map(s -> "%1$s.stage = '" + s.key() + "' AND %1$s.includes + %1$s.excludes + %1$s.maybes < "
                        + screeners(assignment(s)) + " AND "
                        + Queue.inRound(assignment(s), "%1$s.record_id").replace("% ", "%% "))
                .reduce((a, b) -> a + " OR " + b)
                .orElse("false");
    }

    private long screeners(Assignment assignment) {
        Map<Reviewer, Role> roles = roles();
        return assignment.people().isEmpty()
                ? review.reviewers().all().stream()
                        .filter(p -> roles.getOrDefault(p, Role.SCREENER) == Role.SCREENER)
                        .count()
                : assignment.people().size();
    }

    /** Who is to screen which records of the stage. */
    public Assignment assignment(Stage stage) {
        Statements.Statement stated = review.statements().on(TOPIC).get(stage.key() + " assignment");
        return stated == null ? Assignment.EVERYBODY_ALL : read(stated.value()).orElse(Assignment.EVERYBODY_ALL);
    }

    /** What cannot be read was not stated by any Winnow, and assigns nothing. */
    private static Optional<Assignment> read(String value) {
        try {
            JsonNode rule = JSON.readTree(value);
            List<String> people = new ArrayList<>();
            rule.path("people").forEach(p -> people.add(p.asText()));
            return Optional.of(new Assignment(
                    people,
                    rule.path("each").asInt(),
                    rule.path("overlap").asInt(),
                    rule.path("calibration").asLong(),
                    rule.path("seed").asLong()));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** States who is to screen which records of a stage; {@code by} as for the other rules. */
    public static Op<Void> assign(Stage stage, Assignment assignment, @Nullable ReviewerId by) {
        ObjectNode rule = JSON.createObjectNode();
        assignment.people().forEach(rule.putArray("people")::add);
        rule.put("each", assignment.each())
                .put("overlap", assignment.overlap())
                .put("calibration", assignment.calibration())
                .put("seed", assignment.seed());
        return rule("assign", List.of(state(stage.key() + " assignment", rule.toString())), by);
    }

    /** Up to which lot so many of the records that are at the stage now are in a calibration round. */
    public long calibration(Stage stage, int records, long seed) {
        if (records == 0) {
            return 0;
        }
        String lots = Queue.round(seed);
        return review
                .read(handle -> handle.createQuery("SELECT " + lots + " + 1 FROM lot l WHERE l.record_id IN ("
                                + new QuerySql(RecordQuery.at(stage)).subquery() + ") ORDER BY 1 LIMIT " + records)
                        .mapTo(Long.class)
                        .list())
                .stream()
                .reduce(0L, Math::max);
    }

    /** How many of the records at the stage are in its calibration round. */
    public long inCalibration(Stage stage) {
        Assignment assignment = assignment(stage);
        RecordQuery round = RecordQuery.at(stage).withQueue(new Queue(assignment, 0));
        return review.read(handle ->
                QuerySql.ofRound(round).count(handle).mapTo(Long.class).one());
    }

    /** The query as it is for this person: what is undecided is what waits for them. */
    public RecordQuery mine(RecordQuery query, ReviewerId person) {
        Stage stage = query.stage();
        return stage == null ? query : query.withQueue(queue(stage, person));
    }

    private Queue queue(Stage stage, ReviewerId person) {
        Assignment assignment = assignment(stage);
        return new Queue(assignment, place(assignment, person));
    }

    /** The place of the person among those who share the records, or -1. */
    private int place(Assignment assignment, ReviewerId person) {
        String name = review.reviewers().all().stream()
                .filter(r -> r.id().equals(person))
                .map(Reviewer::name)
                .findFirst()
                .orElse("");
        List<String> people = assignment.people();
        for (int place = 0; place < people.size(); place++) {
            if (people.get(place).equalsIgnoreCase(name)) {
                return place;
            }
        }
        return -1;
    }

    /**
     * Whether the person takes a share of the records, rather than all or none.
     *
     * @param stage null for any
     */
    public boolean shares(ReviewerId person, @Nullable Stage stage) {
        return Stream.of(Stage.values())
                .filter(s -> stage == null || stage == s)
                .map(this::assignment)
                .anyMatch(a -> !a.isForAll() && place(a, person) >= 0);
    }

    /**
     * The records that the assignment gives to a person, whoever has decided on them, with the duplicates behind them. It
     * follows from the records alone and tells nothing of what anybody decided.
     *
     * @param stage null for the stage at which each record begins
     */
    Set<Long> given(ReviewerId person, @Nullable Stage stage) {
        String titles = queue(Stage.TITLE_ABSTRACT, person).assigned(Stage.TITLE_ABSTRACT);
        String reports = queue(Stage.FULL_TEXT, person).assigned(Stage.FULL_TEXT);
        String begins = """
                r.import_id IN (SELECT f.id FROM import_file f JOIN source s ON s.id = f.source_id
                    WHERE s.kind IN ('database', 'register'))""";
        String given = stage == null
                ? "CASE WHEN " + begins + " THEN " + titles + " ELSE " + reports + " END"
                : stage == Stage.TITLE_ABSTRACT ? titles : reports;
        return review.read(handle -> new HashSet<>(
                handle.createQuery("""
                        WITH given AS (
                            SELECT r.id FROM record r WHERE <given> AND r.id NOT IN (SELECT record_id FROM duplicate))
                        SELECT id FROM given UNION SELECT d.record_id FROM duplicate d JOIN given g ON g.id = d.keeper_id
                        """).define("given", given).mapTo(Long.class).list()));
    }

    /** The PIN that a person has set, as it is kept; null where none is set. */
    public @Nullable String pin(Reviewer person) {
        Statements.Statement stated = review.statements().on(PIN).get(key(person.name()));
        return stated == null ? null : stated.value();
    }

    /** @param kept the PIN in the form in which it is kept, or null for none from now on */
    public static Op<Void> pin(Reviewer person, @Nullable String kept) {
        return Statements.state("pin", PIN, key(person.name()), Objects.requireNonNullElse(kept, ""), "")
                .by(person.id());
    }
}
