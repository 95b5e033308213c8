package screen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// limitFields are the three personal limits, for everybody or for one client.
type limitFields struct {
	hostility           *widgets.Choice
	complexity, minutes *widgets.Field
}

// newLimitFields returns the fields with limits in them; unset says what leaving
// one out means.
func newLimitFields(h Host, l rapport.Limits, unset string) limitFields {
	s := h.Speaker()
	severities := []string{unset}
	for n := 1; n <= rapport.MaxHostility; n++ {
		severities = append(severities, s.Number(float64(n), 0)+": "+s.Severity(n))
	}
	f := limitFields{
		hostility:  widgets.NewChoice(s.Axis(assess.Hostility), severities, l.Hostility, nil),
		complexity: fieldWith(s.Axis(assess.Complexity), unset, countText(l.Complexity)),
		minutes:    fieldWith(s.T("settings.limit.minutes"), unset, countText(l.Minutes)),
	}
	f.complexity.Hint, f.minutes.Hint = s.T("settings.limit.complexity_hint"), s.T("settings.limit.minutes_hint")
	return f
}

// explained puts what the first limit means below it, as the fields have it.
func (f limitFields) explained(h Host) fyne.CanvasObject {
	return widgets.NewColumn(4, f.hostility,
		&widgets.Text{Text: h.Speaker().T("settings.limit.hostility_hint"), As: widgets.Label, Color: widgets.ColorMuted})
}

// countText writes a limit; none is an empty field.
func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// read is the limits as the fields say.
func (f limitFields) read(h Host) (l rapport.Limits, err error) {
	l.Hostility = max(0, f.hostility.Selected)
	if l.Complexity, err = kindsOf(h, f.complexity.Text()); err != nil {
		return l, &misread{field: "complexity", err: err}
	}
	if l.Minutes, err = limitMinutesOf(h, f.minutes.Text()); err != nil {
		return l, &misread{field: "limit_minutes", err: err}
	}
	return l, nil
}

// kindsOf reads a number of kinds of friction; nothing is no limit.
func kindsOf(h Host, text string) (int, error) {
	n, ok := countOf(h, text)
	if !ok || n > rapport.MaxComplexity {
		return 0, rapport.Refuse(rapport.ErrLimit, rapport.Args{"value": strings.TrimSpace(text), "most": rapport.MaxComplexity})
	}
	return n, nil
}

// limitMinutesOf reads a number of minutes; nothing is no limit.
func limitMinutesOf(h Host, text string) (int, error) {
	n, ok := countOf(h, text)
	if !ok || n > rapport.MaxMinutes {
		return 0, rapport.Refuse(rapport.ErrLimit, rapport.Args{"value": strings.TrimSpace(text), "most": rapport.MaxMinutes})
	}
	return n, nil
}

// countOf reads a whole number from zero on; nothing is zero.
func countOf(h Host, text string) (int, bool) {
	if text = strings.TrimSpace(text); text == "" {
		return 0, true
	}
	n, err := h.Speaker().ParseNumber(text)
	return int(n), err == nil && n >= 0 && n == float64(int(n))
}
