package screen

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// promiseForm is the form for our word: what, by when, and how long it takes.
type promiseForm struct {
	*form
	promise rapport.Promise // as it is stored, or as a new one begins
	what    *widgets.Field
	by      *widgets.DateField
	takes   *widgets.Field
	reopen  *widgets.TickBox // nil unless it is settled
	warning *widgets.Card    // stands where more is promised than there are hours
	load    *widgets.Text    // in it
	turn    turns            // only the load of what stands there now is told
	asked   string           // the warning it was not saved with at once: saved again, it is meant
}

// errOverHours is what keeps a promise from being stored at the first try: it has to
// be seen that more is promised than there are hours.
var errOverHours = errors.New("more is promised than there are hours for")

// ShowPromise opens the form for our word to a client; without one it asks to whom.
func ShowPromise(h Host, client rapport.ID) {
	if client == (rapport.ID{}) {
		withClient(h, func(c rapport.Client) { ShowPromiseForm(h, c.ID) })
		return
	}
	ShowPromiseForm(h, client)
}

// ShowPromiseForm opens the form for our word to a client.
func ShowPromiseForm(h Host, client rapport.ID) {
	today := h.Practice().Today()
	// The id is kept: tried again after a doubtful failure it is stored once.
	f := newPromiseForm(h, h.Speaker().T("way_page.promise.new"),
		rapport.Promise{ID: rapport.NewID(), Client: client, Given: today})
	f.open(func(ctx context.Context, p rapport.Promise) error {
		_, err := h.Practice().Promise(ctx, p)
		return err
	}, "way_page.promise.added")
}

// ShowPromiseEdit opens the form to correct our word. One that was settled can be
// opened again.
func ShowPromiseEdit(h Host, p rapport.Promise) {
	f := newPromiseForm(h, h.Speaker().T("way_page.promise.edit"), p)
	if !p.Open() {
		row := h.Speaker().Promise(p, h.Practice().Today())
		f.reopen = tickBox(h.Speaker().T("forms.owed.reopen"), row.Text, false)
		f.column.Add(f.reopen)
	}
	f.open(h.Practice().EditPromise, "way_page.promise.changed")
}

func newPromiseForm(h Host, title string, p rapport.Promise) *promiseForm {
	s := h.Speaker()
	f := &promiseForm{form: newForm(h, title), promise: p}
	f.what = fieldWith(s.T("way_page.promise.what"), s.T("way_page.promise.example"), p.What)
	f.by = dateField(h, s.T("way_page.promise.by"), p.By)
	f.takes = fieldWith(s.T("way_page.promise.takes"), s.T("forms.invoice.hours_example"), hoursText(h, p.Minutes))
	f.takes.Hint = s.T("way_page.promise.takes_hint")
	f.load = &widgets.Text{}
	f.warning = &widgets.Card{Fill: widgets.ColorDoubtTint, Sections: []fyne.CanvasObject{widgets.NewTopRow(12,
		&widgets.Icon{Name: "clock", Color: widgets.ColorDoubt}, widgets.Stretch(f.load))}}
	f.warning.Hidden = true
	f.add(f.what, "what")
	f.pair(f.by, f.takes)
	f.know(f.by, "by", "date")
	f.know(f.takes, "minutes", "hours")
	f.column.Add(f.warning)
	f.by.OnChanged = func(time.Time, bool) { f.weigh() }
	f.takes.OnChanged = func(string) { f.weigh() }
	return f
}

// hoursText writes minutes into a field; none is an empty field.
func hoursText(h Host, minutes int) string {
	if minutes == 0 {
		return ""
	}
	return h.Speaker().Hours(minutes)
}

// weigh tells, while it is typed, where more is promised than there are hours
// until the day. Nobody is kept from promising it.
func (f *promiseForm) weigh() {
	p, err := f.read()
	turn := f.turn.next()
	if err != nil || p.By.IsZero() {
		f.warn("")
		return
	}
	var sentence string
	f.host.Work(func(ctx context.Context) error {
		sentence, err = f.over(ctx, p)
		return err
	}, func(err error) {
		if err == nil && f.turn.is(turn) && f.stands() {
			f.warn(sentence)
		}
	})
}

// warn shows a warning, "" for none.
func (f *promiseForm) warn(sentence string) {
	if f.load.Text == sentence {
		return
	}
	f.load.Text = sentence
	f.warning.Hidden = sentence == ""
	if sentence != f.asked {
		f.ask("")
	}
	f.load.Refresh()
	f.relay()
}

// ask has the button say that it is promised all the same, or, without a sentence to
// heed, that it is stored.
func (f *promiseForm) ask(sentence string) {
	f.asked = sentence
	key := "forms.save"
	if sentence != "" {
		key = "way_page.promise.all_the_same"
	}
	if f.save != nil {
		f.save.Text = f.host.Speaker().T(key)
		f.save.Refresh()
	}
}

// read is our word as the fields have it.
func (f *promiseForm) read() (p rapport.Promise, err error) {
	p = f.promise
	p.What = strings.TrimSpace(f.what.Text())
	if f.reopen != nil && f.reopen.State == widgets.Done {
		p.Kept, p.Broken = 0, 0
	}
	if p.By, err = dayOf(f.host, f.by, "by"); err != nil {
		return p, err
	}
	p.Minutes, err = workOf(f.host, f.takes, "minutes")
	return p, err
}

// workOf reads hours and minutes; an empty field is none.
func workOf(h Host, f *widgets.Field, name string) (int, error) {
	if strings.TrimSpace(f.Text()) == "" {
		return 0, nil
	}
	minutes, err := h.Speaker().ParseHours(f.Text())
	if err != nil {
		return 0, &misread{field: name, err: err}
	}
	return minutes, nil
}

// open shows the form; store is the deed it is filled in for.
func (f *promiseForm) open(store func(context.Context, rapport.Promise) error, said string) {
	var sentence string // of the last try
	f.heed = func(err error) bool {
		if !errors.Is(err, errOverHours) {
			return false
		}
		f.turn.next() // what is still being weighed is older
		f.warn(sentence)
		f.ask(sentence)
		f.relay()
		return true
	}
	f.show(f.what.Focusable(), func() (func(context.Context) error, error) {
		p, err := f.read()
		if err != nil {
			return nil, err
		}
		asked := f.asked
		return func(ctx context.Context) error {
			if sentence, err = f.over(ctx, p); err != nil {
				return err
			}
			if sentence != "" && sentence != asked {
				return errOverHours
			}
			return store(ctx, p)
		}, nil
	}, said)
	f.weigh()
}

// over says in a sentence that more is promised than there are hours for, "" where it
// fits. What is settled takes no more time.
func (f *promiseForm) over(ctx context.Context, p rapport.Promise) (string, error) {
	if !p.Open() || p.By.IsZero() {
		return "", nil
	}
	load, err := f.host.Practice().PromiseLoad(ctx, p)
	return f.host.Speaker().PromiseLoad(load.Promised, load.Hours, load.By), err
}

// ShowPromiseSettle opens the panel for an open promise: it was kept, or it was
// broken. Either is an entry of ours. From there one that is wrong is corrected.
func ShowPromiseSettle(h Host, p rapport.Promise) {
	s := h.Speaker()
	f := newForm(h, p.What)
	how := &widgets.Segment{Options: []string{s.T("way_page.promise.kept"), s.T("way_page.promise.broken")}}
	note := widgets.NewText(s.T("way_page.promise.kept_note"), widgets.ColorSoft)
	how.OnChanged = func(index int) {
		note.Text = []string{s.T("way_page.promise.kept_note"), s.T("way_page.promise.broken_note")}[index]
		note.Refresh()
		f.overlay.Fit()
	}
	f.column.Add(widgets.NewFlow(8, how))
	f.column.Add(note)
	f.elsewhere(s.T("way_page.promise.move"), func() { ShowPromiseEdit(h, p) })
	f.show(how, func() (func(context.Context) error, error) {
		deed := []func(context.Context, rapport.ID) error{h.Practice().KeepPromise, h.Practice().BreakPromise}[how.Selected]
		return func(ctx context.Context) error { return deed(ctx, p.ID) }, nil
	}, "way_page.promise.settled")
}
