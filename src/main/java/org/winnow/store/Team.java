package org.winnow.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** States what is different from the rules before. */
    public static Op<Void> policy(Stage stage, StagePolicy now, StagePolicy before) {
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
            ops.add(state(stage.key() + " blinded", now.blinded() ? "yes" : "no"));
        }
        if (now.settlersOnly() != before.settlersOnly()) {
            ops.add(state(stage.key() + " settle", now.settlersOnly() ? "settlers" : "anybody"));
        }
        return named("team-rules", ops);
    }

    private static Op<Void> state(String subject, String value) {
        return Statements.state(TOPIC, TOPIC, subject, value, "");
    }

    private static Op<Void> named(String name, List<Op<Void>> ops) {
        Op<Void> all = Op.together(name, ops);
        return new Op<>(name, KINDS, null, null, all.work());
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

    /** Gives a person a role. */
    public static Op<Void> role(Reviewer person, Role role) {
        return named("team-role", List.of(state(roleOf(person.name()), role.key())));
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

    /** Whether the person may settle conflicts at the stage. */
    public boolean maySettle(Reviewer person, Stage stage) {
        Role role = roles().get(person);
        return !policy(stage).settlersOnly() || role == Role.SETTLER || role == Role.LEAD;
    }

    /** Whether the person may make the team's rules: anybody, as long as nobody is the lead. */
    public boolean mayRule(Reviewer person) {
        Map<Reviewer, Role> roles = roles();
        return !roles.containsValue(Role.LEAD) || roles.get(person) == Role.LEAD;
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

    /** States who is to screen which records of a stage. */
    public static Op<Void> assign(Stage stage, Assignment assignment) {
        ObjectNode rule = JSON.createObjectNode();
        assignment.people().forEach(rule.putArray("people")::add);
        rule.put("each", assignment.each())
                .put("overlap", assignment.overlap())
                .put("calibration", assignment.calibration())
                .put("seed", assignment.seed());
        return named("assign", List.of(state(stage.key() + " assignment", rule.toString())));
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
        if (stage == null) {
            return query;
        }
        Assignment assignment = assignment(stage);
        String name = review.reviewers().all().stream()
                .filter(r -> r.id().equals(person))
                .map(Reviewer::name)
                .findFirst()
                .orElse("");
        List<String> people = assignment.people();
        int place = 0;
        while (place < people.size() && !people.get(place).equalsIgnoreCase(name)) {
            place++;
        }
        return query.withQueue(new Queue(assignment, place < people.size() ? place : -1));
    }

    /** The PIN that a person has set, as it is kept; null where none is set. */
    public @Nullable String pin(Reviewer person) {
        Statements.Statement stated = review.statements().on(PIN).get(key(person.name()));
        return stated == null ? null : stated.value();
    }

    /** @param kept the PIN in the form in which it is kept, or null for none from now on */
    public static Op<Void> pin(Reviewer person, @Nullable String kept) {
        return Statements.state("pin", PIN, key(person.name()), Objects.requireNonNullElse(kept, ""), "");
    }
}
