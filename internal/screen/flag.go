package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// flagDays is how long a flag shows when nobody says otherwise: a year.
const flagDays = 365

// ShowFlagForm opens the form for a reminder to oneself about a client, with a
// reason proposed if there is one. It shows wherever the client turns up, and it
// has an end.
func ShowFlagForm(h Host, client rapport.ID, reason string, until rapport.Date) {
	s, today := h.Speaker(), h.Practice().Today()
	if until.IsZero() {
		until = today.AddDays(flagDays)
	}
	f := newForm(h, s.T("way_page.flag.new"))
	id := rapport.NewID()
	why := widgets.NewMultiLine(s.T("field.reason"), s.T("way_page.flag.example"))
	why.SetText(reason)
	why.Hint = s.T("way_page.flag.hint")
	end := dateField(h, s.T("way_page.flag.until"), until)
	f.add(why, "reason")
	f.add(end, "until", "date")
	f.show(why.Focusable(), func() (func(context.Context) error, error) {
		day, err := dayOf(h, end, "until")
		if err != nil {
			return nil, err
		}
		flag := rapport.Flag{ID: id, Client: client, Set: today, Until: day, Reason: strings.TrimSpace(why.Text())}
		return func(ctx context.Context) error {
			_, err := h.Practice().SetFlag(ctx, flag)
			return err
		}, nil
	}, "way_page.flag.added")
}

// flagRows are the reminders that fly today, each with the way to take it down.
func flagRows(h Host, flags []rapport.Flag) (cards []fyne.CanvasObject) {
	s, today := h.Speaker(), h.Practice().Today()
	for _, flag := range flags {
		if !flag.Flying(today) {
			continue
		}
		row, id := s.Flag(flag, today), flag.ID
		lift := widgets.NewLink(s.T("way_page.flag.lift"), func() {
			do(h, func(ctx context.Context) error { return h.Practice().LiftFlag(ctx, id) }, "way_page.flag.lifted")
		})
		cards = append(cards, widgets.Hint(row.Text, s.Capital(row.Until), lift))
	}
	return cards
}
