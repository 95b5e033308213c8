package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// decideForm is the panel for choosing otherwise than was offered.
type decideForm struct {
	*form
	offer    assess.Assessment
	verdicts []rapport.Verdict // what can be chosen
	chosen   *widgets.Choice
	hint     *widgets.Text
	again    *widgets.DateField // for what is tried for a while
	driver   *widgets.Card      // stands where the choice follows something else than the facts
	note     *widgets.Text      // in it
	why      *widgets.Field
}

// ShowDecide opens the panel for choosing otherwise than was offered. A choice
// that follows the fatigue more than the facts is told so before it is made, and
// may be made all the same.
func ShowDecide(h Host, client rapport.ID, offer assess.Assessment) {
	s := h.Speaker()
	f := &decideForm{form: newForm(h, s.T("forms.decide.title")), offer: offer}
	var names []string
	for _, v := range rapport.Verdicts() {
		if v != offer.Verdict && v != rapport.Unclear {
			f.verdicts, names = append(f.verdicts, v), append(names, s.Verdict(v))
		}
	}
	f.hint = widgets.NewText("", widgets.ColorSoft)
	f.chosen = widgets.NewChoice(s.T("forms.decide.instead"), names, 0, func(int) { f.follow() })
	f.again = dateField(h, s.T("page.again"), h.Practice().Today().AddDays(assess.TrialDays))
	f.note = &widgets.Text{}
	f.driver = &widgets.Card{Fill: widgets.ColorDoubtTint, Sections: []fyne.CanvasObject{
		widgets.NewTopRow(12, &widgets.Icon{Name: "energy", Color: widgets.ColorDoubt}, widgets.Stretch(f.note))}}
	f.why = widgets.NewMultiLine(s.T("forms.decide.why"), s.T("forms.decide.why_example"))
	f.add(f.chosen)
	f.column.Add(f.hint)
	f.add(f.again, "again", "look_again", "date")
	f.column.Add(f.driver)
	f.add(f.why, "reason", "why")
	f.follow()
	f.show(f.chosen.Focusable(), func() (func(context.Context) error, error) { return f.deed(client) }, "client.decided")
}

// follow shows what belongs to the verdict chosen now.
func (f *decideForm) follow() {
	s, verdict := f.host.Speaker(), f.verdicts[f.chosen.Selected]
	f.hint.Text = s.VerdictHint(verdict)
	f.hint.Refresh()
	f.again.Hidden = !forAWhile(verdict)
	f.note.Text = s.Driver(assess.DriverOf(f.offer, verdict))
	f.note.Refresh()
	f.driver.Hidden = f.note.Text == ""
	if f.overlay != nil {
		f.overlay.Fit()
	}
}

// forAWhile reports whether a choice is one to look at again on a day.
func forAWhile(v rapport.Verdict) bool { return v == rapport.Trial || v == rapport.ExtraMile }

func (f *decideForm) deed(client rapport.ID) (func(context.Context) error, error) {
	d := rapport.Decision{Client: client, Chosen: f.verdicts[f.chosen.Selected], Why: strings.TrimSpace(f.why.Text())}
	if d.Why == "" {
		return nil, rapport.Refuse(rapport.ErrReasonMissing, nil)
	}
	if forAWhile(d.Chosen) {
		var err error
		if d.Again, err = dayOf(f.host, f.again, "again"); err != nil {
			return nil, err
		}
	}
	return func(ctx context.Context) error {
		_, err := f.host.Practice().Decide(ctx, d)
		return err
	}, nil
}
