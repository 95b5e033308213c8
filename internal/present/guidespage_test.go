package present_test

import (
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// threeGuides is a library that fits an ending by step, by verdict and by what
// happened last.
func threeGuides() guide.Library {
	of := func(code, group string, f guide.For) guide.Guide {
		g := threeSteps()
		g.Code, g.Group, g.For = code, group, f
		return g
	}
	return guide.Library{
		of("kind", guide.GroupSelf, guide.For{Kinds: []rapport.Kind{rapport.Threat}}),
		of("verdict", guide.GroupFirm, guide.For{Verdicts: []rapport.Verdict{rapport.End}}),
		of("next", guide.GroupFirm, guide.For{Next: []string{assess.NextEnd}}),
		of("else", guide.GroupMoney, guide.For{Next: []string{assess.NextTalk}}),
	}
}

func TestTheGuidesThatFitComeFirstWithTheReasonWhy(t *testing.T) {
	k, s := vanDijk(), english()
	page := present.NewGuidesPage(s, threeGuides(), &k)
	var got []string
	for _, row := range page.Fits {
		got = append(got, row.Code)
	}
	if strings.Join(got, " ") != "next verdict kind" {
		t.Fatalf("offered are %v", got)
	}
	for i, want := range []string{s.Next(assess.NextEnd), "It fits the verdict “End”.", "It fits what happened last: Threat."} {
		if page.Fits[i].Why != want {
			t.Errorf("%s is offered because %q, want %q", page.Fits[i].Code, page.Fits[i].Why, want)
		}
	}
	if page.Answer != "Three guides fit Van Dijk Bouw now" || page.Fits[0].Steps != "Four short steps" {
		t.Errorf("it says %q and %q", page.Answer, page.Fits[0].Steps)
	}
}

func TestAGuideLaidAsideDoesNotAlsoFit(t *testing.T) {
	k := vanDijk()
	run := rapport.Run{ID: id(1), Guide: "next", Touched: june(20), Step: "third", Kept: map[string]string{"first": "done"}}
	k.Way.Runs = []rapport.Run{run, {ID: id(2), Guide: "verdict", Touched: june(21)}} // the other was only looked into
	page := present.NewGuidesPage(english(), threeGuides(), &k)
	if len(page.Open) != 1 || page.Open[0].Code != "next" || page.Open[0].Run != run.ID {
		t.Errorf("laid aside are %+v", page.Open)
	}
	if len(page.Fits) != 2 || page.Fits[0].Code != "verdict" || page.Fits[1].Code != "kind" {
		t.Errorf("beside it fit %+v", page.Fits)
	}
	if page.Answer != "Two guides fit Van Dijk Bouw now" {
		t.Errorf("it says %q", page.Answer)
	}
	page = present.NewGuidesPage(english(), threeGuides()[2:], &k) // nothing else fits
	if len(page.Fits) != 0 || page.Answer != "A guide for every hard moment" {
		t.Errorf("with nothing else it offers %+v and says %q", page.Fits, page.Answer)
	}
}

func TestTheLibraryIsGroupedByWhatItIsFor(t *testing.T) {
	page := present.NewGuidesPage(english(), threeGuides(), nil)
	if len(page.Fits) > 0 || len(page.Open) > 0 {
		t.Errorf("without a client it offers %v", page.Fits)
	}
	var got []string
	for _, g := range page.Groups {
		got = append(got, g.Code)
	}
	if strings.Join(got, " ") != "firm money self" || len(page.Groups[0].Rows) != 2 {
		t.Errorf("groups are %v", got)
	}
}

func TestAGuideTakenUpIsOfferedBeforeAnyOther(t *testing.T) {
	k := vanDijk()
	begun := map[string]string{"first": "done"}
	k.Way.Runs = []rapport.Run{
		{ID: id(1), Guide: "verdict", Touched: june(20), Step: "third", Kept: begun},
		{ID: id(2), Guide: "kind", Touched: june(25), Done: june(25), Kept: begun},
		{ID: id(3), Guide: "of another program", Touched: june(29), Kept: begun}, {ID: id(4), Guide: "next", Touched: june(29)},
	}
	row := present.NextGuide(english(), threeGuides(), k)
	if row.Code != "verdict" || row.Run != id(1) || row.Steps != "Step 3 of 4, last used 10 days ago" {
		t.Errorf("offered is %+v", row)
	}
	k.Way.Runs = nil
	if row = present.NextGuide(english(), threeGuides(), k); row.Code != "next" || row.Run != (rapport.ID{}) {
		t.Errorf("with none taken up, offered is %+v", row)
	}
	if row = present.NextGuide(english(), nil, k); row.Code != "" {
		t.Errorf("of an empty library, offered is %+v", row)
	}
}

// Whatever is chosen in any guide, every step it leads to is worded.
func TestEveryStepOfEveryGuideIsWordedInEveryLanguage(t *testing.T) {
	k := vanDijk()
	for l, s := range speakers() {
		page := present.NewGuidesPage(s, present.Guides(), &k)
		var b strings.Builder
		b.WriteString(passagesText(page.Passages(s)))
		for _, g := range present.Guides() {
			for _, kept := range choices(g) {
				guided := present.NewGuidePage(s, g, rapport.Run{Guide: g.Code, Kept: kept}, k)
				b.WriteString(passagesText(guided.Passages(s)) + guided.End.Text + guided.End.Next)
				for _, step := range guided.Steps {
					b.WriteString(step.Title + step.Text + step.Primary + step.Skip + step.Shut + step.Facts.Title)
					for _, item := range step.Items {
						b.WriteString(item.Text + item.Why)
					}
				}
			}
		}
		text := b.String()
		for _, bad := range []string{"⟦", "<no value>", "{{"} {
			if at := strings.Index(text, bad); at >= 0 {
				t.Errorf("%s: a guide holds %q", l, text[at:min(len(text), at+80)])
			}
		}
	}
}

// choices are runs of a guide in which each option of each choice was taken once.
func choices(g guide.Guide) []map[string]string {
	runs := []map[string]string{{}}
	for _, step := range g.Steps {
		if step.Kind != guide.Choose {
			continue
		}
		for _, item := range step.Items {
			runs = append(runs, map[string]string{step.Code: item})
		}
	}
	return runs
}
