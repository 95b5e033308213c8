package screen

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Settings is where the user's choices are made. Each takes effect at once and
// is stored in the book; there is no button to forget.
type Settings struct {
	host     Host
	settings practice.Settings
	named    *widgets.Field // what is typed there goes along with every other choice
	view     *widgets.Page
}

// NewSettings returns the screen, empty until it is shown.
func NewSettings(h Host) *Settings {
	return &Settings{host: h, view: widgets.NewPage(widgets.NewColumn(0))}
}

// Content is part of [Screen].
func (s *Settings) Content() fyne.CanvasObject { return s.view }

// Wants is part of [Screen].
func (s *Settings) Wants(c practice.Change) bool { return c.Deed == practice.DeedEditSettings }

// Show is part of [Screen].
func (s *Settings) Show(Place) {
	load(s.host, func(ctx context.Context) (practice.Settings, error) {
		return s.host.Practice().Settings(ctx)
	}, func(settings practice.Settings) {
		offset := s.view.Offset()
		s.settings = settings
		s.view.SetContent(s.build())
		s.view.ScrollTo(offset)
	})
}

// settingsWidth keeps labels and choices close to each other.
const settingsWidth float32 = 640

func (s *Settings) build() fyne.CanvasObject {
	t := s.host.Speaker().T
	return widgets.Limit(settingsWidth, widgets.NewColumn(24,
		widgets.NewHead(t("settings.answer"), t("settings.answer_line")),
		s.section("settings.language", widgets.NewColumn(16, s.language(), s.formats())),
		s.section("settings.look", widgets.NewColumn(16, s.theme(), s.scale())),
		s.section("settings.practice", widgets.NewColumn(16, s.name(), s.currency())),
		s.section("settings.book", s.book()),
	))
}

func (s *Settings) section(title string, content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(8, widgets.SectionHead(s.host.Speaker().T(title), ""), widgets.NewCard(content))
}

// choice is a label with what can be chosen below it.
func (s *Settings) choice(label string, options []string, selected int, changed func(index int)) fyne.CanvasObject {
	return widgets.NewColumn(8, &widgets.Text{Text: label, As: widgets.Label, Color: widgets.ColorMuted},
		widgets.NewFlow(8, &widgets.Segment{Options: options, Selected: selected, OnChanged: changed}))
}

// store keeps the choices and applies them.
func (s *Settings) store() {
	s.settings.Name = strings.TrimSpace(s.named.Text())
	settings := s.settings
	s.host.Work(func(ctx context.Context) error {
		return s.host.Practice().EditSettings(ctx, settings)
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.host.Restyle()
	})
}

func (s *Settings) language() fyne.CanvasObject {
	languages := present.Languages()
	return s.choice(s.host.Speaker().T("settings.language_label"), ownNames(languages),
		slices.Index(languages, s.host.Speaker().Language()), func(index int) {
			s.settings.Language = string(languages[index])
			s.store()
		})
}

func ownNames(languages []present.Language) []string {
	names := make([]string, len(languages))
	for i, l := range languages {
		names[i] = l.Own()
	}
	return names
}

// formats shows each region by an example, which says more than its name.
func (s *Settings) formats() fyne.CanvasObject {
	sp := s.host.Speaker()
	all := present.AllFormats()
	options := make([]string, len(all))
	for i, f := range all {
		other := present.NewSpeaker(sp.Language(), f)
		options[i] = sp.T("region."+string(f)) + ": " + other.DateShort(s.host.Practice().Today()) + ", " +
			other.Money(rapport.Money{Minor: 123456, Currency: other.Currency()})
	}
	c := widgets.NewChoice(sp.T("settings.formats_label"), options, slices.Index(all, sp.Formats()), nil)
	c.OnChanged = func(index int) {
		s.settings.Formats = string(all[index])
		s.store()
	}
	return c
}

func (s *Settings) theme() fyne.CanvasObject {
	t := s.host.Speaker().T
	codes := []string{"", "light", "dark"}
	return s.choice(t("settings.theme_label"), []string{t("settings.theme.system"), t("settings.theme.light"), t("settings.theme.dark")},
		slices.Index(codes, s.settings.Theme), func(index int) {
			s.settings.Theme = codes[index]
			s.store()
		})
}

func (s *Settings) scale() fyne.CanvasObject {
	sp := s.host.Speaker()
	codes := []string{"", "1.2", "1.5", "2"}
	names := []string{sp.Percent(1), sp.Percent(1.2), sp.Percent(1.5), sp.Percent(2)}
	return s.choice(sp.T("settings.scale_label"), names, max(0, slices.Index(codes, s.settings.Scale)), func(index int) {
		s.settings.Scale = codes[index]
		s.store()
	})
}

func (s *Settings) name() fyne.CanvasObject {
	t := s.host.Speaker().T
	f := fieldWith(t("settings.name_label"), t("settings.name_example"), s.settings.Name)
	f.OnSubmitted = func(string) { s.store() }
	s.named = f
	f.Hint = t("settings.enter")
	return f
}

func (s *Settings) currency() fyne.CanvasObject {
	t := s.host.Speaker().T
	f := fieldWith(t("settings.currency_label"), string(s.host.Speaker().Currency()), s.settings.Currency)
	f.Hint = t("settings.enter")
	f.OnSubmitted = func(text string) {
		code := rapport.Currency(strings.ToUpper(strings.TrimSpace(text)))
		if err := code.Check(); code != "" && err != nil {
			f.SetProblem(s.host.Speaker().Error(err))
			s.view.Refresh()
			return
		}
		s.settings.Currency = string(code)
		s.store()
	}
	return f
}

// book says where everything lies.
func (s *Settings) book() fyne.CanvasObject {
	t := s.host.Speaker().T
	path := s.host.Practice().Book().Path()
	copyPath := widgets.NewButton(t("settings.copy_path"), func() {
		fyne.CurrentApp().Clipboard().SetContent(path)
		s.host.Toast(t("settings.path_copied"), false)
	})
	export := widgets.NewButton(t("settings.export"), func() { ShowExport(s.host) })
	return widgets.NewColumn(12,
		&widgets.Text{Text: path, Bold: true},
		widgets.NewText(t("settings.book_line"), widgets.ColorSoft),
		widgets.NewFlow(8, copyPath, export))
}
