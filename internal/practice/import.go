package practice

import (
	"context"
	"io"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Why an import is not begun.
var (
	ErrDoubts  = &rapport.Problem{Code: "import_doubts"} // count: names to be answered first
	ErrBadRows = &rapport.Problem{Code: "import_bad"}    // count: rows that cannot be stored
)

// Imported says what an import did.
type Imported struct {
	Clients, Entries, Invoices int // stored
	Already, Clashes, Bad      int // left out
}

// Import stores what was planned, all of it or nothing, as one deed. Names in
// doubt must be answered first, and bad rows are left out only if that was
// chosen. What the book has come to hold since the plan was made is not stored
// again; so a plan that is carried out twice brings in nothing the second time.
func (p *Practice) Import(ctx context.Context, pl *Plan, skipBad bool) (Imported, error) {
	if n := len(pl.Doubts()); n > 0 {
		return Imported{}, rapport.Refuse(ErrDoubts, rapport.Args{"count": n})
	}
	if err := pl.refuseBad(skipBad); err != nil {
		return Imported{}, err
	}
	if entries, invoices := pl.Count(); entries+invoices == 0 {
		return pl.outcome(0), nil
	}
	var done Imported
	err := p.do(ctx, DeedImport, func(tx *book.Tx, c *Change) error {
		if err := pl.sort(tx); err != nil {
			return err
		}
		if err := pl.refuseBad(skipBad); err != nil { // a client's currency may be another by now
			return err
		}
		store := importing{tx: tx, change: c, currencies: pl.currencies}
		if err := store.all(ctx, pl); err != nil {
			return err
		}
		done = pl.outcome(store.created)
		c.Subject = pl.Files[0].Name
		return nil
	})
	if err != nil {
		return Imported{}, err
	}
	return done, nil
}

// refuseBad refuses rows that cannot be stored, unless it was chosen to skip them.
func (pl *Plan) refuseBad(skip bool) error {
	if bad := pl.Faults(); bad > 0 && !skip {
		return rapport.Refuse(ErrBadRows, rapport.Args{"count": bad})
	}
	return nil
}

// outcome is what carrying the plan out does.
func (pl *Plan) outcome(created int) Imported {
	return Imported{Clients: created, Entries: len(pl.entries), Invoices: len(pl.invoices),
		Already: pl.Already, Clashes: len(pl.Clashes), Bad: pl.Faults()}
}

// currency of clients that come without one.
func (s Settings) currency() rapport.Currency {
	if s.Currency == "" {
		return "EUR"
	}
	return rapport.Currency(s.Currency)
}

// importing is an import while it is being stored.
type importing struct {
	tx         *book.Tx
	change     *Change
	currencies map[rapport.ID]rapport.Currency // of clients to be created
	created    int
	known      map[rapport.ID]bool
}

func (im *importing) all(ctx context.Context, pl *Plan) error {
	im.known = map[rapport.ID]bool{}
	for _, v := range pl.invoices {
		if err := im.invoice(v); err != nil {
			return err
		}
	}
	for i, e := range pl.entries {
		if i%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := im.entry(e); err != nil {
			return err
		}
	}
	return nil
}

// client makes sure the client of a row exists.
func (im *importing) client(n *Name) error {
	if im.known[n.Client] {
		return nil
	}
	im.known[n.Client] = true
	im.change.Clients = append(im.change.Clients, n.Client)
	if !n.New {
		return nil
	}
	im.created++
	return im.tx.AddClient(rapport.Client{ID: n.Client, Name: n.Text, State: rapport.Active,
		Terms: rapport.Terms{Currency: im.currencies[n.Client], PaymentDays: DefaultPaymentDays}})
}

// DefaultPaymentDays is the usual time to pay, for clients nobody set terms for.
const DefaultPaymentDays = 14

func (im *importing) invoice(v *invoiced) error {
	if err := im.client(v.name); err != nil {
		return err
	}
	if v.stored {
		return im.tx.SetInvoice(v.invoice)
	}
	return im.tx.AddInvoice(v.invoice)
}

func (im *importing) entry(p planned) error {
	if err := im.client(p.name); err != nil {
		return err
	}
	e := p.row.Entry
	e.ID, e.Client = rapport.NewID(), p.name.Client
	if err := im.tx.AddEntry(e); err != nil {
		return err
	}
	if e.Kind != rapport.Hardship || p.row.Start.IsZero() {
		return openCircumstance(im.tx, e)
	}
	return im.tx.SetCircumstance(rapport.Circumstance{Entry: e.ID, Start: p.row.Start,
		Review: max(p.row.Review, p.row.Start)})
}

// Export writes everything of one format: all entries, or all invoices, client
// by client in order of name. Reading it in again gives the same records. What is
// no entry and no invoice stays in the book, the answers to questions and personal
// limits among it: the entries those answers led to are here.
func (p *Practice) Export(ctx context.Context, format intake.Format, w io.Writer) error {
	return p.book.Read(ctx, func(tx *book.Tx) error {
		clients, err := tx.Clients()
		if err != nil {
			return err
		}
		ex := exporting{tx: tx, clients: clients}
		if format == intake.InvoiceCSV {
			err = intake.WriteInvoices(w, ex.invoices)
		} else {
			err = intake.WriteEntries(w, ex.entries)
		}
		if ex.err != nil {
			return ex.err
		}
		return err
	})
}

// exporting walks the book for a writer; what goes wrong on the way is kept, for
// a sequence cannot return it.
type exporting struct {
	tx      *book.Tx
	clients []rapport.Client
	err     error
}

func (ex *exporting) entries(yield func(intake.EntryRow) bool) {
	for _, c := range ex.clients {
		entries, err := ex.tx.EntriesOf(c.ID)
		if err != nil {
			ex.err = err
			return
		}
		hardships, err := ex.tx.Circumstances(c.ID)
		if err != nil {
			ex.err = err
			return
		}
		for _, e := range entries {
			row := intake.EntryRow{Client: c.Name, Entry: e, Given: given(e, c)}
			for _, h := range hardships {
				if h.Entry == e.ID {
					row.Start, row.Review = h.Start, h.Review
				}
			}
			if !yield(row) {
				return
			}
		}
	}
}

// given writes what a remedy cost, nothing for nothing. The currency is named, for
// the journal says nowhere else in which one the client's money is counted.
func given(e rapport.Entry, c rapport.Client) string {
	if e.Cost.Given == 0 {
		return ""
	}
	return rapport.Money{Minor: e.Cost.Given, Currency: c.Terms.Currency}.Decimal() + " " + string(c.Terms.Currency)
}

func (ex *exporting) invoices(yield func(intake.InvoiceRow) bool) {
	for _, c := range ex.clients {
		invoices, err := ex.tx.InvoicesOf(c.ID)
		if err != nil {
			ex.err = err
			return
		}
		for _, v := range invoices {
			if !yield(intake.InvoiceRow{Client: c.Name, Invoice: v}) {
				return
			}
		}
	}
}
