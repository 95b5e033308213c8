package desktop

import (
	"cmp"
	"context"
	"os"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/screen"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// scaleVariable is how the toolkit is told to draw everything larger. It reads
// the variable again whenever its settings change, so a new size needs no start.
const scaleVariable = "FYNE_SCALE"

// Restyle is part of [screen.Host].
func (s *Shell) Restyle() {
	p := s.session.practice
	var settings practice.Settings
	s.Work(func(ctx context.Context) (err error) {
		settings, err = p.Settings(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.session.settings = settings
		s.restyle()
		s.show(s.places.now)
	})
}

// restyle applies the settings: screens speak the language they were built in, so
// all are built anew.
func (s *Shell) restyle() {
	settings := s.session.settings
	s.session.speaker = s.speak(settings)
	_ = os.Setenv(scaleVariable, cmp.Or(settings.Scale, s.scale)) // "" is none
	s.keepSize(func() { s.app.Settings().SetTheme(widgets.Theme{Mode: mode(settings.Theme)}) })
	s.places.screens = map[screen.PlaceName]screen.Screen{}
	s.rail = s.buildRail()
	s.inside.SetRail(s.rail)
	s.inside.SetBanner(s.banner())
	s.refreshMenu()
}

func mode(theme string) widgets.Mode {
	switch theme {
	case "light":
		return widgets.Light
	case "dark":
		return widgets.Dark
	}
	return widgets.FollowSystem
}

// keepSize keeps the window as large as it is on the screen while change gives
// everything in it another scale. The toolkit would keep it as large in units and
// push it off the screen.
func (s *Shell) keepSize(change func()) {
	canvas := s.window.Canvas()
	size, scale := canvas.Size(), canvas.Scale()
	change()
	if now := canvas.Scale(); now != scale && now > 0 {
		s.window.Resize(fyne.NewSize(size.Width*scale/now, size.Height*scale/now))
	}
}
