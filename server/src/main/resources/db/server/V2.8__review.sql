-- What people look at and decide: cases, operators, decisions of two, and a log of it all in which
-- every line vouches for the one before.

-- Since when a payment waits for people.
ALTER TABLE payment ADD review_since timestamptz;
UPDATE payment SET review_since = sent_at + interval '1 day' WHERE state = 'REVIEW';

CREATE TABLE review_case (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text COLLATE "C" NOT NULL CHECK (kind IN
        ('LATE_SUCCESS', 'CONTRADICTION', 'EARLY_REVERSAL', 'DUPLICATE_EFFECT',
         'UNEXPECTED_CALLBACK', 'DRIFT', 'DIFFERENCE', 'NOT_TAKEN_BACK', 'SOURCE_FULL')),
    -- the subject of a payment or a transfer in the books, or upstream/<name>/<reference>
    subject   text COLLATE "C" NOT NULL CHECK (subject !~ '[^!-~]' AND length(subject) BETWEEN 1 AND 300),
    note      text             NOT NULL CHECK (length(note) <= 400),
    opened_at timestamptz      NOT NULL DEFAULT now(),
    closed_at timestamptz,
    -- whether the loss was claimed back or is borne
    how       text COLLATE "C" CHECK (how IN ('CLAIMED', 'ACCEPTED')),
    CONSTRAINT review_case_closes_whole CHECK ((closed_at IS NULL) = (how IS NULL))
);
CREATE UNIQUE INDEX review_case_is_open_once ON review_case (kind, subject)
    WHERE closed_at IS NULL;
CREATE INDEX review_case_of_subject ON review_case (subject);

CREATE FUNCTION refuse_to_rewrite_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL
       OR (NEW.number, NEW.kind, NEW.subject, NEW.note, NEW.opened_at)
          IS DISTINCT FROM (OLD.number, OLD.kind, OLD.subject, OLD.note, OLD.opened_at) THEN
        RAISE EXCEPTION 'a case is closed once and not rewritten';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER review_case_is_not_rewritten BEFORE UPDATE ON review_case
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_case();
CREATE TRIGGER review_case_is_kept BEFORE DELETE ON review_case
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER review_case_is_never_emptied BEFORE TRUNCATE ON review_case
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- What waited in the evidence.
INSERT INTO review_case (kind, subject, note, opened_at)
SELECT trouble, partner || '/' || dialect || '/' || reference, 'heard before there were cases',
       min(heard_at)
FROM evidence WHERE trouble IS NOT NULL
GROUP BY 1, 2
UNION ALL
SELECT trouble, 'transfer/' || owner || '/' || lower(operation) || '/' || reference,
       'heard before there were cases', min(heard_at)
FROM transfer_evidence WHERE trouble IS NOT NULL
GROUP BY 1, 2
ORDER BY 4;

-- Who may decide. The secret is 256 random bits, of which the SHA-256 is kept.
CREATE TABLE operator (
    name       text COLLATE "C" PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
    hash       text COLLATE "C" NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    added_at   timestamptz      NOT NULL DEFAULT now(),
    retired_at timestamptz
);
CREATE TRIGGER operator_is_kept BEFORE DELETE ON operator
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();

-- What one proposes and another approves.
CREATE TABLE decision (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject     text COLLATE "C" NOT NULL,
    -- the case it closes; null where it ends or takes back a payment
    case_number bigint           REFERENCES review_case,
    outcome     text COLLATE "C" NOT NULL
        CHECK (outcome IN ('SUCCEEDED', 'FAILED', 'REFUNDED', 'CLOSED')),
    claimed     boolean          NOT NULL,
    -- the payment as the maker saw it; null for a case
    version     int,
    serial      text             NOT NULL CHECK (length(serial) <= 400),
    proof       text             NOT NULL CHECK (length(proof) <= 400),
    note        text             NOT NULL CHECK (length(note) BETWEEN 1 AND 1000),
    maker       text COLLATE "C" NOT NULL REFERENCES operator,
    made_at     timestamptz      NOT NULL DEFAULT now(),
    state       text COLLATE "C" NOT NULL DEFAULT 'PROPOSED'
        CHECK (state IN ('PROPOSED', 'APPROVED', 'APPLIED', 'REJECTED', 'VOID')),
    checker     text COLLATE "C" REFERENCES operator,
    checked_at  timestamptz,
    -- why it was rejected or is void
    reason      text             CHECK (length(reason) <= 1000),
    applied_at  timestamptz,
    CONSTRAINT decision_is_about_a_case_or_a_payment CHECK
        ((outcome = 'CLOSED') = (case_number IS NOT NULL)
         AND (outcome = 'CLOSED') = (version IS NULL)),
    CONSTRAINT decision_claims_when_it_closes CHECK (NOT claimed OR outcome = 'CLOSED'),
    CONSTRAINT decision_is_checked_whole CHECK
        ((state = 'PROPOSED') = (checker IS NULL)
         AND (checker IS NULL) = (checked_at IS NULL)
         AND (state = 'APPLIED') = (applied_at IS NOT NULL)),
    CONSTRAINT decision_needs_two CHECK
        (state NOT IN ('APPROVED', 'APPLIED') OR checker <> maker)
);
CREATE UNIQUE INDEX decision_is_open_once ON decision (subject, coalesce(case_number, 0))
    WHERE state IN ('PROPOSED', 'APPROVED');
CREATE INDEX decision_of_subject ON decision (subject);

CREATE FUNCTION refuse_illegal_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.number, NEW.subject, NEW.case_number, NEW.outcome, NEW.claimed, NEW.version,
        NEW.serial, NEW.proof, NEW.note, NEW.maker, NEW.made_at)
       IS DISTINCT FROM (OLD.number, OLD.subject, OLD.case_number, OLD.outcome, OLD.claimed,
                         OLD.version, OLD.serial, OLD.proof, OLD.note, OLD.maker, OLD.made_at) THEN
        RAISE EXCEPTION 'what was proposed never changes';
    END IF;
    IF (OLD.state || '>' || NEW.state) NOT IN (
        'PROPOSED>APPROVED', 'PROPOSED>REJECTED', 'PROPOSED>VOID',
        'APPROVED>APPLIED', 'APPROVED>VOID') THEN
        RAISE EXCEPTION 'a decision does not go from % to %', OLD.state, NEW.state;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_moves_legally BEFORE UPDATE ON decision
    FOR EACH ROW EXECUTE FUNCTION refuse_illegal_decision();
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER decision_is_never_emptied BEFORE TRUNCATE ON decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- What operators did. Numbers have no gap. The hash is the SHA-256, in hexadecimal, of these eight
-- lines in UTF-8, with a line feed between and none at the end: number, moment (UTC, microseconds,
-- ending in Z), operator, action, subject, number of the decision or nothing, hash of the entry
-- before (64 zeros for the first), and the note. Only the note may have more than one line.
CREATE TABLE operator_log (
    number   bigint           PRIMARY KEY CHECK (number > 0),
    at       timestamptz      NOT NULL,
    operator text COLLATE "C" NOT NULL CHECK (operator ~ '^[!-~]{1,64}$'),
    action   text COLLATE "C" NOT NULL CHECK (action ~ '^[A-Z_]{1,32}$'),
    subject  text COLLATE "C" NOT NULL CHECK (subject !~ '[^!-~]' AND length(subject) BETWEEN 1 AND 300),
    decision bigint           REFERENCES decision,
    previous text COLLATE "C" NOT NULL CHECK (previous ~ '^[0-9a-f]{64}$'),
    note     text             NOT NULL,
    hash     text COLLATE "C" NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$')
);
CREATE TRIGGER operator_log_is_kept BEFORE UPDATE OR DELETE ON operator_log
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER operator_log_is_never_emptied BEFORE TRUNCATE ON operator_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- Writes the next entry in the caller's transaction, which should end soon: others wait for it.
CREATE FUNCTION log_operation(who text, what text, about text, decided bigint, said text)
    RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last  operator_log;
    entry operator_log;
BEGIN
    LOCK TABLE operator_log IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO last FROM operator_log ORDER BY number DESC LIMIT 1;
    entry.number := coalesce(last.number, 0) + 1;
    entry.at := clock_timestamp();
    entry.operator := who;
    entry.action := what;
    entry.subject := about;
    entry.decision := decided;
    entry.previous := coalesce(last.hash, repeat('0', 64));
    entry.note := said;
    entry.hash := encode(sha256(convert_to(
        concat_ws(E'\n', entry.number,
                  to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                  entry.operator, entry.action, entry.subject,
                  coalesce(entry.decision::text, ''), entry.previous, entry.note), 'UTF8')), 'hex');
    INSERT INTO operator_log SELECT entry.*;
    RETURN entry.number;
END $$;

-- What a proposal says, as the log keeps it.
CREATE FUNCTION proposal_text(d decision) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT concat_ws(E'\n',
        lower(d.outcome) || coalesce(' at version ' || d.version, '')
            || coalesce(', case ' || d.case_number, '') || CASE WHEN d.claimed THEN ', claimed' ELSE '' END,
        'serial: ' || d.serial, 'proof: ' || d.proof, d.note)
$$;
