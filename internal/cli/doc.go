// Package cli is Rapport without a window: the same book, the same deeds, the
// same words, on a terminal or in a script.
//
// [Run] is the whole program. It is handed everything it may see of the world
// (arguments, streams, environment, clock) in an [Outside] and returns an exit
// code, so a test runs it as a person would and the program around it is a few
// lines.
//
// # Exit codes
//
//	0  done
//	1  failed: the book or a file would not do it; nothing was changed
//	2  wrong use: an unknown option, a word too few, a value that cannot be
//	3  doubts remain: a name that could be two clients; nothing was changed
//
// What was asked for goes to standard output, everything about how it went to
// standard error. A refusal says what happened, what is safe and what to do.
//
// # Reading and writing
//
// Commands that only read open the book for writing where they can, because a
// review keeps the standings it made for the day; while a window has the book
// open, where the file cannot be written and under --on, they read it as it was
// last saved and change nothing. Commands that write need the book to themselves.
// The first client, or the first file taken in, makes the book. A person at a
// terminal may be asked which client is meant; a script never is.
//
// # JSON
//
// Commands that print a list or a page take --json. Field names, their order and
// codes never change, fields may be added at an end, a field with nothing to say
// is absent, days are YYYY-MM-DD, amounts are decimals with a point in a string,
// so that no reader rounds them. Texts follow the language; lists are by name
// unless said otherwise.
//
//	review        {on, clients: [assessment]}
//	client list   {on, clients: [{client, state, verdict, strain, overdue: [{amount, currency}],
//	              open, last_contact, archived}]}
//	client show   {on, client: {name, organisation, emails, phone, language, state, since,
//	              currency, rate, payment_days, notice_days, tags, archived, limits, country,
//	              consumer, people, needs}, assessment,
//	              entries: [{date, kind, severity, justified, scope, channel, minutes, energy,
//	              note, given}] oldest first, invoices: [invoice], obligations: [obligation],
//	              decisions: [{on, offered, chosen, why, again, outcome, judged}], waiting: {since,
//	              days, minutes, energy, money, currency, overdue: [{amount, currency}]}}
//	insights      {from, to, clients, is_it_me, answer, shared: [{code, clients, count, ours}],
//	              try, trying: {code, since}, worth: [{client, worth}], drains: [{client, points,
//	              minutes, share}], advice: {followed, followed_right, followed_wrong, otherwise,
//	              otherwise_right, otherwise_wrong, open}, won_back: [{client, on, look_again,
//	              minutes, given: {amount, currency}, paid_since: [{amount, currency}], friction,
//	              before, course, ended}], back_tests: [back test]}
//	map           {currency, target, clients: [{client, verdict, strain, per_hour, share}],
//	              without}
//	invoice list  {on, invoices: [invoice]} open ones first
//	owed list     {on, obligations: [obligation], promises: [promise], invoices: [invoice]} the
//	              nearest day first
//	promise list  {on, promises: [promise]}
//	today         {on, due: [{code, client, day, what, amount: {amount, currency}, text}]} in the
//	              order to see to it
//	guide list    {guides: [{guide, title, line, group, fits, open, steps}]}
//	interest      {on, client, claims: [{number, due, days, currency, open, interest, flat, country,
//	              consumer, law, source: {text, as_of}, notes, spans: [{from, to, days, balance,
//	              rate, interest}]}], refused: [{number, code, why}]}
//	rates list    {series: [{code, name, publisher, address, as_of, wanted, rates: [{from, percent}]}]}
//	end status    {on, client, state, begun, ready, blocks: [{code, kind, what, due, until, text}],
//	              earliest, letter, notice_ends, cure_ends, last_day, over: {finished, reopened, why}}
//	dossier       {on, client, facts: [{on, code, kind, id, number, amount: {amount, currency}, due,
//	              what, line, hash}]} oldest first
//	doctor        {sound, path, version, known, identity, integrity, references, counts, size,
//	              last_backup}
//
//	assessment    {client, verdict, strain, parts: {demands, complaints, conduct, payment,
//	              energy}, source: {pattern, circumstance, ours}, confidence, ladder: [{rung, on,
//	              held}], reasons: [{toward, decibans, entries, invoices, text}], would_change:
//	              [{if, verdict, without}], ask, question, options: [{code, verdict}], next,
//	              payment: {index, late_next, low, high, invoices, late, silent, disputed},
//	              worth: [worth], onset, around: [{code, on, text}], trial: {chosen, on, again,
//	              course, better, worse}, alerts: [{axis, limit, value, text}], back_test}
//	worth         {currency, per_hour, received, given, billed, guessed, chasing, recovery, other,
//	              share} of twelve months; its fields stand beside those of whatever has it
//	back test     {client, ended, before: [{days, verdict, pattern}]}
//	invoice       {client, number, issued, due, amount, currency, open, state, days_overdue,
//	              disputed, payments: [{on, amount}], minutes}
//	obligation    {id, client, side, what, due, overdue, met, waived, reason, kind}
//	promise       {id, client, what, given, by, overdue, kept, broken, minutes}
//
// # Examining
//
// What would change a verdict, and the question worth asking, are found by judging
// some fifty times over. client show and answer do it for one client. review does
// it for everybody and only with --json; with more than 500 clients those on keep
// are spared it, so that would_change and ask are absent there. A review that takes
// long says on standard error how far it is.
//
// # Guides
//
// guide run asks one step after the other with a line of text each, so that it works
// without a raw terminal, through a pipe and for a screen reader. What a step brought
// is stored before the next is asked; where the input ends, the guide is left and
// goes on from there next time.
//
// # Files as a practice
//
// review FILE… judges the clients of all its files as one practice: what others
// among them do is part of the picture, as it is in a book. A file with one client
// has no others, and then it cannot be known whether they do it too.
//
// A test holds every command to this.
package cli
