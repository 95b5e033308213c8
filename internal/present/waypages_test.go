package present_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// sampleDues has one thing of each sort, and of some an earlier and a later one.
func sampleDues() []rapport.Due {
	due := func(code rapport.DueCode, n byte, day rapport.Date, what string) rapport.Due {
		return rapport.Due{Code: code, Client: id('K'), Name: "Kaya", Day: day, What: what, ID: id(n)}
	}
	overdue := due(rapport.DueOverdue, 1, june(1), "2041")
	overdue.Amount = euros(2_400)
	theirs := due(rapport.DueObligation, 2, june(25), "NEN")
	theirs.Side = rapport.Theirs
	return []rapport.Due{
		due(rapport.DueFlag, 3, today.AddDays(4), "A. M."), due(rapport.DueTrial, 4, today.AddDays(3), "trial"),
		due(rapport.DueTrial, 5, today, "extra_mile"), due(rapport.DueLookBack, 6, june(1), "end"), overdue, theirs,
		due(rapport.DueObligation, 7, today, "Logo.zip"), due(rapport.DuePromise, 8, today.AddDays(1), "Plan A"),
		due(rapport.DuePromise, 9, today.AddDays(-1), "Plan B"), due(rapport.DueReminderBack, 10, today, ""),
		due(rapport.DueLetterHeld, 11, today, "boundary"), due(rapport.DueLastDay, 12, today.AddDays(2), ""),
		due(rapport.DueRerate, 13, today.AddDays(-1), "disrespect"),
	}
}

// wayRows words everything that stands in rows on other pages.
func wayRows(s *present.Speaker, k present.Known) []string {
	var rows []string
	add := func(parts ...string) { rows = append(rows, strings.Join(parts, " | ")) }
	for _, p := range s.Promises(k.Way.Promises, today) {
		add(p.What, p.Text, p.Takes)
	}
	for _, f := range k.Way.Flags {
		row := s.Flag(f, today)
		add(row.Text, row.Until)
	}
	for _, c := range k.Way.Threats {
		row := s.Threat(c, today)
		add(row.Word, row.Text, row.Next)
	}
	for _, l := range s.Letters(k.Way.Letters, today) {
		add(l.Title, l.Text)
	}
	add(s.Returning("Van Dijk Bouw", &k.Way.Flags[0], 0, today))
	add(s.Returning("Van Dijk Bouw", nil, june(3), today))
	add(s.PromiseLoad(2_000, 1_800, today.AddDays(5)))
	for _, t := range s.Trades() {
		add(append(append([]string{t.Name}, t.Firm...), t.Signals...)...)
	}
	return rows
}

// sampleWonBack has an extra mile of each sort.
func sampleWonBack() []assess.WonBack {
	mile := func(name string, course assess.Course, minutes int, paid ...rapport.Money) assess.WonBack {
		return assess.WonBack{Client: id(name[0]), Name: name, On: june(-60), Again: june(-30), Minutes: minutes, Since: paid, Course: course}
	}
	early := mile("Harbour Studio", assess.Pending, 60)
	early.Again = today.AddDays(45)
	gone := mile("Kaya Consulting", assess.Worse, 180)
	gone.Ended, gone.Given = june(3), euros(50)
	return []assess.WonBack{
		mile("Lindqvist & Co", assess.Better, 120, euros(7_900)), mile("Osman", assess.Same, 45, euros(2_150)), gone, early,
	}
}

func sampleLedger() present.LedgerFacts {
	return present.LedgerFacts{
		Waiting: []present.Waited{
			{Client: id('V'), Name: "Van Dijk Bouw", Waiting: assess.Waiting{Days: 23, Minutes: 390, Money: euros(455)}},
			{Client: id('K'), Name: "Kaya", Waiting: assess.Waiting{Days: 1}},
		},
		Surprises: vanDijk().Way.Surprises,
		Rates:     present.SheetRates{With: 4, Without: 7, ComplaintsWith: .8, ComplaintsWithout: 2.35},
	}
}

// wayText is every page about the way with a client, as text.
func wayText(t testing.TB, s *present.Speaker) string {
	k := vanDijk()
	v := surveyed()
	v.WonBack = sampleWonBack()
	insights := present.Insights(s, v, present.Goals{}, today)
	insights.Ledger = present.NewLedger(s, sampleLedger())
	var b strings.Builder
	for _, page := range [][]present.Passage{
		present.NewEndingPage(s, k, endingFacts(t, k)).Passages(s), present.NewHeadsUp(s, k).Passages(s),
		present.NewSheetPage(s, k, sampleLedger().Rates).Passages(s), present.NewCareCard(s, harbourKnown()).Passages(s),
		present.NewTodayPage(s, sampleDues(), today).Passages(), insights.Ledger.Passages(s),
		{{Title: s.T("text.won"), Lines: wonLines(insights.WonBack)}}, {{Lines: wayRows(s, k)}},
	} {
		b.WriteString(passagesText(page) + "\n")
	}
	return b.String()
}

func wonLines(c present.WonBackCard) []string {
	told := []string{c.Line}
	for _, r := range append(c.Rows, c.Total) {
		told = append(told, strings.Join([]string{r.Name, r.Given, r.Since, r.Text}, " | "))
	}
	return append(told, c.Early...)
}

// harbourKnown is a client in a hard time with a complaint that nobody answered.
func harbourKnown() present.Known {
	h, st := harbour()
	h.Entries = append(h.Entries, rapport.Entry{ID: id(9), On: june(28), Kind: rapport.Complaint, Severity: 2})
	return present.Known{History: h, Standing: st}
}

func TestThePagesOfTheWayReadAsTheyShould(t *testing.T) {
	for l, s := range speakers() {
		got := wayText(t, s)
		for _, bad := range []string{"⟦", "<no value>", "{{", "%!", "\u00a0\u00a0"} {
			if strings.Contains(got, bad) {
				t.Errorf("%s: a page holds %q:\n%s", l, bad, got)
			}
		}
		path := filepath.Join("testdata", "way."+string(l)+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", l, diff)
		}
	}
}
