package screen

import (
	"context"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// ShowObligationForm opens the form for something owed, by us unless theirs is
// chosen.
func ShowObligationForm(h Host, client rapport.ID) {
	s := h.Speaker()
	f := newForm(h, s.T("forms.owed.new"))
	side := &widgets.Segment{Options: []string{s.Side(rapport.Ours), s.Side(rapport.Theirs)}}
	what := widgets.NewField(s.T("field.what"), s.T("forms.owed.example"))
	due := dateField(h, s.T("field.due"), 0)
	id := rapport.NewID() // tried again after a doubtful failure it is stored once
	f.column.Add(widgets.NewFlow(8, side))
	f.add(what, "what")
	f.add(due, "due", "date")
	f.show(what.Focusable(), func() (func(context.Context) error, error) {
		o := rapport.Obligation{ID: id, Client: client, Side: []rapport.Side{rapport.Ours, rapport.Theirs}[side.Selected],
			What: strings.TrimSpace(what.Text())}
		var err error
		if o.Due, err = dayOf(h, due, "due"); err != nil {
			return nil, err
		}
		return func(ctx context.Context) error {
			_, err := h.Practice().Owe(ctx, o)
			return err
		}, nil
	}, "forms.owed.added")
}

// ShowSettleForm opens the panel for an open obligation: it is met, or waived for
// a reason.
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

// ShowDecide opens the panel for choosing otherwise than was offered.
func ShowDecide(h Host, client rapport.ID, offered rapport.Verdict) {
	s := h.Speaker()
	f := newForm(h, s.T("forms.decide.title"))
	var verdicts []rapport.Verdict
	var names []string
	for _, v := range rapport.Verdicts() {
		if v != offered && v != rapport.Unclear {
			verdicts, names = append(verdicts, v), append(names, s.Verdict(v))
		}
	}
	hint := widgets.NewText(s.VerdictHint(verdicts[0]), widgets.ColorSoft)
	chosen := widgets.NewChoice(s.T("forms.decide.instead"), names, 0, func(index int) {
		hint.Text = s.VerdictHint(verdicts[index])
		hint.Refresh()
		f.overlay.Fit()
	})
	why := widgets.NewMultiLine(s.T("forms.decide.why"), s.T("forms.decide.why_example"))
	f.add(chosen)
	f.column.Add(hint)
	f.add(why, "reason", "why")
	f.show(chosen.Focusable(), func() (func(context.Context) error, error) {
		verdict, reason := verdicts[chosen.Selected], strings.TrimSpace(why.Text())
		if reason == "" {
			return nil, rapport.Refuse(rapport.ErrReasonMissing, nil)
		}
		return func(ctx context.Context) error {
			return h.Practice().Decide(ctx, client, verdict, reason)
		}, nil
	}, "client.decided")
}
