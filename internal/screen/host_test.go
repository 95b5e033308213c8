package screen

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/demo"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// testDay is the day every test is on: Tuesday 30 June 2026.
var testDay = rapport.DateOf(time.Date(2026, time.June, 30, 0, 0, 0, 0, time.UTC))

// testHost is a shell with a real book and a window nobody sees. Work is done at
// once and in order, also what a job's end asks for.
type testHost struct {
	t        *testing.T
	speaker  *present.Speaker
	practice *practice.Practice
	window   fyne.Window
	app      fyne.App
	today    rapport.Date // testDay, unless a test goes on to another

	toasts  []string
	fails   []error
	went    []Place
	backs   int
	opened  []Opening
	links   []string
	restyle int
}

var _ Host = (*testHost)(nil)

// newTestHost returns a host with an empty book, speaking a language in the
// formats usual with it.
func newTestHost(t *testing.T, language present.Language) *testHost {
	t.Helper()
	h := &testHost{t: t, today: testDay, speaker: present.NewSpeaker(language, present.FormatsOf(language))}
	now := func() time.Time { return testDay.Time().Add(9 * time.Hour) }
	b, err := book.Create(t.Context(), filepath.Join(t.TempDir(), "book.rapport"), book.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	h.practice = practice.New(b, func() rapport.Date { return h.today })
	t.Cleanup(func() {
		if err := h.practice.Close(); err != nil {
			t.Error(err)
		}
	})
	h.app = test.NewTempApp(t)
	h.app.Settings().SetTheme(widgets.Theme{Mode: widgets.Light})
	h.window = test.NewTempWindow(t, nil)
	h.window.SetPadded(false)
	h.window.Resize(fyne.NewSize(1280, 800))
	return h
}

// fill puts the sample practice into the book.
func (h *testHost) fill() *testHost {
	h.t.Helper()
	if err := demo.Fill(h.t.Context(), h.practice, h.speaker); err != nil {
		h.t.Fatal(err)
	}
	return h
}

// client adds a client.
func (h *testHost) client(name string) rapport.Client {
	h.t.Helper()
	c, err := h.practice.AddClient(h.t.Context(), rapport.Client{Name: name, State: rapport.Active,
		Terms: rapport.Terms{Currency: "EUR", PaymentDays: 14}})
	if err != nil {
		h.t.Fatal(err)
	}
	return c
}

// log logs an entry of some days ago.
func (h *testHost) log(c rapport.Client, ago int, kind rapport.Kind, note string) rapport.Entry {
	h.t.Helper()
	e, err := h.practice.Log(h.t.Context(), rapport.Entry{Client: c.ID, On: testDay.AddDays(-ago), Kind: kind,
		Severity: rapport.DefaultSeverity, Note: note})
	if err != nil {
		h.t.Fatal(err)
	}
	return e
}

// show puts a screen into the window, shows a place on it and has it hear of
// every change from then on.
func (h *testHost) show(s Screen, to Place) {
	h.t.Helper()
	h.window.SetContent(&widgets.Shell{Screen: s.Content()})
	h.practice.OnChange(func(c practice.Change) {
		if s.Wants(c) {
			s.Show(to)
		}
	})
	s.Show(to)
}

// Speaker is part of [Host].
func (h *testHost) Speaker() *present.Speaker { return h.speaker }

// Practice is part of [Host].
func (h *testHost) Practice() *practice.Practice { return h.practice }

// Work is part of [Host].
func (h *testHost) Work(job func(context.Context) error, done func(error)) {
	err := job(h.t.Context())
	if done != nil {
		done(err)
	}
}

// Go is part of [Host].
func (h *testHost) Go(to Place) { h.went = append(h.went, to) }

// Back is part of [Host].
func (h *testHost) Back() { h.backs++ }

// Toast is part of [Host].
func (h *testHost) Toast(text string, _ bool) { h.toasts = append(h.toasts, text) }

// Fail is part of [Host].
func (h *testHost) Fail(err error) { h.fails = append(h.fails, err) }

// Window is part of [Host].
func (h *testHost) Window() fyne.Window { return h.window }

// OpenLink is part of [Host].
func (h *testHost) OpenLink(link string) error { h.links = append(h.links, link); return nil }

// Open is part of [Host].
func (h *testHost) Open(o Opening) { h.opened = append(h.opened, o) }

// Restyle is part of [Host].
func (h *testHost) Restyle() { h.restyle++ }

// texts is everything that can be read in the window just now, what lies over it
// last: one line a drawn text.
func (h *testHost) texts() string {
	var lines []string
	collect := func(o fyne.CanvasObject) {
		if drawn, ok := o.(*canvas.Text); ok && drawn.Text != "" {
			lines = append(lines, drawn.Text)
		}
	}
	walk(h.window.Content(), collect)
	for _, o := range h.window.Canvas().Overlays().List() {
		walk(o, collect)
	}
	return strings.Join(lines, "\n")
}

// panel is what can be read in the panel on top, "" if there is none.
func (h *testHost) panel() string {
	var lines []string
	if top := h.window.Canvas().Overlays().Top(); top != nil {
		walk(top, func(o fyne.CanvasObject) {
			if drawn, ok := o.(*canvas.Text); ok && drawn.Text != "" {
				lines = append(lines, drawn.Text)
			}
		})
	}
	return strings.Join(lines, "\n")
}

// walk visits an object and all that is drawn for it and visible.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o != nil && o.Visible() {
		visit(o)
		for _, child := range drawnFor(o) {
			walk(child, visit)
		}
	}
}

// walkAll visits hidden objects too.
func walkAll(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	for _, child := range drawnFor(o) {
		walkAll(child, visit)
	}
}

// drawnFor are the objects inside an object.
func drawnFor(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// find returns the first object on top of the window, or in it, that fits.
func find[T fyne.CanvasObject](h *testHost, fits func(T) bool) (found T, ok bool) {
	look := func(o fyne.CanvasObject) {
		if object, is := o.(T); is && !ok && fits(object) {
			found, ok = object, true
		}
	}
	if top := h.window.Canvas().Overlays().Top(); top != nil {
		walk(top, look)
		return found, ok
	}
	walk(h.window.Content(), look)
	return found, ok
}

// press clicks the button with that word.
func (h *testHost) press(word string) {
	h.t.Helper()
	b, ok := find(h, func(b *widgets.Button) bool { return b.Text == word })
	if !ok {
		h.t.Fatalf("no button %q; there is:\n%s", word, h.texts())
	}
	test.Tap(b)
}

// typed sends keys to what has the keyboard, or to the canvas if nothing has.
func (h *testHost) typed(keys ...fyne.KeyName) {
	h.t.Helper()
	for _, name := range keys {
		key := &fyne.KeyEvent{Name: name}
		if focused := h.window.Canvas().Focused(); focused != nil {
			focused.TypedKey(key)
		} else if hear := h.window.Canvas().OnTypedKey(); hear != nil {
			hear(key)
		}
	}
}

// says fails unless the window shows each of the texts.
func (h *testHost) says(wanted ...string) {
	h.t.Helper()
	for _, text := range wanted {
		if !strings.Contains(h.texts(), text) {
			h.t.Errorf("nowhere: %q; there is:\n%s", text, h.texts())
		}
	}
}

// fine fails if the host was told of a failure.
func (h *testHost) fine() {
	h.t.Helper()
	for _, err := range h.fails {
		h.t.Errorf("failed: %v", err)
	}
}
