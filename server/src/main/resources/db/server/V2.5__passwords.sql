-- Wrong passwords, counted by username and address, and over all addresses where the address is '*'.
-- A window begins with its first wrong password; a row counts for nothing when its window and its
-- lock are over.
CREATE TABLE lockout (
    dialect  text COLLATE "C" NOT NULL,
    username text COLLATE "C" NOT NULL CHECK (username ~ '^[A-Za-z0-9._@+-]{1,64}$'),
    address  text COLLATE "C" NOT NULL CHECK (length(address) <= 50),
    failures int              NOT NULL CHECK (failures > 0),
    since    timestamptz      NOT NULL,
    until    timestamptz               CHECK (until > since),
    PRIMARY KEY (dialect, username, address)
);

-- Keys that the switch makes for itself, once, sealed with the vault's key.
CREATE TABLE sealed_key (
    name   text COLLATE "C" PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
    sealed bytea NOT NULL
);
