package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// aboutFields are the fields about what helps before a contact.
type aboutFields struct {
	people, needs *widgets.Field
}

func newAboutFields(h Host, a rapport.About) aboutFields {
	t := h.Speaker().T
	return aboutFields{
		people: fieldWith(t("way_page.people"), t("way_page.people_example"), a.People),
		needs:  fieldWith(t("way_page.needs"), t("way_page.needs_example"), a.Needs),
	}
}

func (f aboutFields) read() rapport.About {
	return rapport.About{People: strings.TrimSpace(f.people.Text()), Needs: strings.TrimSpace(f.needs.Text())}
}

// remind tells, while a new client is typed, that the name or an address is like
// that of somebody there is a reminder about, or with whom it ended. Nobody is kept
// from going on.
func (f *clientForm) remind() fyne.CanvasObject {
	box := widgets.NewColumn(8)
	box.Hidden = true
	turn := &turns{}
	look := func(string) {
		name, mails, now := strings.TrimSpace(f.name.Text()), split(f.reach.emails.Text()), turn.next()
		var found []practice.Returning
		f.host.Work(func(ctx context.Context) (err error) {
			ctx, stop := turn.begin(ctx, now)
			defer stop()
			if err := ctx.Err(); err != nil {
				return err
			}
			found, err = f.host.Practice().Known(ctx, name, mails)
			return err
		}, func(err error) {
			if err != nil || !turn.is(now) || !f.overlay.IsOpen() {
				return // it is a reminder; whatever is wrong with the book is told on saving
			}
			box.Objects = returningCards(f.host, f.host.Speaker().T("way_page.known.title"), found)
			box.Hidden = len(box.Objects) == 0
			f.overlay.Fit()
		})
	}
	f.name.OnChanged, f.reach.emails.OnChanged = look, look
	return box
}

// returningCards says of each client of before why somebody who turns up now looks
// like them, under a title.
func returningCards(h Host, title string, found []practice.Returning) (cards []fyne.CanvasObject) {
	s, today := h.Speaker(), h.Practice().Today()
	for _, r := range found {
		var flag *rapport.Flag
		if len(r.Flags) > 0 {
			flag = &r.Flags[0]
		}
		if sentence := s.Returning(r.Client.Name, flag, r.Ended, today); sentence != "" {
			cards = append(cards, widgets.Hint(title, sentence))
		}
	}
	return cards
}
