package cli

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// deed is what a command does with the open book.
type deed func(ctx context.Context, p *practice.Practice) error

// choice decides which book is meant.
func (a *app) choice() (home.Choice, error) {
	folders, err := home.Standard()
	if err == nil {
		return folders.Choose(a.flags.book, a.out.Env(home.BookVariable))
	}
	named := a.flags.book
	if named == "" {
		named = a.out.Env(home.BookVariable)
	}
	if named == "" {
		return home.Choice{}, err
	}
	// A service without a home can still be told which book.
	abs, err := filepath.Abs(named)
	return home.Choice{Path: abs, Origin: home.Asked}, err
}

// path is where the book lies.
func (a *app) path() (string, error) {
	c, err := a.choice()
	return c.Path, err
}

// open opens the book that is meant. That the standard one is not there yet is how
// everybody begins, and is told so.
func (a *app) open(ctx context.Context, readOnly bool) (*book.Book, home.Choice, error) {
	c, err := a.choice()
	if err != nil {
		return nil, c, err
	}
	b, err := book.Open(ctx, c.Path, book.Options{Now: a.out.Now, ReadOnly: readOnly})
	if c.Origin == home.Usual && isAny(err, []*rapport.Problem{book.ErrMissing, book.ErrFolderMissing}) {
		err = rapport.Refuse(errNoBook, rapport.Args{"path": c.Path}).Because(err)
	}
	return b, c, err
}

// look opens the book as it was last saved, touching nothing.
func (a *app) look(ctx context.Context) (*book.Book, error) {
	b, _, err := a.open(ctx, true)
	return b, err
}

// read opens the book for a command that changes nothing of the user's. A book
// that is in use, cannot be written, has no room left to write or is looked at for
// another day is read as it was last saved.
func (a *app) read(ctx context.Context, do deed) error {
	return a.readWhere(ctx, do, book.ErrInUse, book.ErrReadOnly, book.ErrDiskFull)
}

// rescue is read for the commands that are there for a damaged book.
func (a *app) rescue(ctx context.Context, do deed) error {
	return a.readWhere(ctx, do, book.ErrInUse, book.ErrReadOnly, book.ErrDiskFull, book.ErrDamaged)
}

// readWhere reads a book even where opening it in full is refused for one of the
// reasons, if it can be.
func (a *app) readWhere(ctx context.Context, do deed, reasons ...*rapport.Problem) error {
	b, _, err := a.open(ctx, a.another())
	if err != nil && isAny(err, reasons) {
		if readable, second := a.look(ctx); second == nil {
			a.aside(ctx, err)
			a.refused = err
			b, err = readable, nil
		}
	}
	if err != nil {
		return err
	}
	return a.on(ctx, b, do)
}

// aside says that the book is only being read, and why.
func (a *app) aside(ctx context.Context, why error) {
	key := "cli.reading_in_use"
	switch {
	case isAny(why, []*rapport.Problem{book.ErrReadOnly, book.ErrDiskFull}):
		key = "cli.reading_locked"
	case errors.Is(why, book.ErrDamaged):
		key = "cli.reading_damaged"
	}
	a.margin.prose(0, a.say(ctx).T(key))
}

// Another command has the book for a moment only, a window for as long as it is
// open: one is waited for, the other not for long.
const (
	patience = 40
	pause    = 25 * time.Millisecond
)

// openInTurn opens the book to write, and waits its turn.
func (a *app) openInTurn(ctx context.Context) (b *book.Book, c home.Choice, err error) {
	for range patience {
		if b, c, err = a.open(ctx, false); !errors.Is(err, book.ErrInUse) {
			break
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return nil, c, ctx.Err()
		}
	}
	return b, c, err
}

// write opens the book for a command that changes it.
func (a *app) write(ctx context.Context, do deed) error {
	b, _, err := a.openInTurn(ctx)
	if err != nil {
		return err
	}
	return a.on(ctx, b, do)
}

// begin is write for the commands a book may begin with. A book that was open
// last time and has gone is not begun anew: it lies somewhere, and an empty one
// in its place would look like loss.
func (a *app) begin(ctx context.Context, do deed) error {
	b, c, err := a.openInTurn(ctx)
	switch {
	case errors.Is(err, errNoBook), errors.Is(err, book.ErrMissing) && c.Origin != home.Remembered:
		b, err = a.create(ctx, c)
	case errors.Is(err, book.ErrMissing):
		err = rapport.Refuse(errBookGone, rapport.Args{"path": c.Path}).Because(err)
	}
	if err != nil {
		return err
	}
	return a.on(ctx, b, do)
}

// create makes the book, and its folder where that is ours to choose.
func (a *app) create(ctx context.Context, c home.Choice) (*book.Book, error) {
	b, err := book.Create(ctx, c.Path, book.Options{Now: a.out.Now, MakeFolder: c.Origin == home.Usual})
	if err != nil {
		return nil, err
	}
	a.margin.prose(0, a.say(ctx).T("cli.begun", present.Args{"Path": c.Path}))
	return b, nil
}

// on does the deed and closes the book, whatever came of it.
func (a *app) on(ctx context.Context, b *book.Book, do deed) error {
	p := practice.New(b, a.day)
	err := a.adopt(ctx, p)
	if err == nil {
		err = do(ctx, p)
	}
	if closed := p.Close(); err == nil {
		err = closed
	}
	return err
}
