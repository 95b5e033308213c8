package desktop

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// guideViews are the guides, at a step of each kind, and the letters.
var guideViews = []view{
	{"guides", func(s *stage) { s.to(screen.Place{Name: screen.AtGuides}) }},
	{"guides_client", func(s *stage) {
		s.to(screen.Place{Name: screen.AtGuides, Client: s.clientOf(rapport.ExtraMile)})
	}},
	{"guide_read", func(s *stage) { s.guideAt(guide.Read) }},
	{"guide_tick", func(s *stage) { s.guideAt(guide.Tick) }},
	{"guide_ask", func(s *stage) { s.guideAt(guide.Ask) }},
	{"guide_choose", func(s *stage) { s.guideAt(guide.Choose) }},
	{"guide_timer", func(s *stage) { s.guideAt(guide.Timer) }},
	{"guide_letter", func(s *stage) { s.guideAt(guide.WriteTo) }},
	{"guide_log", func(s *stage) { s.guideAt(guide.Log) }},
	{"guide_promise", func(s *stage) { s.guideAt(guide.Promise) }},
	{"guide_obligation", func(s *stage) { s.guideAt(guide.Obligation) }},
	{"guide_gate", func(s *stage) { s.guideAt(guide.Gate) }},
	{"guide_done", func(s *stage) { s.guideAt("") }},
	{"guide_reading", func(s *stage) { s.to(screen.Place{Name: screen.AtGuide, Guide: present.Guides()[0].Code}) }},
	{"letter", func(s *stage) {
		s.to(screen.Place{Name: screen.AtLetter, Client: s.clientOf(rapport.Mend), Letter: screen.Writing{Kind: "apology"}})
	}},
	{"letter_kinds", func(s *stage) { s.to(screen.Place{Name: screen.AtLetter, Client: s.clientOf(rapport.End)}) }},
}

// guideAt shows a guide at its first step of a kind, everything before it passed;
// with no kind, a guide that is done.
func (s *stage) guideAt(kind guide.StepKind) {
	s.t.Helper()
	client := s.clientOf(rapport.Mend)
	for _, g := range present.Guides() {
		kept := map[string]string{}
		for _, step := range g.Steps {
			if step.Kind == kind && visible(g, kept, step.Code) {
				s.takeUp(client, g.Code, step.Code, kept)
				return
			}
			kept[step.Code] = "done"
			if step.Kind == guide.Choose {
				kept[step.Code] = step.Items[0]
			}
		}
		if kind == "" {
			last := g.Steps[len(g.Steps)-1]
			delete(kept, last.Code)
			s.takeUp(client, g.Code, last.Code, kept)
			s.places.screens[screen.AtGuide].(screen.Keyed).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			s.settle()
			return
		}
	}
}

// visible reports whether a step applies after what was kept.
func visible(g guide.Guide, kept map[string]string, code string) bool {
	for _, step := range g.Visible(kept) {
		if step.Code == code {
			return true
		}
	}
	return false
}

// takeUp has a guide stand at a step and goes there.
func (s *stage) takeUp(client rapport.ID, code, step string, kept map[string]string) {
	s.t.Helper()
	run, err := s.session.practice.TakeUp(s.t.Context(), client, code)
	if err != nil {
		s.t.Fatal(err)
	}
	run.Step, run.Kept = step, kept
	if err := s.session.practice.KeepRun(s.t.Context(), run); err != nil {
		s.t.Fatal(err)
	}
	delete(s.places.screens, screen.AtGuide) // one that was open knows nothing of it
	s.to(screen.Place{Name: screen.AtGuide, Client: client, Guide: code})
}
