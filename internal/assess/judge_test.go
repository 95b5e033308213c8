package assess

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// What the assessment must reach on the stories. Two experienced advisers, who
// saw what it sees, reach a macro-F1 of .72 and .70 against what authors did.
const (
	floorMacroF1    = 0.66
	floorAcceptable = 0.85
	ceilingGrave    = 4
)

// TestJudge holds the floors and, with -v, prints how every class does and what
// each miss rested on.
func TestJudge(t *testing.T) {
	stories := readStories(t)
	var seen, unseen []story
	for _, s := range stories {
		if s.unseen() {
			unseen = append(unseen, s)
		} else {
			seen = append(seen, s)
		}
	}
	all := judge(stories, verdictOf)
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-8s %4s %9s %11s %6s %9s\n", "stories", "n", "macro-F1", "acceptable", "grave", "advisers")
	for _, set := range []struct {
		name string
		judged
	}{{"all", all}, {"seen", judge(seen, verdictOf)}, {"unseen", judge(unseen, verdictOf)}} {
		fmt.Fprintf(&b, "%-8s %4d %9.3f %11.3f %6d %9.3f\n",
			set.name, set.n, set.macroF1(), set.accepted(), set.grave, set.agreement())
	}
	fmt.Fprintf(&b, "\n%-8s %5s %5s %10s %7s %6s\n", "class", "meant", "said", "precision", "recall", "F1")
	for _, c := range classes {
		p, r, f := all.class(c)
		fmt.Fprintf(&b, "%-8s %5d %5d %10.2f %7.2f %6.2f\n", c, all.meant[c], all.said[c], p, r, f)
	}
	fmt.Fprintf(&b, "%-8s %5s %5d\n\nmisses (* outside what is acceptable, ! grave):\n", "unclear", "", all.said["unclear"])
	for _, s := range seen {
		writeMiss(&b, s)
	}
	t.Log(b.String())
	if f := all.macroF1(); f < floorMacroF1 {
		t.Errorf("macro-F1 is %.3f, under %.2f", f, floorMacroF1)
	}
	if a := all.accepted(); a < floorAcceptable {
		t.Errorf("%.3f of the verdicts are acceptable, under %.2f", a, floorAcceptable)
	}
	if all.grave > ceilingGrave {
		t.Errorf("%d grave errors, more than %d", all.grave, ceilingGrave)
	}
}

func verdictOf(s story) rapport.Verdict { return Assess(s.history, storiesOn).Verdict }

// writeMiss prints a story the assessment sees otherwise than its author did.
func writeMiss(b *strings.Builder, s story) {
	a := Assess(s.history, storiesOn)
	got := classOf(a.Verdict)
	if got == s.author {
		return
	}
	mark := " "
	switch {
	case got == "invest" && s.author == "end" || got == "end" && s.author == "invest":
		mark = "!"
	case !slices.Contains(s.acceptable, got):
		mark = "*"
	}
	fmt.Fprintf(b, "%s %s %-6s for %-6s %-17s strain %3.0f pattern %.2f circ %.2f ours %.2f |",
		mark, s.id, got, s.author, a.Rule, a.Strain, a.Source.Pattern, a.Source.Circumstance, a.Source.Ours)
	for _, why := range a.Reasons[:min(3, len(a.Reasons))] {
		fmt.Fprintf(b, " %s %+.1f", why.Code, why.Decibans)
	}
	b.WriteByte('\n')
}
