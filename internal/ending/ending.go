package ending

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Status is where an ending stands on a day.
type Status struct {
	On         rapport.Date
	Blocks     []Block      // what is in the way, in the order to deal with it; none when it may be finished
	Earliest   rapport.Date // the earliest last day, if whatever has not begun begins as soon as it may
	Letter     rapport.Date // the first day the letter may go out: a night after the beginning, and after the time to put things right
	NoticeEnds rapport.Date // zero while notice was not served
	CureEnds   rapport.Date // zero where no time to put things right was given
}

// Ready reports whether the engagement may be finished.
func (s Status) Ready() bool { return len(s.Blocks) == 0 }

// Block is one thing in the way.
type Block struct {
	Code       string             // one of BlockCodes
	Obligation rapport.Obligation // of obligation and theirs
	Promise    rapport.Promise    // of promise
	Item       rapport.OweKind    // of unasked
	Until      rapport.Date       // the day it lifts: of too_soon, cure_running, notice_missing (when it may be served), notice_running, last_day
}

// The blocks, in the order they are dealt with.
const (
	BlockStory         = "story"          // the other side's story is not written down
	BlockUnasked       = "unasked"        // nobody said whether this is owed
	BlockObligation    = "obligation"     // still owed by us
	BlockTheirs        = "theirs"         // still owed to us, other than money: to be had or waived
	BlockPromise       = "promise"        // our word is still open
	BlockTooSoon       = "too_soon"       // a night has to lie between the decision and the letter
	BlockCureMissing   = "cure_missing"   // time to put things right is to be given, and they were not told yet
	BlockCureRunning   = "cure_running"   // it was given, and runs
	BlockNoticeMissing = "notice_missing" // notice was not served
	BlockNoticeRunning = "notice_running" // it was, and runs
	BlockLastDay       = "last_day"       // the last day lies ahead
)

// BlockCodes returns every code a Block can bear.
func BlockCodes() []string {
	return []string{BlockStory, BlockUnasked, BlockObligation, BlockTheirs, BlockPromise, BlockTooSoon,
		BlockCureMissing, BlockCureRunning, BlockNoticeMissing, BlockNoticeRunning, BlockLastDay}
}

// StatusOf works out where an ending stands. Obligations and promises are those of
// the client, settled ones too: what was owed when the ending began says that the
// question was asked, even if it is done by now. What was settled before says nothing
// of today.
func StatusOf(e rapport.EndPlan, owed []rapport.Obligation, promises []rapport.Promise, on rapport.Date) Status {
	s := Status{On: on, NoticeEnds: EndOf(e.Notice), Letter: e.Begun.AddDays(1)}
	if cure := e.Cure; given(cure) {
		s.CureEnds = EndOf(cure)
		if cure.From.IsZero() {
			cure.From = on
		}
		s.Letter = max(s.Letter, EndOf(cure).AddDays(1))
	}
	s.Blocks = slices.Concat(questions(e, owed), owing(owed), promised(promises), s.periods(e))
	s.Earliest = s.earliest(e)
	for _, b := range s.Blocks { // what has a day is not expected before it
		s.Earliest = max(s.Earliest, b.Obligation.Due, b.Promise.By)
	}
	return s
}

// questions are what nobody has said yet.
func questions(e rapport.EndPlan, owed []rapport.Obligation) []Block {
	var blocks []Block
	if strings.TrimSpace(e.Story) == "" {
		blocks = append(blocks, Block{Code: BlockStory})
	}
	for _, kind := range rapport.OweKinds() {
		noted := slices.ContainsFunc(owed, func(o rapport.Obligation) bool {
			return o.Kind == kind && (o.Open() || max(o.Met, o.Waived) >= e.Begun)
		})
		if !noted && !slices.Contains(e.Considered, kind) {
			blocks = append(blocks, Block{Code: BlockUnasked, Item: kind})
		}
	}
	return blocks
}

// owing is what is still open, ours before theirs, the nearest day first.
func owing(owed []rapport.Obligation) []Block {
	var ours, theirs []Block
	for _, o := range owed {
		switch {
		case !o.Open():
		case o.Side == rapport.Ours:
			ours = append(ours, Block{Code: BlockObligation, Obligation: o})
		case !money(o):
			theirs = append(theirs, Block{Code: BlockTheirs, Obligation: o})
		}
	}
	byDay := func(x, y Block) int { return byNearest(x.Obligation.Due, y.Obligation.Due) }
	slices.SortStableFunc(ours, byDay)
	slices.SortStableFunc(theirs, byDay)
	return append(ours, theirs...)
}

// money reports whether it is money they owe, which is claimed after the end as well.
func money(o rapport.Obligation) bool {
	return o.Side == rapport.Theirs && (o.Kind == rapport.OweInvoice || o.Kind == rapport.OweDeposit)
}

// promised is our word, as far as it is open.
func promised(promises []rapport.Promise) []Block {
	var blocks []Block
	for _, p := range promises {
		if p.Open() {
			blocks = append(blocks, Block{Code: BlockPromise, Promise: p})
		}
	}
	slices.SortStableFunc(blocks, func(x, y Block) int { return byNearest(x.Promise.By, y.Promise.By) })
	return blocks
}

// byNearest puts what has no day last.
func byNearest(x, y rapport.Date) int {
	if x.IsZero() != y.IsZero() {
		return cmp.Compare(y, x)
	}
	return cmp.Compare(x, y)
}

// periods are the days that have to pass.
func (s Status) periods(e rapport.EndPlan) []Block {
	var blocks []Block
	wait := func(code string, until rapport.Date) {
		if s.On < until {
			blocks = append(blocks, Block{Code: code, Until: until})
		}
	}
	wait(BlockTooSoon, e.Begun.AddDays(1))
	if given(e.Cure) && e.Cure.From.IsZero() {
		blocks = append(blocks, Block{Code: BlockCureMissing})
	}
	if !s.CureEnds.IsZero() {
		wait(BlockCureRunning, s.CureEnds.AddDays(1))
	}
	if e.Notice.From.IsZero() {
		blocks = append(blocks, Block{Code: BlockNoticeMissing, Until: max(s.On, s.Letter)})
	}
	wait(BlockNoticeRunning, s.NoticeEnds)
	wait(BlockLastDay, e.LastDay)
	return blocks
}

// earliest is the earliest last day the periods allow: notice that was not served is
// taken to be served on the first day the letter may go.
func (s Status) earliest(e rapport.EndPlan) rapport.Date {
	letter, notice := max(s.On, s.Letter), e.Notice
	if notice.From.IsZero() {
		notice.From = letter
	}
	return max(letter, EndOf(notice), e.LastDay)
}

// given reports whether a period has any length at all.
func given(p rapport.Period) bool { return p.Days > 0 || p.MonthEnd }
