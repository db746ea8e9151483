-- Who may call.
CREATE TABLE partner (
    partner         text COLLATE "C" PRIMARY KEY CHECK (partner ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
    name            text        NOT NULL,
    active          boolean     NOT NULL DEFAULT true,
    addresses       text[]      NOT NULL DEFAULT '{}',
    per_minute      int                  CHECK (per_minute > 0),
    per_payment_sen bigint               CHECK (per_payment_sen > 0),
    per_day_sen     bigint               CHECK (per_day_sen > 0),
    webhook         text                 CHECK (length(webhook) <= 200),
    -- sealed with the vault's key, which the database never sees
    webhook_secret  bytea,
    created_at      timestamptz NOT NULL DEFAULT now()
);

-- The keys a partner signs with, sealed. Two may be live at once, so that a partner can change over.
CREATE TABLE credential (
    dialect    text COLLATE "C" NOT NULL,
    username   text COLLATE "C" NOT NULL CHECK (username ~ '^[A-Za-z0-9._@+-]{1,64}$'),
    number     int              NOT NULL CHECK (number > 0),
    partner    text COLLATE "C" NOT NULL REFERENCES partner,
    sealed     bytea            NOT NULL,
    created_at timestamptz      NOT NULL DEFAULT now(),
    retired_at timestamptz,
    PRIMARY KEY (dialect, username, number)
);
CREATE INDEX credential_of_partner ON credential (partner);
