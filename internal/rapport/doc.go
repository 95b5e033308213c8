// Package rapport is the vocabulary of the program: the records a freelancer
// keeps about the clients they work for, and the rules a single record must
// obey whoever stores or shows it.
//
// A [Client] is a person or company the user works for. Everything dated that
// happens with one is an [Entry] of one [Kind]: friction costs us (a demand, a
// complaint, a late payment), goodwill gives (praise, an apology, money), an
// effort is what we did to help, a boundary is a limit we stated. Hardship on
// the client's side opens a [Circumstance] with a day to look again. Money asked
// for is an [Invoice], what is still to be done an [Obligation], and what the
// user chose to do about it all a [Decision] on a [Verdict].
//
// Beside what happened there is what goes on: our word with a date is a [Promise],
// how the work runs a [Sheet] with a [Clause] for each thing it says, and what came
// otherwise a [Surprise]. A guide that was taken up is a [Run], what is written to a
// client a [Letter], the way out an [EndPlan]. A [Flag] reminds of something when a
// client comes back, and a [Dossier] puts the bare facts together.
//
// # Shapes and units
//
// A day is a [Date], a civil date without zone or clock. Money is an integer in
// the minor unit of its [Currency]. Severity runs 1 to 5; energy 0 (none) to 5
// (exhausted) and anger 0 to 10 are [Rating]s, which may be left unsaid. Strain
// runs 0 to 100.
//
// # Invariants
//
// Each record has a Check method. What it refuses, the book refuses too (the
// same rules stand there as CHECK constraints), so a record that passes can be
// stored. A refusal is a [Problem]: a code with arguments, from which every
// face of the program writes its own sentence in the user's language.
//
// The package knows nothing of storage, screens or clocks: a caller that needs
// today's date hands it down.
package rapport
