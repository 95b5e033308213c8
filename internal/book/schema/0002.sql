-- Schema version 2: what the user said when asked, what a client is compared
-- with, personal limits, hours on invoices, money given back, and how decisions
-- turned out. Conventions are those of version 1.

-- 0 means no limit of its own: the user's general one holds.
ALTER TABLE clients ADD COLUMN hostility INTEGER NOT NULL DEFAULT 0 CHECK (hostility BETWEEN 0 AND 5);
ALTER TABLE clients ADD COLUMN complexity INTEGER NOT NULL DEFAULT 0 CHECK (complexity BETWEEN 0 AND 12);
ALTER TABLE clients ADD COLUMN limit_minutes INTEGER NOT NULL DEFAULT 0 CHECK (limit_minutes BETWEEN 0 AND 10080);

-- Worked for the invoice; 0 when nobody says. A year without sleep is the most.
ALTER TABLE invoices ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 527040);

ALTER TABLE decisions ADD COLUMN again TEXT
    CHECK (again IS date(again) AND again BETWEEN '1970-01-01' AND '2199-12-31' AND again > day);
ALTER TABLE decisions ADD COLUMN outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'right', 'wrong', 'unsure'));
ALTER TABLE decisions ADD COLUMN judged TEXT
    CHECK (judged IS date(judged) AND judged BETWEEN '1970-01-01' AND '2199-12-31' AND judged >= day);

-- Entries are written anew rather than given a column at their end: the note has
-- to stay the last one, since whoever reads a column behind it reads all of it.
CREATE TABLE entries_2 (
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
    given       INTEGER NOT NULL DEFAULT 0 CHECK (given BETWEEN 0 AND 9223372036854),
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

INSERT INTO entries_2 (client, day, id, kind, severity, justified, scope, channel, minutes, energy, anger,
        source_file, source_row, trashed_at, note)
    SELECT client, day, id, kind, severity, justified, scope, channel, minutes, energy, anger,
        source_file, source_row, trashed_at, note
    FROM entries ORDER BY client, day, id;

DROP TABLE entries;
ALTER TABLE entries_2 RENAME TO entries;
CREATE INDEX entries_newest ON entries (day, id) WHERE trashed_at IS NULL;
CREATE INDEX entries_trash ON entries (trashed_at) WHERE trashed_at IS NOT NULL;

-- What the user said when the judgement asked. Question and answer are codes of
-- the judgement, which may come to know more of them.
CREATE TABLE answers (
    client   BLOB NOT NULL REFERENCES clients (id),
    day      TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1970-01-01' AND '2199-12-31'),
    id       BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    question TEXT NOT NULL,
    answer   TEXT NOT NULL,
    about    BLOB REFERENCES entries (id), -- NULL: about the client
    PRIMARY KEY (client, day, id),
    CONSTRAINT answer_question CHECK (octet_length(question) BETWEEN 1 AND 200 AND trim(question) <> ''
        AND instr(question, char(0)) = 0 AND instr(question, char(10)) = 0 AND instr(question, char(13)) = 0),
    CONSTRAINT answer_answer CHECK (octet_length(answer) BETWEEN 1 AND 200 AND trim(answer) <> ''
        AND instr(answer, char(0)) = 0 AND instr(answer, char(10)) = 0 AND instr(answer, char(13)) = 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_about ON answers (about) WHERE about IS NOT NULL;

-- Assessments of version 1 knew nothing of all this; everybody is judged anew.
-- share is what the client adds to the picture of the whole practice.
DROP TABLE standings;
CREATE TABLE standings (
    client     BLOB NOT NULL PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
    day        TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1970-01-01' AND '2199-12-31'),
    verdict    TEXT NOT NULL CHECK (verdict IN ('keep', 'extra_mile', 'mend', 'trial', 'renegotiate', 'end', 'safety', 'unclear')),
    strain     REAL NOT NULL CHECK (strain BETWEEN 0 AND 100),
    share      TEXT NOT NULL CHECK (json_valid(share)),
    assessment TEXT NOT NULL CHECK (json_valid(assessment))
) STRICT, WITHOUT ROWID;

CREATE INDEX standings_day ON standings (day);

-- Derived as well: the sum of all shares, so that one client can be compared with
-- the others without reading them; and the day every client was last judged.
CREATE TABLE others (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    sum   TEXT NOT NULL CHECK (json_valid(sum)),
    swept TEXT CHECK (swept IS date(swept) AND swept BETWEEN '1970-01-01' AND '2199-12-31')
) STRICT;

INSERT INTO others (only, sum, swept) VALUES (1, '{}', NULL);
