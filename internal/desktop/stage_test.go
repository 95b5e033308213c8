package desktop

import (
	"context"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// someday is the day the tests live in.
const someday = rapport.Date(739798 - 1) // 2026-06-30, a Tuesday

// stage is a whole window on the test driver, with folders of its own. The test
// plays the UI goroutine: what the worker wants on screen waits for settle or
// drain, as it waits for the main loop in a real window.
type stage struct {
	*Shell
	t     *testing.T
	today rapport.Date
	todo  chan func()
}

// raise builds a window that has opened nothing yet.
func raise(t *testing.T, locale string) *stage {
	t.Helper()
	return raiseIn(t, locale, lodge(t))
}

// lodge returns folders of a test. They are not below t.TempDir, whose path
// carries the test's name and leaves a socket no room.
func lodge(t *testing.T) home.Folders {
	t.Helper()
	folder, err := os.MkdirTemp("", "desk")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return foldersIn(folder)
}

// raiseIn is raise with given folders: the next start of the same user.
func raiseIn(t *testing.T, locale string, folders home.Folders) *stage {
	t.Helper()
	t.Setenv(scaleVariable, "")
	s := &stage{t: t, today: someday, todo: make(chan func(), 1<<12)}
	s.Shell = newShell(s.newApp(), Options{
		Folders: folders,
		Today:   func() rapport.Date { return s.today },
		Now:     func() time.Time { return s.today.Time().Add(10 * time.Hour) },
		Locale:  []string{locale}, Version: "test",
	})
	t.Cleanup(func() {
		s.worker.close()
		s.untoast() // its time would come in the middle of another test
		s.closeBook()
	})
	return s
}

// stageApp is the toolkit's test app with a driver that has a UI goroutine.
type stageApp struct {
	fyne.App
	driver *stageDriver
}

// stageDriver is the toolkit's test driver, which would run what other goroutines
// want on screen on theirs, with a queue for it instead.
type stageDriver struct {
	fyne.Driver
	todo chan<- func()
}

func (s *stage) newApp() fyne.App {
	app := test.NewTempApp(s.t)
	staged := &stageApp{App: app, driver: &stageDriver{Driver: app.Driver(), todo: s.todo}}
	fyne.SetCurrentApp(staged)
	return staged
}

// Driver is part of fyne.App.
func (a *stageApp) Driver() fyne.Driver { return a.driver }

// DoFromGoroutine is part of fyne.Driver.
func (d *stageDriver) DoFromGoroutine(f func(), wait bool) {
	if !wait {
		d.todo <- f
		return
	}
	done := make(chan struct{})
	d.todo <- func() { defer close(done); f() }
	<-done
}

// hung is how long a test waits for something that must happen.
const hung = 30 * time.Second

// settle waits until everything asked for so far is done, and what followed from
// it. A window that was closed only finishes what was on its way to the screen.
func (s *stage) settle() {
	s.t.Helper()
	for s.round() > 1 {
	}
}

// round takes up what comes to the screen until the worker is through with what
// it had been asked for, and says how much came: one thing if all is quiet.
func (s *stage) round() (came int) {
	s.t.Helper()
	idle := false
	s.worker.do(func(context.Context) error { return nil }, func(error) { idle = true })
	late := time.NewTimer(hung)
	defer late.Stop()
	for !idle {
		select {
		case f := <-s.todo:
			f()
			came++
		case <-s.worker.closed:
			s.drain()
			return 0
		case <-late.C:
			s.t.Fatal("the window is still at work")
		}
	}
	return came
}

// drain takes up what is on its way to the screen already.
func (s *stage) drain() {
	for {
		select {
		case f := <-s.todo:
			f()
		default:
			return
		}
	}
}

// sample opens the sample practice.
func (s *stage) sample() {
	s.t.Helper()
	s.start(screen.Opening{Sample: true})
	s.settle()
}

// clientOf returns a client of the sample that stands at a verdict.
func (s *stage) clientOf(verdict rapport.Verdict) rapport.ID {
	s.t.Helper()
	standings, err := s.session.practice.Review(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, st := range standings {
		if st.Assessment.Verdict == verdict {
			return st.Client.ID
		}
	}
	s.t.Fatalf("nobody in the sample stands at %s", verdict)
	return rapport.ID{}
}

// to goes to a place and waits for it.
func (s *stage) to(place screen.Place) {
	s.t.Helper()
	s.Go(place)
	s.settle()
}

// choose stores settings and applies them.
func (s *stage) choose(change func(*practice.Settings)) {
	s.t.Helper()
	settings := s.session.settings
	change(&settings)
	if err := s.session.practice.EditSettings(s.t.Context(), settings); err != nil {
		s.t.Fatal(err)
	}
	s.Restyle()
	s.settle()
}

// resize makes the window as large as a screen of that size at a text scale.
func (s *stage) resize(width, height, scale float32) {
	s.window.Canvas().(software.WindowlessCanvas).SetScale(scale)
	s.window.Resize(fyne.NewSize(width/scale, height/scale))
}
