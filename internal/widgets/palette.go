package widgets

import (
	"image/color"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
)

// The colours, by what they are for. A part names its colours and looks them up
// whenever it is refreshed, so a change of theme reaches everything on screen.
const (
	ColorGround  fyne.ThemeColorName = "ground"  // the window
	ColorSurface fyne.ThemeColorName = "surface" // cards, fields, the active place in the rail
	ColorSunken  fyne.ThemeColorName = "sunken"  // strips, hover, what is chosen; carries no muted text
	ColorInk     fyne.ThemeColorName = "ink"     // headings, names, facts
	ColorSoft    fyne.ThemeColorName = "soft"    // sentences, icons
	ColorMuted   fyne.ThemeColorName = "muted"   // labels, dates
	ColorLine    fyne.ThemeColorName = "line"    // hairlines, card edges
	ColorLine2   fyne.ThemeColorName = "line2"   // edges of controls, axes, totals
	ColorAccent  fyne.ThemeColorName = "accent"  // the primary button, links, focus
	ColorOn      fyne.ThemeColorName = "on"      // text on the accent
	ColorTint    fyne.ThemeColorName = "tint"    // behind what is chosen
	ColorDeep    fyne.ThemeColorName = "deep"    // the accent under the pointer
	ColorVeil    fyne.ThemeColorName = "veil"    // what lies behind an overlay
	ColorNone    fyne.ThemeColorName = "none"    // nothing at all
)

// Hues of doubts, hints and refused input: amber, never red.
const (
	ColorDoubt     fyne.ThemeColorName = "extra_mile"
	ColorDoubtText fyne.ThemeColorName = "extra_mile-text"
	ColorDoubtTint fyne.ThemeColorName = "extra_mile-tint"
)

// Colors are the three faces of a hue: Icon for graphics (icons, dots, bars;
// contrast of at least 3), Text for words (at least 4.5, on its own tint too)
// and Tint for the ground behind them.
type Colors struct {
	Icon, Text, Tint fyne.ThemeColorName
}

// Hue returns the colours of a verdict code ("keep", "extra_mile", …) or of a
// source code ("circumstance", "ours", "pattern"). A source borrows the hue of
// the verdict it leads to; an unknown code is grey like "unclear".
func Hue(code string) Colors {
	switch code {
	case "circumstance":
		code = "extra_mile"
	case "ours":
		code = "mend"
	case "pattern":
		code = "trial"
	}
	if _, known := lightColors[fyne.ThemeColorName(code+tintSuffix)]; !known {
		code = "unclear"
	}
	return hueNames(code)
}

const (
	textSuffix = "-text"
	tintSuffix = "-tint"
)

func hueNames(code string) Colors {
	name := fyne.ThemeColorName(code)
	return Colors{Icon: name, Text: name + textSuffix, Tint: name + tintSuffix}
}

// shades maps a colour name to its value in one of the two themes.
type shades map[fyne.ThemeColorName]color.NRGBA

var lightColors = merge(
	shades{
		ColorGround: rgb(0xFAF8F5), ColorSurface: rgb(0xFFFFFF), ColorSunken: rgb(0xF3F0EA),
		ColorInk: rgb(0x1F2430), ColorSoft: rgb(0x4A5160), ColorMuted: rgb(0x6B7280),
		ColorLine: rgb(0xE6E1DA), ColorLine2: rgb(0xCFC8BD),
		ColorAccent: rgb(0x1F6F78), ColorOn: rgb(0xFFFFFF), ColorTint: rgb(0xE9F1F1), ColorDeep: rgb(0x195C64),
		ColorVeil: {R: 0xF3, G: 0xF0, B: 0xEA, A: 0xC7}, ColorNone: {},
	},
	hue("keep", 0x2E7D5B, 0x27724F, 0xEAF2EE),
	hue("extra_mile", 0xB7791F, 0x8A5A12, 0xF8F0E3),
	hue("mend", 0x2B6CB0, 0x2B6CB0, 0xE9F0F7),
	hue("trial", 0x6B5FB5, 0x6B5FB5, 0xEFEEF7),
	hue("renegotiate", 0x1F6F78, 0x1F6F78, 0xE9F1F1),
	hue("end", 0xB23A48, 0xB23A48, 0xF7EBEC),
	hue("safety", 0x8B1E2D, 0x8B1E2D, 0xF4E8EA),
	hue("unclear", 0x6B7280, 0x5F6673, 0xF1F0EE),
)

var darkColors = merge(
	shades{
		ColorGround: rgb(0x16181D), ColorSurface: rgb(0x1E2128), ColorSunken: rgb(0x262A32),
		ColorInk: rgb(0xE8E6E3), ColorSoft: rgb(0xBEC0C4), ColorMuted: rgb(0x9AA1AD),
		ColorLine: rgb(0x2C3038), ColorLine2: rgb(0x4A505C),
		ColorAccent: rgb(0x5FB3B8), ColorOn: rgb(0x0F1A1C), ColorTint: rgb(0x20323A), ColorDeep: rgb(0x7CC4C8),
		ColorVeil: {R: 0x10, G: 0x12, B: 0x16, A: 0xB8}, ColorNone: {},
	},
	hue("keep", 0x6DBE97, 0x6DBE97, 0x20302C),
	hue("extra_mile", 0xDDAA55, 0xDDAA55, 0x322C24),
	hue("mend", 0x7FB2E5, 0x7FB2E5, 0x232F3D),
	hue("trial", 0xA79EE6, 0xA79EE6, 0x2A2B3D),
	hue("renegotiate", 0x5FB3B8, 0x5FB3B8, 0x1F3035),
	hue("end", 0xE58A94, 0xE58A94, 0x35272D),
	hue("safety", 0xF09AA5, 0xF09AA5, 0x37292F),
	hue("unclear", 0x9AA1AD, 0x9AA1AD, 0x282B32),
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

func hue(code string, icon, text, tint uint32) shades {
	names := hueNames(code)
	return shades{names.Icon: rgb(icon), names.Text: rgb(text), names.Tint: rgb(tint)}
}

func merge(sets ...shades) shades {
	all := shades{}
	for _, s := range sets {
		maps.Copy(all, s)
	}
	return all
}

// colorNames lists every colour of our own, sorted.
func colorNames() []fyne.ThemeColorName { return slices.Sorted(maps.Keys(lightColors)) }
