-- The team's own rules, stage by stage. They are stated like everything else that the team says, under the topic 'team',
-- and travel as such; what holds now stands in stage_need, kept by triggers.

-- NULL where nothing is stated: as many screeners as the review asks for, blinded where there are two or more.
ALTER TABLE stage_need ADD COLUMN screeners INTEGER;
-- The part of the records, in a hundred, that asks for so many; the others ask for one. Which they are follows from the seed.
ALTER TABLE stage_need ADD COLUMN share INTEGER NOT NULL DEFAULT 100;
ALTER TABLE stage_need ADD COLUMN seed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stage_need ADD COLUMN blinded INTEGER;
-- Whether only those whose role it is settle conflicts.
ALTER TABLE stage_need ADD COLUMN settlers INTEGER NOT NULL DEFAULT 0;

-- Every record has a lot, 28 bits of its UUID that chance gave: the same in every file, however many records come later.
CREATE VIEW lot AS
SELECT id AS record_id,
    CASE WHEN substr(uuid, -7) GLOB '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
        THEN ('0x' || substr(uuid, -7)) ->> '$' ELSE 0 END AS number
FROM record;

-- How many verdicts a record asks for, and how many settle it as long as fewer people than that have a verdict there.
CREATE VIEW record_need AS
SELECT stage, record_id, wanted, min(wanted, needed) AS needed FROM (
    SELECT n.stage, n.needed, l.record_id,
        -- Multiplied by an odd number, lots stay spread evenly (Knuth, The Art of Computer Programming 3, 6.4).
        CASE WHEN n.share >= 100
            OR l.number * ((238516665 + 2 * n.seed) % 268435456) % 268435456 * 100 < n.share * 268435456
            THEN coalesce(n.screeners, (SELECT screeners FROM review)) ELSE 1 END AS wanted
    FROM stage_need n CROSS JOIN lot l);

-- Records for which nobody is waited for any more.
CREATE VIEW enough AS
SELECT t.stage, t.record_id, t.outcome FROM tally t
WHERE t.resolution IS NOT NULL OR t.includes + t.excludes + t.maybes >= (
    SELECT n.wanted FROM record_need n WHERE n.stage = t.stage AND n.record_id = t.record_id);

-- How title and abstract ended, for the question whether a record is read in full.
CREATE VIEW onward AS SELECT record_id, outcome FROM tally WHERE stage = 'title-abstract';

-- What is stated about the team now; the newest of a subject counts.
CREATE VIEW team_stated AS
SELECT s.subject, s.value FROM statement s WHERE s.topic = 'team' AND NOT EXISTS (
    SELECT 1 FROM statement n WHERE n.topic = s.topic AND n.subject = s.subject AND (n.at, n.uuid) > (s.at, s.uuid));

CREATE VIEW stage_stated AS
SELECT stage,
    max(1, min(9, CAST(json_extract(rule, '$.screeners') AS INTEGER))) AS screeners,
    coalesce(max(0, min(100, CAST(json_extract(rule, '$.share') AS INTEGER))), 100) AS share,
    coalesce(abs(CAST(json_extract(rule, '$.seed') AS INTEGER) % 100000000), 0) AS seed,
    CASE (SELECT value FROM team_stated WHERE subject = stage || ' blinded') WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END
        AS blinded,
    coalesce((SELECT value = 'settlers' FROM team_stated WHERE subject = stage || ' settle'), 0) AS settlers
FROM (SELECT n.stage,
        (SELECT CASE WHEN json_valid(value) THEN value END FROM team_stated WHERE subject = n.stage || ' screeners')
            AS rule
    FROM stage_need n);

CREATE TRIGGER team_rule AFTER INSERT ON statement WHEN new.topic = 'team' BEGIN
    UPDATE stage_need SET (screeners, share, seed, blinded, settlers) = (
        SELECT s.screeners, s.share, s.seed, s.blinded, s.settlers FROM stage_stated s WHERE s.stage = stage_need.stage);
END;

DROP TRIGGER stage_screener_insert;
CREATE TRIGGER stage_screener_insert AFTER INSERT ON stage_screener BEGIN
    UPDATE stage_need SET needed = max(1, min(coalesce(screeners, (SELECT r.screeners FROM review r)),
        (SELECT count(*) FROM stage_screener s WHERE s.stage = new.stage AND s.verdicts > 0)))
    WHERE stage = new.stage;
END;
DROP TRIGGER stage_screener_update;
CREATE TRIGGER stage_screener_update AFTER UPDATE OF verdicts ON stage_screener
WHEN (old.verdicts > 0) <> (new.verdicts > 0) BEGIN
    UPDATE stage_need SET needed = max(1, min(coalesce(screeners, (SELECT r.screeners FROM review r)),
        (SELECT count(*) FROM stage_screener s WHERE s.stage = new.stage AND s.verdicts > 0)))
    WHERE stage = new.stage;
END;
DROP TRIGGER review_screeners_need;
CREATE TRIGGER review_screeners_need AFTER UPDATE OF screeners ON review BEGIN
    UPDATE stage_need SET needed = max(1, min(coalesce(screeners, new.screeners),
        (SELECT count(*) FROM stage_screener s WHERE s.stage = stage_need.stage AND s.verdicts > 0)));
END;
CREATE TRIGGER stage_need_rule AFTER UPDATE OF screeners, share, seed ON stage_need
WHEN (old.screeners, old.share, old.seed) IS NOT (new.screeners, new.share, new.seed) BEGIN
    UPDATE stage_need SET needed = max(1, min(coalesce(screeners, (SELECT r.screeners FROM review r)),
        (SELECT count(*) FROM stage_screener s WHERE s.stage = new.stage AND s.verdicts > 0)))
    WHERE stage = new.stage;
    UPDATE tally SET needed = (SELECT n.needed FROM record_need n
        WHERE n.stage = tally.stage AND n.record_id = tally.record_id)
    WHERE stage = new.stage;
END;
DROP TRIGGER stage_need_tally;
CREATE TRIGGER stage_need_tally AFTER UPDATE OF needed ON stage_need WHEN old.needed <> new.needed BEGIN
    UPDATE tally SET needed = (SELECT n.needed FROM record_need n
        WHERE n.stage = tally.stage AND n.record_id = tally.record_id)
    WHERE stage = new.stage;
END;

DROP TRIGGER decision_current;
CREATE TRIGGER decision_current AFTER INSERT ON decision BEGIN
    INSERT INTO current_verdict (record_id, stage, reviewer_id, decision_id, verdict, criterion_id, at)
    SELECT new.record_id, new.stage, new.reviewer_id, new.id, new.verdict, new.criterion_id, new.at
    WHERE new.resolution = 0
    ON CONFLICT (stage, record_id, reviewer_id) DO UPDATE SET
        decision_id = excluded.decision_id, verdict = excluded.verdict,
        criterion_id = excluded.criterion_id, at = excluded.at
    WHERE (excluded.at, new.uuid)
        > (current_verdict.at, (SELECT d.uuid FROM decision d WHERE d.id = current_verdict.decision_id));

    INSERT INTO tally (record_id, stage, includes, excludes, maybes, needed, resolution, resolution_criterion_id)
    SELECT new.record_id, new.stage,
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'include'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'exclude'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'maybe'),
        (SELECT n.needed FROM record_need n WHERE n.stage = new.stage AND n.record_id = new.record_id),
        coalesce(
            (SELECT d.verdict FROM decision d
                WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
                ORDER BY d.at DESC, d.uuid DESC LIMIT 1),
            (SELECT s.verdict FROM settled s WHERE s.record_id = new.record_id AND s.stage = new.stage)),
        (SELECT d.criterion_id FROM decision d
            WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
            ORDER BY d.at DESC, d.uuid DESC LIMIT 1)
    WHERE true
    ON CONFLICT (stage, record_id) DO UPDATE SET
        includes = excluded.includes, excludes = excluded.excludes, maybes = excluded.maybes,
        resolution = excluded.resolution, resolution_criterion_id = excluded.resolution_criterion_id;
END;

DROP TRIGGER settled_tally;
CREATE TRIGGER settled_tally AFTER INSERT ON settled BEGIN
    INSERT INTO tally (record_id, stage, includes, excludes, maybes, needed, resolution, resolution_criterion_id)
    SELECT new.record_id, new.stage, 0, 0, 0, (SELECT n.needed FROM record_need n WHERE n.stage = new.stage AND n.record_id = new.record_id), new.verdict, NULL
    WHERE true
    ON CONFLICT (stage, record_id) DO UPDATE SET resolution = coalesce(resolution, excluded.resolution);
END;

-- Who gave a reason, or a tag, is asked of the few that are in use.
CREATE INDEX decision_criterion ON decision (criterion_id) WHERE criterion_id IS NOT NULL;
CREATE INDEX tagging_tag ON tagging (tag_id);
CREATE INDEX annotation_criterion ON annotation (criterion_id) WHERE criterion_id IS NOT NULL;
CREATE INDEX annotation_tag ON annotation (tag_id) WHERE tag_id IS NOT NULL;
