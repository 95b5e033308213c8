package desktop

import (
	"errors"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/screen"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// showRefusal takes the place of the screens when there is no book to show: what
// happened, what is safe, what to do. The file is left as it is.
func (s *Shell) showRefusal(o screen.Opening, err error) {
	t := s.session.speaker.T
	again := widgets.NewButton(t("shell.try_again"), func() { s.start(o) })
	again.Role = widgets.Primary
	other := widgets.NewButton(t("shell.menu.open"), s.pickBook)
	sample := widgets.NewButton(t("shell.menu.sample"), func() { s.Open(screen.Opening{Sample: true}) })
	choices := widgets.NewFlow(8, again, other, sample)
	if errors.Is(err, book.ErrMissing) {
		choices.Add(widgets.NewButton(t("welcome.new"), func() { s.Open(screen.Opening{Path: o.Path, New: true}) }))
	}
	s.bare()
	s.appear()
	s.inside.SetScreen(widgets.NewPage(widgets.NewColumn(24,
		&widgets.Text{Text: t("shell.refused"), As: widgets.Answer, Bold: true, MaxWidth: 640},
		&widgets.Text{Text: s.session.speaker.Error(err), As: widgets.Lead, MaxWidth: 640},
		choices)))
}
