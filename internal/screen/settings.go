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
	typed    []typed                   // what is typed there goes along with every other choice
	long     map[string]*widgets.Field // those of several lines, by name
	view     *widgets.Page
}

// typed is a field with what takes its text into the settings, or refuses it.
type typed struct {
	field *widgets.Field
	take  func(text string) error
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
	s.typed, s.long = nil, map[string]*widgets.Field{}
	return widgets.Limit(settingsWidth, widgets.NewColumn(24,
		widgets.NewHead(t("settings.answer"), t("settings.answer_line")),
		s.section("settings.language", widgets.NewColumn(16, s.language(), s.formats())),
		s.section("settings.look", widgets.NewColumn(16, s.theme(), s.scale())),
		s.section("settings.practice", widgets.NewColumn(16, s.name(), s.currency(), s.target())),
		s.section("way_page.set.working", s.working()),
		s.section("settings.limits", s.limits()),
		s.section("way_page.set.helpers", s.helpers()),
		s.section("way_page.set.rates", s.rates()),
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

// store keeps the choices and applies them. What stands half typed in a field and
// cannot be read leaves its setting as it was.
func (s *Settings) store() {
	for _, t := range s.typed {
		_ = t.take(t.field.Text())
	}
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

// field makes a setting of a field: Enter takes what is typed, or says what is
// wrong with it.
func (s *Settings) field(f *widgets.Field, take func(text string) error) *widgets.Field {
	hint := s.host.Speaker().T("settings.enter")
	if f.Hint != "" {
		hint = f.Hint + " " + hint + "."
	}
	f.Hint = hint
	f.OnSubmitted = func(text string) {
		if err := take(text); err != nil {
			f.SetProblem(s.host.Speaker().Error(err))
			s.view.Refresh()
			return
		}
		s.store()
	}
	s.typed = append(s.typed, typed{f, take})
	return f
}

func (s *Settings) name() fyne.CanvasObject {
	t := s.host.Speaker().T
	return s.field(fieldWith(t("settings.name_label"), t("settings.name_example"), s.settings.Name), func(text string) error {
		s.settings.Name = strings.TrimSpace(text)
		return nil
	})
}

func (s *Settings) currency() fyne.CanvasObject {
	t := s.host.Speaker().T
	return s.field(fieldWith(t("settings.currency_label"), string(s.host.Speaker().Currency()), s.settings.Currency), func(text string) error {
		code := rapport.Currency(strings.ToUpper(strings.TrimSpace(text)))
		if code != "" {
			if err := code.Check(); err != nil {
				return err
			}
		}
		s.settings.Currency = string(code)
		return nil
	})
}

// target is what an hour should bring: the line across the map, and what Insights
// measures by. With it its currency is kept: another region, or the command line,
// would take the same number for another amount.
func (s *Settings) target() fyne.CanvasObject {
	sp := s.host.Speaker()
	text := ""
	if s.settings.TargetRate > 0 {
		text = sp.Amount(target(s.host, s.settings))
	}
	f := fieldWith(sp.T("settings.target_label", present.Args{"Currency": string(ownCurrency(s.host, s.settings))}), "", text)
	f.Hint = sp.T("settings.target_hint")
	return s.field(f, func(text string) error {
		minor, err := s.amount(text)
		if err == nil {
			s.settings.TargetRate = minor
		}
		return err
	})
}

// limits are the points at which the user wants to be told, with every client.
func (s *Settings) limits() fyne.CanvasObject {
	t := s.host.Speaker().T
	f := newLimitFields(s.host, s.settings.Limits, t("settings.limit.none"))
	f.hostility.OnChanged = func(index int) {
		s.settings.Limits.Hostility = index
		s.store()
	}
	s.field(f.complexity, func(text string) (err error) {
		n, err := kindsOf(s.host, text)
		if err == nil {
			s.settings.Limits.Complexity = n
		}
		return err
	})
	s.field(f.minutes, func(text string) error {
		n, err := limitMinutesOf(s.host, text)
		if err == nil {
			s.settings.Limits.Minutes = n
		}
		return err
	})
	return widgets.NewColumn(16, widgets.NewText(t("settings.limits_line"), widgets.ColorSoft),
		f.explained(s.host), f.complexity, f.minutes)
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
