-- The books: who may hold money, what each holds, and every movement there ever was.
--
-- Amounts are in sen, 1/100 rupiah. A balance is what the house owes to the holder, so that the sum
-- of all balances is zero. One movement is at most 10^13 sen, one balance at most 10^17.
-- Keys compare byte by byte, so that locks are taken in one order whatever the locale.

-- A house account is touched by nearly every unit; it is striped over sixteen balance rows, so that
-- writers do not wait for each other. Every other account has one.
CREATE TABLE account (
    name      text COLLATE "C" PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9._:-]{0,99}$'),
    kind      text COLLATE "C" NOT NULL    CHECK (kind ~ '^[A-Za-z][A-Za-z0-9_-]{0,31}$'),
    striped   boolean          NOT NULL,
    opened_at timestamptz      NOT NULL DEFAULT now()
);

-- What an account holds. Half of each page is left free, so that the next version of a row finds
-- room beside the last one and no index has to change.
CREATE TABLE balance (
    account text COLLATE "C" NOT NULL REFERENCES account,
    stripe  int              NOT NULL CHECK (stripe BETWEEN 0 AND 15),
    sen     bigint           NOT NULL DEFAULT 0,
    floor   bigint           NOT NULL,
    ceiling bigint           NOT NULL,
    PRIMARY KEY (account, stripe),
    CONSTRAINT balance_keeps_its_floor   CHECK (sen >= floor),
    CONSTRAINT balance_keeps_its_ceiling CHECK (sen <= ceiling),
    CONSTRAINT balance_limits_are_sane
        CHECK (floor BETWEEN -100000000000000000 AND 0 AND ceiling BETWEEN 0 AND 100000000000000000)
) WITH (fillfactor = 50);

-- The journal. A posting takes from one account what it gives to another. The postings of one
-- subject and kind are booked together, once and for ever. Rows are added, never changed: a mistake
-- is corrected by another posting.
--
-- There are no foreign keys to account: each would lock the row of a house account that every
-- writer needs. A posting is written only after the balances at both its ends were locked, and the
-- audit looks again. The alphabets are checked without counting, which is ten times faster.
CREATE TABLE posting (
    subject   text COLLATE "C" NOT NULL
        CHECK (subject !~ '[^A-Za-z0-9._:/-]' AND length(subject) BETWEEN 1 AND 200),
    kind      text COLLATE "C" NOT NULL
        CHECK (kind !~ '[^A-Z_]' AND kind !~ '^_' AND length(kind) BETWEEN 1 AND 32),
    line      int              NOT NULL CHECK (line >= 0),
    source    text COLLATE "C" NOT NULL,
    target    text COLLATE "C" NOT NULL,
    sen       bigint           NOT NULL CHECK (sen BETWEEN 1 AND 10000000000000),
    booked_at timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (subject, kind, line),
    CONSTRAINT posting_has_two_ends CHECK (source <> target)
);

-- What was held is settled or released, never both.
CREATE UNIQUE INDEX posting_ends_once ON posting (subject)
    WHERE kind IN ('SETTLE', 'RELEASE') AND line = 0;

-- The last row that a batch of units writes before it commits. Whoever does not know whether a
-- commit took place writes the same id with booked = false: if the id is there, it tells; if it is
-- not, then it is taken now, and that commit can never happen.
CREATE TABLE batch (
    id       uuid        PRIMARY KEY,
    booked   boolean     NOT NULL,
    at       timestamptz NOT NULL DEFAULT now(),
    asked_at timestamptz
);
-- For dropping old rows: they come in the order of their time, so that this costs next to nothing.
CREATE INDEX batch_by_time ON batch USING brin (at);

CREATE FUNCTION refuse_to_change_the_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append only: % of % is refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER posting_is_append_only BEFORE UPDATE OR DELETE ON posting
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_journal();

CREATE TRIGGER posting_is_never_emptied BEFORE TRUNCATE ON posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_journal();
