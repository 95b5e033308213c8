package desktop

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/demo"
	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/screen"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// start opens the book the user means, or welcomes whoever has none yet.
func (s *Shell) start(o screen.Opening) {
	if o.Sample || o.New {
		s.Open(o)
		return
	}
	choice, err := s.options.Folders.Choose(o.Path, s.options.Environment)
	if err != nil {
		s.refuse(o, err)
		return
	}
	if choice.Origin == home.Usual && !exists(choice.Path) {
		s.welcome()
		return
	}
	o.Path = choice.Path
	s.Open(o)
}

// exists looks without opening: the live book is opened by SQLite alone.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

func (s *Shell) welcome() {
	s.closeBook()
	s.bare()
	s.show(screen.Place{Name: screen.AtWelcome})
}

// bare takes away what belongs to an open book: rail, banner, toast, menus,
// screens and the way back.
func (s *Shell) bare() {
	s.places = places{screens: map[screen.PlaceName]screen.Screen{}}
	s.session.settings = practice.Settings{}
	s.rail = nil
	s.inside.SetToast(nil)
	s.inside.SetRail(nil)
	s.inside.SetBanner(nil)
	s.refreshMenu()
}

// Open is part of [screen.Host]. The present book stays open until the other one
// is; if that fails, nothing has changed.
func (s *Shell) Open(o screen.Opening) {
	if o.Path == "" {
		o.Path = s.options.Folders.Book()
	}
	if o.Sample {
		o.Path = s.options.Folders.Sample()
	}
	if p := s.session.practice; p != nil && p.Book().Is(o.Path) {
		s.Go(screen.Place{Name: screen.AtReview}) // it is open already
		return
	}
	var opened *practice.Practice
	var settings practice.Settings
	s.worker.do(func(ctx context.Context) (err error) {
		if opened, err = s.openBook(ctx, o); err != nil {
			return err
		}
		if settings, err = opened.Settings(ctx); err != nil {
			return errors.Join(err, opened.Close())
		}
		return nil
	}, func(err error) {
		if err != nil {
			s.refuse(o, err)
			return
		}
		s.begin(opened, settings, o)
	})
}

// openBook opens or makes the book on the worker.
func (s *Shell) openBook(ctx context.Context, o screen.Opening) (*practice.Practice, error) {
	if err := s.options.Folders.Make(); err != nil {
		return nil, err
	}
	how := book.Options{Now: s.options.Now}
	open := book.Open
	fresh := o.New || o.Sample && !exists(o.Path)
	if fresh {
		open = book.Create
	}
	b, err := open(ctx, o.Path, how)
	if errors.Is(err, book.ErrReadOnly) && !fresh {
		how.ReadOnly = true // better to read than not at all; a banner says so
		b, err = book.Open(ctx, o.Path, how)
	}
	if err != nil {
		return nil, err
	}
	p := practice.New(b, s.options.Today)
	if fresh || o.Sample {
		err = s.furnish(ctx, p, o)
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// furnish gives a new book the language it was asked for in, and the sample its
// made-up clients; also one that was interrupted before it had any.
func (s *Shell) furnish(ctx context.Context, p *practice.Practice, o screen.Opening) error {
	if clients, err := p.Clients(ctx, true); err != nil || len(clients) > 0 {
		return err
	}
	settings := practice.Settings{Language: string(o.Language)}
	if o.Sample {
		settings.Sample = "yes"
	}
	if err := p.EditSettings(ctx, settings); err != nil || !o.Sample {
		return err
	}
	return demo.Fill(ctx, p, s.speak(settings))
}

// begin makes an opened book the one the window is about.
func (s *Shell) begin(p *practice.Practice, settings practice.Settings, o screen.Opening) {
	s.closeBook()
	s.bare()
	p.OnChange(func(c practice.Change) {
		onScreen(func() {
			if s.session.practice == p {
				s.spoil(c)
			}
		})
	})
	s.session = session{practice: p, settings: settings, release: s.listen(p.Book().Path())}
	s.today = s.options.Today()
	s.restyle()
	first := screen.Place{Name: screen.AtReview}
	if o.Import != "" {
		first = screen.Place{Name: screen.AtImport, File: o.Import}
	}
	s.show(first)
	if settings.Sample != "" {
		return
	}
	if err := s.options.Folders.Remember(p.Book().Path()); err != nil {
		s.Fail(err)
	}
}

// closeBook closes the book that is open, if any, and the panels about it: one may
// have been opened while another book was on its way.
func (s *Shell) closeBook() {
	p := s.session.practice
	if p == nil {
		return
	}
	for _, panel := range slices.Backward(s.window.Canvas().Overlays().List()) {
		if o, ok := panel.(*widgets.Overlay); ok {
			o.Close()
		}
	}
	s.session.release()
	s.session.practice = nil
	if err := p.Close(); err != nil {
		s.Fail(err)
	}
}

// refuse tells that a book could not be opened. One that is open in another
// window is no failure: that window comes to the front and this one leaves.
func (s *Shell) refuse(o screen.Opening, err error) {
	if errors.Is(err, book.ErrInUse) && s.session.practice == nil && s.raiseOther(o.Path) {
		s.quit()
		return
	}
	if s.session.practice != nil || s.places.now.Name == screen.AtWelcome {
		s.Fail(err)
		return
	}
	s.showRefusal(o, err)
}
