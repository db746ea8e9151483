-- What a payment needs beyond one attempt: refusals that stand for a while, attempts at other
-- billers, orders sent again, late answers.

-- A no that was told, until when it stands: what was refused must not be granted to a repetition of
-- the same request that was long on its way.
CREATE TABLE refusal (
    partner   text COLLATE "C" NOT NULL,
    dialect   text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    reason    text COLLATE "C" NOT NULL,
    until     timestamptz      NOT NULL,
    PRIMARY KEY (partner, dialect, reference)
);
CREATE INDEX refusal_ends ON refusal (until);

ALTER TABLE payment
    ADD resends      int     NOT NULL DEFAULT 0,
    -- a biller said yes after the end; the house bears it
    ADD late_success boolean NOT NULL DEFAULT false,
    -- when somebody last asked for news
    ADD hurried_at   timestamptz;

-- Where a payment was sent before it went to another biller. Rows are added, never changed.
CREATE TABLE former_attempt (
    partner            text COLLATE "C" NOT NULL,
    dialect            text COLLATE "C" NOT NULL,
    reference          text COLLATE "C" NOT NULL,
    attempt            int              NOT NULL,
    upstream           text COLLATE "C" NOT NULL,
    upstream_reference text COLLATE "C" NOT NULL,
    cost_sen           bigint           NOT NULL,
    sent_at            timestamptz      NOT NULL,
    PRIMARY KEY (partner, dialect, reference, attempt),
    UNIQUE (upstream, upstream_reference)
);
CREATE TRIGGER former_attempt_is_kept BEFORE UPDATE OR DELETE ON former_attempt
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER former_attempt_is_never_emptied BEFORE TRUNCATE ON former_attempt
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- What a payment costs its partner never changes; where it is bought, only while it is held.
CREATE OR REPLACE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version NOT IN (OLD.version, OLD.version + 1)
       OR (NEW.state <> OLD.state AND NEW.version = OLD.version) THEN
        RAISE EXCEPTION 'a payment goes one version on with every change';
    END IF;
    IF (NEW.day, NEW.test, NEW.price_sen, NEW.cashback_sen)
       IS DISTINCT FROM (OLD.day, OLD.test, OLD.price_sen, OLD.cashback_sen) THEN
        RAISE EXCEPTION 'what a payment was opened with never changes';
    END IF;
    IF OLD.state <> 'HELD'
       AND (NEW.quote, NEW.upstream, NEW.upstream_reference, NEW.cost_sen)
           IS DISTINCT FROM (OLD.quote, OLD.upstream, OLD.upstream_reference, OLD.cost_sen) THEN
        RAISE EXCEPTION 'what is on its way to a biller is not sent to another';
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
