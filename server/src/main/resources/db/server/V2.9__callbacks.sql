-- What billers tell us by themselves, and what partners are told: who was told "pending", in which
-- order, and what nobody took.

-- A callback that its biller has signed. The same bytes again are counted and not kept again.
CREATE TABLE callback (
    upstream    text COLLATE "C" NOT NULL,
    digest      text COLLATE "C" NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    -- as the biller wrote it; empty where it could not be read
    reference   text COLLATE "C" NOT NULL CHECK (length(reference) <= 64),
    class       text COLLATE "C" NOT NULL CHECK (class ~ '^E[1-7]$'),
    code        text             NOT NULL CHECK (length(code) <= 40),
    outcome     text COLLATE "C" NOT NULL CHECK (outcome IN
        ('MOVED', 'NOTED', 'UNKNOWN_REFERENCE', 'UNREADABLE')),
    times       bigint           NOT NULL DEFAULT 1,
    received_at timestamptz      NOT NULL DEFAULT clock_timestamp(),
    last_at     timestamptz      NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (upstream, digest)
);
CREATE INDEX callback_of_reference ON callback (upstream, reference);
CREATE TRIGGER callback_is_kept BEFORE DELETE ON callback
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER callback_is_never_emptied BEFORE TRUNCATE ON callback
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- The partner has been told "pending" of a payment on its way: whoever ends it writes a notice.
ALTER TABLE payment ADD told_pending boolean NOT NULL DEFAULT false;

-- The version of the payment that a notice tells, and when it was given up.
ALTER TABLE notice ADD version int, ADD given_up_at timestamptz;
UPDATE notice n SET version = p.version
FROM payment p
WHERE (n.partner, n.dialect, n.reference) = (p.partner, p.dialect, p.reference);
ALTER TABLE notice
    ALTER version SET NOT NULL,
    ADD CONSTRAINT notice_is_given_up_undelivered CHECK
        (given_up_at IS NULL OR (wake_at IS NULL AND delivered_at IS NULL));
CREATE INDEX notice_given_up ON notice (given_up_at) WHERE given_up_at IS NOT NULL;
