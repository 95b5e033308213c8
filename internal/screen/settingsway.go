package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// errHelperForm refuses a line of helpers without a name.
var errHelperForm = &rapport.Problem{Code: "helper_form"} // line

// working is how the user works: what guides and warnings go by.
func (s *Settings) working() fyne.CanvasObject {
	t := s.host.Speaker().T
	return widgets.NewColumn(16, widgets.NewText(t("way_page.set.working_line"), widgets.ColorSoft),
		widgets.NewGrid(16, 220, s.hours(), s.winHours()), s.remedy(), s.country(), s.trade(), s.firm())
}

// hours is how much work there is in a week.
func (s *Settings) hours() fyne.CanvasObject {
	sp := s.host.Speaker()
	f := fieldWith(sp.T("way_page.set.hours"), sp.T("forms.invoice.hours_example"), hoursText(s.host, s.settings.Hours))
	f.Hint = sp.T("way_page.set.hours_hint")
	return s.field(f, func(text string) (err error) {
		n := 0
		if strings.TrimSpace(text) != "" {
			n, err = sp.ParseHours(text)
		}
		if err == nil {
			s.settings.Hours = n
		}
		return err
	})
}

// winHours is how long it takes to win a new client.
func (s *Settings) winHours() fyne.CanvasObject {
	t := s.host.Speaker().T
	f := fieldWith(t("way_page.set.win"), "", countText(s.settings.WinHours))
	f.Hint = t("way_page.set.win_hint")
	return s.field(f, func(text string) error {
		n, ok := countOf(s.host, text)
		if !ok || n > mostWinHours {
			return rapport.Refuse(rapport.ErrHours, rapport.Args{"value": strings.TrimSpace(text), "most": mostWinHours})
		}
		s.settings.WinHours = n
		return nil
	})
}

// mostWinHours is the most the practice takes for winning a client: a year of work.
const mostWinHours = 2000

// remedy is the most a remedy may cost; its currency is kept with it.
func (s *Settings) remedy() fyne.CanvasObject {
	sp, currency := s.host.Speaker(), ownCurrency(s.host, s.settings)
	text := ""
	if s.settings.RemedyLimit > 0 {
		text = sp.Amount(rapport.Money{Minor: s.settings.RemedyLimit, Currency: currency})
	}
	f := fieldWith(sp.T("way_page.set.remedy", present.Args{"Currency": string(currency)}), "", text)
	f.Hint = sp.T("way_page.set.remedy_hint")
	return s.field(f, func(text string) error {
		minor, err := s.amount(text)
		if err == nil {
			s.settings.RemedyLimit = minor
		}
		return err
	})
}

// amount reads an amount in the user's own currency, which is kept with it: another
// region would take the same number for another amount. Nothing is none.
func (s *Settings) amount(text string) (int64, error) {
	if strings.TrimSpace(text) == "" {
		return 0, nil
	}
	currency := ownCurrency(s.host, s.settings)
	m, err := s.host.Speaker().ParseMoney(text, currency)
	switch {
	case err != nil:
		return 0, err
	case m.Minor < 0:
		return 0, rapport.Refuse(rapport.ErrAmountNegative, rapport.Args{"value": m})
	case m.Minor > 0:
		s.settings.Currency = string(currency)
	}
	return m.Minor, nil
}

// country is whose law on late payment holds where a client's terms name none.
func (s *Settings) country() fyne.CanvasObject {
	choice := countryChoice(s.host, s.settings.Country)
	choice.OnChanged = func(index int) {
		s.settings.Country = countryAt(index)
		s.store()
	}
	return choice
}

// countryChoice offers the countries whose law on late payment is known.
func countryChoice(h Host, chosen string) *widgets.Choice {
	t := h.Speaker().T
	codes := present.Rates().Codes()
	names := []string{t("way_page.country_none")}
	for _, code := range codes {
		names = append(names, t("way_page.country."+code))
	}
	return widgets.NewChoice(t("way_page.country"), names, 1+slices.Index(codes, chosen), nil)
}

// countryAt is the code behind a line of that choice, "" for none.
func countryAt(index int) string {
	if index < 1 {
		return ""
	}
	return present.Rates().Codes()[index-1]
}

// trade is a preset; choosing one fills in what is usually not negotiable where
// nothing stands yet.
func (s *Settings) trade() fyne.CanvasObject {
	sp := s.host.Speaker()
	trades, names, chosen := sp.Trades(), []string{sp.T("way_page.set.trade_none")}, 0
	for i, trade := range trades {
		names = append(names, trade.Name)
		if trade.Code == s.settings.Trade {
			chosen = i + 1
		}
	}
	choice := widgets.NewChoice(sp.T("way_page.set.trade"), names, chosen, nil)
	choice.OnChanged = func(index int) { s.chooseTrade(index, trades) }
	hint := sp.T("way_page.set.trade_hint")
	if chosen > 0 {
		hint = sp.T("way_page.set.signals", present.Args{"Signals": strings.Join(trades[chosen-1].Signals, "; ")})
	}
	return widgets.NewColumn(4, choice, &widgets.Text{Text: hint, As: widgets.Label, Color: widgets.ColorMuted})
}

func (s *Settings) chooseTrade(index int, trades []present.Trade) {
	s.settings.Trade = ""
	if index > 0 {
		s.settings.Trade = trades[index-1].Code
		if strings.TrimSpace(s.settings.Firm) == "" {
			s.settings.Firm = strings.Join(trades[index-1].Firm, "\n")
			s.several("firm", s.settings.Firm)
		}
	}
	s.store()
}

// several puts a text into a field that takes several lines.
func (s *Settings) several(name, text string) {
	if f := s.long[name]; f != nil {
		f.SetText(text)
	}
}

// firm is what is not negotiable, one a line.
func (s *Settings) firm() fyne.CanvasObject {
	t := s.host.Speaker().T
	f := widgets.NewMultiLine(t("way_page.set.firm"), "")
	f.SetText(s.settings.Firm)
	f.Hint = t("way_page.set.firm_hint")
	return s.longField("firm", f, func(text string) error {
		s.settings.Firm = strings.TrimSpace(text)
		return nil
	})
}

// longField makes a setting of a field of several lines: a button keeps it, for
// Enter begins a new line there.
func (s *Settings) longField(name string, f *widgets.Field, take func(string) error) fyne.CanvasObject {
	s.long[name] = f
	s.typed = append(s.typed, typed{f, take})
	keep := widgets.NewButton(s.host.Speaker().T("way_page.set.keep"), func() {
		if err := take(f.Text()); err != nil {
			f.SetProblem(s.host.Speaker().Error(err))
			s.view.Refresh()
			return
		}
		s.store()
	})
	return widgets.NewColumn(8, f, widgets.NewFlow(8, keep))
}

// helpers is who can step in, and the page to hand to them.
func (s *Settings) helpers() fyne.CanvasObject {
	t := s.host.Speaker().T
	f := widgets.NewMultiLine("", t("way_page.set.helpers_example"))
	f.SetText(helperLines(s.settings.Helpers))
	f.Hint = t("way_page.set.helpers_line")
	field := s.longField("helpers", f, func(text string) (err error) {
		helpers, err := readHelpers(text)
		if err == nil {
			s.settings.Helpers = helpers
		}
		return err
	})
	name := t("way_page.set.limits_page")
	share := widgets.NewButton(t("way_page.set.share"), func() { saveDocument(s.host, name, fileName(name, ""), ".pdf", s.limitsPage) })
	return widgets.NewColumn(16, field, widgets.NewColumn(8, widgets.NewText(t("way_page.set.share_line"), widgets.ColorSoft), widgets.NewFlow(8, share)))
}

// helperLines writes helpers one a line: name; what for; how to reach them.
func helperLines(helpers []rapport.Helper) string {
	var out []string
	for _, h := range helpers {
		out = append(out, strings.TrimRight(strings.Join([]string{h.Name, h.For, h.Reach}, "; "), "; "))
	}
	return strings.Join(out, "\n")
}

// readHelpers reads them back. What stands behind the second semicolon is how to
// reach them, semicolons and all.
func readHelpers(text string) (helpers []rapport.Helper, err error) {
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		parts := append(strings.SplitN(line, ";", 3), "", "")
		h := rapport.Helper{Name: strings.TrimSpace(parts[0]), For: strings.TrimSpace(parts[1]), Reach: strings.TrimSpace(parts[2])}
		if h.Name == "" {
			return nil, rapport.Refuse(errHelperForm, rapport.Args{"line": strconv.Itoa(i + 1)})
		}
		helpers = append(helpers, h)
	}
	return helpers, nil
}

// limitsPage is the page for whoever steps in.
func (s *Settings) limitsPage(context.Context) (present.Document, error) {
	return limitsDocument(s.host, s.settings), nil
}
