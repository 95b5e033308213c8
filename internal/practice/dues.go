package practice

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// DueAhead is how many days ahead [Practice.Dues] looks.
const DueAhead = 7

// Dues returns what there is to see to today: what is late, what is due within
// [DueAhead] days, and what was laid aside, the earliest day first. What clients who
// are out of sight owe is left out; what is owed to them is not. As long as a hardship
// stands its client's invoices are not named: they come back with the day the hardship
// is to be looked at again.
func (p *Practice) Dues(ctx context.Context) ([]rapport.Due, error) {
	today := p.today()
	d := dues{today: today, until: today.AddDays(DueAhead)}
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		if d.standings, err = tx.Standings(today, true); err != nil {
			return err
		}
		d.clients = make(map[rapport.ID]rapport.Client, len(d.standings))
		for _, s := range d.standings {
			d.clients[s.Client.ID] = s.Client
		}
		for _, gather := range []func(*book.Tx) error{d.owed, d.decided, d.money, d.flags, d.letters, d.endings, d.runs, d.rated} {
			if err := gather(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return d.sorted(), nil
}

// dues is the list in the making.
type dues struct {
	today, until rapport.Date
	standings    []assess.Standing
	clients      map[rapport.ID]rapport.Client
	list         []rapport.Due
}

func (d *dues) add(code rapport.DueCode, client rapport.ID, day rapport.Date, what string, id rapport.ID) *rapport.Due {
	d.list = append(d.list, rapport.Due{Code: code, Client: client, Name: d.clients[client].Name, Day: day, What: what, ID: id})
	return &d.list[len(d.list)-1]
}

// sight reports whether a client is in sight.
func (d *dues) sight(client rapport.ID) bool { return !d.clients[client].Archived }

func (d *dues) sorted() []rapport.Due {
	order := rapport.DueCodes()
	slices.SortStableFunc(d.list, func(a, b rapport.Due) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(slices.Index(order, a.Code), slices.Index(order, b.Code)),
			cmp.Compare(a.Name, b.Name), slices.Compare(a.ID[:], b.ID[:]))
	})
	return d.list
}

// owed gathers our word and what we owe.
func (d *dues) owed(tx *book.Tx) error {
	promises, err := tx.OpenPromises()
	if err != nil {
		return err
	}
	for _, made := range promises {
		if made.By <= d.until {
			d.add(rapport.DuePromise, made.Client, made.By, made.What, made.ID)
		}
	}
	obligations, err := tx.OpenObligations()
	for _, o := range obligations {
		if o.Side == rapport.Ours && !o.Due.IsZero() && o.Due <= d.until && !saidAlready(promises, o) {
			d.add(rapport.DueObligation, o.Client, o.Due, o.What, o.ID).Side = o.Side
		}
	}
	return err
}

// saidAlready reports whether what is owed is a promise that stands there in the same
// words for the same day: one thing, noted twice.
func saidAlready(promises []rapport.Promise, o rapport.Obligation) bool {
	return slices.ContainsFunc(promises, func(p rapport.Promise) bool {
		return p.Client == o.Client && p.By == o.Due && strings.EqualFold(strings.TrimSpace(p.What), strings.TrimSpace(o.What))
	})
}

// decided gathers the days to look again, and the decisions to look back on.
func (d *dues) decided(*book.Tx) error {
	for _, s := range d.standings {
		if s.Client.Archived {
			continue
		}
		if on := s.Decision; onTrial(on) && on.Again <= d.until && s.Client.State != rapport.EndedState {
			d.add(rapport.DueTrial, s.Client.ID, on.Again, string(on.Chosen), on.ID)
		}
		if back := s.LookBack; back != nil {
			d.add(rapport.DueLookBack, s.Client.ID, back.On, string(back.Chosen), back.ID)
		}
	}
	return nil
}

// money gathers what is overdue, and the hardships that have kept it from being named.
func (d *dues) money(tx *book.Tx) error {
	invoices, err := tx.DueInvoices(d.today)
	if err != nil {
		return err
	}
	paused := map[rapport.ID]bool{}
	for _, v := range invoices {
		stands, known := paused[v.Client]
		if !known {
			until, err := hardUntil(tx, v.Client, d.today)
			if err != nil {
				return err
			}
			stands = !until.IsZero()
			paused[v.Client] = stands
		}
		if !stands && !v.Disputed {
			d.add(rapport.DueOverdue, v.Client, v.Due, v.Number, v.ID).Amount = v.OpenOn(d.today)
		}
	}
	reviews, err := tx.ReviewsBetween(d.today.AddDays(-DueAhead), d.until)
	if err != nil {
		return err
	}
	for _, c := range reviews {
		hardship, err := tx.Entry(c.Entry)
		if err != nil {
			return err
		}
		if _, owes := paused[hardship.Client]; owes {
			d.add(rapport.DueReminderBack, hardship.Client, c.Review, "", c.Entry)
		}
	}
	return nil
}

// flags gathers those that come down soon.
func (d *dues) flags(tx *book.Tx) error {
	flying, err := tx.FlyingFlags(d.today)
	for _, f := range flying {
		if f.Until <= d.until {
			d.add(rapport.DueFlag, f.Client, f.Until, f.Reason, f.ID)
		}
	}
	return err
}

// letters gathers the drafts that were held.
func (d *dues) letters(tx *book.Tx) error {
	drafts, err := tx.Drafts()
	for _, l := range drafts {
		if !l.Held.IsZero() && l.Held <= d.until && d.sight(l.Client) {
			d.add(rapport.DueLetterHeld, l.Client, l.Held, l.Kind, l.ID)
		}
	}
	return err
}

// endings gathers the last days of engagements that are ending: the one that was
// agreed, or the end of the notice.
func (d *dues) endings(tx *book.Tx) error {
	open, err := tx.OpenEndings()
	for _, plan := range open {
		day := cmp.Or(plan.LastDay, ending.EndOf(plan.Notice))
		if !day.IsZero() && day <= d.until {
			d.add(rapport.DueLastDay, plan.Client, day, "", plan.ID)
		}
	}
	return err
}

// A friction rated with this much anger of one's own counts half in the judgement and
// is asked about again, from the day after it for as long as the matter is fresh.
const (
	ratedInAnger = 7
	rerateDays   = 7
)

// rated gathers the frictions that were rated in anger and still are: in the morning
// it may look different.
func (d *dues) rated(tx *book.Tx) error {
	frictions := slices.DeleteFunc(rapport.Kinds(), func(k rapport.Kind) bool { return k.Group() != rapport.Friction })
	fresh, err := tx.Journal(book.Filter{Kinds: frictions, From: d.today.AddDays(-rerateDays), To: d.today.AddDays(-1)})
	for _, row := range fresh {
		e := row.Entry
		if n, said := e.Cost.Anger.Get(); said && n >= ratedInAnger && d.sight(e.Client) {
			d.add(rapport.DueRerate, e.Client, e.On.AddDays(1), string(e.Kind), e.ID)
		}
	}
	return err
}

// runs gathers the guides that were laid aside, not those worked on today.
func (d *dues) runs(tx *book.Tx) error {
	open, err := tx.OpenRuns()
	for _, r := range open {
		if r.LaidAside() && r.Touched < d.today && d.sight(r.Client) {
			d.add(rapport.DueRun, r.Client, r.Touched, r.Guide, r.ID)
		}
	}
	return err
}
