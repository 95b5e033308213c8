// Package book keeps the user's record in one SQLite file, the book. It is the
// only place where SQL is written, and the place that must not lose anything.
//
// # Working with a book
//
// [Create] makes a new one and [Open] opens one that exists. All reading happens
// in [Book.Read], all writing in [Book.Write], each of which hands a [Tx] to a
// function: what is read in one transaction belongs to one moment, what is
// written is stored whole or not at all. A deed is one Write with a named [Step].
// What the user can do something about comes back as a [rapport.Problem]; disk
// full, a lock held by another program and a damaged file are such problems too.
//
// # The connection
//
// SQLite runs with a write-ahead log (WAL), so that reading never waits for
// writing, and synchronous=FULL, so that a deed that was acknowledged is on the
// disk when the power fails: with NORMAL, the usual companion of WAL, the last
// ones would be gone. One connection writes and three read. A transaction that is
// going to write says so at its start (BEGIN IMMEDIATE), because one that reads
// first and asks later is turned away at once whatever the timeout.
// secure_delete overwrites what is deleted, trusted_schema and defensive mode
// keep a prepared file from running anything, and every file name travels as a
// URL, because SQLite would cut a plain path at its first ? or #.
//
// # The lock
//
// SQLite's own locks are held for a transaction. The lock file beside the book is
// held as long as the book is open for writing and makes one writer at a time out
// of two windows, which would otherwise each undo the other's steps. It belongs to
// the living process and vanishes with it; the file itself is never removed, since
// two programs could then each lock a file of that name. Whoever only wants to
// read ([Options.ReadOnly]) needs no lock and can do so beside a writer.
//
// No other code may open the file of an open book, not even to look at it: on
// most systems closing it would drop the locks of SQLite in the same process. On
// Linux they are of a kind that withstands this. [Book.Is] recognises the file.
//
// # Opening
//
// Before SQLite sees the file, its size and header are read: empty, cut short,
// foreign and newer files are refused without a byte changed. A book that was left
// with something in its log was not closed properly and is checked in full, indexes
// and references included; any other has its structure checked. A reader skips the
// check: looking is what one does with a damaged book. A book of an older schema
// is copied, the copy verified, and then migrated in one transaction, so that a
// crash leaves the old book or the new one.
//
// # Undo
//
// Triggers on every table of the record write each change into a log: the step it
// belongs to, the row, and what the row was before. No deed can forget to, and a
// change outside of a step is refused by the file itself. [Book.Undo] walks the
// changes of the last step backwards and turns each round; as the book passes only
// through states it has been in, no constraint can stand in the way. That walk is
// recorded as well, and [Book.Redo] does nothing but turn it round again. The log
// only ever grows: it is also the history of each record ([Tx.Changes]).
//
// Assessments are derived and not logged: Undo and Redo hand the clients they
// touched to their caller, who assesses them anew in the same transaction. Beside
// each lies what the client adds to the picture of the whole practice, and the sum
// of it all in one row, brought up to date with every assessment ([Tx.Others]).
//
// Drafts of letters and guides on their way lie outside of the record, and of the log:
// they are stored at every pause in typing, and taking back a deed must not take back
// what was written since. A letter that goes out hides its draft instead of replacing
// it, so that taking the deed back needs to know of the letter alone ([Tx.SendLetter]).
//
// # Layout
//
// Identifiers are version 7 UUIDs, stored as 16 bytes rather than 36 letters since
// each stands in several indexes. They grow with time, so new rows go to the end of
// every index. Entries are clustered by client and day: a history is one piece of
// the file, and a review of the whole book one pass over it. E-mail addresses and
// tags are JSON arrays within their client; nothing looks for one alone.
//
// Every rule of package rapport stands in the schema again as a CHECK, except for
// two that SQL cannot say: that a text is valid UTF-8, and that a day is not after
// today, which would be a rule that changes overnight.
package book
