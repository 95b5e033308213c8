package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// lookup is the last question about who somebody is.
type lookup struct {
	about string // the name it was asked for
	turn  turns
}

// noticeCards is what is flagged about a client, or that it ended with them.
func noticeCards(h Host, name string, r practice.Returning) (cards []fyne.CanvasObject) {
	s := h.Speaker()
	for _, flag := range r.Flags {
		row := s.Flag(flag, h.Practice().Today())
		cards = append(cards, widgets.Hint(row.Text, name+", "+row.Until))
	}
	if len(cards) == 0 && !r.Ended.IsZero() {
		cards = append(cards, widgets.Hint(name, s.T("way_page.ended")))
	}
	return cards
}

// remind tells that there is a reminder about the client an entry is for, or that
// it ended with them; of a name nobody bears, whom it looks like. Nobody is kept
// from logging.
func (q *quickLog) remind(e rapport.Entry) {
	name := q.nameOf(e.Client)
	if name == "" {
		name = q.line.Client.Text
	}
	if name == q.known.about {
		return
	}
	q.known.about = name
	turn := q.known.turn.next()
	q.view.known.RemoveAll()
	if name == "" {
		return
	}
	var found []practice.Returning
	q.host.Work(func(ctx context.Context) (err error) {
		ctx, stop := q.known.turn.begin(ctx, turn)
		defer stop()
		if err := ctx.Err(); err != nil {
			return err
		}
		found, err = q.host.Practice().Known(ctx, name, nil)
		return err
	}, func(err error) {
		if err != nil || !q.known.turn.is(turn) || !q.view.overlay.IsOpen() {
			return // only a reminder: what is wrong is told when the entry is stored
		}
		q.view.known.Objects = returningCards(q.host, name, found)
		for _, r := range found {
			if r.Client.ID == e.Client { // no likeness: it is them
				q.view.known.Objects = noticeCards(q.host, name, r)
			}
		}
		q.view.overlay.Fit()
	})
}
