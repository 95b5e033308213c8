package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Mode says whether the program is light, dark or like the rest of the desktop.
type Mode int

// The modes.
const (
	FollowSystem Mode = iota
	Light
	Dark
)

// SizeNameLead is the one size of ours Fyne has no name for: 15 units, names and
// leading sentences.
const SizeNameLead fyne.ThemeSizeName = "lead"

// Theme is the look of the program: paper and ink, hues only as small accents.
// Set it with fyne.Settings.SetTheme. The size of text is no part of it: larger
// text is a larger scale of everything (the FYNE_SCALE variable of the toolkit),
// so that measures stay true.
type Theme struct {
	Mode Mode
}

var _ fyne.Theme = Theme{}

// Color returns the named colour: one of ours, or what stands for one of the
// toolkit's own names.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if ours, ok := toolkitColors[name]; ok {
		name = ours
	}
	set := lightColors
	if t.dark(variant) {
		set = darkColors
	}
	if c, ok := set[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, t.variant(variant))
}

// Font returns the toolkit's Noto Sans, which it carries in itself.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon returns the toolkit's icon; ours are shown by Icon.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns a measure in units (pixels at scale 1).
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return theme.DefaultTheme().Size(name)
}

func (t Theme) dark(variant fyne.ThemeVariant) bool {
	return t.Mode == Dark || t.Mode == FollowSystem && variant == theme.VariantDark
}

func (t Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	if t.dark(system) {
		return theme.VariantDark
	}
	return theme.VariantLight
}

// toolkitColors says which of our colours stands for each of the toolkit's, for
// the few parts of it we show as they are: entries, scroll bars, file dialogs.
var toolkitColors = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorGround,
	theme.ColorNameButton:              ColorSurface,
	theme.ColorNameDisabled:            ColorMuted,
	theme.ColorNameDisabledButton:      ColorSunken,
	theme.ColorNameError:               ColorDoubtText,
	theme.ColorNameFocus:               ColorAccent,
	theme.ColorNameForeground:          ColorInk,
	theme.ColorNameForegroundOnPrimary: ColorOn,
	theme.ColorNameHeaderBackground:    ColorGround,
	theme.ColorNameHover:               ColorSunken,
	theme.ColorNameHyperlink:           ColorAccent,
	theme.ColorNameInputBackground:     ColorSurface,
	theme.ColorNameInputBorder:         ColorLine2,
	theme.ColorNameMenuBackground:      ColorSurface,
	theme.ColorNameOverlayBackground:   ColorSurface,
	theme.ColorNamePlaceHolder:         ColorMuted,
	theme.ColorNamePressed:             ColorSunken,
	theme.ColorNamePrimary:             ColorAccent,
	theme.ColorNameScrollBar:           ColorLine2,
	theme.ColorNameScrollBarBackground: ColorNone,
	theme.ColorNameSelection:           ColorTint,
	theme.ColorNameSeparator:           ColorLine,
	theme.ColorNameShadow:              ColorNone,
	theme.ColorNameSuccess:             "keep-text",
	theme.ColorNameWarning:             ColorDoubtText,
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameCaptionText:        11,
	theme.SizeNameText:               13,
	SizeNameLead:                     15,
	theme.SizeNameSubHeadingText:     20,
	theme.SizeNameHeadingText:        28,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameInlineIcon:         16,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameLineSpacing:        2,
	theme.SizeNameInputRadius:        radiusControl,
	theme.SizeNameSelectionRadius:    radiusBar,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    radiusBar,
}

// The radii of corners, in units.
const (
	radiusBar     float32 = 2
	radiusTick    float32 = 4
	radiusControl float32 = 6
	radiusCard    float32 = 8
	radiusPanel   float32 = 12
)

// shade looks a colour up in the theme in force.
func shade(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// Ground returns a rectangle in the colour of the window. Put one beneath
// everything: the driver's own clearing colour is a little off.
func Ground() fyne.CanvasObject { return &Backdrop{Color: ColorGround} }

// mixed returns a colour between two, a share of 0 giving the first.
func mixed(a, b color.Color, share float64) color.NRGBA {
	x, y := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	blend := func(p, q uint8) uint8 { return uint8(float64(p)*(1-share) + float64(q)*share + 0.5) }
	return color.NRGBA{R: blend(x.R, y.R), G: blend(x.G, y.G), B: blend(x.B, y.B), A: blend(x.A, y.A)}
}

func newRectangle() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
