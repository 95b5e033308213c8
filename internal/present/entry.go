package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// EntryLine is one entry as the journal lists it.
type EntryLine struct {
	Entry     rapport.ID
	Kind      rapport.Kind
	Word      string // the kind's name
	Qualifier string // "partly justified", "beyond what was agreed", "" if there is none
	Client    string
	Date      string // in figures
	Severity  int
	Note      string
	Cost      string // "20 min unbilled, energy 4 of 5", "" if it cost nothing
}

// Entry words one entry of the named client.
func (s *Speaker) Entry(e rapport.Entry, client string) EntryLine {
	return EntryLine{
		Entry: e.ID, Kind: e.Kind, Word: s.Kind(e.Kind), Qualifier: s.qualifier(e),
		Client: client, Date: s.DateShort(e.On), Severity: e.Severity, Note: e.Note, Cost: s.cost(e.Cost),
	}
}

// What names an entry with its qualifier: "Complaint, partly justified".
func (s *Speaker) What(e rapport.Entry) string {
	if q := s.qualifier(e); q != "" {
		return s.Kind(e.Kind) + ", " + q
	}
	return s.Kind(e.Kind)
}

// qualifier says what was said about a complaint or a demand.
func (s *Speaker) qualifier(e rapport.Entry) string {
	switch {
	case e.Kind == rapport.Complaint && e.Justified != "":
		return s.Justified(e.Justified)
	case e.Kind == rapport.Demand && e.Scope != "":
		return s.Scope(e.Scope)
	default:
		return ""
	}
}

// cost strings together what an entry took out of us. Our own anger is left out:
// it is asked for to slow the writer down, not to be read over a shoulder.
func (s *Speaker) cost(c rapport.Cost) string {
	var parts []string
	if c.Minutes > 0 {
		parts = append(parts, s.T("cost.unbilled", Args{"Duration": s.Duration(c.Minutes)}))
	}
	if energy, said := c.Energy.Get(); said && energy > 0 {
		parts = append(parts, s.T("cost.energy", Args{"Energy": energy}))
	}
	return strings.Join(parts, ", ")
}
