package desktop

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// key is a shortcut with the platform's own modifier (Ctrl, or Command).
func key(name fyne.KeyName, more fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault | more}
}

// item is one line of a menu. Keys live in menus: there they are found by whoever
// looks for them, and they work while a field has the keyboard. While a panel is
// open they rest, so that nothing opens over it or goes on behind it.
func (s *Shell) item(label string, shortcut fyne.Shortcut, action func()) *fyne.MenuItem {
	return &fyne.MenuItem{Label: label, Shortcut: shortcut, Action: func() {
		if !s.inPanel() {
			action()
		}
	}}
}

func (s *Shell) inPanel() bool { return s.window.Canvas().Overlays().Top() != nil }

// typedKey hears keys without a modifier, which the toolkit does not look up in
// the menus. A screen that has a use for keys of its own is asked first.
func (s *Shell) typedKey(key *fyne.KeyEvent) {
	if keyed, ok := s.places.screens[s.places.now.Name].(screen.Keyed); ok && !s.inPanel() && keyed.TypedKey(key) {
		return
	}
	if key.Name == fyne.KeyF1 && s.session.practice != nil {
		screen.ShowKeys(s)
	}
}

// refreshMenu asks the book what can be taken back and builds the menus.
func (s *Shell) refreshMenu() {
	if s.session.practice == nil {
		s.window.SetMainMenu(nil)
		return
	}
	var undo, redo []practice.Change
	p := s.session.practice
	s.Work(func(ctx context.Context) (err error) {
		undo, redo, err = p.Steps(ctx)
		return err
	}, func(err error) {
		if err == nil && p == s.session.practice {
			s.window.SetMainMenu(fyne.NewMainMenu(s.bookMenu(), s.editMenu(undo, redo), s.goMenu(), s.helpMenu()))
		}
	})
}

func (s *Shell) bookMenu() *fyne.Menu {
	t := s.session.speaker.T
	quit := &fyne.MenuItem{Label: t("shell.menu.quit"), Shortcut: key(fyne.KeyQ, 0), IsQuit: true, Action: s.quit}
	return fyne.NewMenu(t("shell.menu.book"),
		s.item(t("shell.menu.log"), key(fyne.KeyL, 0), s.log),
		s.item(t("shell.menu.new_client"), key(fyne.KeyN, 0), func() { screen.ShowClientForm(s, nil) }),
		s.item(t("shell.menu.promise"), key(fyne.KeyP, 0), s.promise),
		fyne.NewMenuItemSeparator(),
		s.item(t("shell.menu.open"), key(fyne.KeyO, 0), s.pickBook),
		s.item(t("shell.menu.sample"), nil, func() { s.Open(screen.Opening{Sample: true}) }),
		s.item(t("shell.menu.import"), key(fyne.KeyI, 0), s.pickImport),
		s.item(t("shell.menu.export"), key(fyne.KeyE, 0), func() { screen.ShowExport(s) }),
		fyne.NewMenuItemSeparator(),
		quit)
}

func (s *Shell) editMenu(undo, redo []practice.Change) *fyne.Menu {
	t := s.session.speaker.T
	// A field has its own undo under the same keys, also in a panel, so the items
	// stay enabled: the action finds out whose turn it is.
	back := &fyne.MenuItem{Label: s.stepLabel("shell.menu.undo", undo), Shortcut: &fyne.ShortcutUndo{}, Action: s.undo}
	again := &fyne.MenuItem{Label: s.stepLabel("shell.menu.redo", redo), Shortcut: &fyne.ShortcutRedo{}, Action: s.redo}
	return fyne.NewMenu(t("shell.menu.edit"), back, again)
}

// stepLabel names what would be taken back: "Undo: Entry logged (Acme)".
func (s *Shell) stepLabel(prefix string, steps []practice.Change) string {
	t := s.session.speaker.T
	if len(steps) == 0 {
		return t(prefix)
	}
	return strings.Join([]string{t(prefix), s.deed(steps[0])}, ": ")
}

// deed words what was done, and to whom.
func (s *Shell) deed(c practice.Change) string {
	name := s.session.speaker.T("deed." + string(c.Deed))
	if c.Subject == "" {
		return name
	}
	return name + " (" + c.Subject + ")"
}

func (s *Shell) goMenu() *fyne.Menu {
	t := s.session.speaker.T
	to := func(name screen.PlaceName) func() { return func() { s.Go(screen.Place{Name: name}) } }
	return fyne.NewMenu(t("shell.menu.go"),
		s.item(t("shell.place.review"), key(fyne.Key1, 0), to(screen.AtReview)),
		s.item(t("shell.place.journal"), key(fyne.Key2, 0), to(screen.AtJournal)),
		s.item(t("shell.place.insights"), key(fyne.Key3, 0), to(screen.AtInsights)),
		s.item(t("shell.place.map"), key(fyne.KeyM, 0), to(screen.AtMap)),
		s.item(t("shell.place.guides"), key(fyne.KeyG, 0), s.guides),
		s.item(t("shell.place.settings"), key(fyne.KeyComma, 0), to(screen.AtSettings)),
		fyne.NewMenuItemSeparator(),
		s.item(t("shell.find"), key(fyne.KeyK, 0), s.find),
		s.item(t("shell.menu.heads_up"), key(fyne.KeyH, 0), s.headsUp),
		s.item(t("shell.menu.back"), &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}, s.Back))
}

func (s *Shell) helpMenu() *fyne.Menu {
	t := s.session.speaker.T
	return fyne.NewMenu(t("shell.menu.help"),
		s.item(t("shell.menu.keys"), &desktop.CustomShortcut{KeyName: fyne.KeyF1}, func() { screen.ShowKeys(s) }),
		s.item(t("shell.menu.about"), nil, func() { screen.ShowAbout(s, s.options.Version) }))
}

func (s *Shell) log()  { screen.ShowLog(s, s.about()) }
func (s *Shell) find() { screen.ShowFind(s) }

// about is the client whose page is open, the zero id if none is.
func (s *Shell) about() rapport.ID { return s.places.now.Client }

func (s *Shell) pickBook() {
	screen.PickFile(s, screen.Picking{Title: s.session.speaker.T("shell.menu.open"), Endings: []string{".rapport"}},
		func(path string) { s.Open(screen.Opening{Path: path}) })
}

func (s *Shell) pickImport() { screen.PickImport(s) }

// dropped takes a file the user let fall on the window for one to read in.
func (s *Shell) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || s.session.practice == nil || s.inPanel() {
		return
	}
	s.Go(screen.Place{Name: screen.AtImport, File: files[0].Path()})
}

// undo takes the last deed back, unless the keyboard is in a field: then it is
// the field's own last change that is meant. Behind an open panel nothing changes.
func (s *Shell) undo() {
	if s.inField(&fyne.ShortcutUndo{}) || s.inPanel() {
		return
	}
	s.turn(s.session.practice.Undo, "shell.undone")
}

func (s *Shell) redo() {
	if s.inField(&fyne.ShortcutRedo{}) || s.inPanel() {
		return
	}
	s.turn(s.session.practice.Redo, "shell.redone")
}

func (s *Shell) inField(shortcut fyne.Shortcut) bool {
	field, ok := s.window.Canvas().Focused().(fyne.Shortcutable)
	if ok {
		field.TypedShortcut(shortcut)
	}
	return ok
}

func (s *Shell) turn(how func(context.Context) (practice.Change, error), said string) {
	var change practice.Change
	s.Work(func(ctx context.Context) (err error) {
		change, err = how(ctx)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, book.ErrNothingToUndo), errors.Is(err, book.ErrNothingToRedo):
			s.Toast(s.session.speaker.Error(err), false)
		case err != nil:
			s.Fail(err)
		default:
			s.Toast(s.session.speaker.T(said, map[string]any{"Deed": s.deed(change)}), false)
		}
	})
}
