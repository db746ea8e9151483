-- The branchless bank: agents, their sessions and PINs, accounts, and every movement of a bank's
-- money, at our own bank and between banks. Amounts in sen.

-- What was paid for, so that sales can be counted by product.
ALTER TABLE payment ADD product text COLLATE "C";
CREATE INDEX payment_of_product ON payment (partner, product) WHERE state = 'SUCCEEDED';

-- Who stands behind a counter. Who the person is, is sealed in the profile.
CREATE TABLE agent (
    username            text COLLATE "C" PRIMARY KEY CHECK (username ~ '^[A-Za-z0-9._@+-]{1,64}$'),
    -- whose deposit is the agent's float; null for one that never worked here
    partner             text COLLATE "C" UNIQUE REFERENCES partner,
    status              text COLLATE "C" NOT NULL CHECK (status IN ('ACTIVE', 'PENDING', 'SUSPENDED')),
    -- of POJK 1/POJK.03/2022: A for savings only, B and C for more
    class               text COLLATE "C" NOT NULL CHECK (class IN ('A', 'B', 'C')),
    -- comma-separated: lakupandai, ePayment, lkd
    types               text             NOT NULL,
    mitra               text COLLATE "C" NOT NULL,
    branch              text COLLATE "C" NOT NULL CHECK (branch ~ '^[0-9]{3}$'),
    counter             text COLLATE "C" NOT NULL CHECK (counter ~ '^[0-9]{6}$'),
    province            text,
    registered_at       timestamptz      NOT NULL,
    password_changed_at timestamptz,
    profile             text             NOT NULL
);

-- What an agent calls the payment of a bill: one name, one bill.
CREATE TABLE bill_sid (
    partner   text COLLATE "C" NOT NULL REFERENCES partner,
    sid       text COLLATE "C" NOT NULL CHECK (length(sid) <= 64),
    reference text COLLATE "C" NOT NULL,
    PRIMARY KEY (partner, sid)
);

-- An agent's time behind the counter, under a hash of the session id.
CREATE TABLE session (
    hash     text COLLATE "C" PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    username text COLLATE "C" NOT NULL REFERENCES agent,
    began_at timestamptz      NOT NULL,
    used_at  timestamptz      NOT NULL
);
CREATE INDEX session_of_agent ON session (username);

-- PINs, by holder: `agent:<username>` or `account:<number>`. A try is counted before it is judged.
CREATE TABLE pin (
    holder     text COLLATE "C" PRIMARY KEY CHECK (length(holder) <= 80),
    verifier   text             NOT NULL,
    tries      int              NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 3),
    changed_at timestamptz      NOT NULL
);

-- The accounts of our bank: those of agents, which are their floats, and the customers' savings.
CREATE TABLE bank_account (
    number    text COLLATE "C" PRIMARY KEY CHECK (number ~ '^[0-9]{1,16}$'),
    -- the account in the books
    books     text COLLATE "C" NOT NULL UNIQUE,
    kind      text COLLATE "C" NOT NULL CHECK (kind IN ('AGENT', 'SAVINGS')),
    -- whose limits hold; null for an agent's
    product   text COLLATE "C",
    username  text COLLATE "C" REFERENCES agent,
    active    boolean          NOT NULL DEFAULT true,
    -- the holder's name and telephones, sealed
    holder    text             NOT NULL,
    -- what the law wants known of a customer, sealed; null for an agent's
    customer  text,
    -- a keyed hash of the identity number, where one person has one account
    identity  text COLLATE "C" UNIQUE,
    opened_by text COLLATE "C",
    opened_at timestamptz      NOT NULL,
    CONSTRAINT bank_account_is_somebodys CHECK
        ((kind = 'AGENT') = (username IS NOT NULL) AND (kind = 'SAVINGS') = (product IS NOT NULL))
);
CREATE UNIQUE INDEX bank_account_of_agent ON bank_account (username) WHERE username IS NOT NULL;

-- What an inquiry leaves behind: leave to send money to one account, once.
CREATE TABLE leave_to_pay (
    -- a keyed hash of the payment code, or a transaction id
    token      text COLLATE "C" PRIMARY KEY,
    owner      text COLLATE "C" NOT NULL,
    bank       text COLLATE "C" NOT NULL,
    account    text COLLATE "C" NOT NULL,
    -- the name of the account's holder, sealed
    name       text             NOT NULL,
    fee_sen    bigint           NOT NULL CHECK (fee_sen >= 0),
    made_at    timestamptz      NOT NULL,
    expires_at timestamptz      NOT NULL,
    -- the transfer it was used for
    used_by    text COLLATE "C"
);
CREATE INDEX leave_expires ON leave_to_pay (expires_at) WHERE used_by IS NULL;

-- Every movement of a bank's money, and how far it has come. The natural key (owner, operation,
-- reference) means one movement for ever.
CREATE TABLE transfer (
    owner             text COLLATE "C" NOT NULL CHECK (owner ~ '^[a-z0-9:._-]{1,60}$'),
    operation         text COLLATE "C" NOT NULL CHECK (operation IN ('OPENING', 'DEPOSIT',
        'WITHDRAWAL', 'INTRABANK', 'INTERBANK', 'SWITCHED', 'REVERSAL')),
    reference         text COLLATE "C" NOT NULL CHECK (reference ~ '^[A-Za-z0-9._:-]+$' AND length(reference) <= 64),
    -- a keyed hash of what was wanted
    fingerprint       text COLLATE "C" NOT NULL,
    -- whether the caller gave the reference
    referenced        boolean          NOT NULL,
    -- ours, growing; the last digits of the number that agents see
    number            bigint           NOT NULL UNIQUE,
    source_bank       text COLLATE "C" NOT NULL,
    source_account    text COLLATE "C" NOT NULL,
    target_bank       text COLLATE "C" NOT NULL,
    target_account    text COLLATE "C" NOT NULL,
    -- the ends in our books; null at another bank
    source_books      text COLLATE "C",
    target_books      text COLLATE "C",
    amount_sen        bigint           NOT NULL CHECK (amount_sen >= 0),
    fee_sen           bigint           NOT NULL CHECK (fee_sen >= 0),
    -- names and remark, sealed
    facts             text             NOT NULL,
    day               date             NOT NULL,
    opened_at         timestamptz      NOT NULL,
    -- what a reversal reverses
    reverses_owner     text COLLATE "C",
    reverses_operation text COLLATE "C",
    reverses_reference text COLLATE "C",
    state             text COLLATE "C" NOT NULL CHECK (state IN
        ('DEBITING', 'CREDITING', 'RETURNING', 'BOOKED', 'FAILED')),
    version           int              NOT NULL CHECK (version > 0),
    -- our reference at the bank that is being asked; null when no bank is
    leg_reference     text COLLATE "C",
    leg_sent_at       timestamptz,
    legs              int              NOT NULL,
    polls             int              NOT NULL,
    not_founds        int              NOT NULL,
    last_not_found_at timestamptz,
    -- why it failed, or why the money is on its way back
    reason            text COLLATE "C",
    -- the number of the booking, given when it is booked
    journal           bigint UNIQUE,
    ended_at          timestamptz,
    wake_at           timestamptz,
    PRIMARY KEY (owner, operation, reference),
    CONSTRAINT transfer_ends_whole CHECK
        ((state IN ('BOOKED', 'FAILED')) = (ended_at IS NOT NULL)
         AND (state = 'BOOKED') = (journal IS NOT NULL)),
    CONSTRAINT transfer_is_looked_after CHECK ((ended_at IS NULL) = (wake_at IS NOT NULL)),
    CONSTRAINT transfer_reverses_whole CHECK
        ((operation = 'REVERSAL') = (reverses_reference IS NOT NULL))
) WITH (fillfactor = 65);
CREATE INDEX transfer_wakes ON transfer (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX transfer_repeated ON transfer (owner, fingerprint, opened_at) WHERE NOT referenced;
CREATE INDEX transfer_from ON transfer (source_bank, source_account, opened_at);
CREATE INDEX transfer_to ON transfer (target_bank, target_account, opened_at);
-- What is reversed is reversed once; a reversal that failed does not count.
CREATE UNIQUE INDEX transfer_is_reversed_once
    ON transfer (reverses_owner, reverses_operation, reverses_reference)
    WHERE reverses_reference IS NOT NULL AND state <> 'FAILED';
-- A caller's refnum is one transfer or one reversal.
CREATE UNIQUE INDEX transfer_refnum_is_used_once ON transfer (owner, reference)
    WHERE operation IN ('SWITCHED', 'REVERSAL');
CREATE SEQUENCE transfer_number AS bigint START 10001;
CREATE SEQUENCE journal AS bigint START 1013;

CREATE FUNCTION refuse_illegal_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version <> OLD.version + 1 AND
       (NEW.version <> OLD.version OR NEW.state <> OLD.state) THEN
        RAISE EXCEPTION 'a transfer goes one version on with every change';
    END IF;
    IF (NEW.fingerprint, NEW.number, NEW.source_bank, NEW.source_account, NEW.target_bank,
        NEW.target_account, NEW.source_books, NEW.target_books, NEW.amount_sen, NEW.fee_sen,
        NEW.facts, NEW.day, NEW.opened_at)
       IS DISTINCT FROM (OLD.fingerprint, OLD.number, OLD.source_bank, OLD.source_account,
        OLD.target_bank, OLD.target_account, OLD.source_books, OLD.target_books, OLD.amount_sen,
        OLD.fee_sen, OLD.facts, OLD.day, OLD.opened_at) THEN
        RAISE EXCEPTION 'what a transfer was opened with never changes';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
        'DEBITING>CREDITING', 'DEBITING>RETURNING', 'DEBITING>BOOKED', 'DEBITING>FAILED',
        'CREDITING>BOOKED', 'CREDITING>RETURNING', 'CREDITING>FAILED', 'RETURNING>FAILED') THEN
        RAISE EXCEPTION 'a transfer does not go from % to %', OLD.state, NEW.state;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER transfer_moves_legally BEFORE UPDATE ON transfer
    FOR EACH ROW EXECUTE FUNCTION refuse_illegal_transfer();
CREATE TRIGGER transfer_is_kept BEFORE DELETE ON transfer
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER transfer_is_never_emptied BEFORE TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- Everything that a bank was ever heard to say of a transfer. Rows are added, never changed.
CREATE TABLE transfer_evidence (
    owner     text COLLATE "C" NOT NULL,
    operation text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    version   int              NOT NULL,
    class     text COLLATE "C" NOT NULL CHECK (class ~ '^E[1-6]$'),
    code      text             NOT NULL CHECK (length(code) <= 40),
    -- a contradiction for people to look at
    trouble   text COLLATE "C",
    heard_at  timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, operation, reference, version)
);
CREATE INDEX transfer_evidence_of_trouble ON transfer_evidence (heard_at)
    WHERE trouble IS NOT NULL;
CREATE TRIGGER transfer_evidence_is_kept BEFORE UPDATE OR DELETE ON transfer_evidence
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER transfer_evidence_is_never_emptied BEFORE TRUNCATE ON transfer_evidence
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();

-- A leg's reference at a bank is used once for ever.
CREATE TABLE leg (
    bank      text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    owner     text COLLATE "C" NOT NULL,
    operation text COLLATE "C" NOT NULL,
    transfer  text COLLATE "C" NOT NULL,
    number    int              NOT NULL,
    PRIMARY KEY (bank, reference),
    UNIQUE (owner, operation, transfer, number)
);

-- What savings paid out in a calendar month of Jakarta, for its limit.
CREATE TABLE month_debit (
    account text COLLATE "C" NOT NULL,
    month   date             NOT NULL CHECK (extract(day FROM month) = 1),
    sen     bigint           NOT NULL CHECK (sen >= 0),
    PRIMARY KEY (account, month)
);

-- Who looked at whose account: for the law, for limits, and for counting.
CREATE TABLE account_look (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username  text COLLATE "C" NOT NULL,
    operation text COLLATE "C" NOT NULL CHECK (operation IN ('CHECK', 'BALANCE', 'INQUIRY', 'STATEMENT')),
    bank      text COLLATE "C" NOT NULL,
    -- a keyed hash of an account that is not there, else its number
    account   text COLLATE "C" NOT NULL,
    found     boolean          NOT NULL,
    day       date             NOT NULL,
    at        timestamptz      NOT NULL
);
CREATE INDEX account_look_of_agent ON account_look (username, day);

-- Banks as agents see them in lists.
CREATE TABLE bank (
    code       text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[0-9]{3}$'),
    bic        text COLLATE "C" UNIQUE CHECK (bic ~ '^[A-Z0-9]{8}$'),
    name       text NOT NULL,
    short_name text NOT NULL,
    number     int  NOT NULL UNIQUE
);

-- Postal codes of villages; without a village, of all in the district that are not named. Names are
-- written as they are compared: RegionNames folds them.
CREATE TABLE region (
    regency     text COLLATE "C" NOT NULL CHECK (regency ~ '^[a-z0-9]+$'),
    district    text COLLATE "C" NOT NULL CHECK (district ~ '^[a-z0-9]+$'),
    village     text COLLATE "C" NOT NULL CHECK (village ~ '^[a-z0-9]*$'),
    kind        text COLLATE "C" NOT NULL CHECK (kind IN ('KABUPATEN', 'KOTA')),
    province    text COLLATE "C" NOT NULL CHECK (province ~ '^[a-z0-9]+$'),
    postal_code text COLLATE "C" NOT NULL CHECK (postal_code ~ '^[1-9][0-9]{4}$'),
    PRIMARY KEY (regency, district, village, kind, province, postal_code)
);
