package assess

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// A scene is a made-up engagement with one idea in it, and the verdict that is
// right by reason, whatever the engine says. Change a scene only if its reason is
// wrong; if the engine gets it wrong, change the engine.
type scene struct {
	name   string
	why    string
	tale   string // see recall
	bills  string // see billsOf
	others Others
	want   string // verdicts or classes that are right, separated by |
}

// A mirror is two scenes that differ in one thing only.
type mirror struct {
	idea        string
	left, right scene
	more        string // what there is more of on the left: pattern, circumstance, ours or strain; "" where the verdicts tell
}

// recall makes the entries of a tale: "days ago, kind, severity" and then, in any
// order, e4 for energy, a8 for our own anger, 60m for minutes unbilled and from90
// for a hardship that began ninety days ago.
func recall(t testing.TB, lines string) History {
	t.Helper()
	if lines == "" {
		return History{}
	}
	h := tale(t, lines)
	for i, line := range strings.Split(lines, ",") {
		e := &h.Entries[i]
		for _, word := range strings.Fields(line)[3:] {
			switch {
			case strings.HasPrefix(word, "from"):
				h.Circumstances = append(h.Circumstances, rapport.Circumstance{
					Entry: e.ID, Start: today.AddDays(-number(t, word[4:])), Review: e.On.AddDays(rapport.DefaultReviewDays)})
			case word[0] == 'e':
				e.Cost.Energy = rapport.Rated(number(t, word[1:]))
			case word[0] == 'a':
				e.Cost.Anger = rapport.Rated(number(t, word[1:]))
			default:
				e.Cost.Minutes = number(t, strings.TrimSuffix(word, "m"))
			}
		}
		if err := e.Check(today); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	return h
}

// billsOf makes invoices of 1,000: "days since it was due, how it went", where how
// is the number of days it was paid late, open, half (paid in time, the rest open)
// or contested.
func billsOf(t testing.TB, lines string) (bills []rapport.Invoice) {
	t.Helper()
	if lines == "" {
		return nil
	}
	for i, line := range strings.Split(lines, ",") {
		var due int
		var how string
		if _, err := fmt.Sscan(line, &due, &how); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		v := bill(i, due)
		v.Number = strconv.Itoa(i + 1)
		switch how {
		case "open":
		case "contested":
			v.Disputed = true
		case "half":
			v.Payments = []rapport.Payment{{On: v.Due, Amount: v.Amount.Minor / 2}}
		default:
			late, err := strconv.Atoi(how)
			if err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			v.Payments = []rapport.Payment{{On: v.Due.AddDays(late), Amount: v.Amount.Minor}}
		}
		if err := v.Check(today); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		bills = append(bills, v)
	}
	return bills
}

// assess judges the scene.
func (s scene) assess(t testing.TB) Assessment {
	t.Helper()
	h := recall(t, s.tale)
	h.Invoices, h.Others = billsOf(t, s.bills), s.others
	return Assess(h, today)
}

// right reports whether the verdict is one of those wanted.
func (s scene) right(v rapport.Verdict) bool {
	wanted := strings.Split(s.want, "|")
	return slices.Contains(wanted, string(v)) || slices.Contains(wanted, classOf(v))
}

// measured returns what a mirror compares.
func measured(t testing.TB, a Assessment, what string) float64 {
	t.Helper()
	switch what {
	case "pattern":
		return a.Source.Pattern
	case "circumstance":
		return a.Source.Circumstance
	case "ours":
		return a.Source.Ours
	case "strain":
		return a.Strain
	}
	t.Fatalf("nobody measures %q", what)
	return 0
}

// plainly is by how much a share must differ for a mirror to show a difference.
const plainly = 0.01

// TestJudgeVignettes judges every scene and, with -v, prints how many are right.
func TestJudgeVignettes(t *testing.T) {
	right, all := 0, 0
	judge := func(s scene) Assessment {
		a := s.assess(t)
		all++
		if s.right(a.Verdict) {
			right++
			return a
		}
		t.Errorf("%s:\n\t%s\n\twant %s, got %s by %s (%s), strain %.0f, pattern %.2f circumstance %.2f ours %.2f",
			s.name, s.why, s.want, a.Verdict, a.Rule, a.Confidence, a.Strain, a.Source.Pattern, a.Source.Circumstance, a.Source.Ours)
		for _, why := range a.Reasons {
			t.Logf("\t\t%+.1f %s %s", why.Decibans, why.Toward, why.Code)
		}
		return a
	}
	names := map[string]bool{}
	for _, m := range slices.Concat(mirrorsOfThem, mirrorsOfUs, mirrorsOfMoney, mirrorsOfMeasure, mirrorsOfTurns) {
		left, right := judge(m.left), judge(m.right)
		if m.more != "" && measured(t, left, m.more) < measured(t, right, m.more)+plainly {
			t.Errorf("%s: %s is %.3f where %q and %.3f where %q", m.idea, m.more,
				measured(t, left, m.more), m.left.name, measured(t, right, m.more), m.right.name)
		}
		names[m.left.name], names[m.right.name] = true, true
	}
	for _, s := range scenes {
		judge(s)
		names[s.name] = true
	}
	if len(names) != all {
		t.Errorf("%d scenes bear %d names", all, len(names))
	}
	t.Logf("\nvignettes: %d of %d right, %d of them in mirrored pairs", right, all, all-len(scenes))
}
