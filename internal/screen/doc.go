// Package screen holds the places of the window, one type a place, and the panels
// that open over them.
//
// A screen is built once from widgets, in the language spoken then. When the user
// comes to it, or a change in the book concerns it, [Screen.Show] fetches what it
// is about from the practice, has package present put it into words, and fills
// the parts. No screen words, judges or formats anything itself, and none knows
// how work gets off the user's hands: that is its [Host]'s.
//
// # Places and panels
//
// [Review] answers who needs a decision, and [Map] draws the same clients by what
// an hour with them brings and how heavy they are. [Client] answers for one.
// [Journal] is every entry, [Insights] what all clients have in common, [Settings]
// the user's choices, [Welcome] the first start and
// [Import] a file about to be read in. What follows from an answer has places of its
// own: [Guide] goes through a situation step by step, [Guides] is the library of them,
// [Letter] writes to a client, [Ending] is the way out of one engagement, [Sheet] what a
// client may expect.
// What is written down opens over them as a panel: [ShowLog] for the quick line,
// [ShowHeadsUp] for what to know before a contact, and the forms for a client, an
// entry, an invoice, a payment, an obligation, a promise, a reminder to oneself and
// a decision.
//
// The page of a client comes in two turns: first the answer and what it rests on,
// which the book has, then what was found by judging again with one thing changed.
// What comes later never moves what is being read, and is dropped if the page has
// gone on to somebody else.
//
// A guide and a letter are drafts: a keeper stores them with every change, so that
// they can be left at any moment and lose nothing. Each kind of step has a desk, which
// stays while the step is open whatever happens in the book meanwhile.
//
// A panel keeps what was typed until it is safely stored: it closes after the
// commit, and on a refusal shows the reason beside the field it is about.
package screen
