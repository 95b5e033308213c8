package screen

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// slowHost keeps what it is asked to do until it is told to do the next job.
type slowHost struct {
	*testHost
	jobs      []func()
	cancelled bool // from now on
}

// Work is part of [Host].
func (h *slowHost) Work(job func(context.Context) error, done func(error)) {
	h.jobs = append(h.jobs, func() {
		if h.cancelled {
			job = func(context.Context) error { return context.Canceled }
		}
		h.testHost.Work(job, done)
	})
}

// next does the job that waits longest.
func (h *slowHost) next() {
	h.t.Helper()
	if len(h.jobs) == 0 {
		h.t.Fatal("nothing is waiting to be done")
	}
	job := h.jobs[0]
	h.jobs = h.jobs[1:]
	job()
}

// changeable returns a client of the sample whose answer something would change.
func (h *testHost) changeable() (client rapport.ID, found present.Examined) {
	h.t.Helper()
	standings, err := h.practice.Review(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	for _, st := range standings {
		examination, err := h.practice.Examine(h.t.Context(), st.Client.ID)
		if err != nil {
			h.t.Fatal(err)
		}
		file, err := h.practice.Client(h.t.Context(), st.Client.ID)
		if err != nil {
			h.t.Fatal(err)
		}
		found = present.NewExamined(h.speaker, file.History, file.Standing.Assessment, examination)
		if found.Question != nil && len(found.WhatIfs) > 0 {
			return st.Client.ID, found
		}
	}
	h.t.Fatal("nothing would change the answer about anybody in the sample")
	return client, found
}

// place is where a text stands in the window.
func (h *testHost) place(text string) fyne.Position {
	h.t.Helper()
	found, ok := find(h, func(o *canvas.Text) bool { return o.Text == text })
	if !ok {
		h.t.Fatalf("nowhere: %q; there is:\n%s", text, h.texts())
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
}

func TestWhatExaminingFindsMovesNothingThatIsBeingRead(t *testing.T) {
	for _, width := range []float32{1280, 640} {
		h := &slowHost{testHost: newTestHost(t, present.English).fill()}
		h.window.Resize(fyne.NewSize(width, 500))
		client, found := h.changeable()
		page := NewClient(h)
		h.window.SetContent(&widgets.Shell{Screen: page.Content()})
		page.Show(Place{Name: AtClient, Client: client})
		h.next()
		label := h.speaker.T("client.question")
		if _, early := find(h.testHost, func(o *canvas.Text) bool { return o.Text == label }); early {
			t.Fatal("there is a question before anything was examined")
		}
		headline := h.place(h.speaker.T("client.balance"))
		page.view.ScrollTo(100000)
		read := h.place(h.speaker.T("client.obligations"))
		h.next()
		if got := h.place(h.speaker.T("client.obligations")); got != read {
			t.Errorf("at %v wide what was read at the end moved from %v to %v", width, read, got)
		}
		page.view.ScrollTo(0)
		if got := h.place(h.speaker.T("client.balance")); got != headline {
			t.Errorf("at %v wide the reasons moved from %v to %v", width, headline, got)
		}
		h.says(label, found.Question.Options[0].Label)
		h.fine()
	}
}

func TestWhatIsFoundTooLateIsDropped(t *testing.T) {
	h := &slowHost{testHost: newTestHost(t, present.English).fill()}
	client, found := h.changeable()
	other := h.client("Somebody else")
	page := NewClient(h)
	h.window.SetContent(&widgets.Shell{Screen: page.Content()})
	page.Show(Place{Name: AtClient, Client: client})
	h.next() // the page; examining waits
	page.Show(Place{Name: AtClient, Client: other.ID})
	h.next() // examining the first
	if page.page.Question != nil || len(page.page.WhatIfs) > 0 {
		t.Errorf("what was found for one client is kept for another: %+v", page.page.Examined)
	}
	for len(h.jobs) > 0 {
		h.next()
	}
	h.says("Somebody else")
	if q := page.page.Question; q != nil && q.Text == found.Question.Text {
		t.Errorf("the other client is asked %q", q.Text)
	}
	h.fine()
}

func TestWhatWasFoundBeforeAChangeDoesNotOutliveACancelledSearch(t *testing.T) {
	h := &slowHost{testHost: newTestHost(t, present.English).fill()}
	client, _ := h.changeable()
	page := NewClient(h)
	h.window.SetContent(&widgets.Shell{Screen: page.Content()})
	page.Show(Place{Name: AtClient, Client: client})
	h.next()
	h.next()
	label := h.speaker.T("page.what_if")
	h.says(label)
	page.Show(Place{Name: AtClient, Client: client}) // something changed
	h.next()
	h.says(label) // until it is found anew
	h.cancelled = true
	h.next()
	if _, still := find(h.testHost, func(o *canvas.Text) bool { return o.Text == label }); still {
		t.Error("what was found before the change still stands there")
	}
	h.fine()
}

func TestKeysThatReachAPageAlreadyReplacedDoNoHarm(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.client("Acme")
	h.worked(c, 10)
	h.log(c, 3, rapport.Disrespect, "shouted")
	page := NewClient(h)
	h.show(page, Place{Name: AtClient, Client: c.ID})
	table, _ := find(h, func(*widgets.Table) bool { return true })
	balance, ok := find(h, func(*widgets.Balance) bool { return true })
	if table == nil || !ok {
		t.Fatal("there is no table or no balance to leave behind")
	}
	for range h.steps() {
		if _, err := h.practice.Undo(t.Context()); err != nil {
			break // the client is not taken back as well
		}
		if len(page.page.Invoices.Rows)+len(page.page.Reasons) == 0 {
			break
		}
	}
	if len(page.page.Invoices.Rows)+len(page.page.Reasons) > 0 {
		t.Fatal("the page still has what was taken back")
	}
	table.OnOpened(0)
	balance.OnOpened(0)
	h.fine()
}

func TestAReasonThatRestsOnInvoicesLeadsToThem(t *testing.T) {
	h := newTestHost(t, present.English).fill()
	h.window.Resize(fyne.NewSize(1280, 500))
	standings, err := h.practice.Review(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	page := NewClient(h)
	for _, st := range standings {
		h.show(page, Place{Name: AtClient, Client: st.Client.ID})
		for _, r := range page.page.Reasons {
			if len(r.Entries) == 0 && len(r.Invoices) > 0 {
				page.openReason(r)
				if at := h.place(h.speaker.T("client.invoices")); at.Y < 0 || at.Y > 400 {
					t.Errorf("the invoices stand at %v of a window 500 high", at.Y)
				}
				return
			}
		}
	}
	t.Error("no reason in the sample rests on invoices alone")
}

func TestWhatEachReasonWeighsIsShownWhenAskedFor(t *testing.T) {
	h := newTestHost(t, present.English).fill()
	client, _ := h.changeable()
	page := NewClient(h)
	h.show(page, Place{Name: AtClient, Client: client})
	weight := page.page.Reasons[0].Weight
	shown := func() bool {
		_, ok := find(h, func(o *canvas.Text) bool { return o.Text == weight })
		return ok
	}
	if shown() {
		t.Errorf("%q is shown before it is asked for", weight)
	}
	for _, way := range []string{"page.show_weights", "page.hide_weights"} {
		link, ok := find(h, func(l *widgets.Link) bool { return l.Text == h.speaker.T(way) })
		if !ok {
			t.Fatalf("there is no way called %s", way)
		}
		h.window.Canvas().Focus(link)
		h.typed(fyne.KeyReturn)
		if now, ok := h.window.Canvas().Focused().(*widgets.Link); !ok || now == link {
			t.Errorf("after %s the keyboard is not on the way back", way)
		}
		if want := way == "page.show_weights"; shown() != want {
			t.Errorf("after %s the weight is shown: %v", way, !want)
		}
	}
}
