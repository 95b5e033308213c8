package cli

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// readFiles reads CSV files. A file that is none is an error; rows that cannot
// be are told with the file they stand in.
func (a *app) readFiles(ctx context.Context, paths []string, keepUnknown bool) ([]intake.File, error) {
	bookPath, err := a.path()
	if err != nil {
		bookPath = "" // without a home there is no book to take for a file
	}
	var files []intake.File
	for _, path := range paths {
		data, err := home.ReadPicked(path, bookPath)
		if err != nil {
			return nil, err
		}
		file, err := intake.Read(filepath.Base(path), data, intake.ReadOptions{Today: a.today, KeepUnknown: keepUnknown})
		if isAny(err, []*rapport.Problem{intake.ErrQuoteOpen, intake.ErrQuoteText}) { // it does not say in which file
			place := a.say(ctx).T("cli.fault.line", present.Args{"File": file.Name, "Line": 1})
			a.margin.prose(0, place+" "+a.say(ctx).Error(err))
			return nil, told(failed)
		}
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// mostTold is how much of one sort is told of a file: who has more of it will not
// read on, and a wrong column may make two hundred thousand.
const mostTold = 100

// first returns what is told of a list. That it goes on is shown by a line of its own.
func first[T any](a *app, all []T, tell func(T)) {
	for i, one := range all {
		if i == mostTold {
			a.margin.line("…")
			return
		}
		tell(one)
	}
}

// tellFaults lists what is wrong with rows, by file, line and column, and returns
// how many rows that concerns.
func (a *app) tellFaults(ctx context.Context, files []intake.File) int {
	s, bad := a.say(ctx), 0
	for _, file := range files {
		first(a, file.Faults, func(f intake.Fault) {
			args := present.Args{"File": file.Name, "Line": f.Line, "Column": f.Column}
			place := s.T("cli.fault.line", args)
			if f.Column != "" {
				place = s.T("cli.fault.cell", args)
			}
			a.margin.prose(0, place+" "+s.Error(f.Problem))
		})
		bad += file.BadRows()
	}
	return bad
}

// tellOddities says what is no fault and still worth a look: columns nobody
// knows, and rows that stand in a file twice.
func (a *app) tellOddities(ctx context.Context, files []intake.File, keepUnknown bool) {
	s := a.say(ctx)
	for _, file := range files {
		if len(file.Ignored) > 0 && !keepUnknown {
			a.margin.prose(0, s.N("cli.import.ignored", len(file.Ignored), present.Args{"File": file.Name, "Columns": likely(file.Ignored)}))
		}
		first(a, file.Twins, func(twin intake.Twin) {
			a.margin.prose(0, s.T("cli.import.twin", present.Args{"File": file.Name, "Line": twin.Line, "First": twin.First}))
		})
	}
}

// histories groups what the files say by client, in order of name.
func (a *app) histories(ctx context.Context, paths []string, skipBad bool) ([]assess.History, error) {
	files, err := a.readFiles(ctx, paths, false)
	if err != nil {
		return nil, err
	}
	currencies := reckon(files)
	if bad := a.tellFaults(ctx, files); bad > 0 {
		key := "cli.review.bad"
		if skipBad {
			key = "cli.review.skipped"
		}
		a.margin.prose(0, a.say(ctx).N(key, bad))
		if !skipBad {
			return nil, told(failed)
		}
	}
	g := gathering{byName: map[string]*assess.History{}, currencies: currencies}
	for _, file := range files {
		g.add(file)
	}
	slices.SortFunc(g.all, func(x, y *assess.History) int {
		return strings.Compare(intake.Fold(x.Client.Name), intake.Fold(y.Client.Name))
	})
	histories := make([]assess.History, len(g.all))
	for i, h := range g.all {
		histories[i] = *h
	}
	return histories, nil
}

// reckon finds the currency each client's money is counted in, by folded name: that
// of what was given, since that is how it was written down, else that of the first
// invoice. Money given in another becomes a fault of its row, as it would in a book.
func reckon(files []intake.File) map[string]rapport.Currency {
	currencies := map[string]rapport.Currency{}
	say := func(client string, c rapport.Currency) {
		if key := intake.Fold(client); currencies[key] == "" {
			currencies[key] = c
		}
	}
	for _, file := range files {
		for _, row := range file.Entries {
			say(row.Client, row.GivenIn())
		}
	}
	for _, file := range files {
		for _, row := range file.Invoices {
			say(row.Client, row.Invoice.Amount.Currency)
		}
	}
	for i := range files {
		price(&files[i], currencies)
	}
	return currencies
}

// price reads what was given in the currency of each client; without any, in the
// usual one.
func price(file *intake.File, currencies map[string]rapport.Currency) {
	good := file.Entries[:0]
	for _, row := range file.Entries {
		entry, err := row.In(cmp.Or(currencies[intake.Fold(row.Client)], usualCurrency))
		var refused *rapport.Problem
		if errors.As(err, &refused) {
			line := row.Entry.Source.Row
			file.Faults = append(file.Faults, intake.Fault{Line: line, Row: line, Column: "given", Problem: refused})
			continue
		}
		row.Entry = entry
		good = append(good, row)
	}
	file.Entries = good
}

// gathering collects rows into one history a client.
type gathering struct {
	byName     map[string]*assess.History
	all        []*assess.History
	currencies map[string]rapport.Currency // by folded name, as far as the files name any
}

// of returns the history of a name, begun when it is new.
func (g *gathering) of(name string) *assess.History {
	key := intake.Fold(name)
	h := g.byName[key]
	if h == nil {
		h = &assess.History{Client: rapport.Client{ID: rapport.NewID(), Name: name, State: rapport.Active,
			Terms: rapport.Terms{Currency: g.currencies[key]}}}
		g.byName[key] = h
		g.all = append(g.all, h)
	}
	return h
}

func (g *gathering) add(file intake.File) {
	for _, row := range file.Entries {
		h, e := g.of(row.Client), row.Entry
		e.ID, e.Client = rapport.NewID(), h.Client.ID
		h.Entries = append(h.Entries, e)
		if e.Kind == rapport.Hardship {
			h.Circumstances = append(h.Circumstances, circumstanceOf(row, e))
		}
	}
	for _, row := range file.Invoices {
		h, v := g.of(row.Client), row.Invoice
		v.ID, v.Client = rapport.NewID(), h.Client.ID
		h.Invoices = append(h.Invoices, v)
	}
}

// circumstanceOf gives a hardship its days, as the book would.
func circumstanceOf(row intake.EntryRow, e rapport.Entry) rapport.Circumstance {
	c := rapport.Circumstance{Entry: e.ID, Start: row.Start, Review: row.Review}
	if c.Start.IsZero() {
		c.Start = e.On
	}
	if c.Review.IsZero() {
		c.Review = c.Start.AddDays(rapport.DefaultReviewDays)
	}
	return c
}

// measure tells each history what the others in the files do.
func measure(histories []assess.History, on rapport.Date) {
	var all assess.Others
	shares := make([]assess.Others, len(histories))
	for i, h := range histories {
		shares[i] = assess.ShareOf(h, on)
		all = all.Plus(shares[i])
	}
	for i := range histories {
		histories[i].Others = all.Minus(shares[i])
	}
}

// standingOf judges a history for a day and counts what is open, as the book does.
func standingOf(h assess.History, on rapport.Date) assess.Standing {
	st := assess.Standing{Client: h.Client, Assessment: assess.Assess(h, on)}
	for _, v := range h.Invoices {
		if late := v.DaysOverdue(on); late > 0 {
			st.OverdueDays = max(st.OverdueDays, late)
			st.Overdue = addMoney(st.Overdue, v.OpenOn(on))
		}
	}
	for _, e := range h.Entries {
		if e.On <= on && e.Kind != rapport.Note {
			st.LastContact = max(st.LastContact, e.On)
		}
	}
	return st
}

// addMoney adds an amount to that of its currency.
func addMoney(sums []rapport.Money, m rapport.Money) []rapport.Money {
	for i := range sums {
		if sums[i].Currency == m.Currency {
			sums[i] = sums[i].Plus(m)
			return sums
		}
	}
	return append(sums, m)
}
