package screen

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// rates are the published rates claims are worked out from: the latest of each,
// who publishes it and when it was looked up. Whoever finds the next one adds it.
func (s *Settings) rates() fyne.CanvasObject {
	t, table := s.host.Speaker().T, s.table()
	var rows []fyne.CanvasObject
	for _, series := range table.Series {
		rows = append(rows, s.rateRow(series))
	}
	add := widgets.NewButton(t("way_page.set.rate_add"), func() { s.addRate(table) })
	return widgets.NewColumn(12, widgets.NewText(t("way_page.set.rates_line"), widgets.ColorSoft),
		widgets.KeyValues(rows...), widgets.NewFlow(8, add))
}

// table is every rate known, the user's own among them.
func (s *Settings) table() interest.Table {
	known := present.Rates()
	if all, err := known.With(s.settings.Rates); err == nil {
		return all
	}
	return known // what is stored was checked; a table of an earlier version may know less
}

// rateRow is the latest rate of a series and where it comes from.
func (s *Settings) rateRow(series interest.Series) fyne.CanvasObject {
	sp, latest := s.host.Speaker(), ""
	if n := len(series.Rates); n > 0 {
		rate := series.Rates[n-1]
		args := present.Args{"Rate": sp.Number(rate.Percent, 2), "Day": sp.DateShort(rate.From)}
		latest = sp.T("way_page.set.rate_latest_open", args)
		if next := series.Next(); !next.IsZero() {
			args["Day"] = sp.DateShort(next.AddDays(-1))
			latest = sp.T("way_page.set.rate_latest", args)
		}
	}
	source := sp.T("way_page.set.rate_source", present.Args{"Publisher": series.Publisher, "Day": sp.DateShort(series.AsOf)})
	return widgets.Inset(6, 0, 6, 0, widgets.NewTopRow(16,
		widgets.Stretch(widgets.NewColumn(0, &widgets.Text{Text: series.Name}, widgets.NewText(source, widgets.ColorMuted))),
		&widgets.Text{Text: latest, Bold: true, Align: fyne.TextAlignTrailing}))
}

// rateForm is the form for a rate that was published.
type rateForm struct {
	*form
	series  *widgets.Choice
	percent *widgets.Field
	from    *widgets.DateField
	until   *widgets.DateField
}

// addRate opens it, beginning where a series knows no rate.
func (s *Settings) addRate(table interest.Table) {
	h, t := s.host, s.host.Speaker().T
	f := &rateForm{form: newForm(h, t("way_page.set.rate_new"))}
	var names []string
	for _, series := range table.Series {
		names = append(names, series.Name)
	}
	f.series = widgets.NewChoice(t("way_page.set.rate_series"), names, 0, nil)
	f.percent = fieldWith(t("way_page.set.rate_percent"), "", "")
	f.percent.Hint = t("way_page.set.rate_percent_hint")
	f.from = dateField(h, t("way_page.set.rate_from"), 0)
	f.until = dateField(h, t("way_page.set.rate_until"), 0)
	follow := func(index int) {
		series := table.Series[index]
		f.until.Hidden = series.Every != interest.Decision
		if next := series.Next(); !next.IsZero() {
			f.from.SetDay(next.Time())
		}
		if f.overlay != nil {
			f.overlay.Fit()
		}
	}
	f.series.OnChanged = follow
	follow(0)
	f.add(f.series, "series")
	f.add(f.percent, "value", "percent")
	f.pair(f.from, f.until)
	f.know(f.from, "date", "from")
	f.know(f.until, "until")
	f.show(f.percent.Focusable(), func() (func(context.Context) error, error) { return f.deed(s, table) }, "way_page.set.rate_added")
}

func (f *rateForm) deed(s *Settings, table interest.Table) (func(context.Context) error, error) {
	rate := interest.Rate{Series: table.Series[f.series.Selected].Code}
	var err error
	if rate.Percent, err = f.host.Speaker().ParseNumber(f.percent.Text()); err != nil {
		return nil, &misread{field: "percent", err: err}
	}
	if rate.From, err = dayOf(f.host, f.from, "from"); err != nil {
		return nil, err
	}
	if !f.until.Hidden {
		if rate.Until, err = dayOf(f.host, f.until, "until"); err != nil {
			return nil, err
		}
	}
	if err := table.Check(rate); err != nil {
		return nil, err
	}
	settings := s.settings
	settings.Rates = append(slices.DeleteFunc(slices.Clone(settings.Rates), func(r interest.Rate) bool {
		return r.Series == rate.Series && r.From == rate.From
	}), rate)
	return func(ctx context.Context) error { return f.host.Practice().EditSettings(ctx, settings) }, nil
}
