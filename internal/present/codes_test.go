package present_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// keyed puts a prefix before each code.
func keyed[C ~string](prefix string, codes ...C) []string {
	keys := make([]string, len(codes))
	for i, code := range codes {
		keys[i] = prefix + string(code)
	}
	return keys
}

// vocabularyKeys are the words of package rapport.
func vocabularyKeys() []string {
	keys := slices.Concat(
		keyed("kind.", rapport.Kinds()...), keyed("kind_hint.", rapport.Kinds()...),
		keyed("verdict.", rapport.Verdicts()...), keyed("verdict_hint.", rapport.Verdicts()...),
		keyed("state.", rapport.States()...), keyed("channel.", rapport.Channels()...),
		keyed("side.", "ours", "theirs"), keyed("scope.", "in", "beyond"),
		keyed("justified.", "yes", "partly", "no", "unsure"),
		keyed("severity.", "1", "2", "3", "4", "5"), keyed("energy.", "0", "1", "2", "3", "4", "5"),
		keyed("anger.", "0", "1", "2", "3"),
	)
	for _, k := range rapport.Kinds() {
		keys = append(keys, "group."+string(k.Group()))
	}
	for _, o := range []string{string(rapport.Right), string(rapport.Wrong), string(rapport.Unsure)} {
		keys = append(keys, "outcome."+o, "outcome."+o+".answer")
	}
	return keys
}

// judgementKeys are the words of what package assess says about one client.
func judgementKeys() []string {
	keys := slices.Concat(
		keyed("confidence.", assess.Confidences()...), keyed("rung_state.", rungStates()...),
		keyed("source.", "pattern", "circumstance", "ours"),
		keyed("part.", "demands", "complaints", "conduct", "payment", "energy"),
		keyed("reason.", assess.ReasonCodes()...), keyed("rule.", assess.RuleCodes()...),
		keyed("next.", assess.NextCodes()...), keyed("rung.", assess.RungCodes()...),
		keyed("around.", assess.AroundCodes()...), keyed("sign.", assess.SignCodes()...),
		keyed("driver.", assess.FollowsEnergy, assess.FollowsHope, assess.FollowsDislike),
	)
	for _, c := range assess.Courses() {
		if c != assess.Pending {
			keys = append(keys, keyed("course."+string(c), "", ".now", ".todo")...)
		}
	}
	for _, a := range assess.Axes() {
		keys = append(keys, keyed("axis."+string(a), "", ".crossed", ".todo")...)
	}
	return keys
}

// askedKeys are the words of questions, answers and what would change a verdict.
func askedKeys() []string {
	keys := append(keyed("whatif.", assess.WhatIfCodes()...), "whatif.without", "whatif.without_old", "option.dont_know")
	for _, ask := range assess.AskCodes() {
		keys = append(keys, "ask."+ask, "ask."+ask+".why")
		for _, option := range optionCodes()[ask] {
			if option != assess.DontKnow {
				keys = append(keys, "option."+ask+"."+option)
			}
		}
	}
	return keys
}

// surveyKeys are the words of what several clients have in common.
func surveyKeys() []string {
	keys := keyed("me.", assess.TooFew, assess.NotYou, assess.Partly, assess.Likely)
	for _, code := range assess.TryCodes() {
		keys = append(keys, "try."+code, "try."+code+".why")
	}
	return keys
}

// Codes are the file format: each must have its words, or a screen shows ⟦⟧.
func TestEveryCodeHasItsWords(t *testing.T) {
	for l, s := range speakers() {
		for _, key := range slices.Concat(vocabularyKeys(), judgementKeys(), askedKeys(), surveyKeys()) {
			if !s.Has(key) {
				t.Errorf("%s: %s is missing", l, key)
			}
		}
	}
}

// And the other way about: words for a code that is no more are dead.
func TestEveryWordHasItsCode(t *testing.T) {
	keys := slices.Concat(vocabularyKeys(), judgementKeys(), askedKeys())
	closed := []string{
		"reason.", "next.", "ask.", "option.", "whatif.", "around.", "sign.", "course.", "axis.", "outcome.", "driver.",
		"rung.", "rung_state.", "confidence.", "source.", "part.", "verdict.", "verdict_hint.", "kind.", "kind_hint.",
	}
	for _, area := range areas(t) {
		for key := range areaTexts(t, area, present.English) {
			bears := func(prefix string) bool { return strings.HasPrefix(key, prefix) }
			known := slices.Contains(keys, strings.TrimSuffix(key, ".about")) || key == "rung_state.untried"
			if slices.ContainsFunc(closed, bears) && !known {
				t.Errorf("%s words a code that nobody gives", key)
			}
		}
	}
}

func TestEveryThemeIsAFriction(t *testing.T) {
	for _, area := range areas(t) {
		for key := range areaTexts(t, area, present.English) {
			if code, ok := strings.CutPrefix(key, "theme."); ok && !slices.Contains(assess.ReasonCodes(), code) {
				t.Errorf("%s words nothing a survey can share", key)
			}
		}
	}
}

// What a survey can share is what its friction says: each kind of friction, told
// in every shade, must come with its words.
func TestEverySharedFrictionHasItsTheme(t *testing.T) {
	var entries []rapport.Entry
	add := func(e rapport.Entry) {
		e.ID, e.On, e.Severity = id(byte(len(entries)+1)), today.AddDays(-len(entries)), 3
		entries = append(entries, e)
	}
	for _, k := range rapport.Kinds() {
		add(rapport.Entry{Kind: k})
	}
	for _, j := range []rapport.Justified{rapport.JustifiedYes, rapport.JustifiedPartly, rapport.JustifiedNo} {
		add(rapport.Entry{Kind: rapport.Complaint, Justified: j})
	}
	add(rapport.Entry{Kind: rapport.Demand, Scope: rapport.ScopeBeyond})
	v := assess.NewSurvey(today.AddDays(-365), today)
	v.Add(assess.History{Client: rapport.Client{ID: id(1), Name: "A"}, Entries: entries})
	shared := v.Done().Shared
	if len(shared) < 12 {
		t.Fatalf("only %d frictions are shared", len(shared))
	}
	for l, s := range speakers() {
		for _, c := range shared {
			if !s.Has("theme." + c.Code) {
				t.Errorf("%s: theme.%s is missing", l, c.Code)
			}
		}
	}
}
