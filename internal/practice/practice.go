package practice

import (
	"context"
	"fmt"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Clock tells the civil day it is for the user. It is asked at every deed, so a
// window left open overnight wakes up on the right day.
type Clock func() rapport.Date

// Practice is a user's book together with what can be done to it.
type Practice struct {
	book   *book.Book
	today  Clock
	listen []func(Change)
}

// New returns the deeds of an open book.
func New(b *book.Book, today Clock) *Practice {
	return &Practice{book: b, today: today}
}

// Today is the day deeds are done on.
func (p *Practice) Today() rapport.Date { return p.today() }

// Book is the open book beneath, for reports about the file itself.
func (p *Practice) Book() *book.Book { return p.book }

// Close closes the book.
func (p *Practice) Close() error { return p.book.Close() }

// Change says what a deed did, once it is safely stored.
type Change struct {
	Deed    Deed
	Subject string         // the client's name, or the file's
	Clients []rapport.ID   // whose records or standing changed; nil means anybody's
	Undoes  bool           // the deed was taken back
	Alerts  []assess.Alert // personal limits the logged entry crossed, to be told at once

	logged *rapport.Entry // the entry that may have crossed some
	known  []assess.Alert // what it crossed before it was edited
}

// Touches reports whether the change concerns the client.
func (c Change) Touches(client rapport.ID) bool {
	return c.Clients == nil || slices.Contains(c.Clients, client)
}

// Deed is the code of something a user did; "deed.<code>" in the catalogues
// names it in menus and in the undo toast.
type Deed string

// The deeds.
const (
	DeedLog            Deed = "log"
	DeedEditEntry      Deed = "edit_entry"
	DeedTrash          Deed = "trash"
	DeedRestore        Deed = "restore"
	DeedAddClient      Deed = "add_client"
	DeedEditClient     Deed = "edit_client"
	DeedArchive        Deed = "archive"
	DeedUnarchive      Deed = "unarchive"
	DeedAddInvoice     Deed = "add_invoice"
	DeedEditInvoice    Deed = "edit_invoice"
	DeedDeleteInvoice  Deed = "delete_invoice"
	DeedPay            Deed = "pay"
	DeedOwe            Deed = "owe"
	DeedEditObligation Deed = "edit_obligation"
	DeedMeet           Deed = "meet"
	DeedWaive          Deed = "waive"
	DeedDecide         Deed = "decide"
	DeedAnswer         Deed = "answer"
	DeedLookBack       Deed = "look_back"
	DeedPromise        Deed = "promise"
	DeedEditPromise    Deed = "edit_promise"
	DeedKeepPromise    Deed = "keep_promise"
	DeedBreakPromise   Deed = "break_promise"
	DeedSheet          Deed = "sheet"
	DeedSurprise       Deed = "surprise"
	DeedFlag           Deed = "flag"
	DeedLiftFlag       Deed = "lift_flag"
	DeedSendLetter     Deed = "send_letter"
	DeedStartEnding    Deed = "start_ending"
	DeedEditEnding     Deed = "edit_ending"
	DeedFinishEnding   Deed = "finish_ending"
	DeedReopen         Deed = "reopen"
	DeedThreat         Deed = "threat"
	DeedImport         Deed = "import"
	DeedReassess       Deed = "reassess"
	DeedEditSettings   Deed = "settings"
	DeedRun            Deed = "run"   // a guide was taken up, gone on with or laid aside
	DeedDraft          Deed = "draft" // a letter was written at
)

// Deeds returns the deeds that can be taken back, in menu order.
func Deeds() []Deed {
	return []Deed{DeedLog, DeedEditEntry, DeedTrash, DeedRestore, DeedAddClient, DeedEditClient,
		DeedArchive, DeedUnarchive, DeedAddInvoice, DeedEditInvoice, DeedDeleteInvoice, DeedPay,
		DeedOwe, DeedEditObligation, DeedMeet, DeedWaive,
		DeedPromise, DeedEditPromise, DeedKeepPromise, DeedBreakPromise,
		DeedSheet, DeedSurprise, DeedFlag, DeedLiftFlag, DeedSendLetter,
		DeedStartEnding, DeedEditEnding, DeedFinishEnding, DeedReopen, DeedThreat,
		DeedDecide, DeedAnswer, DeedLookBack, DeedImport}
}

// OnChange registers a listener, called after each commit on the goroutine that
// did the deed. Register before the first deed.
func (p *Practice) OnChange(f func(Change)) { p.listen = append(p.listen, f) }

func (p *Practice) announce(c Change) {
	for _, f := range p.listen {
		f(c)
	}
}

// do runs one deed. The work stores the records and says in the change which
// clients must be judged anew and what the deed was done to; their assessment
// falls into the same transaction, the announcement after its commit.
func (p *Practice) do(ctx context.Context, deed Deed, work func(tx *book.Tx, c *Change) error) error {
	var change Change
	err := p.book.Write(ctx, book.Step{Name: string(deed)}, func(tx *book.Tx) error {
		change = Change{Deed: deed}
		if err := work(tx, &change); err != nil {
			return err
		}
		if err := tx.About(change.Subject); err != nil {
			return err
		}
		if err := p.judge(tx, change.Clients); err != nil || change.logged == nil {
			return err
		}
		crossed, err := crossedBy(tx, *change.logged, p.today())
		change.Alerts = fresh(crossed, change.known)
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", deed, err)
	}
	p.announce(change)
	return nil
}

// touch reads the clients, each once, and notes them in the change.
func (c *Change) touch(tx *book.Tx, clients ...rapport.ID) error {
	for _, id := range clients {
		if slices.Contains(c.Clients, id) {
			continue
		}
		client, err := tx.Client(id)
		if err != nil {
			return err
		}
		c.Clients = append(c.Clients, id)
		c.Subject = client.Name
	}
	return nil
}

// doFor is do for the many deeds that touch one client, known by its id.
func (p *Practice) doFor(ctx context.Context, deed Deed, client rapport.ID, work func(tx *book.Tx) error) error {
	return p.do(ctx, deed, func(tx *book.Tx, c *Change) error {
		if err := c.touch(tx, client); err != nil {
			return err
		}
		return work(tx)
	})
}
