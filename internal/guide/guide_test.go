package guide_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func library(t testing.TB) guide.Library {
	t.Helper()
	l, err := guide.ReadLibrary(assets.Guides())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestWhatTheJudgementAdvisesLeadsToTheGuideForIt(t *testing.T) {
	l := library(t)
	for next, want := range map[string]string{
		"state_expectations": "set_expectations", "state_boundary": "clear_boundary", "renew_boundary": "clear_boundary",
		"sincere_effort": "extra_mile", "offer_help": "extra_mile", "mend": "mend_our_side", "apologise": "apologise_and_mend",
		"ask_payment": "ask_for_money", "demand_payment": "ask_for_money", "new_terms": "renegotiate", "hear_out": "hear_them_out",
		"end": "end_engagement", "get_support": "threat",
	} {
		for _, verdict := range rapport.Verdicts() {
			offered := l.Offer(verdict, next, "")
			if i := slices.IndexFunc(offered, func(g guide.Guide) bool { return g.Code == want }); i < 0 || i > 2 {
				t.Errorf("%s with %s is offered %v, %s not among the first three", verdict, next, codes(offered), want)
			}
		}
	}
	for verdict, want := range map[rapport.Verdict]string{
		rapport.Keep: "steady_care", rapport.ExtraMile: "extra_mile", rapport.Mend: "mend_our_side", rapport.Trial: "clear_boundary",
		rapport.Renegotiate: "renegotiate", rapport.End: "end_engagement", rapport.Safety: "threat", rapport.Unclear: "is_it_me",
	} {
		if got := l.Offer(verdict, "", "")[0].Code; got != want && verdict != rapport.Renegotiate {
			t.Errorf("%s is offered %s first, not %s", verdict, got, want)
		}
	}
	if got := l.Offer(rapport.Trial, "state_boundary", rapport.Disrespect)[0].Code; got != "clear_boundary" {
		t.Errorf("after an insult, the limit still to be stated comes first, not %s", got)
	}
}

func TestSomethingIsAlwaysOffered(t *testing.T) {
	l := library(t)
	rapid.Check(t, func(t *rapid.T) {
		verdict := rapid.SampledFrom(append(rapport.Verdicts(), "")).Draw(t, "verdict")
		kind := rapid.SampledFrom(append(rapport.Kinds(), "")).Draw(t, "kind")
		next := rapid.SampledFrom([]string{"", "end", "watch", "unheard_of"}).Draw(t, "next")
		offered := l.Offer(verdict, next, kind)
		if len(offered) == 0 {
			t.Fatal("nothing was offered")
		}
		if len(codes(offered)) != len(slices.Compact(slices.Sorted(slices.Values(codes(offered))))) {
			t.Fatalf("%v holds one twice", codes(offered))
		}
	})
}

func TestAStepWaitsForItsChoice(t *testing.T) {
	g, _ := library(t).Find("insult")
	seen := func(channel string) []string {
		var codes []string
		for _, s := range g.Visible(map[string]string{"channel": channel}) {
			codes = append(codes, s.Code)
		}
		return codes
	}
	for channel, c := range map[string]struct{ with, without string }{
		"written": {"letter", "stop"}, "live": {"stop", "letter"}, "public": {"public_reply", "stop"}, "": {"channel", "stop"},
	} {
		if got := seen(channel); !slices.Contains(got, c.with) || slices.Contains(got, c.without) {
			t.Errorf("after choosing %q the steps are %v", channel, got)
		}
	}
}

func TestWhatALetterHasLoggedIsNotAskedForAgain(t *testing.T) {
	g, _ := library(t).Find("clear_boundary")
	noted := func(letter string) bool {
		return slices.ContainsFunc(g.Visible(map[string]string{"letter": letter}), func(s guide.Step) bool { return s.Code == "stated" })
	}
	if !noted(guide.Skipped) || !noted("") || noted(guide.Done) {
		t.Error("the limit is to be noted by hand if and only if no letter went out")
	}
}

// A choice that is out of sight itself, because an earlier one was changed, decides
// nothing any more.
func TestAChoiceOutOfSightDecidesNothing(t *testing.T) {
	g := guide.Guide{Steps: []guide.Step{
		{Code: "channel", Kind: guide.Choose, Items: []string{"live", "written"}},
		{Code: "place", Kind: guide.Choose, Items: []string{"home", "away"}, When: &guide.When{Step: "channel", Is: []string{"live"}}},
		{Code: "leave", Kind: guide.Read, When: &guide.When{Step: "place", Is: []string{"away"}}},
	}}
	if n := len(g.Visible(map[string]string{"channel": "live", "place": "away"})); n != 3 {
		t.Errorf("%d steps where all three apply", n)
	}
	if n := len(g.Visible(map[string]string{"channel": "written", "place": "away"})); n != 1 {
		t.Errorf("%d steps where only the first applies", n)
	}
}

// Whatever was chosen, an earlier step never vanishes because of a later choice.
func TestALaterChoiceHidesNothingBehind(t *testing.T) {
	for _, g := range library(t) {
		rapid.Check(t, func(t *rapid.T) {
			kept := map[string]string{}
			for i, step := range g.Steps {
				before := g.Visible(kept)
				if step.Kind == guide.Choose {
					kept[step.Code] = rapid.SampledFrom(step.Items).Draw(t, step.Code)
				}
				for _, b := range before {
					stands := slices.IndexFunc(g.Steps, func(s guide.Step) bool { return s.Code == b.Code })
					if stands <= i && !slices.ContainsFunc(g.Visible(kept), func(s guide.Step) bool { return s.Code == b.Code }) {
						t.Fatalf("%s: choosing at %s hid %s", g.Code, step.Code, b.Code)
					}
				}
			}
		})
	}
}

func TestEveryKindOfStepIsUsed(t *testing.T) {
	used := map[guide.StepKind]bool{}
	for _, g := range library(t) {
		for _, s := range g.Steps {
			used[s.Kind] = true
		}
		if n := len(g.Visible(nil)); n < 3 || n > 12 {
			t.Errorf("%s has %d steps", g.Code, n)
		}
	}
	for _, k := range guide.StepKinds() {
		if !used[k] {
			t.Errorf("no guide has a step %q", k)
		}
	}
}

func TestTheKeysOfALibraryAreThoseOfItsSteps(t *testing.T) {
	l := guide.Library{{Code: "g", Steps: []guide.Step{{Code: "a", Kind: guide.Tick, Items: []string{"x"}}}}}
	want := []string{"guide.g.a.text", "guide.g.a.title", "guide.g.a.x", "guide.g.done", "guide.g.line", "guide.g.title"}
	if got := l.Keys(); !slices.Equal(got, want) {
		t.Errorf("keys are %v", got)
	}
	if got := l.Courtesies(); !slices.Equal(got, []string{"guide.g.a.x.why"}) {
		t.Errorf("courtesies are %v", got)
	}
}

func TestEveryCardOpensAGuide(t *testing.T) {
	l := library(t)
	cards, err := guide.ReadCards(assets.Guides(), l)
	if err != nil || len(cards) < 10 {
		t.Errorf("%d cards, %v", len(cards), err)
	}
	folder := fstest.MapFS{"cards.json": file(`[{"code":"a","guide":"nowhere"}]`)}
	if _, err := guide.ReadCards(folder, l); err == nil {
		t.Error("a card that opens nothing was taken")
	}
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func codes(guides []guide.Guide) (codes []string) {
	for _, g := range guides {
		codes = append(codes, g.Code)
	}
	return codes
}

func TestABrokenGuideIsRefusedWhen(t *testing.T) {
	const good = `{"code":"g","group":"self","for":{},"steps":[
		{"code":"pick","kind":"choose","items":["a","b"]},
		{"code":"go","kind":"read","when":{"step":"pick","is":["a"]}}]}`
	read := func(order, text string) error {
		_, err := guide.ReadLibrary(fstest.MapFS{"order.json": file(order), "g.json": file(text)})
		return err
	}
	if err := read(`["g"]`, good); err != nil {
		t.Fatalf("the good guide is refused: %v", err)
	}
	if err := read(`[]`, good); err == nil {
		t.Error("a guide nobody lists was passed over")
	}
	if err := read(`["g","g"]`, good); err == nil {
		t.Error("a guide listed twice was taken")
	}
	if err := read(`["g","h"]`, good); err == nil {
		t.Error("a guide that is listed and not there was taken")
	}
	for name, c := range map[string][2]string{
		"a field is unknown":                {`"group"`, `"colour":"red","group"`},
		"the group is unknown":              {`"self"`, `"others"`},
		"it calls itself otherwise":         {`"code":"g"`, `"code":"h"`},
		"a step has no kind":                {`"kind":"read"`, `"kind":""`},
		"two steps share a code":            {`"code":"go"`, `"code":"pick"`},
		"a step bears the name of a text":   {`"code":"go"`, `"code":"title"`},
		"a code cannot stand in a key":      {`"code":"go"`, `"code":"a.b"`},
		"a condition points nowhere":        {`"step":"pick"`, `"step":"later"`},
		"a condition cannot be chosen":      {`"is":["a"]`, `"is":["c"]`},
		"a condition asks for nothing":      {`"is":["a"]`, `"is":[]`},
		"a choice of one":                   {`["a","b"]`, `["a"]`},
		"an item stands twice":              {`["a","b"]`, `["a","a"]`},
		"something to read has items":       {`"kind":"read"`, `"kind":"read","items":["x"]`},
		"a timer without time":              {`"kind":"read"`, `"kind":"timer"`},
		"nobody breathes like that":         {`"kind":"read"`, `"kind":"timer","seconds":60,"pace":{"in":0,"out":4}`},
		"less than no time":                 {`"kind":"read"`, `"kind":"read","seconds":-5`},
		"a letter of no kind":               {`"kind":"read"`, `"kind":"letter"`},
		"a log step without an entry":       {`"kind":"read"`, `"kind":"log"`},
		"an entry of an unknown kind":       {`"kind":"read"`, `"kind":"log","entry":{"kind":"gossip"}`},
		"an entry of an unheard severity":   {`"kind":"read"`, `"kind":"log","entry":{"kind":"contact","severity":9}`},
		"a gate that is none":               {`"kind":"read"`, `"kind":"gate","gate":"heaven"`},
		"facts nobody has":                  {`"kind":"read"`, `"kind":"read","show":"stars"`},
		"no letter can have gone out":       {`"kind":"read"`, `"kind":"log","entry":{"kind":"contact"},"unsent":true`},
		"a note takes what nobody wrote":    {`"kind":"read"`, `"kind":"log","entry":{"kind":"note","from":"pick"}`},
		"a surprise that is no clause":      {`["a","b"]`, `["a","b"],"surprise":true`},
		"only a choice can be a surprise":   {`"kind":"read"`, `"kind":"read","surprise":true`},
		"a side that is none owes":          {`"kind":"read"`, `"kind":"obligation","owed":{"side":"nobody"}`},
		"only obligations are owed":         {`"kind":"read"`, `"kind":"read","owed":{"side":"theirs"}`},
		"only what is asked can be let go":  {`"kind":"read"`, `"kind":"read","burn":true`},
		"a verdict nobody gives":            {`"for":{}`, `"for":{"verdicts":["hang"]}`},
		"a kind of entry nobody could log":  {`"for":{}`, `"for":{"kinds":["gossip"]}`},
		"there is nothing to do":            {good[strings.Index(good, `[`):], `[]}`},
		"two guides stand in one file":      {`"is":["a"]}}]}`, `"is":["a"]}}]} {}`},
		"the file ends in the middle of it": {`"is":["a"]}}]}`, ``},
	} {
		if err := read(`["g"]`, strings.Replace(good, c[0], c[1], 1)); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
