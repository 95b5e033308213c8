-- Schema version 1. Once a book has been written with it, this file never changes:
-- what comes later is a migration of its own.
--
-- Everywhere: identifiers are the 16 bytes of a version 7 UUID; days are text,
-- YYYY-MM-DD, NULL when nobody knows; money is an integer in minor units;
-- instants are milliseconds since 1970-01-01 UTC; a text nobody gave is ''.
-- Tables read client by client are clustered by client (WITHOUT ROWID), so that
-- everything about one client lies together and a sweep over all is one pass.

CREATE TABLE clients (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name         TEXT NOT NULL,
    name_key     TEXT NOT NULL UNIQUE CHECK (name_key <> ''), -- the name without case
    organisation TEXT NOT NULL,
    emails       TEXT NOT NULL CHECK (json_valid(emails) AND json_type(emails) = 'array'),
    phone        TEXT NOT NULL,
    language     TEXT NOT NULL,
    currency     TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    hourly_rate  INTEGER NOT NULL CHECK (hourly_rate BETWEEN 0 AND 9223372036854),
    payment_days INTEGER NOT NULL CHECK (payment_days BETWEEN 0 AND 3650),
    notice_days  INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 3650),
    state        TEXT NOT NULL CHECK (state IN ('prospect', 'active', 'ending', 'ended')),
    since        TEXT CHECK (since IS date(since) AND since BETWEEN '1970-01-01' AND '2199-12-31'),
    tags         TEXT NOT NULL CHECK (json_valid(tags) AND json_type(tags) = 'array'),
    archived     INTEGER NOT NULL CHECK (archived IN (0, 1)),
    CONSTRAINT client_name CHECK (octet_length(name) <= 200 AND instr(name, char(0)) = 0
        AND instr(name, char(10)) = 0 AND instr(name, char(13)) = 0
        AND trim(name, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT client_organisation CHECK (octet_length(organisation) <= 500 AND instr(organisation, char(0)) = 0
        AND instr(organisation, char(10)) = 0 AND instr(organisation, char(13)) = 0),
    CONSTRAINT client_phone CHECK (octet_length(phone) <= 500 AND instr(phone, char(0)) = 0
        AND instr(phone, char(10)) = 0 AND instr(phone, char(13)) = 0),
    CONSTRAINT client_language CHECK (octet_length(language) <= 35 AND instr(language, char(0)) = 0
        AND instr(language, char(10)) = 0 AND instr(language, char(13)) = 0)
) STRICT, WITHOUT ROWID;

-- A CHECK cannot look into an array, so triggers hold its elements.
CREATE TRIGGER clients_lists_insert BEFORE INSERT ON clients
WHEN EXISTS (
    SELECT 1 FROM json_each(NEW.tags)
    WHERE type <> 'text' OR octet_length(value) > 200 OR instr(value, char(0)) > 0
        OR instr(value, char(10)) > 0 OR instr(value, char(13)) > 0
        OR trim(value, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) = ''
) OR EXISTS (
    SELECT 1 FROM json_each(NEW.emails)
    WHERE type <> 'text' OR octet_length(value) > 200 OR instr(value, char(0)) > 0
        OR instr(value, char(10)) > 0 OR instr(value, char(13)) > 0
        OR instr(value, ' ') > 0 OR instr(value, ',') > 0 OR instr(value, ';') > 0
        OR instr(substr(value, 2), '@') = 0 OR substr(value, -1) = '@'
)
BEGIN SELECT RAISE(ABORT, 'client_lists'); END;

CREATE TRIGGER clients_lists_update BEFORE UPDATE OF emails, tags ON clients
WHEN EXISTS (
    SELECT 1 FROM json_each(NEW.tags)
    WHERE type <> 'text' OR octet_length(value) > 200 OR instr(value, char(0)) > 0
        OR instr(value, char(10)) > 0 OR instr(value, char(13)) > 0
        OR trim(value, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) = ''
) OR EXISTS (
    SELECT 1 FROM json_each(NEW.emails)
    WHERE type <> 'text' OR octet_length(value) > 200 OR instr(value, char(0)) > 0
        OR instr(value, char(10)) > 0 OR instr(value, char(13)) > 0
        OR instr(value, ' ') > 0 OR instr(value, ',') > 0 OR instr(value, ';') > 0
        OR instr(substr(value, 2), '@') = 0 OR substr(value, -1) = '@'
)
BEGIN SELECT RAISE(ABORT, 'client_lists'); END;

-- The clustering (client, day, id) is the order a history is read in. The note
-- stands last: a reader that does without it never touches its overflow pages.
-- Codes are compared one by one, here and in the log, where rows come by the
-- hundred thousand: IN would build a table of its list for every single row, and
-- double the time of an import.
CREATE TABLE entries (
    client      BLOB NOT NULL REFERENCES clients (id),
    day         TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1970-01-01' AND '2199-12-31'),
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind        TEXT NOT NULL,
    severity    INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 5),
    justified   TEXT NOT NULL CHECK (
        justified = '' OR justified = 'yes' OR justified = 'partly' OR justified = 'no' OR
        justified = 'unsure'),
    scope       TEXT NOT NULL CHECK (scope = '' OR scope = 'in' OR scope = 'beyond'),
    channel     TEXT NOT NULL CHECK (
        channel = '' OR channel = 'mail' OR channel = 'phone' OR channel = 'chat' OR
        channel = 'in_person' OR channel = 'public'),
    minutes     INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 10080),
    energy      INTEGER CHECK (energy BETWEEN 0 AND 5),   -- NULL: nobody said
    anger       INTEGER CHECK (anger BETWEEN 0 AND 10),
    source_file TEXT NOT NULL CHECK (instr(source_file, char(0)) = 0),
    source_row  INTEGER NOT NULL CHECK (source_row >= 0),
    trashed_at  INTEGER,                                  -- NULL: not in the trash
    note        TEXT NOT NULL,
    PRIMARY KEY (client, day, id),
    CONSTRAINT entry_kind CHECK (
        kind = 'demand' OR kind = 'complaint' OR kind = 'disrespect' OR kind = 'threat' OR
        kind = 'public_criticism' OR kind = 'intrusion' OR kind = 'micromanagement' OR
        kind = 'indecision' OR kind = 'silence' OR kind = 'broken_promise' OR
        kind = 'late_payment' OR kind = 'non_payment' OR kind = 'praise' OR kind = 'apology' OR
        kind = 'cooperation' OR kind = 'payment' OR kind = 'hardship' OR kind = 'expectations' OR
        kind = 'boundary' OR kind = 'remedy' OR kind = 'our_apology' OR kind = 'our_mistake' OR
        kind = 'reminder' OR kind = 'escalation' OR kind = 'contact' OR kind = 'note' OR
        kind = 'ended'),
    CONSTRAINT entry_justified CHECK (justified = '' OR kind = 'complaint'),
    CONSTRAINT entry_scope CHECK (scope = '' OR kind = 'demand'),
    CONSTRAINT entry_note CHECK (octet_length(note) <= 1048576 AND instr(note, char(0)) = 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX entries_newest ON entries (day, id) WHERE trashed_at IS NULL;
CREATE INDEX entries_trash ON entries (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE circumstances (
    entry      BLOB NOT NULL PRIMARY KEY REFERENCES entries (id),
    start_day  TEXT NOT NULL CHECK (start_day IS date(start_day) AND start_day BETWEEN '1970-01-01' AND '2199-12-31'),
    review_day TEXT NOT NULL CHECK (review_day IS date(review_day) AND review_day BETWEEN '1970-01-01' AND '2199-12-31'),
    CONSTRAINT circumstance_review CHECK (review_day >= start_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE invoices (
    client      BLOB NOT NULL REFERENCES clients (id),
    issued      TEXT NOT NULL CHECK (issued IS date(issued) AND issued BETWEEN '1970-01-01' AND '2199-12-31'),
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    number      TEXT NOT NULL,
    due         TEXT NOT NULL CHECK (due IS date(due) AND due BETWEEN '1970-01-01' AND '2199-12-31'),
    amount      INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9223372036854),
    currency    TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    disputed    INTEGER NOT NULL CHECK (disputed IN (0, 1)),
    source_file TEXT NOT NULL CHECK (instr(source_file, char(0)) = 0),
    source_row  INTEGER NOT NULL CHECK (source_row >= 0),
    PRIMARY KEY (client, issued, id),
    UNIQUE (client, number),
    CONSTRAINT invoice_number CHECK (octet_length(number) <= 200 AND instr(number, char(0)) = 0
        AND instr(number, char(10)) = 0 AND instr(number, char(13)) = 0
        AND trim(number, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT invoice_due CHECK (due >= issued)
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
    invoice BLOB NOT NULL REFERENCES invoices (id),
    day     TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1970-01-01' AND '2199-12-31'),
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    amount  INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9223372036854),
    PRIMARY KEY (invoice, day, id)
) STRICT, WITHOUT ROWID;

-- All payments of an invoice together never exceed it, whichever side changes.
CREATE TRIGGER payments_fit_insert AFTER INSERT ON payments
WHEN (SELECT sum(amount) FROM payments WHERE invoice = NEW.invoice)
   > (SELECT amount FROM invoices WHERE id = NEW.invoice)
BEGIN SELECT RAISE(ABORT, 'paid_too_much'); END;

CREATE TRIGGER payments_fit_update AFTER UPDATE ON payments
WHEN (SELECT sum(amount) FROM payments WHERE invoice = NEW.invoice)
   > (SELECT amount FROM invoices WHERE id = NEW.invoice)
BEGIN SELECT RAISE(ABORT, 'paid_too_much'); END;

CREATE TRIGGER invoices_fit_update AFTER UPDATE OF amount ON invoices
WHEN (SELECT sum(amount) FROM payments WHERE invoice = NEW.id) > NEW.amount
BEGIN SELECT RAISE(ABORT, 'paid_too_much'); END;

CREATE TABLE obligations (
    client BLOB NOT NULL REFERENCES clients (id),
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    side   TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
    what   TEXT NOT NULL,
    due    TEXT CHECK (due IS date(due) AND due BETWEEN '1970-01-01' AND '2199-12-31'),
    met    TEXT CHECK (met IS date(met) AND met BETWEEN '1970-01-01' AND '2199-12-31'),
    waived TEXT CHECK (waived IS date(waived) AND waived BETWEEN '1970-01-01' AND '2199-12-31'),
    reason TEXT NOT NULL,
    PRIMARY KEY (client, id),
    CONSTRAINT obligation_what CHECK (octet_length(what) <= 200 AND instr(what, char(0)) = 0
        AND instr(what, char(10)) = 0 AND instr(what, char(13)) = 0
        AND trim(what, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT obligation_settled CHECK (met IS NULL OR waived IS NULL),
    CONSTRAINT obligation_reason CHECK (waived IS NULL OR (octet_length(reason) <= 200 AND instr(reason, char(0)) = 0
        AND instr(reason, char(10)) = 0 AND instr(reason, char(13)) = 0
        AND trim(reason, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''))
) STRICT, WITHOUT ROWID;

CREATE INDEX obligations_open ON obligations (client, due) WHERE met IS NULL AND waived IS NULL;

CREATE TABLE promises (
    client BLOB NOT NULL REFERENCES clients (id),
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    what   TEXT NOT NULL,
    given  TEXT NOT NULL CHECK (given IS date(given) AND given BETWEEN '1970-01-01' AND '2199-12-31'),
    by_day TEXT NOT NULL CHECK (by_day IS date(by_day) AND by_day BETWEEN '1970-01-01' AND '2199-12-31'),
    kept   TEXT CHECK (kept IS date(kept) AND kept BETWEEN '1970-01-01' AND '2199-12-31'),
    broken TEXT CHECK (broken IS date(broken) AND broken BETWEEN '1970-01-01' AND '2199-12-31'),
    PRIMARY KEY (client, id),
    CONSTRAINT promise_what CHECK (octet_length(what) <= 200 AND instr(what, char(0)) = 0
        AND instr(what, char(10)) = 0 AND instr(what, char(13)) = 0
        AND trim(what, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT promise_settled CHECK (kept IS NULL OR broken IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
    client  BLOB NOT NULL REFERENCES clients (id),
    day     TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1970-01-01' AND '2199-12-31'),
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    offered TEXT NOT NULL,
    chosen  TEXT NOT NULL,
    why     TEXT NOT NULL,
    PRIMARY KEY (client, day, id),
    CONSTRAINT decision_offered CHECK (offered IN ('keep', 'extra_mile', 'mend', 'trial', 'renegotiate', 'end', 'safety', 'unclear')),
    CONSTRAINT decision_chosen CHECK (chosen IN ('keep', 'extra_mile', 'mend', 'trial', 'renegotiate', 'end', 'safety', 'unclear')),
    CONSTRAINT decision_why CHECK ((chosen = offered OR why <> '')
        AND octet_length(why) <= 1048576 AND instr(why, char(0)) = 0)
) STRICT, WITHOUT ROWID;

-- Derived, never logged: the last assessment of each client. A client that
-- goes takes its standing along.
CREATE TABLE standings (
    client     BLOB NOT NULL PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
    day        TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1970-01-01' AND '2199-12-31'),
    verdict    TEXT NOT NULL CHECK (verdict IN ('keep', 'extra_mile', 'mend', 'trial', 'renegotiate', 'end', 'safety', 'unclear')),
    strain     REAL NOT NULL CHECK (strain BETWEEN 0 AND 100),
    assessment TEXT NOT NULL CHECK (json_valid(assessment))
) STRICT, WITHOUT ROWID;

CREATE INDEX standings_day ON standings (day);

CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL CHECK (instr(value, char(0)) = 0)
) STRICT, WITHOUT ROWID;

-- One row a deed. reverses names the deed an undo or redo turned round; head is
-- the step whose changes have to be turned round next: the deed's own at first,
-- its latest undo or redo after that.
CREATE TABLE steps (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    name     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    reverses INTEGER REFERENCES steps (id),
    state    TEXT NOT NULL CHECK (state IN ('done', 'undone', 'past')),
    head     INTEGER REFERENCES steps (id)
) STRICT;

CREATE INDEX steps_done ON steps (id) WHERE state = 'done';
CREATE INDEX steps_undone ON steps (id) WHERE state = 'undone';

-- The step being recorded; NULL outside of a deed, which makes every change to a
-- logged table fail there.
CREATE TABLE recording (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    step INTEGER REFERENCES steps (id)
) STRICT;

INSERT INTO recording (only, step) VALUES (1, NULL);

-- What each step did, in order, written by triggers. Only what a change destroyed
-- is kept: the row as it was before, as JSON. What it became is the next change's
-- "before", or the row itself. An import of 100,000 rows thus logs 100,000 ids.
CREATE TABLE changes (
    seq    INTEGER PRIMARY KEY,
    step   INTEGER NOT NULL REFERENCES steps (id),
    place  TEXT NOT NULL,                                 -- the table
    record BLOB NOT NULL,                                 -- the row's id
    op     TEXT NOT NULL CHECK (op = 'insert' OR op = 'update' OR op = 'delete'),
    before TEXT CHECK (json_valid(before)),
    CHECK ((op = 'insert') = (before IS NULL))
) STRICT;

CREATE INDEX changes_step ON changes (step);
CREATE INDEX changes_record ON changes (record);

CREATE TRIGGER changes_stay BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TRIGGER changes_remain BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TRIGGER steps_stay BEFORE UPDATE OF id, at, name, subject, reverses ON steps
WHEN OLD.id IS NOT (SELECT step FROM recording)
BEGIN SELECT RAISE(ABORT, 'a step is written once'); END;
