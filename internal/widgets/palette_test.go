package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

var verdictCodes = []string{"keep", "extra_mile", "mend", "trial", "renegotiate", "end", "safety", "unclear"}

// textPairs lists every colour of text with the grounds it stands on.
func textPairs() map[fyne.ThemeColorName][]fyne.ThemeColorName {
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		ColorInk:    {ColorGround, ColorSurface, ColorSunken, ColorTint, ColorDoubtTint},
		ColorSoft:   {ColorGround, ColorSurface, ColorSunken, ColorTint, ColorDoubtTint},
		ColorMuted:  {ColorGround, ColorSurface},
		ColorAccent: {ColorGround, ColorSurface, ColorSunken},
		ColorOn:     {ColorAccent, ColorDeep},
		ColorGround: {ColorInk}, // the toast
	}
	for _, code := range verdictCodes {
		hue := Hue(code)
		pairs[hue.Text] = append(pairs[hue.Text], hue.Tint, ColorSurface, ColorGround)
	}
	return pairs
}

func TestEveryTextCanBeReadOnEveryGroundItStandsOn(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		look := Theme{Mode: mode}
		for text, grounds := range textPairs() {
			for _, ground := range grounds {
				got := contrast(look.Color(text, theme.VariantLight), look.Color(ground, theme.VariantLight))
				if got < 4.5 {
					t.Errorf("mode %d: %s on %s has a contrast of %.2f, want at least 4.5", mode, text, ground, got)
				}
			}
		}
	}
}

func TestEveryIconCanBeSeenOnItsTint(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		look := Theme{Mode: mode}
		for _, code := range verdictCodes {
			hue := Hue(code)
			for _, ground := range []fyne.ThemeColorName{hue.Tint, ColorSurface, ColorGround} {
				if got := contrast(look.Color(hue.Icon, 0), look.Color(ground, 0)); got < 3 {
					t.Errorf("mode %d: the icon of %s on %s has a contrast of %.2f, want at least 3", mode, code, ground, got)
				}
			}
		}
	}
}

func TestBothThemesHaveTheSameColours(t *testing.T) {
	for _, name := range colorNames() {
		if _, ok := darkColors[name]; !ok {
			t.Errorf("dark has no %q", name)
		}
	}
	if len(lightColors) != len(darkColors) {
		t.Errorf("light has %d colours, dark %d", len(lightColors), len(darkColors))
	}
	for toolkit, ours := range toolkitColors {
		if _, ok := lightColors[ours]; !ok {
			t.Errorf("the toolkit's %q stands for %q, which is no colour", toolkit, ours)
		}
	}
}

func TestHueOfASourceIsThatOfTheVerdictItLeadsTo(t *testing.T) {
	for source, verdict := range map[string]string{
		"circumstance": "extra_mile", "ours": "mend", "pattern": "trial", "nonsense": "unclear",
	} {
		if got := Hue(source); got != Hue(verdict) {
			t.Errorf("Hue(%q) = %v, want that of %q", source, got, verdict)
		}
	}
}

func TestThemeFollowsTheSystemOnlyIfAsked(t *testing.T) {
	for _, c := range []struct {
		mode    Mode
		system  fyne.ThemeVariant
		want    shades
		because string
	}{
		{FollowSystem, theme.VariantDark, darkColors, "the system is dark"},
		{FollowSystem, theme.VariantLight, lightColors, "the system is light"},
		{Light, theme.VariantDark, lightColors, "light was chosen"},
		{Dark, theme.VariantLight, darkColors, "dark was chosen"},
	} {
		if got := (Theme{Mode: c.mode}).Color(theme.ColorNameBackground, c.system); got != c.want[ColorGround] {
			t.Errorf("ground is %v, want %v since %s", got, c.want[ColorGround], c.because)
		}
	}
}
