-- Quotes are sealed from here on, and those of unreleased versions were not.
DO $$ BEGIN
    IF EXISTS (SELECT FROM payment) OR EXISTS (SELECT FROM inquiry) THEN
        RAISE EXCEPTION 'this database is of an unreleased version and cannot be upgraded: begin '
            'with an empty one (the sandbox: --fresh)';
    END IF;
END $$;

-- What several dialects need: what kind of bill a product is, how each dialect calls it, when it is
-- closed every day, and what a partner gets back for it.
ALTER TABLE product DROP CONSTRAINT product_check;
ALTER TABLE product
    ADD CONSTRAINT product_commission_check CHECK (commission_sen >= 0),
    ADD family       text COLLATE "C",
    ADD province     text,
    ADD cashback_sen bigint NOT NULL DEFAULT 0 CHECK (cashback_sen >= 0),
    -- every day in Jakarta; over midnight when the first is the later one
    ADD closed_from  time,
    ADD closed_until time,
    -- lists stand in this order
    ADD number       bigint GENERATED ALWAYS AS IDENTITY,
    ADD CONSTRAINT product_closes_whole CHECK ((closed_from IS NULL) = (closed_until IS NULL));
UPDATE product SET family = CASE split_part(upstream_product, '-', 1)
    WHEN 'pln' THEN 'ELECTRICITY'
    WHEN 'plnnontaglis' THEN 'ELECTRICITY_NON_BILL'
    WHEN 'plnnontaglist' THEN 'ELECTRICITY_NON_BILL'
    WHEN 'pdam' THEN 'WATER'
    WHEN 'hp' THEN 'MOBILE'
    WHEN 'bpjs' THEN 'HEALTH_INSURANCE'
    WHEN 'bpjstk' THEN 'EMPLOYMENT_INSURANCE'
    WHEN 'bpjstkpu' THEN 'COMPANY_INSURANCE'
    WHEN 'multifinance' THEN 'MULTIFINANCE'
    WHEN 'pbb' THEN 'PROPERTY_TAX'
    WHEN 'cimahi' THEN 'PROPERTY_TAX'
    WHEN 'pdl' THEN 'LOCAL_TAX'
    WHEN 'pgas' THEN 'GAS'
    WHEN 'tv' THEN 'TELEVISION'
    WHEN 'emoney' THEN 'EMONEY_TOPUP'
    WHEN 'samsat' THEN 'VEHICLE_TAX'
    WHEN 'kirimuang' THEN 'MONEY_TRANSFER'
    ELSE 'INTERNET' END;
ALTER TABLE product ALTER family SET NOT NULL;

-- What a dialect calls a product where that is not our own code.
CREATE TABLE product_code (
    dialect text COLLATE "C" NOT NULL CHECK (dialect ~ '^[a-z]{1,20}$'),
    code    text COLLATE "C" NOT NULL CHECK (code ~ '^[A-Za-z0-9._-]{1,40}$'),
    product text COLLATE "C" NOT NULL REFERENCES product,
    PRIMARY KEY (dialect, code),
    UNIQUE (dialect, product)
);

-- A partner's own terms may send its bills to another biller.
ALTER TABLE partner_price
    ADD upstream         text COLLATE "C",
    ADD upstream_product text COLLATE "C",
    ADD CONSTRAINT partner_price_routes_whole
        CHECK ((upstream IS NULL) = (upstream_product IS NULL));

-- Who asked for what is sealed in the quote; nothing beside it can be guessed back.
CREATE OR REPLACE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version NOT IN (OLD.version, OLD.version + 1)
       OR (NEW.state <> OLD.state AND NEW.version = OLD.version) THEN
        RAISE EXCEPTION 'a payment goes one version on with every change';
    END IF;
    IF (NEW.quote, NEW.day, NEW.test, NEW.upstream, NEW.upstream_reference,
        NEW.price_sen, NEW.cost_sen, NEW.cashback_sen)
       IS DISTINCT FROM (OLD.quote, OLD.day, OLD.test, OLD.upstream, OLD.upstream_reference,
                         OLD.price_sen, OLD.cost_sen, OLD.cashback_sen) THEN
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
ALTER TABLE inquiry DROP fingerprint;
ALTER TABLE payment DROP fingerprint;
ALTER TABLE payment
    ADD cashback_sen    bigint NOT NULL DEFAULT 0 CHECK (cashback_sen >= 0),
    -- what the biller calls the payment, once it has said so
    ADD upstream_number text;

-- Numbers that the switch gives to inquiries, for dialects whose partners pay by such a number.
CREATE TABLE inquiry_number (
    number    bigint PRIMARY KEY,
    partner   text COLLATE "C" NOT NULL,
    dialect   text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    UNIQUE (partner, dialect, reference)
);
CREATE SEQUENCE invoice_11 AS bigint START 20000000001 MINVALUE 10000000000 MAXVALUE 99999999999;
CREATE SEQUENCE invoice_12 AS bigint START 200000000001 MINVALUE 100000000000 MAXVALUE 999999999998;

-- Leave to pay once what was inquired, for a dialect without references: found again by what is
-- wanted, which only a keyed hash tells.
CREATE TABLE ticket (
    partner           text COLLATE "C" NOT NULL,
    dialect           text COLLATE "C" NOT NULL,
    reference         text COLLATE "C" NOT NULL,
    wanted            text COLLATE "C" NOT NULL,
    left_at           timestamptz      NOT NULL,
    taken_at          timestamptz,
    -- the partner's own reference, from those who send one
    partner_reference text COLLATE "C",
    PRIMARY KEY (partner, dialect, reference),
    UNIQUE (partner, dialect, partner_reference)
);
CREATE UNIQUE INDEX ticket_unused_once ON ticket (partner, dialect, wanted) WHERE taken_at IS NULL;
CREATE INDEX ticket_of_what ON ticket (partner, dialect, wanted, taken_at);

-- A biller's own number belongs to one payment.
CREATE UNIQUE INDEX payment_number_is_used_once ON payment (upstream, upstream_number)
    WHERE upstream_number IS NOT NULL;
