package desktop

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/screen"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// railPlaces are the places in the rail, its foot last.
var railPlaces = []struct {
	name screen.PlaceName
	icon string
}{
	{screen.AtReview, "review"},
	{screen.AtJournal, "journal"},
	{screen.AtInsights, "insights"},
	{screen.AtImport, "import"},
	{screen.AtSettings, "settings"},
}

// railFoot is how many of them stand at the foot.
const railFoot = 1

// buildRail makes the rail of the open book in the present language.
func (s *Shell) buildRail() *widgets.Rail {
	t := s.session.speaker.T
	var items []widgets.RailItem
	for _, p := range railPlaces {
		items = append(items, widgets.RailItem{Icon: p.icon, Text: t("shell.place." + string(p.name))})
	}
	upper := len(items) - railFoot
	return &widgets.Rail{
		Name: t("shell.name"), Log: t("shell.log"), Find: t("shell.find"), FindHint: t("shell.find_hint"),
		Items: items[:upper], Foot: items[upper:], Selected: -1,
		Book: s.bookName(), Place: t("shell.saved_here"),
		On: widgets.RailEvents{Log: s.log, Find: s.find, Go: s.goToItem},
	}
}

// bookName is what the user calls their practice, else the name of the file.
func (s *Shell) bookName() string {
	if s.session.settings.Sample != "" {
		return s.session.speaker.T("shell.sample")
	}
	if s.session.settings.Name != "" {
		return s.session.settings.Name
	}
	path := s.session.practice.Book().Path()
	if path == s.options.Folders.Book() {
		return s.session.speaker.T("shell.my_book")
	}
	file := filepath.Base(path)
	return file[:len(file)-len(filepath.Ext(file))]
}

func (s *Shell) goToItem(item int) { s.Go(screen.Place{Name: railPlaces[item].name}) }

// underReview are the places Review leads to: they light it in the rail.
var underReview = []screen.PlaceName{screen.AtClient, screen.AtMap, screen.AtEnding, screen.AtSheet,
	screen.AtGuides, screen.AtGuide, screen.AtLetter}

// markRail shows in the rail where the user is. Everything about one client, the
// guides and the map belong to Review.
func (s *Shell) markRail() {
	if s.rail == nil {
		return
	}
	at := s.places.now.Name
	if slices.Contains(underReview, at) {
		at = screen.AtReview
	}
	selected := -1
	for i, p := range railPlaces {
		if p.name == at {
			selected = i
		}
	}
	s.rail.Select(selected)
}

// toastTime is how long a toast stays.
const toastTime = 6 * time.Second

// Toast is part of [screen.Host].
func (s *Shell) Toast(text string, undo bool) {
	toast := &widgets.Toast{Text: text}
	if undo {
		toast.Action = s.session.speaker.T("shell.undo")
		toast.OnAction = s.undoToasted
	}
	s.untoast()
	s.inside.SetToast(toast)
	s.untoast = after(toastTime, func() {
		if s.inside.Toast() == toast {
			s.inside.SetToast(nil)
		}
	})
}

// undoToasted takes back what a toast tells of. The toast goes at once, so that
// a second click does not take back the deed before.
func (s *Shell) undoToasted() {
	s.inside.SetToast(nil)
	s.turn(s.session.practice.Undo, "shell.undone")
}

// Fail is part of [screen.Host].
func (s *Shell) Fail(err error) {
	screen.ShowProblem(s, err)
}

// showBusy says that the present job takes its time and lets the user cancel it.
func (s *Shell) showBusy(cancel context.CancelFunc) {
	t := s.session.speaker.T
	s.appear() // a book that takes long to open is no reason to show nothing
	s.inside.SetBanner(widgets.Banner(t("shell.busy"), widgets.NewButton(t("shell.cancel"), cancel)))
}

// hideBusy puts back what the banner says otherwise.
func (s *Shell) hideBusy() { s.inside.SetBanner(s.banner()) }

// banner is what is said on every screen: that this is the sample, or that the
// book can only be read, and above it a personal limit that was just crossed. Nil
// when there is nothing to say.
func (s *Shell) banner() fyne.CanvasObject {
	if s.session.practice == nil {
		return nil
	}
	standing := s.standingBanner()
	switch {
	case s.session.alert.rows == nil:
		return standing
	case standing == nil:
		return s.alertBanner()
	}
	return widgets.NewColumn(0, s.alertBanner(), standing)
}

// standingBanner is what is true of the book as long as it is open.
func (s *Shell) standingBanner() fyne.CanvasObject {
	t := s.session.speaker.T
	switch {
	case s.session.settings.Sample != "":
		return widgets.Banner(t("shell.sample_banner"), widgets.NewButton(t("shell.own_book"), s.ownBook))
	case s.session.practice.Book().ReadOnly():
		return widgets.Banner(t("shell.read_only"))
	}
	return nil
}

// ownBook leaves the sample for the user's own book, or for the welcome if there
// is none yet.
func (s *Shell) ownBook() {
	path, err := s.options.Folders.Last()
	switch usual := s.options.Folders.Book(); {
	case err != nil:
		s.Fail(err)
		return
	case path != "": // should it be gone, that is said; an empty one instead would look like loss
		s.Open(screen.Opening{Path: path})
		return
	case exists(usual):
		s.Open(screen.Opening{Path: usual})
		return
	}
	// The book is closed when nothing is being done with it.
	s.Work(func(context.Context) error { return nil }, func(error) { s.welcome() })
}
