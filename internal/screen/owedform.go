package screen

import (
	"context"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// sides are the sides in the order they are offered.
var sides = []rapport.Side{rapport.Ours, rapport.Theirs}

// obligationForm is the form for something owed: new, or of the book and to be
// corrected.
type obligationForm struct {
	*form
	obligation rapport.Obligation // as it is stored, or as a new one begins

	side   *widgets.Segment
	what   *widgets.Field
	due    *widgets.DateField
	reopen *widgets.TickBox // nil unless it is settled
}

// ShowObligationForm opens the form for something owed, by us unless theirs is
// chosen.
func ShowObligationForm(h Host, client rapport.ID) {
	// The id is kept: tried again after a doubtful failure it is stored once.
	f := newObligationForm(h, h.Speaker().T("forms.owed.new"),
		rapport.Obligation{ID: rapport.NewID(), Client: client, Side: rapport.Ours})
	f.open(func(ctx context.Context, o rapport.Obligation) error {
		_, err := h.Practice().Owe(ctx, o)
		return err
	}, "forms.owed.added")
}

// ShowObligationEdit opens the form to correct something owed. What was settled can
// be opened again.
func ShowObligationEdit(h Host, o rapport.Obligation) {
	s := h.Speaker()
	f := newObligationForm(h, s.T("forms.owed.edit"), o)
	if !o.Open() {
		row := s.Obligation(o, h.Practice().Today())
		f.reopen = tickBox(s.T("forms.owed.reopen"), row.Who+", "+row.Text, false)
		f.column.Add(f.reopen)
	}
	f.open(h.Practice().EditObligation, "forms.owed.changed")
}

func newObligationForm(h Host, title string, o rapport.Obligation) *obligationForm {
	s := h.Speaker()
	f := &obligationForm{form: newForm(h, title), obligation: o}
	f.side = &widgets.Segment{Options: []string{s.Side(sides[0]), s.Side(sides[1])}, Selected: slices.Index(sides, o.Side)}
	f.what = fieldWith(s.T("field.what"), s.T("forms.owed.example"), o.What)
	f.due = dateField(h, s.T("field.due"), o.Due)
	f.column.Add(widgets.NewFlow(8, f.side))
	f.add(f.what, "what")
	f.add(f.due, "due", "date")
	return f
}

// open shows the form; store is the deed it is filled in for.
func (f *obligationForm) open(store func(context.Context, rapport.Obligation) error, said string) {
	f.show(f.what.Focusable(), func() (func(context.Context) error, error) {
		o, err := f.read()
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) error { return store(ctx, o) }, nil
	}, said)
}

// read is what is owed as the fields have it.
func (f *obligationForm) read() (o rapport.Obligation, err error) {
	o = f.obligation
	o.Side, o.What = sides[f.side.Selected], strings.TrimSpace(f.what.Text())
	if f.reopen != nil && f.reopen.State == widgets.Done {
		o.Met, o.Waived, o.Reason = 0, 0, ""
	}
	o.Due, err = dayOf(f.host, f.due, "due")
	return o, err
}

// ShowSettleForm opens the panel for an open obligation: it is met, or waived for
// a reason. From there one that is wrong can be corrected.
func ShowSettleForm(h Host, o rapport.Obligation) {
	s := h.Speaker()
	f := newForm(h, o.What)
	how := &widgets.Segment{Options: []string{s.T("forms.owed.meet"), s.T("forms.owed.waive")}}
	reason := widgets.NewField(s.T("field.reason"), s.T("forms.owed.reason_example"))
	reason.Hide()
	how.OnChanged = func(index int) {
		reason.Hidden = index == 0
		f.overlay.Fit()
	}
	f.column.Add(widgets.NewFlow(8, how))
	f.add(reason, "reason")
	f.elsewhere(s.T("forms.owed.correct"), func() { ShowObligationEdit(h, o) })
	f.show(how, func() (func(context.Context) error, error) {
		met, why := how.Selected == 0, strings.TrimSpace(reason.Text())
		return func(ctx context.Context) error {
			if met {
				return h.Practice().Meet(ctx, o.ID)
			}
			return h.Practice().Waive(ctx, o.ID, why)
		}, nil
	}, "forms.owed.settled")
}
