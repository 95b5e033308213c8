package desktop

import (
	"context"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Options are what the outside world hands to the window.
type Options struct {
	Book        string // asked for on the command line
	Environment string // the book named by [home.BookVariable]
	Sample      bool   // open the sample practice
	Folders     home.Folders
	Today       practice.Clock
	Now         func() time.Time
	Locale      []string // language tags of the system, best first
	Version     string
	Leave       func() // ends the process, should the graphics driver not let go
}

// Shell is the window: the rail, the screen shown now, and what they all share.
// It is every screen's [screen.Host].
type Shell struct {
	options Options
	app     fyne.App
	window  fyne.Window
	worker  *worker

	session session // the open book and how it is worded
	places  places
	inside  *widgets.Shell // rail, banner, screen and toast
	rail    *widgets.Rail  // nil while there is no book
	untoast func()         // takes the present toast away sooner
	today   rapport.Date   // the day everybody was last judged for
	scale   string         // text size the environment asks for, where the book sets none
	shown   bool
}

// session is what changes when another book is opened.
type session struct {
	practice *practice.Practice
	settings practice.Settings
	speaker  *present.Speaker
	release  func() // stops listening for a second start
	alert    alert  // a personal limit that was just crossed
}

// places is where the user is and was, and the screens built so far.
type places struct {
	now     screen.Place
	back    []screen.Place
	screens map[screen.PlaceName]screen.Screen
}

var _ screen.Host = (*Shell)(nil)

// The size of the window at first, in units.
const (
	windowWidth  float32 = 1280
	windowHeight float32 = 800
)

// Run shows the window and returns when it is closed. The window appears with
// what it has to show: a second start that only raises the first shows none.
func Run(app fyne.App, o Options) {
	s := newShell(app, o)
	s.start(screen.Opening{Path: o.Book, Sample: o.Sample})
	s.app.Run()
}

// appear shows the window, the first time there is something in it.
func (s *Shell) appear() {
	if !s.shown {
		s.shown = true
		s.window.Show()
	}
}

// newShell builds the empty window.
func newShell(app fyne.App, o Options) *Shell {
	s := &Shell{options: o, app: app, window: app.NewWindow("Rapport"), scale: os.Getenv(scaleVariable)}
	s.session.speaker = s.speak(practice.Settings{})
	s.worker = newWorker(s.showBusy, s.hideBusy)
	s.inside = &widgets.Shell{}
	s.untoast = func() {}
	app.Settings().SetTheme(widgets.Theme{})
	s.window.SetPadded(false)
	s.window.SetContent(s.inside)
	s.window.Resize(fyne.NewSize(windowWidth, windowHeight))
	s.window.SetMaster()
	s.window.SetCloseIntercept(s.quit)
	s.window.SetOnDropped(s.dropped)
	s.window.Canvas().SetOnTypedKey(s.typedKey)
	s.worker.every(newDayEvery, s.greetNewDay)
	return s
}

// newDayEvery is how often the window looks whether a new day has begun.
const newDayEvery = time.Minute

// speak chooses language and formats: as set in the book, else the system's.
func (s *Shell) speak(settings practice.Settings) *present.Speaker {
	language := present.MatchLanguage(append([]string{settings.Language}, s.options.Locale...)...)
	formats := present.Formats(settings.Formats)
	if formats == "" {
		formats = present.FormatsFor(language, s.options.Locale...)
	}
	return present.NewSpeaker(language, formats)
}

// quit closes the book before the window, so that everything is on the disk. A
// graphics driver may hang while it is taken down; by then there is nothing left
// to lose, and the process ends all the same.
func (s *Shell) quit() {
	s.worker.close()
	s.closeBook()
	atLast(leaveTime, s.options.Leave)
	s.window.SetCloseIntercept(nil)
	s.app.Quit()
}

// leaveTime is how long the graphics driver has to let go.
const leaveTime = 3 * time.Second

// Speaker is part of [screen.Host].
func (s *Shell) Speaker() *present.Speaker { return s.session.speaker }

// Practice is part of [screen.Host].
func (s *Shell) Practice() *practice.Practice { return s.session.practice }

// Window is part of [screen.Host].
func (s *Shell) Window() fyne.Window { return s.window }

// Work is part of [screen.Host]. What was asked for about one book is of no
// interest any more once another is open.
func (s *Shell) Work(run func(context.Context) error, done func(error)) {
	about := s.session.practice
	s.worker.do(func(ctx context.Context) error {
		if about != s.session.practice {
			return nil
		}
		return run(ctx)
	}, func(err error) {
		if about == s.session.practice && done != nil {
			done(err)
		}
	})
}

// Go is part of [screen.Host].
func (s *Shell) Go(to screen.Place) {
	s.places.back = append(s.places.back, s.places.now)
	s.show(to)
}

// Back is part of [screen.Host]. With nowhere to go back to it goes to Review.
func (s *Shell) Back() {
	to := screen.Place{Name: screen.AtReview}
	if n := len(s.places.back); n > 0 {
		to, s.places.back = s.places.back[n-1], s.places.back[:n-1]
	}
	s.show(to)
}

// show puts the screen of a place on the stage, built if it is the first time,
// and has it fetch what it shows.
func (s *Shell) show(to screen.Place) {
	sc, ok := s.places.screens[to.Name]
	if !ok {
		sc = s.build(to.Name)
		s.places.screens[to.Name] = sc
	}
	s.places.now = to
	s.appear()
	s.inside.SetScreen(sc.Content())
	s.markRail()
	sc.Show(to)
}

// build makes the screen of a kind of place.
func (s *Shell) build(name screen.PlaceName) screen.Screen {
	switch name {
	case screen.AtClient:
		return screen.NewClient(s)
	case screen.AtJournal:
		return screen.NewJournal(s)
	case screen.AtMap:
		return screen.NewMap(s)
	case screen.AtInsights:
		return screen.NewInsights(s)
	case screen.AtSettings:
		return screen.NewSettings(s)
	case screen.AtImport:
		return screen.NewImport(s)
	case screen.AtWelcome:
		return screen.NewWelcome(s)
	case screen.AtEnding:
		return screen.NewEnding(s)
	case screen.AtSheet:
		return screen.NewSheet(s)
	case screen.AtGuides:
		return screen.NewGuides(s)
	case screen.AtGuide:
		return screen.NewGuide(s)
	case screen.AtLetter:
		return screen.NewLetter(s)
	default:
		return screen.NewReview(s)
	}
}

// greetNewDay judges everybody anew once the date has changed.
func (s *Shell) greetNewDay() {
	if s.session.practice == nil || s.today == s.options.Today() {
		return
	}
	s.today = s.options.Today()
	s.Work(func(ctx context.Context) error {
		return s.session.practice.Reassess(ctx, nil)
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.spoil(practice.Change{}) // dates and ages have changed for everybody
	})
}

// spoil reloads the screen shown now if a change concerns it. Every other screen
// fetches anew when the user comes to it.
func (s *Shell) spoil(change practice.Change) {
	s.heed(change)
	if sc, ok := s.places.screens[s.places.now.Name]; ok && sc.Wants(change) {
		sc.Show(s.places.now)
	}
	s.refreshMenu()
}
