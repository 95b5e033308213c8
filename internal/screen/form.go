package screen

import (
	"context"
	"errors"
	"maps"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// complainer is a part of a form that can say what is wrong with it.
type complainer interface {
	fyne.CanvasObject
	SetProblem(sentence string)
}

// form is a panel that collects a record and stores it. What was typed stays
// until it is stored; a refusal is said beside the field it is about, or at the
// foot when it is about none of them.
type form struct {
	host    Host
	overlay *widgets.Overlay
	column  *fyne.Container
	fields  map[string]complainer // by the name a Problem gives the field
	order   []complainer
	refusal *widgets.Text
	save    *widgets.Button
	title   string
	width   float32
	grown   func()               // of a form that stands on a page: lays the page out anew
	heed    func(err error) bool // takes what is no refusal but a question; nil where nothing is asked
}

// formWidth is how wide a form is, in units.
const formWidth float32 = 620

// newForm begins a form; title answers what it is for.
func newForm(h Host, title string) *form {
	return &form{host: h, title: title, width: formWidth, fields: map[string]complainer{},
		column:  widgets.NewColumn(16),
		refusal: &widgets.Text{Color: widgets.ColorDoubtText}}
}

// add puts a part on the form, under the name refusals know its field by. Names
// of several fields may lead to one part.
func (f *form) add(part complainer, names ...string) {
	f.column.Add(part)
	f.know(part, names...)
}

// pair puts two parts side by side, where there is room.
func (f *form) pair(left, right complainer) {
	f.column.Add(widgets.NewGrid(16, 220, left, right))
}

func (f *form) know(part complainer, names ...string) {
	f.order = append(f.order, part)
	for _, name := range names {
		f.fields[name] = part
	}
}

// elsewhere adds a quiet link that closes the form and leads somewhere else.
func (f *form) elsewhere(text string, lead func()) {
	f.column.Add(widgets.NewFlow(0, widgets.NewLink(text, func() {
		f.overlay.Close()
		lead()
	})))
}

// tickBox returns a box that is ticked and unticked.
func tickBox(text, detail string, ticked bool) *widgets.TickBox {
	box := &widgets.TickBox{Text: text, Detail: detail, Choice: true}
	if ticked {
		box.State = widgets.Done
	}
	box.OnTapped = func() {
		if box.State == widgets.Done {
			box.State = widgets.Open
		} else {
			box.State = widgets.Done
		}
		box.Refresh()
	}
	return box
}

// show opens the panel. collect reads the fields into a deed; the deed runs on
// the worker, and the panel closes when it is done, saying so in a toast.
func (f *form) show(first fyne.Focusable, collect func() (deed func(context.Context) error, err error), said string) {
	t := f.host.Speaker().T
	f.refusal.Hidden = true
	submit := func() { f.submit(collect, said) }
	f.save = widgets.NewButton(t("forms.save"), submit)
	f.save.Role, f.save.Hint = widgets.Primary, t("forms.submit_hint")
	cancel := widgets.NewButton(t("forms.cancel"), func() { f.overlay.Close() })
	foot := widgets.NewFlow(8, f.save, cancel)
	content := widgets.Inset(20, 24, 20, 24, widgets.NewColumn(20,
		&widgets.Text{Text: f.title, As: widgets.Name, Bold: true}, f.column, f.refusal, foot))
	f.overlay = &widgets.Overlay{Content: content, Width: f.width, First: first, Firm: true, OnSubmit: submit}
	f.overlay.Open(f.host.Window().Canvas())
	onSubmit(f.order, submit)
}

// onSubmit makes Enter in any field store the form.
func onSubmit(parts []complainer, submit func()) {
	for _, part := range parts {
		switch field := part.(type) {
		case *widgets.Field:
			field.OnSubmitted = func(string) { submit() }
		case *widgets.DateField:
			field.OnSubmitted = submit
		}
	}
}

func (f *form) submit(collect func() (func(context.Context) error, error), said string) {
	if f.save.Locked {
		return // it is being stored
	}
	f.clear()
	deed, err := collect()
	if err != nil {
		f.refuse(err)
		return
	}
	f.save.Disable()
	f.host.Work(deed, func(err error) {
		f.save.Enable()
		switch {
		case err != nil && f.heed != nil && f.heed(err):
			return
		case err != nil:
			f.refuse(err)
			return
		}
		f.overlay.Close()
		f.host.Toast(f.host.Speaker().T(said), true)
	})
}

func (f *form) clear() {
	for _, part := range f.order {
		part.SetProblem("")
	}
	f.refusal.Hidden = true
}

// refuse says what is wrong where it is wrong.
func (f *form) refuse(err error) {
	sentence := f.host.Speaker().Error(err)
	if part, ok := f.fields[fieldOf(err)]; ok {
		part.SetProblem(f.host.Speaker().Error(asLabelled(err, part)))
	} else {
		f.refusal.Text, f.refusal.Hidden = sentence, false
		f.refusal.Refresh()
	}
	f.relay()
}

// asLabelled is a refusal that calls a field what it is called on the form.
func asLabelled(err error, part complainer) error {
	var problem *rapport.Problem
	label := labelOf(part)
	if label == "" || !errors.As(err, &problem) {
		return err
	}
	if _, named := problem.Args["field"]; !named {
		return err
	}
	args := maps.Clone(problem.Args)
	args["field"] = label
	return rapport.Refuse(problem, args)
}

// labelOf is what a part of a form is called, "" where it has no one name.
func labelOf(part complainer) string {
	switch p := part.(type) {
	case *widgets.Field:
		return p.Label
	case *widgets.DateField:
		return p.Label
	}
	return ""
}

// relay lays the form out anew after it has grown or shrunk, in its panel or on the
// page it stands on.
func (f *form) relay() {
	switch {
	case f.overlay != nil:
		f.overlay.Fit()
	case f.grown != nil:
		f.grown()
	}
}

// stands reports whether the form is still there to be filled in.
func (f *form) stands() bool { return f.overlay == nil || f.overlay.IsOpen() }

// misread is what a field of a form holds that cannot be read.
type misread struct {
	field string
	err   error
}

func (m *misread) Error() string { return m.field + ": " + m.err.Error() }
func (m *misread) Unwrap() error { return m.err }

// fieldByCode is the field a problem is about where its arguments do not name it.
var fieldByCode = map[string]string{
	rapport.ErrNameTaken.Code: "name", rapport.ErrEmail.Code: "email", rapport.ErrCurrency.Code: "currency",
	rapport.ErrAmount.Code: "amount", rapport.ErrAmountNegative.Code: "amount", rapport.ErrPaidTooMuch.Code: "amount",
	rapport.ErrDays.Code: "days", rapport.ErrDateFuture.Code: "date", rapport.ErrDateForm.Code: "date",
	rapport.ErrDateRange.Code: "date", rapport.ErrDueBefore.Code: "due", rapport.ErrReasonMissing.Code: "reason",
	rapport.ErrMinutes.Code: "minutes", rapport.ErrReviewBefore.Code: "review",
	rapport.ErrLookAgain.Code: "again", rapport.ErrCurrencyHeld.Code: "currency", "invoice_number_taken": "number",
	practice.ErrRemedyOverLimit.Code: "note", practice.ErrNoticeBefore.Code: "from",
}

// fieldOf tells which field an error is about, "" if none.
func fieldOf(err error) string {
	var unread *misread
	if errors.As(err, &unread) {
		return unread.field
	}
	var problem *rapport.Problem
	if !errors.As(err, &problem) {
		return ""
	}
	if field, ok := problem.Args["field"].(string); ok {
		return field
	}
	return fieldByCode[problem.Code]
}

// dateField returns a field for a day in the user's own form.
func dateField(h Host, label string, day rapport.Date) *widgets.DateField {
	s := h.Speaker()
	f := widgets.NewDateField(label, dateWords(s), h.Practice().Today().Time())
	if !day.IsZero() {
		f.SetDay(day.Time())
	}
	return f
}

func dateWords(s *present.Speaker) widgets.DateWords {
	words := widgets.DateWords{
		Format: func(day time.Time) string { return s.DateShort(rapport.DateOf(day)) },
		Parse: func(text string) (time.Time, error) {
			d, err := s.ParseDate(text)
			if err != nil {
				return time.Time{}, errors.New(s.Error(err))
			}
			return d.Time(), nil
		},
		Month:    func(first time.Time) string { return s.MonthYear(rapport.DateOf(first)) },
		First:    s.WeekStart(),
		Previous: s.T("forms.month_before"), Next: s.T("forms.month_after"),
	}
	for day := range words.Weekdays {
		words.Weekdays[day] = string([]rune(s.Weekday(time.Weekday(day)))[:2])
	}
	return words
}

// dayOf reads a date field; an empty one is no date.
func dayOf(h Host, f *widgets.DateField, name string) (rapport.Date, error) {
	if f.Text() == "" {
		return 0, nil
	}
	d, err := h.Speaker().ParseDate(f.Text())
	if err != nil {
		return 0, &misread{field: name, err: err}
	}
	return d, nil
}

// daysOf reads a number of days; an empty field is none.
func daysOf(h Host, f *widgets.Field, name string) (int, error) {
	if f.Text() == "" {
		return 0, nil
	}
	n, err := h.Speaker().ParseNumber(f.Text())
	if err != nil || n != float64(int(n)) {
		return 0, &misread{field: name, err: rapport.Refuse(rapport.ErrDays, rapport.Args{"value": f.Text()})}
	}
	return int(n), nil
}

// moneyOf reads an amount in the currency; an empty field is nothing.
func moneyOf(h Host, f *widgets.Field, currency rapport.Currency, name string) (rapport.Money, error) {
	if f.Text() == "" {
		return rapport.Money{Currency: currency}, nil
	}
	m, err := h.Speaker().ParseMoney(f.Text(), currency)
	if err != nil {
		return rapport.Money{}, &misread{field: name, err: err}
	}
	return m, nil
}
