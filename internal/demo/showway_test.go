package demo_test

import (
	"slices"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// What there is beside the record, on every day of the week.
func TestTheSampleShowsTheWholeWay(t *testing.T) {
	for day := range rapport.Date(7) {
		on := today + day
		s := openSample(t, on)
		shows := func(what string, is bool) {
			t.Helper()
			if !is {
				t.Errorf("on %s (%s) the sample does not show %s", on, on.Weekday(), what)
			}
		}
		s.ofTheEnding(shows)
		s.ofWords(shows, on)
		s.ofThoseWhoReturn(shows)
		s.ofGuidesAndLetters(shows, on)
		s.ofToday(shows)
		s.ofTheOwner(shows)
	}
}

func (s sample) ofTheEnding(shows func(string, bool)) {
	file, err := s.EndingOf(s.t.Context(), s.file("Quillfeather").History.Client.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	var met, waived, open int
	for _, o := range file.History.Obligations {
		switch {
		case !o.Met.IsZero():
			met++
		case !o.Waived.IsZero():
			waived++
		default:
			open++
		}
	}
	var codes []string
	for _, b := range file.Status.Blocks {
		codes = append(codes, b.Code)
	}
	shows("an ending half way", file.Plan != nil && file.Plan.Open() && met == 2 && waived == 1 && open == 1)
	shows("an ending that is locked by what is owed, what nobody asked and the notice that runs",
		slices.Equal(codes, []string{ending.BlockUnasked, ending.BlockObligation, ending.BlockNoticeRunning}))
	shows("a claim with interest in an ending", len(file.Claims) == 1 && file.Claims[0].Interest.Minor > 0 && len(file.Not) == 0)
	shows("a threat that was voiced and settled", len(file.Way.Threats) == 1 && !file.Way.Threats[0].Open())
	dossier, err := s.Dossier(s.t.Context(), file.History.Client.ID)
	shows("a dossier whose chain holds", err == nil && len(dossier.Facts) > 20 && dossier.Broken() < 0)
	claims, not, err := s.Claims(s.t.Context(), s.file("Krähwinkel").History.Client.ID, s.Today())
	shows("claims with interest where an ending is due", err == nil && len(claims) == 2 && len(not) == 0)
}

func (s sample) ofWords(shows func(string, bool), on rapport.Date) {
	file := s.file("Tulpenstorm")
	sheet, surprises := file.Way.Sheet, file.Way.Surprises
	shows("a sheet that was agreed, with a gap and a surprise that came of it", sheet != nil && !sheet.Agreed.IsZero() &&
		len(sheet.Gaps()) == 1 && len(surprises) == 1 && surprises[0].Clause == sheet.Gaps()[0])
	shows("a client with whom somebody did without a sheet", !s.file("Fjordmoos").Way.Sheet.Skipped.IsZero())
	var kept, broken, open int
	promises := s.file("Vlinderkade").Way.Promises
	for _, p := range promises {
		switch {
		case !p.Kept.IsZero():
			kept++
		case !p.Broken.IsZero():
			broken++
		case p.By <= on.AddDays(5):
			open++
		}
	}
	shows("promises kept, broken and due soon", kept == 1 && broken == 1 && open == 2)
	ledger, err := s.Ledger(s.t.Context(), on.AddDays(-365), on)
	shows("surprises, and complaints with a sheet and without", err == nil && len(ledger.Surprises) >= 3 &&
		ledger.With.Clients > 0 && ledger.Without.Complaints > 0)
	shows("what waiting has cost", len(ledger.Waiting) > 0)
	survey, err := s.Insights(s.t.Context(), on.AddDays(-181), on)
	shows("a client won back, and what they brought since", err == nil && len(survey.WonBack) == 1 &&
		survey.WonBack[0].Course == assess.Better && len(survey.WonBack[0].Since) == 1 && survey.WonBack[0].Given.Minor > 0)
}

func (s sample) ofThoseWhoReturn(shows func(string, bool)) {
	found, err := s.Known(s.t.Context(), "Hopplahopp", []string{"luft@hopplahopp.example"})
	shows("a flag for one who may return", err == nil && len(found) == 1 && len(found[0].Flags) == 1 && !found[0].Ended.IsZero())
	flying, err := s.Flying(s.t.Context())
	shows("a flag over a client who is here", err == nil && len(flying) == 2)
}

func (s sample) ofGuidesAndLetters(shows func(string, bool), on rapport.Date) {
	runs := s.file("İki Martı").Way.Runs
	shows("a guide that was laid aside", len(runs) == 1 && runs[0].Done.IsZero() && runs[0].Touched < on)
	if len(runs) == 1 {
		g, known := present.Guides().Find(runs[0].Guide)
		shows("a guide that is in the library", known)
		steps := g.Visible(runs[0].Kept)
		at := slices.IndexFunc(steps, func(step guide.Step) bool { return step.Code == runs[0].Step })
		shows("a guide laid aside in its middle", at > 0 && at < len(steps)-1 && len(runs[0].Kept) == at)
		for _, step := range steps[:max(0, at)] {
			kept := runs[0].Kept[step.Code]
			shows("what was kept of "+step.Code, kept != "" && (step.Kind != guide.Choose || slices.Contains(step.Items, kept)))
		}
	}
	sent, held := 0, 0
	for _, name := range []string{"Krähwinkel", "Vlinderkade", "Quillfeather"} {
		for _, l := range s.file(name).Way.Letters {
			if l.Draft() && l.Held == on {
				held++
			} else if !l.Draft() {
				sent++
			}
		}
	}
	shows("letters that were sent, and one held for the night", sent == 3 && held == 1)
}

func (s sample) ofToday(shows func(string, bool)) {
	dues, err := s.Dues(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, code := range rapport.DueCodes() {
		shows("today a "+string(code), slices.ContainsFunc(dues, func(d rapport.Due) bool { return d.Code == code }))
	}
}

func (s sample) ofTheOwner(shows func(string, bool)) {
	settings, err := s.Settings(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	shows("hours, helpers, a trade and its non-negotiables", settings.Hours > 0 && settings.WinHours > 0 && len(settings.Helpers) == 2 &&
		slices.Contains(present.TradeCodes(), settings.Trade) && settings.Firm != "" && settings.RemedyLimit > 0)
}
