-- What can be paid, at what price, and who serves it. Amounts in sen, for each sheet of a bill.
CREATE TABLE product (
    product             text COLLATE "C" PRIMARY KEY CHECK (product ~ '^[a-z0-9-]{1,30}$'),
    name                text    NOT NULL,
    brand               text    NOT NULL,
    upstream            text COLLATE "C" NOT NULL,
    upstream_product    text COLLATE "C" NOT NULL,
    admin_sen           bigint  NOT NULL CHECK (admin_sen >= 0),
    commission_sen      bigint  NOT NULL CHECK (commission_sen BETWEEN 0 AND admin_sen),
    base_commission_sen bigint           CHECK (base_commission_sen >= 0),
    open                boolean NOT NULL
);

-- A partner's own prices; what is null is the product's.
CREATE TABLE partner_price (
    partner             text COLLATE "C" NOT NULL,
    product             text COLLATE "C" NOT NULL REFERENCES product,
    admin_sen           bigint CHECK (admin_sen >= 0),
    commission_sen      bigint CHECK (commission_sen >= 0),
    base_commission_sen bigint CHECK (base_commission_sen >= 0),
    PRIMARY KEY (partner, product)
);
