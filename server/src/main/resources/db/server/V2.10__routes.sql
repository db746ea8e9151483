-- Who serves a product, in the order in which they are tried; the cheaper first where two are
-- preferred alike.
CREATE TABLE product_route (
    product          text COLLATE "C" NOT NULL REFERENCES product,
    upstream         text COLLATE "C" NOT NULL,
    upstream_product text COLLATE "C" NOT NULL,
    preference       int              NOT NULL CHECK (preference BETWEEN 1 AND 99),
    -- when it is closed every day, in Jakarta
    closed_from      time,
    closed_until     time,
    -- what the biller takes for a sheet beside the bill; sen
    cost_sen         bigint           CHECK (cost_sen >= 0),
    PRIMARY KEY (product, upstream),
    CHECK ((closed_from IS NULL) = (closed_until IS NULL) AND closed_from <> closed_until)
);
INSERT INTO product_route (product, upstream, upstream_product, preference)
SELECT product, upstream, upstream_product, 1 FROM product;
ALTER TABLE product DROP upstream, DROP upstream_product;

-- What each biller says we have left there, held against the books.
CREATE TABLE upstream_balance (
    upstream      text COLLATE "C" PRIMARY KEY,
    -- when a server process last set out to ask, by this database's clock
    asked_at      timestamptz      NOT NULL DEFAULT clock_timestamp(),
    -- what the biller said, and how far it is off what the books explain; null until it has said
    -- anything; sen
    reported_sen  bigint,
    off_sen       bigint,
    -- what was off twice in a row in the same direction; zero while nothing is
    drift_sen     bigint           NOT NULL DEFAULT 0
);
