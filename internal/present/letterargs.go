package present

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// How much time a letter gives, in days from today. Each ends on a working day.
const (
	replyDays  = 7  // to answer a question
	payDays    = 14 // to pay
	friendDays = 7  // to pay, when nobody has asked before
	newTerms   = 30 // at least, until terms change
)

// args are the particulars of all letters. A template takes what it needs:
//
//	On           the day of the entry it is about
//	ReplyBy      the day to answer by
//	PayBy        the day to pay by
//	Number, Issued, Due, Amount  of the oldest overdue invoice
//	Invoices     all that are overdue, a line each
//	Total        what they come to
//	Reminded     a sentence: when the money was asked for last; or nothing
//	Instalments  the total in three parts, a line each
//	Claims       interest and flat sums, a line each, and ClaimTotal
//	Law          a sentence: where the claim stands written; or nothing
//	Clauses      the expectation sheet, a heading and its text each
//	What, By     the promise it is about, and its day
//	Deed, DeedBy what was promised since the entry it is about, and its day
//	From         the day new terms begin
//	Rate         a sentence: what an hour costs so far; or nothing
//	Helper       who is brought in
//	LastDay      of the engagement
//	Final        a sentence: when the final invoice comes; or nothing
//	Notice       a sentence: the notice that was agreed; or nothing
//	Cure         a paragraph: the time there still is to put things right; or nothing
//	Deliver      what we still owe, a line each
//	Theirs       a paragraph: what they still owe; or nothing
//	Owed         a paragraph: the money that is open, or that none is
//	Handed       a paragraph: what was done before the end
func (w letterWriter) args() Args {
	args := Args{
		"On": w.nearDay(w.about()), "ReplyBy": w.nearDay(w.working(replyDays)), "PayBy": w.fullDay(w.payBy()),
		"Clauses": w.clauses(), "Helper": w.or(w.Helper, "helper"),
	}
	w.moneyArgs(args)
	w.promiseArgs(args)
	w.termsArgs(args)
	w.endingArgs(args)
	return args
}

// working is the first working day so many days ahead.
func (w letterWriter) working(days int) rapport.Date { return workday(w.Today.AddDays(days)) }

// workday moves a Saturday or Sunday on to Monday. Public holidays are not known.
func workday(d rapport.Date) rapport.Date {
	switch d.Weekday() {
	case time.Saturday:
		return d.AddDays(2)
	case time.Sunday:
		return d.AddDays(1)
	default:
		return d
	}
}

func (w letterWriter) payBy() rapport.Date {
	if w.kind == letterReminder {
		return w.working(friendDays)
	}
	return w.working(payDays)
}

// kindsAbout says which entries a kind of letter speaks of; the latest of them is
// meant.
func kindsAbout(kind string) []rapport.Kind {
	switch kind {
	case letterApology:
		return []rapport.Kind{rapport.OurMistake, rapport.Complaint}
	case letterFirmNo, letterHalfWay:
		return []rapport.Kind{rapport.Demand}
	case letterInsultReply:
		return []rapport.Kind{rapport.Disrespect, rapport.PublicCriticism}
	case letterThreatReply:
		return []rapport.Kind{rapport.Threat}
	case letterLookBack:
		return []rapport.Kind{rapport.Remedy, rapport.OurApology, rapport.Boundary}
	case letterThanks:
		return []rapport.Kind{rapport.Praise, rapport.Cooperation, rapport.PaymentReceived, rapport.Apology}
	case letterBoundary:
		return []rapport.Kind{rapport.Demand, rapport.Disrespect, rapport.PublicCriticism, rapport.Intrusion,
			rapport.Micromanagement, rapport.Indecision, rapport.Silence, rapport.BrokenPromise}
	default:
		return []rapport.Kind{rapport.Complaint, rapport.Demand}
	}
}

// about is the day of the entry the letter is about: the one it was begun from, or
// the latest that fits. An unfounded complaint is nothing to apologise for.
func (w letterWriter) about() rapport.Date {
	var latest rapport.Date
	kinds := kindsAbout(w.kind)
	for _, e := range w.History.Entries {
		if e.ID == w.About && e.ID != (rapport.ID{}) {
			return e.On
		}
		unfounded := w.kind == letterApology && e.Justified == rapport.JustifiedNo
		if slices.Contains(kinds, e.Kind) && !unfounded && e.On <= w.Today {
			latest = max(latest, e.On)
		}
	}
	return latest
}

// promiseArgs speaks of our word: of the promise the letter is about, or else of
// the next one; and of the deed that answers what the letter is about, which is a
// promise given since.
func (w letterWriter) promiseArgs(args Args) {
	var meant, deed rapport.Promise
	about := w.about()
	for _, p := range w.openPromises() {
		ahead := p.By >= w.Today
		if p.ID == w.About || ahead && meant.By.IsZero() {
			meant = p
		}
		if ahead && deed.By.IsZero() && !about.IsZero() && p.Given >= about {
			deed = p
		}
	}
	args["What"], args["By"] = w.or(sentenceless(meant.What), "promise"), w.nearDay(meant.By)
	args["Deed"], args["DeedBy"] = w.or(sentenceless(deed.What), "deed"), w.nearDay(deed.By)
}

// openPromises lists the promises neither kept nor broken, the next one first.
func (w letterWriter) openPromises() []rapport.Promise {
	open := slices.DeleteFunc(slices.Clone(w.Way.Promises), func(p rapport.Promise) bool { return !p.Open() })
	slices.SortStableFunc(open, func(a, b rapport.Promise) int { return cmp.Compare(a.By, b.By) })
	return open
}

// sentenceless takes the full stop off a text that goes on in a sentence.
func sentenceless(text string) string { return strings.TrimRight(strings.TrimSpace(text), ".") }

// termsArgs speaks of price and beginning of new terms: the first of a month, after
// the notice that was agreed and no sooner than in a month.
func (w letterWriter) termsArgs(args Args) {
	terms := w.History.Client.Terms
	t := w.Today.AddDays(max(newTerms, terms.NoticeDays)).Time()
	args["From"] = w.fullDay(rapport.NewDate(t.Year(), t.Month()+1, 1))
	args["Rate"] = ""
	if terms.HourlyRate > 0 {
		rate := rapport.Money{Minor: terms.HourlyRate, Currency: terms.Currency}
		args["Rate"] = w.T("letter.part.rate", Args{"Rate": rate})
	}
}

// clauses writes the expectation sheet: what it says, or every heading with a
// blank where it says nothing yet.
func (w letterWriter) clauses() string {
	var said, all []string
	for _, c := range rapport.Clauses() {
		text := ""
		if w.Way.Sheet != nil {
			text = strings.TrimSpace(w.Way.Sheet.Clauses[c])
		}
		section := w.T("letter.clause."+string(c)) + "\n" + w.or(text, "clause")
		all = append(all, section)
		if text != "" {
			said = append(said, section)
		}
	}
	if len(said) == 0 {
		said = all
	}
	return strings.Join(said, "\n\n")
}

// endingArgs speaks of the way out.
func (w letterWriter) endingArgs(args Args) {
	plan := rapport.EndPlan{}
	if w.Way.EndPlan != nil && w.Way.EndPlan.Reopened.IsZero() {
		plan = *w.Way.EndPlan
	}
	args["LastDay"] = w.fullDay(w.lastDay(plan))
	args["Notice"], args["Cure"], args["Final"] = "", "", ""
	if w.finalInvoice(plan) {
		args["Final"] = w.T("letter.part.final."+w.style, Args{"Day": args["LastDay"]})
	}
	if n := w.notice(plan); n.Days > 0 && !n.Business && w.lastDay(plan) >= ending.EndOf(n) {
		args["Notice"] = w.N("letter.part.notice", n.Days)
	}
	if cure := ending.EndOf(plan.Cure); cure >= w.Today && plan.Cure.Days > 0 {
		args["Cure"] = w.T("letter.part.cure."+w.style, Args{"Day": w.fullDay(cure)})
	}
	args["Deliver"] = w.or(w.lines(w.stillOurs()), "deliver")
	args["Theirs"], args["Handed"] = "", w.blank("handed")
	if theirs := w.datedLines(w.open(rapport.Theirs)); len(theirs) > 0 {
		args["Theirs"] = w.T("letter.part.theirs."+w.style, Args{"List": w.lines(theirs)})
	}
	if handed := w.handed(plan); len(handed) > 0 {
		args["Handed"] = w.T("letter.part.handed", Args{"List": w.lines(handed)})
	}
}

// finalInvoice reports whether there will be one: it is owed, or nobody has said yet
// that there is none.
func (w letterWriter) finalInvoice(plan rapport.EndPlan) bool {
	owed := slices.ContainsFunc(w.open(rapport.Ours), func(o rapport.Obligation) bool { return o.Kind == rapport.OweInvoice })
	return owed || !slices.Contains(plan.Considered, rapport.OweInvoice)
}

// notice is the period that was agreed, from the day it was served or from today.
func (w letterWriter) notice(plan rapport.EndPlan) rapport.Period {
	n := plan.Notice
	if n.From.IsZero() {
		n.From = w.Today
	}
	if n.Days == 0 {
		n.Days = w.History.Client.Terms.NoticeDays
	}
	return n
}

// lastDay is the day that was set, else the one on which the notice ends. Without
// any notice agreed nobody knows it. As long as it is not over, it is no day of the past,
// even where the notice has run out long ago.
func (w letterWriter) lastDay(plan rapport.EndPlan) rapport.Date {
	day := plan.LastDay
	if n := w.notice(plan); day.IsZero() && n.Days > 0 {
		day = ending.EndOf(n)
	}
	if day.IsZero() || !plan.Finished.IsZero() {
		return day
	}
	return max(day, w.Today)
}

// stillOurs lists what we owe and what we promised, the next first.
func (w letterWriter) stillOurs() []string {
	open := w.open(rapport.Ours)
	for _, p := range w.openPromises() {
		open = append(open, rapport.Obligation{What: p.What, Due: p.By})
	}
	return w.datedLines(open)
}

// open lists what one side still owes.
func (w letterWriter) open(side rapport.Side) []rapport.Obligation {
	return slices.DeleteFunc(slices.Clone(w.History.Obligations), func(o rapport.Obligation) bool {
		return !o.Open() || o.Side != side
	})
}

// datedLines writes what is owed by day, that without one last.
func (w letterWriter) datedLines(owed []rapport.Obligation) []string {
	slices.SortStableFunc(owed, func(a, b rapport.Obligation) int {
		return cmp.Compare(cmp.Or(a.Due, rapport.MaxDate), cmp.Or(b.Due, rapport.MaxDate))
	})
	return each(owed, func(o rapport.Obligation) string { return w.dated(o.What, o.Due) })
}

// handed lists what was met since the ending began.
func (w letterWriter) handed(plan rapport.EndPlan) []string {
	var lines []string
	for _, o := range w.History.Obligations {
		if o.Side == rapport.Ours && !o.Met.IsZero() && o.Met >= plan.Begun {
			lines = append(lines, w.T("letter.line.met", Args{"What": sentenceless(o.What), "Day": w.fullDay(o.Met)}))
		}
	}
	return lines
}

// dated is what is to be done, with its day. One without a day, or whose day has
// passed, needs a new one.
func (w letterWriter) dated(what string, by rapport.Date) string {
	if by < w.Today {
		by = 0
	}
	return w.T("letter.line.dated", Args{"What": sentenceless(what), "Day": w.fullDay(by)})
}

// lines makes a list of texts.
func (w letterWriter) lines(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return "- " + strings.Join(texts, "\n- ")
}
