package desktop

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// alert is a personal limit an entry has just crossed. It is said above every
// screen, whatever the user logs next, and takes the keyboard from nothing.
type alert struct {
	client rapport.ID
	name   string
	rows   []assess.Alert // nil for none
}

// heed shows the limits a deed crossed, and takes away what was said before once
// the client's record is put right: the entry may have been taken back. Another
// entry is no reason to stop saying it.
func (s *Shell) heed(change practice.Change) {
	before := s.session.alert
	adds := change.Deed == practice.DeedLog && !change.Undoes
	switch {
	case adds && len(change.Alerts) > 0 && len(change.Clients) > 0:
		s.session.alert = alert{client: change.Clients[0], name: change.Subject, rows: change.Alerts}
	case !adds && before.rows != nil && slices.Contains(change.Clients, before.client):
		s.session.alert = alert{}
	default:
		return
	}
	s.inside.SetBanner(s.banner())
}

// alertBanner words the first of the limits; the client's page has them all.
func (s *Shell) alertBanner() fyne.CanvasObject {
	now, t := s.session.alert, s.session.speaker.T
	row := s.session.speaker.Alert(now.rows[0])
	open := widgets.NewButton(t("page.alert.open"), func() {
		s.calm()
		s.Go(screen.Place{Name: screen.AtClient, Client: now.client})
	})
	return widgets.HintBanner(now.name+": "+row.Title, row.Text, open, widgets.NewButton(t("page.alert.close"), s.calm))
}

// calm takes the alert away.
func (s *Shell) calm() {
	s.session.alert = alert{}
	s.inside.SetBanner(s.banner())
}
