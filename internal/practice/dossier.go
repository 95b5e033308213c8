package practice

import (
	"context"
	"strings"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Dossier draws up what can be shown about an engagement: what happened, was said,
// asked for, paid, promised and sent, each as its record has it and with its id. What
// was felt, judged, decided or only noted for oneself is no part of it. How anybody
// can recompute its chain stands at [rapport.Chain].
func (p *Practice) Dossier(ctx context.Context, client rapport.ID) (rapport.Dossier, error) {
	d := rapport.Dossier{On: p.today()}
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		if d.Client, err = tx.Client(client); err != nil {
			return err
		}
		facts := facts{today: d.On}
		for _, gather := range []func(*book.Tx, rapport.Client) error{facts.entries, facts.invoices, facts.owed,
			facts.promises, facts.sheet, facts.letters, facts.threats, facts.endings} {
			if err := gather(tx, d.Client); err != nil {
				return err
			}
		}
		d.Facts = rapport.Chain(facts.list)
		return nil
	})
	return d, err
}

// facts is a dossier in the making.
type facts struct {
	today rapport.Date
	list  []rapport.Fact
}

// add takes in a fact, unless its day never came.
func (f *facts) add(fact rapport.Fact) {
	if !fact.On.IsZero() {
		f.list = append(f.list, fact)
	}
}

func (f *facts) entries(tx *book.Tx, c rapport.Client) error {
	entries, err := tx.EntriesOf(c.ID)
	for _, e := range entries {
		if e.Kind == rapport.Note {
			continue
		}
		fact := rapport.Fact{On: e.On, Code: rapport.FactEntry, Kind: e.Kind, ID: e.ID, What: e.Note}
		if e.Cost.Given > 0 {
			fact.Amount = rapport.Money{Minor: e.Cost.Given, Currency: c.Terms.Currency}
		}
		f.add(fact)
	}
	return err
}

func (f *facts) invoices(tx *book.Tx, c rapport.Client) error {
	invoices, err := tx.InvoicesOf(c.ID)
	for _, v := range invoices {
		f.add(rapport.Fact{On: v.Issued, Code: rapport.FactInvoice, ID: v.ID, Number: v.Number, Amount: v.Amount, Due: v.Due})
		for _, pay := range v.Payments {
			f.add(rapport.Fact{On: pay.On, Code: rapport.FactPayment, ID: pay.ID, Number: v.Number,
				Amount: rapport.Money{Minor: pay.Amount, Currency: v.Amount.Currency}})
		}
	}
	return err
}

// owed takes in what became of obligations. The book does not know the day one came
// into being; what is still owed is so on the day the dossier is of.
func (f *facts) owed(tx *book.Tx, c rapport.Client) error {
	obligations, err := tx.ObligationsOf(c.ID)
	for _, o := range obligations {
		if o.Open() {
			code := rapport.FactOurs
			if o.Side == rapport.Theirs {
				code = rapport.FactTheirs
			}
			f.add(rapport.Fact{On: f.today, Code: code, ID: o.ID, Due: o.Due, What: o.What})
		}
		f.add(rapport.Fact{On: o.Met, Code: rapport.FactMet, ID: o.ID, What: o.What})
		f.add(rapport.Fact{On: o.Waived, Code: rapport.FactWaived, ID: o.ID, What: o.What + ": " + o.Reason})
	}
	return err
}

func (f *facts) promises(tx *book.Tx, c rapport.Client) error {
	promises, err := tx.PromisesOf(c.ID)
	for _, made := range promises {
		f.add(rapport.Fact{On: made.Given, Code: rapport.FactPromise, ID: made.ID, Due: made.By, What: made.What})
		f.add(rapport.Fact{On: made.Kept, Code: rapport.FactKept, ID: made.ID, What: made.What})
		f.add(rapport.Fact{On: made.Broken, Code: rapport.FactBroken, ID: made.ID, What: made.What})
	}
	return err
}

func (f *facts) sheet(tx *book.Tx, c rapport.Client) error {
	sheet, err := tx.Sheet(c.ID)
	if err != nil || sheet == nil {
		return err
	}
	var said []string
	for _, clause := range rapport.Clauses() {
		if text := strings.TrimSpace(sheet.Clauses[clause]); text != "" {
			said = append(said, text)
		}
	}
	f.add(rapport.Fact{On: sheet.Agreed, Code: rapport.FactSheet, ID: sheet.ID, What: strings.Join(said, "\n")})
	return nil
}

func (f *facts) letters(tx *book.Tx, c rapport.Client) error {
	letters, err := tx.LettersOf(c.ID)
	for _, l := range letters {
		f.add(rapport.Fact{On: l.Sent, Code: rapport.FactLetter, ID: l.ID, What: l.Subject + "\n\n" + l.Body})
	}
	return err
}

func (f *facts) threats(tx *book.Tx, c rapport.Client) error {
	threats, err := tx.ThreatsOf(c.ID)
	for _, t := range threats {
		f.add(rapport.Fact{On: t.Voiced, Code: rapport.FactThreat, ID: t.ID, What: t.Told})
		f.add(rapport.Fact{On: t.Acted, Code: rapport.FactActed, ID: t.ID})
		f.add(rapport.Fact{On: t.Closed, Code: rapport.FactClosed, ID: t.ID})
	}
	return err
}

func (f *facts) endings(tx *book.Tx, c rapport.Client) error {
	plans, err := tx.EndingsOf(c.ID)
	for _, e := range plans {
		f.add(rapport.Fact{On: e.Begun, Code: rapport.FactEndBegun, ID: e.ID})
		f.add(rapport.Fact{On: e.Notice.From, Code: rapport.FactNotice, ID: e.ID, Due: ending.EndOf(e.Notice)})
		if e.Cure.Days > 0 {
			f.add(rapport.Fact{On: e.Cure.From, Code: rapport.FactCure, ID: e.ID, Due: ending.EndOf(e.Cure)})
		}
		f.add(rapport.Fact{On: e.Finished, Code: rapport.FactEndReached, ID: e.ID, Due: e.LastDay})
		f.add(rapport.Fact{On: e.Reopened, Code: rapport.FactReopened, ID: e.ID, What: e.Why})
	}
	return err
}
