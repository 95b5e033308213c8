// Package practice holds the deeds of the program: everything a user can do to
// their book, one method a deed.
//
// A deed is one transaction. It checks the record, stores it, reads the history
// of the client it touched, judges it anew and stores the verdict beside it; only
// then does it commit, and only after the commit is the [Change] announced. So
// nothing is ever stored without its assessment, and nothing reaches a screen
// that is not stored. If any step fails, nothing happened.
//
// A client is judged beside the user's other clients. The book keeps what these add
// up to, so a deed need not read them; on the first review of a day everybody is
// judged anew, beside everybody ([Practice.Reassess]).
//
// The window and the command line call the same deeds. Deeds that change records
// can be taken back by name, the last fifty of them, with [Practice.Undo].
//
// What a user is in the middle of, a guide under way or a letter not sent yet, is
// stored by deeds, too, but it is a draft: it judges nobody and is no step to take
// back. What it brings about, an entry, a promise, a letter that went out, is.
//
// An engagement ends through one gate ([Practice.FinishEnding]). What other deeds may
// say of the end, and why, stands in gate.go.
//
// Today's date is handed down through [Clock], so that a day can be replayed and
// tests never read a clock. A Practice may be used from several goroutines: the
// book serialises its writers.
package practice
