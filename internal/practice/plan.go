package practice

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Plan is what importing files would do. Nothing is stored before
// [Practice.Import]; until then names in doubt can be answered and the numbers
// looked at.
type Plan struct {
	Files    []intake.File
	Names    []Name      // every client name in the files, in order of appearance
	Already  int         // rows the book holds word for word; they are left out
	Clashes  []Clash     // invoices that are known otherwise; they are left out
	entries  []planned   // to be stored
	invoices []*invoiced // to be stored or completed

	read       [][]intake.Fault                // of each file as it was read; whom a name means can bring more
	currencies map[rapport.ID]rapport.Currency // of the clients, as far as they are needed
}

// Name is a client name in the files and whom it means.
type Name struct {
	Text   string
	Match  intake.Match // what the book has to say about it
	Client rapport.ID   // whom it means; a fresh id for a client to be created
	New    bool         // Client is to be created
	Doubt  bool         // nearly a client of the book: answer with Same or Create
	Known  []Returning  // clients of before it looks like, as [Practice.Known] tells; only a reminder
}

// Clash is an invoice whose number is known with another amount or day, or whose
// payments would come to more than its amount with those that are known.
type Clash struct {
	File   string
	Line   int
	Client string
	Number string
}

type planned struct {
	name *Name
	row  intake.EntryRow
}

// invoiced is an invoice as it will be, with the payments of the book and of every
// row that adds some.
type invoiced struct {
	name    *Name
	invoice rapport.Invoice
	stored  bool // in the book already; an import completes it
	planned bool // among the invoices of the plan
}

// Faults counts the rows that cannot be stored, each once.
func (pl *Plan) Faults() int {
	n := 0
	for _, f := range pl.Files {
		n += f.BadRows()
	}
	return n
}

// Doubts returns the names still to be answered.
func (pl *Plan) Doubts() []Name {
	var doubts []Name
	for _, n := range pl.Names {
		if n.Doubt {
			doubts = append(doubts, n)
		}
	}
	return doubts
}

// Count returns how many entries and invoices would be stored.
func (pl *Plan) Count() (entries, invoices int) { return len(pl.entries), len(pl.invoices) }

// Same answers a doubt: the name means a client of the book.
func (p *Practice) Same(ctx context.Context, pl *Plan, name string, client rapport.ID) error {
	return p.answer(ctx, pl, name, func(n *Name) { n.Client, n.New, n.Doubt = client, false, false })
}

// Create answers a doubt: the name means a client yet to be created.
func (p *Practice) Create(ctx context.Context, pl *Plan, name string) error {
	return p.answer(ctx, pl, name, func(n *Name) { n.Client, n.New, n.Doubt = rapport.NewID(), true, false })
}

func (p *Practice) answer(ctx context.Context, pl *Plan, name string, how func(*Name)) error {
	at := slices.IndexFunc(pl.Names, func(n Name) bool { return book.NameKey(n.Text) == book.NameKey(name) })
	if at < 0 {
		return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": name})
	}
	how(&pl.Names[at])
	return p.book.Read(ctx, func(tx *book.Tx) error { return pl.sort(tx) })
}

// Plan finds out what importing the files would do: whom each name means, and
// which rows the book already holds.
func (p *Practice) Plan(ctx context.Context, files ...intake.File) (*Plan, error) {
	pl := &Plan{Files: slices.Clone(files)}
	for _, f := range files {
		pl.read = append(pl.read, f.Faults)
	}
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		clients, err := tx.Clients()
		if err != nil {
			return err
		}
		pl.Names = resolve(files, clients)
		if err := pl.recall(tx, p.today()); err != nil {
			return err
		}
		return pl.sort(tx)
	})
	if err != nil {
		return nil, err
	}
	return pl, nil
}

// recall looks every name up among the clients of before.
func (pl *Plan) recall(tx *book.Tx, today rapport.Date) error {
	w, err := watchFor(tx, today)
	if err != nil {
		return err
	}
	for i := range pl.Names {
		if pl.Names[i].Known, err = w.find(tx, pl.Names[i].Text, nil); err != nil {
			return err
		}
	}
	return nil
}

// resolve looks every name of the files up among the clients. Only the very same
// name is taken for a client without asking. Names are told apart as the book
// tells them apart: a Müller and a Mueller that came out of one book are two.
func resolve(files []intake.File, clients []rapport.Client) []Name {
	named := make([]intake.Named, len(clients))
	for i, c := range clients {
		named[i] = intake.Named{ID: c.ID, Name: c.Name}
	}
	index := intake.NewNames(named)
	var names []Name
	seen := map[string]bool{}
	for name := range namesIn(files) {
		key := book.NameKey(name)
		if seen[key] {
			continue
		}
		seen[key] = true
		n := Name{Text: name, Match: index.Find(name)}
		switch {
		case n.Match.Certainty == intake.Exact:
			n.Client = n.Match.Found.ID
		case n.Match.Certainty == intake.Unknown:
			n.Client, n.New = rapport.NewID(), true
		default:
			n.Doubt = true
		}
		names = append(names, n)
	}
	return names
}

func namesIn(files []intake.File) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, f := range files {
			for _, row := range f.Entries {
				if !yield(row.Client) {
					return
				}
			}
			for _, row := range f.Invoices {
				if !yield(row.Client) {
					return
				}
			}
		}
	}
}

// sort puts every row of a client that is sure into one of four heaps: to be
// stored, to be completed, held already, clashing.
func (pl *Plan) sort(tx *book.Tx) error {
	pl.Already, pl.Clashes, pl.entries, pl.invoices = 0, nil, nil, nil
	byName := make(map[string]*Name, len(pl.Names))
	for i := range pl.Names {
		byName[book.NameKey(pl.Names[i].Text)] = &pl.Names[i]
	}
	if err := pl.reckon(tx, byName); err != nil {
		return err
	}
	held := holdings{tx: tx, entries: map[rapport.ID]map[entryKey]int{}, invoices: map[rapport.ID]map[string]*invoiced{}}
	for i := range pl.Files {
		f := &pl.Files[i]
		f.Faults = slices.Clone(pl.read[i])
		for _, row := range f.Entries {
			if err := pl.sortEntry(&held, byName[book.NameKey(row.Client)], f, row); err != nil {
				return err
			}
		}
		for _, row := range f.Invoices {
			if err := pl.sortInvoice(&held, byName[book.NameKey(row.Client)], f.Name, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// reckon finds the currency each client's money is counted in. One to be created
// has that of what it was given, since that is how it was written down; else that
// of its first invoice; else the usual one.
func (pl *Plan) reckon(tx *book.Tx, byName map[string]*Name) error {
	settings, err := settingsOf(tx)
	if err != nil {
		return err
	}
	said := map[rapport.ID]rapport.Currency{}
	say := func(client string, currency rapport.Currency) {
		if name := byName[book.NameKey(client)]; said[name.Client] == "" {
			said[name.Client] = currency
		}
	}
	for _, f := range pl.Files {
		for _, row := range f.Entries {
			say(row.Client, row.GivenIn())
		}
	}
	for _, f := range pl.Files {
		for _, row := range f.Invoices {
			say(row.Client, row.Invoice.Amount.Currency)
		}
	}
	pl.currencies = map[rapport.ID]rapport.Currency{}
	for _, name := range pl.Names {
		switch {
		case name.New:
			pl.currencies[name.Client] = cmp.Or(said[name.Client], settings.currency())
		case !name.Doubt:
			client, err := tx.Client(name.Client)
			if err != nil {
				return err
			}
			pl.currencies[name.Client] = client.Terms.Currency
		}
	}
	return nil
}

// sortEntry also refuses money given that is none in the client's currency, which
// shows only now that it is known whom the name means.
func (pl *Plan) sortEntry(held *holdings, name *Name, file *intake.File, row intake.EntryRow) error {
	if !name.Doubt {
		var err error
		var refused *rapport.Problem
		if row.Entry, err = row.In(pl.currencies[name.Client]); errors.As(err, &refused) {
			line := row.Entry.Source.Row
			file.Faults = append(file.Faults, intake.Fault{Line: line, Row: line, Column: "given", Problem: refused})
			return nil
		}
	}
	taken, err := held.takeEntry(name, row.Entry)
	if err != nil {
		return err
	}
	if taken {
		pl.Already++
		return nil
	}
	pl.entries = append(pl.entries, planned{name: name, row: row})
	return nil
}

// sortInvoice also knows what earlier rows of the plan bring: two files, or two
// spellings of a client, may add payments to one invoice.
func (pl *Plan) sortInvoice(held *holdings, name *Name, file string, row intake.InvoiceRow) error {
	known, err := held.invoice(name, row.Invoice.Number)
	switch {
	case err != nil:
		return err
	case known == nil:
		known = &invoiced{name: name, invoice: numbered(row.Invoice, name.Client)}
		held.learn(known)
	case !sameInvoice(known.invoice, row.Invoice):
		pl.clash(file, row)
		return nil
	default:
		missing := missingPayments(known.invoice, row.Invoice)
		hours := max(known.invoice.Minutes, row.Invoice.Minutes)
		if len(missing) == 0 && hours == known.invoice.Minutes {
			pl.Already++
			return nil
		}
		if paid(missing) > known.invoice.OpenOn(rapport.MaxDate).Minor {
			pl.clash(file, row)
			return nil
		}
		known.invoice.Minutes = hours
		known.invoice.Payments = append(slices.Clone(known.invoice.Payments), missing...)
	}
	if !known.planned {
		known.planned = true
		pl.invoices = append(pl.invoices, known)
	}
	return nil
}

func (pl *Plan) clash(file string, row intake.InvoiceRow) {
	pl.Clashes = append(pl.Clashes, Clash{File: file, Line: row.Invoice.Source.Row, Client: row.Client, Number: row.Invoice.Number})
}

// numbered gives a new invoice and its payments their ids.
func numbered(v rapport.Invoice, client rapport.ID) rapport.Invoice {
	v.ID, v.Client = rapport.NewID(), client
	v.Payments = slices.Clone(v.Payments)
	for i := range v.Payments {
		v.Payments[i].ID = rapport.NewID()
	}
	return v
}
