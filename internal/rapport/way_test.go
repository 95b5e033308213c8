package rapport_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// refused spoils a good record in one way each and expects the refusal.
func refused[T interface{ Check(rapport.Date) error }](t *testing.T, good T, cases []spoilt[T]) {
	t.Helper()
	if err := good.Check(today); err != nil {
		t.Fatalf("the good one is refused: %v", err)
	}
	for _, c := range cases {
		bad := good
		c.spoil(&bad)
		if err := bad.Check(today); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.when, err, c.want)
		}
	}
}

type spoilt[T any] struct {
	when  string
	spoil func(*T)
	want  error
}

func TestASheetIsRefusedWhen(t *testing.T) {
	good := rapport.Sheet{Agreed: today, Clauses: map[rapport.Clause]string{rapport.ClauseReach: "by mail"}}
	with := func(c rapport.Clause, text string) map[rapport.Clause]string {
		return map[rapport.Clause]string{c: text}
	}
	refused(t, good, []spoilt[rapport.Sheet]{
		{"it speaks of the weather", func(s *rapport.Sheet) { s.Clauses = with("weather", "fine") }, rapport.ErrClause},
		{"a clause holds a NUL", func(s *rapport.Sheet) { s.Clauses = with(rapport.ClauseReach, "a\x00") }, rapport.ErrTextNUL},
		{"a clause is a novel", func(s *rapport.Sheet) {
			s.Clauses = with(rapport.ClauseReach, strings.Repeat("x", rapport.MaxClause+1))
		}, rapport.ErrTextLong},
		{"it is agreed tomorrow", func(s *rapport.Sheet) { s.Agreed = today + 1 }, rapport.ErrDateFuture},
		{"it was skipped before there were computers", func(s *rapport.Sheet) { s.Skipped = 1 }, rapport.ErrDateRange},
	})
}

func TestAClauseThatSaysNothingIsAGap(t *testing.T) {
	s := rapport.Sheet{Clauses: map[rapport.Clause]string{rapport.ClauseReach: "by mail", rapport.ClauseNotice: " \n"}}
	gaps := s.Gaps()
	if len(gaps) != len(rapport.Clauses())-1 || slices.Contains(gaps, rapport.ClauseReach) || !slices.Contains(gaps, rapport.ClauseNotice) {
		t.Errorf("the gaps are %v", gaps)
	}
}

func TestASurpriseIsRefusedWhen(t *testing.T) {
	refused(t, rapport.Surprise{On: today, Clause: rapport.ClausePayment}, []spoilt[rapport.Surprise]{
		{"it has no clause", func(s *rapport.Surprise) { s.Clause = "" }, rapport.ErrClause},
		{"it comes tomorrow", func(s *rapport.Surprise) { s.On = today + 1 }, rapport.ErrDateFuture},
		{"it is a novel", func(s *rapport.Surprise) { s.What = strings.Repeat("x", rapport.MaxField+1) }, rapport.ErrTextLong},
	})
}

func TestAFlagIsRefusedWhen(t *testing.T) {
	good := rapport.Flag{Set: today, Until: today + 365, Reason: "two invoices unpaid"}
	refused(t, good, []spoilt[rapport.Flag]{
		{"it has no reason", func(f *rapport.Flag) { f.Reason = " \t" }, rapport.ErrReasonMissing},
		{"its reason cannot be seen", func(f *rapport.Flag) { f.Reason = "\u200b" }, rapport.ErrTextEmpty},
		{"its reason has two lines", func(f *rapport.Flag) { f.Reason = "a\nb" }, rapport.ErrTextLine},
		{"it has no end", func(f *rapport.Flag) { f.Until = 0 }, rapport.ErrDateMissing},
		{"it ends before it is set", func(f *rapport.Flag) { f.Until = today - 1 }, rapport.ErrFlagUntil},
		{"it flies for a life", func(f *rapport.Flag) { f.Until = today + 3651 }, rapport.ErrDays},
		{"it is set tomorrow", func(f *rapport.Flag) { f.Set = today + 1 }, rapport.ErrDateFuture},
		{"it was lifted before it was set", func(f *rapport.Flag) { f.Lifted = today - 1 }, rapport.ErrDayBefore},
		{"it is lifted tomorrow", func(f *rapport.Flag) { f.Lifted = today + 1 }, rapport.ErrDateFuture},
	})
}

func TestARunIsRefusedWhen(t *testing.T) {
	good := rapport.Run{Guide: "firm_no", Started: today - 1, Touched: today, Step: "words", Kept: map[string]string{"calm": "done"}}
	refused(t, good, []spoilt[rapport.Run]{
		{"it is of no guide", func(r *rapport.Run) { r.Guide = "" }, rapport.ErrTextEmpty},
		{"it begins tomorrow", func(r *rapport.Run) { r.Started = today + 1 }, rapport.ErrDateFuture},
		{"it was never touched", func(r *rapport.Run) { r.Touched = 0 }, rapport.ErrDateMissing},
		{"its step has two lines", func(r *rapport.Run) { r.Step = "a\nb" }, rapport.ErrTextLine},
		{"something was kept of no step", func(r *rapport.Run) { r.Kept = map[string]string{"": "x"} }, rapport.ErrTextEmpty},
		{"what was kept is not UTF-8", func(r *rapport.Run) { r.Kept = map[string]string{"calm": "\xff"} }, rapport.ErrTextUTF8},
		{"it was done before it was begun", func(r *rapport.Run) { r.Done = today - 2 }, rapport.ErrDayBefore},
	})
}

func TestALetterIsRefusedWhen(t *testing.T) {
	good := rapport.Letter{Kind: "boundary", Language: "de", Style: rapport.Formal, Body: "Guten Tag", Written: today - 1, Sent: today, Way: rapport.WayMail}
	refused(t, good, []spoilt[rapport.Letter]{
		{"it is of no kind", func(l *rapport.Letter) { l.Kind = "" }, rapport.ErrTextEmpty},
		{"it is in no language", func(l *rapport.Letter) { l.Language = "" }, rapport.ErrTextEmpty},
		{"its style is angry", func(l *rapport.Letter) { l.Style = "angry" }, rapport.ErrStyle},
		{"its subject has two lines", func(l *rapport.Letter) { l.Subject = "a\r\nBcc: x@example.org" }, rapport.ErrTextLine},
		{"it says nothing", func(l *rapport.Letter) { l.Body = " \n" }, rapport.ErrLetterEmpty},
		{"it holds a NUL", func(l *rapport.Letter) { l.Body = "\x00" }, rapport.ErrTextNUL},
		{"it went out by pigeon", func(l *rapport.Letter) { l.Way = "pigeon" }, rapport.ErrWay},
		{"it went out, nobody knows how", func(l *rapport.Letter) { l.Way = "" }, rapport.ErrWay},
		{"it went out, nobody knows when", func(l *rapport.Letter) { l.Sent = 0 }, rapport.ErrDateMissing},
		{"it went out before it was written", func(l *rapport.Letter) { l.Sent = today - 2 }, rapport.ErrDayBefore},
		{"it goes out tomorrow", func(l *rapport.Letter) { l.Sent = today + 1 }, rapport.ErrDateFuture},
		{"it was held before it was written", func(l *rapport.Letter) { l.Held = today - 2 }, rapport.ErrDayBefore},
	})
	blank := rapport.Letter{Kind: "boundary", Language: "de", Style: rapport.Friendly, Written: today}
	if err := blank.Check(today); err != nil {
		t.Errorf("a draft that says nothing yet: %v", err)
	}
}

func TestADraftWrittenInAngerWaitsForItsDay(t *testing.T) {
	held := rapport.Letter{Written: today, Held: today + 1}
	if err := held.Releasable(today); !errors.Is(err, rapport.ErrLetterHeld) {
		t.Errorf("on the same day: %v", err)
	}
	if err := held.Releasable(today + 1); err != nil {
		t.Errorf("on the next: %v", err)
	}
	if err := (rapport.Letter{Written: today}).Releasable(today); err != nil {
		t.Errorf("one that is not held: %v", err)
	}
}

func TestAnEndingIsRefusedWhen(t *testing.T) {
	good := rapport.EndPlan{Begun: today - 9, Story: "They lost\ntheir biggest account.", Considered: rapport.OweKinds(),
		Notice: rapport.Period{From: today + 3, Days: 14}, LastDay: today + 20, Finished: today - 1, Reopened: today, Why: "we talked"}
	refused(t, good, []spoilt[rapport.EndPlan]{
		{"it begins tomorrow", func(e *rapport.EndPlan) { e.Begun = today + 1 }, rapport.ErrDateFuture},
		{"the notice runs for a life", func(e *rapport.EndPlan) { e.Notice.Days = 3651 }, rapport.ErrDays},
		{"less than no time was given", func(e *rapport.EndPlan) { e.Cure.Days = -1 }, rapport.ErrDays},
		{"a thing nobody can owe was asked for", func(e *rapport.EndPlan) { e.Considered = []rapport.OweKind{"thanks"} }, rapport.ErrOwe},
		{"anything else was asked for", func(e *rapport.EndPlan) { e.Considered = []rapport.OweKind{""} }, rapport.ErrOwe},
		{"the last day lies before the first", func(e *rapport.EndPlan) { e.LastDay = today - 10 }, rapport.ErrDayBefore},
		{"it is finished tomorrow", func(e *rapport.EndPlan) { e.Finished = today + 1 }, rapport.ErrDateFuture},
		{"it was reopened before it was finished", func(e *rapport.EndPlan) { e.Reopened = today - 2 }, rapport.ErrDayBefore},
		{"it was reopened without a reason", func(e *rapport.EndPlan) { e.Why = " " }, rapport.ErrReasonMissing},
	})
}

func TestAThreatIsRefusedWhen(t *testing.T) {
	good := rapport.ThreatCase{Voiced: today - 9, Acted: today - 5, Closed: today, Told: "a lawyer"}
	refused(t, good, []spoilt[rapport.ThreatCase]{
		{"nobody voiced it", func(c *rapport.ThreatCase) { c.Voiced = 0 }, rapport.ErrDateMissing},
		{"they acted before they spoke", func(c *rapport.ThreatCase) { c.Acted = today - 10 }, rapport.ErrDayBefore},
		{"it was settled before they acted", func(c *rapport.ThreatCase) { c.Closed = today - 6 }, rapport.ErrDayBefore},
		{"it is settled tomorrow", func(c *rapport.ThreatCase) { c.Closed = today + 1 }, rapport.ErrDateFuture},
	})
}

func TestWhatWasAddedToOtherRecordsIsChecked(t *testing.T) {
	terms := rapport.Terms{Currency: "EUR", Country: "TR"}
	if err := terms.Check(); err != nil {
		t.Fatal(err)
	}
	for _, country := range []string{"tr", "TUR", "T", "Tü"} {
		terms.Country = country
		if err := terms.Check(); !errors.Is(err, rapport.ErrCountry) {
			t.Errorf("the country %q passed: %v", country, err)
		}
	}
	if err := (rapport.About{Needs: strings.Repeat("x", rapport.MaxAbout+1)}).Check(); !errors.Is(err, rapport.ErrTextLong) {
		t.Errorf("needs without end: %v", err)
	}
	refused(t, rapport.Promise{What: "x", Given: today, By: today, Minutes: 90}, []spoilt[rapport.Promise]{
		{"it takes less than no time", func(p *rapport.Promise) { p.Minutes = -1 }, rapport.ErrPromiseTime},
		{"it takes more than a year", func(p *rapport.Promise) { p.Minutes = 366*24*60 + 1 }, rapport.ErrPromiseTime},
		{"it is kept tomorrow", func(p *rapport.Promise) { p.Kept = today + 1 }, rapport.ErrDateFuture},
		{"it was broken before there were computers", func(p *rapport.Promise) { p.Broken = 1 }, rapport.ErrDateRange},
	})
	refused(t, rapport.Obligation{What: "x", Side: rapport.Ours, Kind: rapport.OweData}, []spoilt[rapport.Obligation]{
		{"it is of no known kind", func(o *rapport.Obligation) { o.Kind = "thanks" }, rapport.ErrOwe},
	})
}

// drawFact is any fact a dossier may hold.
func drawFact(t *rapid.T) rapport.Fact {
	return rapport.Fact{
		On:   today - rapport.Date(rapid.IntRange(0, 5).Draw(t, "days ago")),
		Code: rapid.SampledFrom(rapport.FactCodes()).Draw(t, "code"),
		ID:   rapport.NewID(), What: rapid.String().Draw(t, "what"), Number: rapid.StringMatching("[0-9\t\n]{0,4}").Draw(t, "number"),
		Amount: rapport.Money{Minor: rapid.Int64Range(0, 1e9).Draw(t, "minor"), Currency: "EUR"},
	}
}

func TestADossierShowsEveryLaterChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := rapid.SliceOfN(rapid.Custom(drawFact), 2, 8).Draw(t, "facts")
		d := rapport.Dossier{Facts: rapport.Chain(slices.Clone(facts))}
		if at := d.Broken(); at != -1 {
			t.Fatalf("the chain is broken at %d from the start", at)
		}
		slices.Reverse(facts)
		if again := rapport.Chain(facts); !slices.Equal(again, d.Facts) {
			t.Fatalf("the order facts came in changed the chain")
		}
		at := rapid.IntRange(0, len(facts)-2).Draw(t, "at")
		changed := rapport.Dossier{Facts: slices.Clone(d.Facts)}
		changed.Facts[at].What += "."
		missing := rapport.Dossier{Facts: slices.Delete(slices.Clone(d.Facts), at, at+1)}
		for name, d := range map[string]rapport.Dossier{"changed": changed, "left out": missing} {
			if d.Broken() != at {
				t.Fatalf("a fact %s at %d shows at %d", name, at, d.Broken())
			}
		}
	})
}

// A line is worked out again from paper or a clipboard, which compose letters and lose
// what cannot be seen, and by programs whose Unicode is older or newer than this one's.
func TestALineSurvivesPaperAndClipboard(t *testing.T) {
	said := map[string]string{
		"Işık, Größe, één":   `"Işık, Größe, één"`,
		"e\u0301":            `"e\u0301"`,
		"\u00ad\u00a0\u200d": `"\u00ad\u00a0\u200d"`,
		"\u2764\ufe0f":       `"\u2764\ufe0f"`,
		"\U0001f600 東京":      `"\U0001f600 \u6771\u4eac"`,
		`\u6771 | "x"`:       `"\\u6771 | \"x\""`,
		"a\r\n\tb":           `"a\r\n\tb"`,
	}
	for what, want := range said {
		line := rapport.Fact{On: today, Code: rapport.FactEntry, What: what}.Line()
		if got := line[strings.LastIndex(line, " |  | ")+6:]; got != want {
			t.Errorf("%q is written %s, want %s", what, got, want)
		}
	}
}

func TestNoTwoFactsHaveOneLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawFact(t), drawFact(t)
		b.ID = a.ID
		if (a == b) != (a.Line() == b.Line()) {
			t.Fatalf("%+v and %+v are written\n%s\n%s", a, b, a.Line(), b.Line())
		}
	})
}

// The fingerprint must be one that anybody can work out with the tools of their own
// computer: this one was, with sha256sum.
func TestAFingerprintIsWhatTheDossierSaysItIs(t *testing.T) {
	fact := rapport.Fact{On: today, Code: rapport.FactPayment, Number: "2026-07", Amount: rapport.Money{Minor: 40_00, Currency: "EUR"}}
	const line = `2026-07-01 | payment |  | 00000000-0000-0000-0000-000000000000 | "2026-07" | 40.00 EUR |  | ""`
	if fact.Line() != line {
		t.Errorf("the line is %q", fact.Line())
	}
	const want = "4892ce2a091675d70b3076d33deb8b070d34e5cff311264930340e155d4b4f24"
	if got := rapport.Chain([]rapport.Fact{fact})[0].Hash; got != want {
		t.Errorf("the fingerprint is %s", got)
	}
}
