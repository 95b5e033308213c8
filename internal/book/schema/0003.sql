-- Schema version 3: what goes on with a client beside the record of what happened
-- (expectations, reminders to oneself, guides and letters), the way out, and what
-- helps before a contact. Conventions are those of version 1.

-- Whose law on late payment holds, '' when nobody said; a private person or not.
ALTER TABLE clients ADD COLUMN country TEXT NOT NULL DEFAULT '' CHECK (country = '' OR country GLOB '[A-Z][A-Z]');
ALTER TABLE clients ADD COLUMN consumer INTEGER NOT NULL DEFAULT 0 CHECK (consumer IN (0, 1));
ALTER TABLE clients ADD COLUMN people TEXT NOT NULL DEFAULT '' CHECK (octet_length(people) <= 4000 AND instr(people, char(0)) = 0);
ALTER TABLE clients ADD COLUMN needs TEXT NOT NULL DEFAULT '' CHECK (octet_length(needs) <= 4000 AND instr(needs, char(0)) = 0);

-- '' is anything else than what is asked for one by one before an engagement ends.
ALTER TABLE obligations ADD COLUMN kind TEXT NOT NULL DEFAULT ''
    CHECK (kind IN ('', 'deliverable', 'files', 'access', 'deposit', 'data', 'invoice'));

-- Work it takes; 0 when nobody said. A year without sleep is the most.
ALTER TABLE promises ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 527040);
CREATE INDEX promises_open ON promises (by_day) WHERE kept IS NULL AND broken IS NULL;

-- One a client. A clause is a column, so that an unknown one cannot be written, and
-- '' a gap. What a sheet said before it was changed is in the log.
CREATE TABLE sheets (
    client    BLOB NOT NULL PRIMARY KEY REFERENCES clients (id),
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    agreed    TEXT CHECK (agreed IS date(agreed) AND agreed BETWEEN '1970-01-01' AND '2199-12-31'),
    skipped   TEXT CHECK (skipped IS date(skipped) AND skipped BETWEEN '1970-01-01' AND '2199-12-31'),
    process   TEXT NOT NULL CHECK (octet_length(process) <= 4000 AND instr(process, char(0)) = 0),
    result    TEXT NOT NULL CHECK (octet_length(result) <= 4000 AND instr(result, char(0)) = 0),
    by_when   TEXT NOT NULL CHECK (octet_length(by_when) <= 4000 AND instr(by_when, char(0)) = 0),
    reach     TEXT NOT NULL CHECK (octet_length(reach) <= 4000 AND instr(reach, char(0)) = 0),
    not_done  TEXT NOT NULL CHECK (octet_length(not_done) <= 4000 AND instr(not_done, char(0)) = 0),
    revisions TEXT NOT NULL CHECK (octet_length(revisions) <= 4000 AND instr(revisions, char(0)) = 0),
    payment   TEXT NOT NULL CHECK (octet_length(payment) <= 4000 AND instr(payment, char(0)) = 0),
    notice    TEXT NOT NULL CHECK (octet_length(notice) <= 4000 AND instr(notice, char(0)) = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE surprises (
    client BLOB NOT NULL REFERENCES clients (id),
    day    TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1970-01-01' AND '2199-12-31'),
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    clause TEXT NOT NULL CHECK (clause IN ('process', 'result', 'by_when', 'reach', 'not_done', 'revisions', 'payment', 'notice')),
    what   TEXT NOT NULL,
    entry  BLOB REFERENCES entries (id), -- NULL: came up in none
    PRIMARY KEY (client, day, id),
    CONSTRAINT surprise_what CHECK (octet_length(what) <= 500 AND instr(what, char(0)) = 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX surprises_entry ON surprises (entry) WHERE entry IS NOT NULL;

CREATE TABLE flags (
    client  BLOB NOT NULL REFERENCES clients (id),
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    set_day TEXT NOT NULL CHECK (set_day IS date(set_day) AND set_day BETWEEN '1970-01-01' AND '2199-12-31'),
    until   TEXT NOT NULL CHECK (until IS date(until) AND until BETWEEN '1970-01-01' AND '2199-12-31'),
    lifted  TEXT CHECK (lifted IS date(lifted) AND lifted BETWEEN '1970-01-01' AND '2199-12-31' AND lifted >= set_day),
    reason  TEXT NOT NULL,
    PRIMARY KEY (client, id),
    CONSTRAINT flag_until CHECK (until >= set_day AND julianday(until) - julianday(set_day) <= 3650),
    CONSTRAINT flag_reason CHECK (octet_length(reason) <= 200 AND instr(reason, char(0)) = 0
        AND instr(reason, char(10)) = 0 AND instr(reason, char(13)) = 0
        AND trim(reason, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> '')
) STRICT, WITHOUT ROWID;

-- Letters that went out. They are part of the record and never change.
CREATE TABLE letters (
    client   BLOB NOT NULL REFERENCES clients (id),
    sent     TEXT NOT NULL CHECK (sent IS date(sent) AND sent BETWEEN '1970-01-01' AND '2199-12-31'),
    id       BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    style    TEXT NOT NULL CHECK (style IN ('formal', 'friendly')),
    written  TEXT NOT NULL CHECK (written IS date(written) AND written BETWEEN '1970-01-01' AND '2199-12-31'),
    held     TEXT CHECK (held IS date(held) AND held BETWEEN '1970-01-01' AND '2199-12-31' AND held >= written),
    way      TEXT NOT NULL CHECK (way IN ('copy', 'mail', 'text', 'pdf')),
    subject  TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (client, sent, id),
    CONSTRAINT letter_sent CHECK (sent >= written),
    CONSTRAINT letter_kind CHECK (octet_length(kind) <= 200 AND instr(kind, char(0)) = 0
        AND instr(kind, char(10)) = 0 AND instr(kind, char(13)) = 0
        AND trim(kind, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT letter_language CHECK (octet_length(language) <= 200 AND instr(language, char(0)) = 0
        AND instr(language, char(10)) = 0 AND instr(language, char(13)) = 0
        AND trim(language, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT letter_subject CHECK (octet_length(subject) <= 500 AND instr(subject, char(0)) = 0
        AND instr(subject, char(10)) = 0 AND instr(subject, char(13)) = 0),
    CONSTRAINT letter_body CHECK (octet_length(body) <= 1048576 AND instr(body, char(0)) = 0
        AND trim(body, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> '')
) STRICT, WITHOUT ROWID;

CREATE TRIGGER letters_stay BEFORE UPDATE ON letters
BEGIN SELECT RAISE(ABORT, 'letter_sent'); END;

-- What is being written: drafts of letters, and guides on their way. Both are
-- stored at every pause in typing and are no part of the record: a step for undo a
-- word would bury the deeds. So they have tables of their own, outside of the log.
--
-- A draft stays when its letter goes out, hidden by the letter of the same id:
-- undoing the deed takes the letter away, and the draft is there again. For the
-- same reason neither table refers to its client by a foreign key. Undoing a
-- client's arrival would have to delete what was written since, and redoing it
-- could not bring it back. What nobody can redo any more is swept away with the
-- next deed.
CREATE TABLE drafts (
    client   BLOB NOT NULL CHECK (length(client) = 16),
    id       BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    style    TEXT NOT NULL CHECK (style IN ('formal', 'friendly')),
    written  TEXT NOT NULL CHECK (written IS date(written) AND written BETWEEN '1970-01-01' AND '2199-12-31'),
    held     TEXT CHECK (held IS date(held) AND held BETWEEN '1970-01-01' AND '2199-12-31' AND held >= written),
    subject  TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (client, id),
    CONSTRAINT draft_kind CHECK (octet_length(kind) <= 200 AND instr(kind, char(0)) = 0
        AND instr(kind, char(10)) = 0 AND instr(kind, char(13)) = 0
        AND trim(kind, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT draft_language CHECK (octet_length(language) <= 200 AND instr(language, char(0)) = 0
        AND instr(language, char(10)) = 0 AND instr(language, char(13)) = 0
        AND trim(language, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT draft_subject CHECK (octet_length(subject) <= 500 AND instr(subject, char(0)) = 0
        AND instr(subject, char(10)) = 0 AND instr(subject, char(13)) = 0),
    CONSTRAINT draft_body CHECK (octet_length(body) <= 1048576 AND instr(body, char(0)) = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    client  BLOB NOT NULL CHECK (length(client) = 16),
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    guide   TEXT NOT NULL,
    started TEXT NOT NULL CHECK (started IS date(started) AND started BETWEEN '1970-01-01' AND '2199-12-31'),
    touched TEXT NOT NULL CHECK (touched IS date(touched) AND touched BETWEEN '1970-01-01' AND '2199-12-31'),
    done    TEXT CHECK (done IS date(done) AND done BETWEEN '1970-01-01' AND '2199-12-31' AND done >= started),
    step    TEXT NOT NULL,
    kept    TEXT NOT NULL CHECK (json_valid(kept) AND json_type(kept) = 'object'),
    PRIMARY KEY (client, id),
    CONSTRAINT run_guide CHECK (octet_length(guide) <= 200 AND instr(guide, char(0)) = 0
        AND instr(guide, char(10)) = 0 AND instr(guide, char(13)) = 0
        AND trim(guide, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> ''),
    CONSTRAINT run_step CHECK (octet_length(step) <= 200 AND instr(step, char(0)) = 0
        AND instr(step, char(10)) = 0 AND instr(step, char(13)) = 0)
) STRICT, WITHOUT ROWID;

-- A guide that was left is gone on with, not begun beside itself.
CREATE UNIQUE INDEX runs_open ON runs (client, guide) WHERE done IS NULL;

-- considered is the list of what was asked for; a CHECK cannot look into it.
CREATE TABLE endings (
    client           BLOB NOT NULL REFERENCES clients (id),
    begun            TEXT NOT NULL CHECK (begun IS date(begun) AND begun BETWEEN '1970-01-01' AND '2199-12-31'),
    id               BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    notice_from      TEXT CHECK (notice_from IS date(notice_from) AND notice_from BETWEEN '1970-01-01' AND '2199-12-31'),
    notice_days      INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 3650),
    notice_business  INTEGER NOT NULL CHECK (notice_business IN (0, 1)),
    notice_month_end INTEGER NOT NULL CHECK (notice_month_end IN (0, 1)),
    cure_from        TEXT CHECK (cure_from IS date(cure_from) AND cure_from BETWEEN '1970-01-01' AND '2199-12-31'),
    cure_days        INTEGER NOT NULL CHECK (cure_days BETWEEN 0 AND 3650),
    cure_business    INTEGER NOT NULL CHECK (cure_business IN (0, 1)),
    cure_month_end   INTEGER NOT NULL CHECK (cure_month_end IN (0, 1)),
    considered       TEXT NOT NULL CHECK (json_valid(considered) AND json_type(considered) = 'array'),
    last_day         TEXT CHECK (last_day IS date(last_day) AND last_day BETWEEN '1970-01-01' AND '2199-12-31' AND last_day >= begun),
    finished         TEXT CHECK (finished IS date(finished) AND finished BETWEEN '1970-01-01' AND '2199-12-31' AND finished >= begun),
    reopened         TEXT CHECK (reopened IS date(reopened) AND reopened BETWEEN '1970-01-01' AND '2199-12-31' AND reopened >= begun),
    why              TEXT NOT NULL,
    story            TEXT NOT NULL,
    PRIMARY KEY (client, begun, id),
    CONSTRAINT ending_reopened CHECK (reopened IS NULL OR finished IS NULL OR reopened >= finished),
    CONSTRAINT ending_why CHECK (octet_length(why) <= 500 AND instr(why, char(0)) = 0
        AND instr(why, char(10)) = 0 AND instr(why, char(13)) = 0
        AND (reopened IS NULL OR trim(why, char(9,10,11,12,13,32,133,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288)) <> '')),
    CONSTRAINT ending_story CHECK (octet_length(story) <= 1048576 AND instr(story, char(0)) = 0)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX endings_open ON endings (client) WHERE finished IS NULL AND reopened IS NULL;

CREATE TRIGGER endings_considered_insert BEFORE INSERT ON endings
WHEN EXISTS (SELECT 1 FROM json_each(NEW.considered)
    WHERE type <> 'text' OR value NOT IN ('deliverable', 'files', 'access', 'deposit', 'data', 'invoice'))
BEGIN SELECT RAISE(ABORT, 'ending_considered'); END;

CREATE TRIGGER endings_considered_update BEFORE UPDATE OF considered ON endings
WHEN EXISTS (SELECT 1 FROM json_each(NEW.considered)
    WHERE type <> 'text' OR value NOT IN ('deliverable', 'files', 'access', 'deposit', 'data', 'invoice'))
BEGIN SELECT RAISE(ABORT, 'ending_considered'); END;

CREATE TABLE threats (
    client BLOB NOT NULL REFERENCES clients (id),
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    entry  BLOB NOT NULL UNIQUE REFERENCES entries (id), -- the one that tells of it
    voiced TEXT NOT NULL CHECK (voiced IS date(voiced) AND voiced BETWEEN '1970-01-01' AND '2199-12-31'),
    acted  TEXT CHECK (acted IS date(acted) AND acted BETWEEN '1970-01-01' AND '2199-12-31' AND acted >= voiced),
    closed TEXT CHECK (closed IS date(closed) AND closed BETWEEN '1970-01-01' AND '2199-12-31' AND closed >= ifnull(acted, voiced)),
    told   TEXT NOT NULL,
    PRIMARY KEY (client, id),
    CONSTRAINT threat_told CHECK (octet_length(told) <= 500 AND instr(told, char(0)) = 0)
) STRICT, WITHOUT ROWID;
