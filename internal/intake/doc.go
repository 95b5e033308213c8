// Package intake turns what people write and keep in files into proposals of
// records: the quick line typed after a call, and journal and invoice CSV.
//
// It is pure. The words of the quick line come in as [Words], the clients as
// [Names], today's date as an argument; nothing is read, nothing is stored. What
// it returns is a proposal with everything that is doubtful about it, and never
// a guess: a name that could be two clients comes back as candidates, a date that
// could be two days as a [rapport.Problem].
//
// # The quick line
//
//	acme complaint unfair 3 e4 20m yesterday asked for a fourth redesign
//
// [ParseLine] reads the facts at the front and keeps the rest as the note. The
// line may mix the languages of the [Words] freely. Its grammar:
//
//   - Facts stand at the front, each role once, in any order: client, kind,
//     justified (complaints), scope (demands), channel, severity, energy (e0–e5),
//     anger (a0–a10, a! for 10), minutes and day. The client usually comes first
//     and is found by name, by the start of a name, or, with a slip of the
//     keyboard, proposed and not taken.
//   - The longest reading wins: "late payment" is not a payment.
//   - The first word that is none of these begins the note. From there on only
//     what nobody writes by accident is still picked up: e4, 20m, an ISO date.
//     So "asked for 3 more logos on Monday" stays whole.
//   - Words that tell rather than name ("complained", "asked for", "phoned") set
//     their fact and stay in the note all the same: it begins with the first of
//     them and keeps everything behind it as typed, facts included.
//   - Behind the kind a channel is only read from a phrase that can be nothing else
//     ("by phone", "telefonisch") or from its bare name among named facts, never
//     from a verb. "called me an amateur" names no channel anywhere.
//   - Small words that lean on a fact belong to it: "was very rude", "on Monday".
//     A word that turns a fact into its opposite or into our own doing ("not",
//     "we") begins the note at once.
//   - A lone dash, slash or bar after the kind begins the note too, and nothing
//     behind it is read at all; so does a line break. A client whose name looks
//     like something else goes into double quotes.
//   - A client nobody knows is recognised by standing before the first fact.
//   - A fact that cannot be, such as severity 9 or a day to come, is a [Token]
//     with a Problem. It is neither dropped nor corrected.
//
// Every byte of the line that is not blank is inside a token or in the note, and
// from the first telling word on it is in the note.
//
// # Names
//
// [Names.Find] is the one way the program looks up a client by what somebody
// typed. [Fold] says when two spellings are the same name.
//
// # CSV
//
// [Read] tells the two formats apart by their header. Rows that can be stored
// come back as records, rows that cannot as a [Fault] with line, column and
// reason, so that a caller can refuse the file or offer to skip the bad rows.
// [WriteEntries] and [WriteInvoices] write what Read reads back equal, and
// disarm cells that a spreadsheet would run as a formula. What a journal says was
// given in money is in the currency of the client, which often only the book knows:
// [EntryRow.In] completes the entry. Hours on an invoice are kept as minutes.
package intake
