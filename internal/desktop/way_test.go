package desktop

import (
	"errors"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// wayViews are the states of what goes on with a client beside the record.
var wayViews = []view{
	{"ending_begin", func(s *stage) { s.to(screen.Place{Name: screen.AtEnding, Client: s.clientOf(rapport.Keep)}) }},
	{"ending", func(s *stage) { s.to(screen.Place{Name: screen.AtEnding, Client: s.leaving()}) }},
	{"client_ending", func(s *stage) { s.to(screen.Place{Name: screen.AtClient, Client: s.leaving()}) }},
	{"client_promises", func(s *stage) {
		id := s.fileWhere(func(f practice.ClientFile) bool { return len(f.Way.Promises) > 1 })
		s.to(screen.Place{Name: screen.AtClient, Client: id})
	}},
	{"client_flag", func(s *stage) {
		id := s.fileWhere(func(f practice.ClientFile) bool { return len(f.Way.Flags) > 0 && f.Way.Flags[0].Flying(s.today) })
		s.to(screen.Place{Name: screen.AtClient, Client: id})
	}},
	{"client_more", func(s *stage) {
		s.to(screen.Place{Name: screen.AtClient, Client: s.inDoubt()})
		s.click(s.session.speaker.T("way_page.more"))
	}},
	{"sheet", func(s *stage) { s.to(screen.Place{Name: screen.AtSheet, Client: s.withSheet()}) }},
	{"heads_up", func(s *stage) { screen.ShowHeadsUp(s, s.inDoubt()); s.settle() }},
	{"promise_form", func(s *stage) { screen.ShowPromiseForm(s, s.anybody().ID); s.settle() }},
	{"flag_form", func(s *stage) { screen.ShowFlagForm(s, s.anybody().ID, "", 0); s.settle() }},
	{"surprise_form", func(s *stage) { screen.ShowSurpriseForm(s, s.anybody().ID); s.settle() }},
	{"threat_form", func(s *stage) {
		screen.ShowThreatForm(s, rapport.ThreatCase{Client: s.anybody().ID, Voiced: s.today})
		s.settle()
	}},
}

// fileWhere returns the first client of the sample whose file is as wanted, the zero
// id if there is none.
func (s *stage) fileWhere(wanted func(practice.ClientFile) bool) rapport.ID {
	s.t.Helper()
	clients, err := s.session.practice.Clients(s.t.Context(), true)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, c := range clients {
		file, err := s.session.practice.Client(s.t.Context(), c.ID)
		if err != nil {
			s.t.Fatal(err)
		}
		if wanted(file) {
			return c.ID
		}
	}
	return rapport.ID{}
}

// leaving returns a client whose ending is under way; one is begun if there is none.
func (s *stage) leaving() rapport.ID {
	s.t.Helper()
	id := s.fileWhere(func(f practice.ClientFile) bool { return f.Way.EndPlan != nil && f.Way.EndPlan.Open() })
	if id != (rapport.ID{}) {
		return id
	}
	id = s.clientOf(rapport.End)
	if _, err := s.session.practice.StartEnding(s.t.Context(), rapport.EndPlan{Client: id,
		Notice: rapport.Period{Days: 30, MonthEnd: true}}); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	return id
}

// parted returns a client with whom it ended; if there is none, one with whom nothing
// is open any more leaves.
func (s *stage) parted() rapport.ID {
	s.t.Helper()
	id := s.fileWhere(func(f practice.ClientFile) bool { return f.Way.EndPlan != nil && !f.Way.EndPlan.Finished.IsZero() })
	if id != (rapport.ID{}) {
		return id
	}
	p := s.session.practice
	id = s.fileWhere(func(f practice.ClientFile) bool {
		return f.Way.EndPlan == nil && len(f.History.Obligations) == 0 && len(f.Way.Promises) == 0
	})
	plan, err := p.StartEnding(s.t.Context(), rapport.EndPlan{Client: id, Story: "They had hoped for more.",
		Notice: rapport.Period{From: s.today - 90}, Considered: rapport.OweKinds(), LastDay: s.today})
	if err != nil {
		s.t.Fatal(err)
	}
	s.today = plan.Begun + 1
	if err := p.FinishEnding(s.t.Context(), id); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	return id
}

// clear settles whatever is owed to a client: without that no end can be noted.
func (s *stage) clear(client rapport.ID) {
	s.t.Helper()
	p := s.session.practice
	file, err := p.Client(s.t.Context(), client)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, o := range file.History.Obligations {
		if o.Open() && o.Side == rapport.Ours {
			err = errors.Join(err, p.Meet(s.t.Context(), o.ID))
		}
	}
	for _, promise := range file.Way.Promises {
		if promise.Open() {
			err = errors.Join(err, p.KeepPromise(s.t.Context(), promise.ID))
		}
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// withSheet returns a client with an expectation sheet, else anybody.
func (s *stage) withSheet() rapport.ID {
	s.t.Helper()
	id := s.fileWhere(func(f practice.ClientFile) bool { return f.Way.Sheet != nil && len(f.Way.Surprises) > 0 })
	if id == (rapport.ID{}) {
		return s.anybody().ID
	}
	return id
}
