-- What billers' lists of settled payments said. Rows are added, never changed. Amounts in sen.
CREATE TABLE settlement_line (
    upstream   text COLLATE "C" NOT NULL,
    day        date             NOT NULL,
    -- ours at the biller, as the list spells it
    reference  text COLLATE "C" NOT NULL CHECK (length(reference) <= 64),
    theirs     text COLLATE "C" NOT NULL CHECK (length(theirs) <= 64),
    product    text COLLATE "C" NOT NULL CHECK (length(product) <= 64),
    amount_sen bigint           NOT NULL CHECK (amount_sen >= 0),
    status     text COLLATE "C" NOT NULL CHECK (status IN ('PAID', 'FAILED', 'REVERSED')),
    kept_at    timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (upstream, reference, theirs, status)
);
CREATE TRIGGER settlement_line_is_kept BEFORE UPDATE OR DELETE ON settlement_line
    FOR EACH ROW EXECUTE FUNCTION refuse_to_forget();
CREATE TRIGGER settlement_line_is_never_emptied BEFORE TRUNCATE ON settlement_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_forget();
CREATE INDEX payment_sent_to ON payment (upstream, sent_at);
