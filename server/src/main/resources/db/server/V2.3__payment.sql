-- Bills that were asked for, and their payments. Keys compare byte by byte. The natural key
-- (partner, dialect, reference) means one payment for ever; payments and evidence are never deleted.

CREATE TABLE inquiry (
    partner     text COLLATE "C" NOT NULL,
    dialect     text COLLATE "C" NOT NULL CHECK (dialect ~ '^[a-z][a-z0-9-]*$' AND length(dialect) <= 30),
    reference   text COLLATE "C" NOT NULL CHECK (reference ~ '^[A-Za-z0-9._:-]+$' AND length(reference) <= 64),
    fingerprint text COLLATE "C" NOT NULL,
    quote       text             NOT NULL,
    day         date             NOT NULL,
    test        boolean          NOT NULL,
    asked_at    timestamptz      NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (partner, dialect, reference)
);

-- A payment and how far it has come. Room is left in each page, because a row changes two or three
-- times and no index should have to know.
CREATE TABLE payment (
    partner            text COLLATE "C" NOT NULL,
    dialect            text COLLATE "C" NOT NULL CHECK (dialect ~ '^[a-z][a-z0-9-]*$' AND length(dialect) <= 30),
    reference          text COLLATE "C" NOT NULL CHECK (reference ~ '^[A-Za-z0-9._:-]+$' AND length(reference) <= 64),
    fingerprint        text COLLATE "C" NOT NULL,
    quote              text             NOT NULL,
    day                date             NOT NULL,
    test               boolean          NOT NULL,
    upstream           text COLLATE "C" NOT NULL,
    upstream_reference text COLLATE "C" NOT NULL,
    -- what is held, and what the biller takes; sen
    price_sen          bigint           NOT NULL CHECK (price_sen > 0),
    cost_sen           bigint           NOT NULL CHECK (cost_sen >= 0),
    state              text COLLATE "C" NOT NULL CHECK (state IN
        ('HELD', 'SENDING', 'PENDING', 'UNKNOWN', 'REVIEW', 'SUCCEEDED', 'FAILED', 'REFUNDED')),
    version            int              NOT NULL CHECK (version > 0),
    opened_at          timestamptz      NOT NULL,
    attempts           int              NOT NULL CHECK (attempts > 0),
    sent_at            timestamptz      NOT NULL,
    polls              int              NOT NULL,
    not_founds         int              NOT NULL,
    last_not_found_at  timestamptz,
    serial             text,
    code               text,
    reason             text COLLATE "C",
    -- the bill as the receipt shows it, where that is more than was quoted
    receipt            text,
    ended_at           timestamptz,
    -- the partner's deposit right after the last change that touched it; sen
    balance_sen        bigint,
    -- when somebody must look again, by this database's clock; null when it has ended
    wake_at            timestamptz,
    PRIMARY KEY (partner, dialect, reference),
    CONSTRAINT payment_reference_is_used_once UNIQUE (upstream, upstream_reference),
    CONSTRAINT payment_ends_whole CHECK
        ((state IN ('SUCCEEDED', 'FAILED', 'REFUNDED')) = (ended_at IS NOT NULL)),
    CONSTRAINT payment_is_looked_after CHECK ((ended_at IS NULL) = (wake_at IS NOT NULL))
) WITH (fillfactor = 65);
CREATE INDEX payment_wakes ON payment (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX payment_confirmed ON payment (upstream, ended_at) WHERE state = 'SUCCEEDED';

-- Only the moves of the state machine, and only forward.
CREATE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version NOT IN (OLD.version, OLD.version + 1)
       OR (NEW.state <> OLD.state AND NEW.version = OLD.version) THEN
        RAISE EXCEPTION 'a payment goes one version on with every change';
    END IF;
    IF (NEW.fingerprint, NEW.quote, NEW.day, NEW.test, NEW.upstream, NEW.upstream_reference,
        NEW.price_sen, NEW.cost_sen)
       IS DISTINCT FROM (OLD.fingerprint, OLD.quote, OLD.day, OLD.test, OLD.upstream,
                         OLD.upstream_reference, OLD.price_sen, OLD.cost_sen) THEN
        RAISE EXCEPTION 'what a payment was opened with never changes';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
        'HELD>SENDING', 'HELD>FAILED',
        'SENDING>HELD', 'SENDING>PENDING', 'SENDING>UNKNOWN', 'SENDING>SUCCEEDED', 'SENDING>FAILED',
        'PENDING>UNKNOWN', 'PENDING>REVIEW', 'PENDING>SUCCEEDED', 'PENDING>FAILED',
        'UNKNOWN>PENDING', 'UNKNOWN>SENDING', 'UNKNOWN>REVIEW', 'UNKNOWN>SUCCEEDED',
        'UNKNOWN>FAILED',
        'REVIEW>SUCCEEDED', 'REVIEW>FAILED',
        'SUCCEEDED>REFUNDED') THEN
        RAISE EXCEPTION 'a payment does not go from % to %', OLD.state, NEW.state;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_moves_legally BEFORE UPDATE ON payment
    FOR EACH ROW EXECUTE FUNCTION refuse_illegal_move();

CREATE FUNCTION refuse_to_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: it is kept for ever', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER payment_is_kept BEFORE DELETE ON payment
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER payment_is_never_emptied BEFORE TRUNCATE ON payment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- Everything that was ever heard of a payment. Rows are added, never changed.
CREATE TABLE evidence (
    partner   text COLLATE "C" NOT NULL,
    dialect   text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    version   int              NOT NULL,
    class     text COLLATE "C" NOT NULL CHECK (class ~ '^E[1-7]$'),
    source    text COLLATE "C" NOT NULL,
    code      text             NOT NULL CHECK (length(code) <= 40),
    trouble   text COLLATE "C",
    heard_at  timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (partner, dialect, reference, version)
);
CREATE TRIGGER evidence_is_kept BEFORE UPDATE OR DELETE ON evidence
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER evidence_is_never_emptied BEFORE TRUNCATE ON evidence
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();
-- Contradictions wait here for people.
CREATE INDEX evidence_of_trouble ON evidence (heard_at) WHERE trouble IS NOT NULL;

-- What a partner has spent on a business day, for its limit; sen. What fails is given back.
CREATE TABLE spending (
    partner text COLLATE "C" NOT NULL,
    day     date             NOT NULL,
    sen     bigint           NOT NULL CHECK (sen >= 0),
    PRIMARY KEY (partner, day)
);

-- Notices to partners: written with the change they tell of, delivered at least once.
CREATE TABLE notice (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner      text COLLATE "C" NOT NULL,
    dialect      text COLLATE "C" NOT NULL,
    reference    text COLLATE "C" NOT NULL,
    state        text COLLATE "C" NOT NULL,
    tries        int              NOT NULL DEFAULT 0,
    written_at   timestamptz      NOT NULL DEFAULT now(),
    -- null when it is delivered or given up
    wake_at      timestamptz               DEFAULT now(),
    delivered_at timestamptz,
    CONSTRAINT notice_is_written_once UNIQUE (partner, dialect, reference, state)
);
CREATE INDEX notice_wakes ON notice (wake_at) WHERE wake_at IS NOT NULL;
