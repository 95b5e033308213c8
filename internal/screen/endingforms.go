package screen

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// periodFields are how long a period is and how its days are counted.
type periodFields struct {
	days  *widgets.Field
	count *widgets.Segment // calendar or business days
	month *widgets.TickBox
}

func newPeriodFields(h Host, label string, p rapport.Period) periodFields {
	t := h.Speaker().T
	days := ""
	if p.Days > 0 {
		days = strconv.Itoa(p.Days)
	}
	f := periodFields{days: fieldWith(label, "", days),
		count: &widgets.Segment{Options: []string{t("ending_page.calendar_days"), t("ending_page.business_days")}},
		month: tickBox(t("ending_page.month_end"), "", p.MonthEnd)}
	if p.Business {
		f.count.Selected = 1
	}
	return f
}

// object lays the fields out.
func (f periodFields) object() fyne.CanvasObject {
	return widgets.NewGrid(16, 220, f.days, widgets.Inset(20, 0, 0, 0, widgets.NewFlow(8, f.count)))
}

// read is the period as the fields say; since when it runs stays.
func (f periodFields) read(h Host, p rapport.Period, name string) (rapport.Period, error) {
	var err error
	p.Days, err = daysOf(h, f.days, name)
	p.Business, p.MonthEnd = f.count.Selected == 1, f.month.State == widgets.Done
	return p, err
}

// showPeriods opens the form for notice and the time given to put things right.
func showPeriods(h Host, plan rapport.EndPlan) {
	s := h.Speaker()
	f := newForm(h, s.T("ending_page.periods_title"))
	notice := newPeriodFields(h, s.T("ending_page.notice_days"), plan.Notice)
	cure := newPeriodFields(h, s.T("ending_page.cure_days"), plan.Cure)
	cure.days.Hint = s.T("ending_page.cure_hint")
	from := dateField(h, s.T("ending_page.cure_from"), plan.Cure.From)
	f.column.Add(widgets.NewColumn(8, &widgets.Text{Text: s.T("ending_page.notice"), Bold: true}, notice.object(), notice.month))
	f.column.Add(widgets.NewColumn(8, &widgets.Text{Text: s.T("ending_page.cure"), Bold: true}, cure.object(), widgets.NewGrid(16, 220, from)))
	f.know(notice.days, "notice", "days")
	f.know(cure.days, "cure")
	f.know(from, "from", "date")
	f.show(notice.days.Focusable(), func() (func(context.Context) error, error) {
		changed := plan
		var err error
		if changed.Notice, err = notice.read(h, plan.Notice, "notice"); err != nil {
			return nil, err
		}
		if changed.Cure, err = cure.read(h, plan.Cure, "cure"); err != nil {
			return nil, err
		}
		if changed.Cure.From, err = dayOf(h, from, "from"); err != nil {
			return nil, err
		}
		return func(ctx context.Context) error { return h.Practice().EditEnding(ctx, changed) }, nil
	}, "ending_page.periods_kept")
}

// showServed asks on which day notice was served. A day before the ending was begun
// is taken once it is said that it was so.
func showServed(h Host, plan rapport.EndPlan) {
	s, day := h.Speaker(), plan.Notice.From
	if day.IsZero() {
		day = h.Practice().Today()
	}
	f := newForm(h, s.T("ending_page.served_title"))
	f.column.Add(widgets.NewText(s.T("ending_page.served_line"), widgets.ColorSoft))
	served := dateField(h, s.T("ending_page.served_on"), day)
	period := newPeriodFields(h, s.T("ending_page.notice_days"), plan.Notice)
	f.add(served, "from", "date")
	earlier := tickBox(s.T("ending_page.served_before"),
		s.T("ending_page.served_before_why", present.Args{"Begun": s.DateLong(plan.Begun)}), !day.IsZero() && day < plan.Begun)
	earlier.Hidden = earlier.State != widgets.Done
	served.OnChanged = func(typed time.Time, ok bool) {
		earlier.Hidden = !ok || rapport.DateOf(typed) >= plan.Begun
		f.relay()
	}
	f.column.Add(earlier)
	f.column.Add(period.object())
	f.column.Add(period.month)
	f.know(period.days, "notice", "days")
	f.show(served.Focusable(), func() (func(context.Context) error, error) {
		changed := plan
		var err error
		if changed.Notice, err = period.read(h, plan.Notice, "notice"); err != nil {
			return nil, err
		}
		if changed.Notice.From, err = dayOf(h, served, "from"); err != nil {
			return nil, err
		}
		if !earlier.Hidden && earlier.State == widgets.Done {
			return func(ctx context.Context) error { return h.Practice().NoticeGivenBefore(ctx, changed) }, nil
		}
		return func(ctx context.Context) error { return h.Practice().EditEnding(ctx, changed) }, nil
	}, "ending_page.served")
}

// showLastDay asks which day is to be the last; the earliest possible one is
// proposed.
func showLastDay(h Host, plan rapport.EndPlan, earliest rapport.Date) {
	s, day := h.Speaker(), plan.LastDay
	if day.IsZero() {
		day = earliest
	}
	f := newForm(h, s.T("ending_page.last_day_title"))
	f.column.Add(widgets.NewText(s.T("ending_page.last_day_line"), widgets.ColorSoft))
	last := dateField(h, s.T("ending_page.last_day"), day)
	f.add(last, "last_day", "date")
	f.show(last.Focusable(), func() (func(context.Context) error, error) {
		changed := plan
		var err error
		if changed.LastDay, err = dayOf(h, last, "last_day"); err != nil {
			return nil, err
		}
		return func(ctx context.Context) error { return h.Practice().EditEnding(ctx, changed) }, nil
	}, "ending_page.last_day_kept")
}
