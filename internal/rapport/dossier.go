package rapport

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// Dossier is what can be shown about an engagement: dated facts in their order,
// without judgement, strain or feeling. Each fact is chained to the one before by a
// fingerprint, so that one changed, added, moved or left out breaks the chain there.
// Two things a chain cannot show by itself: that facts were cut off its end, and that
// somebody worked all of it out anew. Both change the last fingerprint, which vouches
// for the whole to whoever noted it.
type Dossier struct {
	Client Client
	On     Date // the day it was drawn up
	Facts  []Fact
}

// Fact is one line of a dossier, made of one record.
type Fact struct {
	On     Date
	Code   FactCode
	Kind   Kind   // of an entry, "" otherwise
	ID     ID     // the record it was made of
	Number string // of an invoice or its payment
	Amount Money  // asked for, paid or given back; no currency where there is none
	Due    Date   // the day something was to happen; zero where there is none
	What   string // in the words of the record: a note, what was promised, a letter
	Hash   string // see Chain
}

// FactCode says what a fact is.
type FactCode string

// The facts, with what Number, Amount, Due and What hold beside the day.
const (
	FactEntry      FactCode = "entry"     // money given back; the note
	FactInvoice    FactCode = "invoice"   // number, amount, day due
	FactPayment    FactCode = "payment"   // number, amount
	FactOurs       FactCode = "ours"      // we owe: day due; what
	FactTheirs     FactCode = "theirs"    // they owe: day due; what
	FactMet        FactCode = "met"       // what was owed was done; what
	FactWaived     FactCode = "waived"    // what was owed was waived; what, and why
	FactPromise    FactCode = "promise"   // our word: by when; what
	FactKept       FactCode = "kept"      // our word was kept; what
	FactBroken     FactCode = "broken"    // our word was not kept; what
	FactSheet      FactCode = "sheet"     // the expectations were agreed; all clauses that say something
	FactLetter     FactCode = "letter"    // sent; subject and body
	FactThreat     FactCode = "threat"    // voiced; who was told
	FactActed      FactCode = "acted"     // they acted on it
	FactClosed     FactCode = "closed"    // it was settled
	FactEndBegun   FactCode = "end_begun" // the way out began
	FactNotice     FactCode = "notice"    // served; its last day
	FactCure       FactCode = "cure"      // time to put things right was given; its last day
	FactEndReached FactCode = "finished"  // the engagement was over
	FactReopened   FactCode = "reopened"  // it began anew; why
)

// FactCodes returns every code, in the order facts of one day are listed.
func FactCodes() []FactCode {
	return []FactCode{FactSheet, FactEntry, FactThreat, FactActed, FactClosed, FactInvoice, FactPayment, FactPromise,
		FactKept, FactBroken, FactOurs, FactTheirs, FactMet, FactWaived, FactLetter, FactEndBegun, FactCure, FactNotice,
		FactEndReached, FactReopened}
}

// Line is the fact in the one form that is hashed: its fields between bars, the day
// first, and what was said as a quoted text in which a line break is \n and a rare
// character \u with its number. It is one line, however long, and no two facts share
// one.
func (f Fact) Line() string {
	amount := ""
	if f.Amount.Currency != "" {
		amount = f.Amount.Decimal() + " " + string(f.Amount.Currency)
	}
	return strings.Join([]string{f.On.String(), string(f.Code), string(f.Kind), f.ID.String(),
		quote(f.Number), amount, f.Due.String(), quote(f.What)}, " | ")
}

// lastPlain is the last of the Latin letters that German, Turkish and Dutch are written
// in: up to there every character is its own composed form and was in Unicode always.
const lastPlain = 'ſ'

// quote is strconv.Quote with everything beyond lastPlain written \uXXXX. What stays
// is what paper, fonts and clipboards leave as it is: a loose accent would be composed
// with its letter, a selector dropped, and which characters count as printable changes
// with the version of Unicode.
func quote(s string) string {
	var b strings.Builder
	for _, r := range strconv.Quote(s) {
		if r <= lastPlain {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
	}
	return b.String()
}

// Chain puts facts into their order and gives each its fingerprint: the SHA-256, in
// hexadecimal digits, of the fingerprint before, a line break and the line. The first
// begins with the line break.
func Chain(facts []Fact) []Fact {
	order := FactCodes()
	facts = slices.SortedStableFunc(slices.Values(facts), func(a, b Fact) int {
		return cmp.Or(cmp.Compare(a.On, b.On),
			cmp.Compare(slices.Index(order, a.Code), slices.Index(order, b.Code)),
			slices.Compare(a.ID[:], b.ID[:]))
	})
	before := ""
	for i := range facts {
		facts[i].Hash = link(before, facts[i])
		before = facts[i].Hash
	}
	return facts
}

// Broken returns the index of the first fact whose fingerprint does not follow from
// it and the one before, -1 when the chain holds.
func (d Dossier) Broken() int {
	before := ""
	for i, f := range d.Facts {
		if f.Hash != link(before, f) {
			return i
		}
		before = f.Hash
	}
	return -1
}

func link(before string, f Fact) string {
	sum := sha256.Sum256([]byte(before + "\n" + f.Line()))
	return hex.EncodeToString(sum[:])
}
