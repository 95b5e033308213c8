package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// bareEntry is the toolkit's entry without border, padding or background, so that
// its text stands exactly where it is put. Whoever shows it draws the rest.
type bareEntry struct {
	widget.Entry
	onFocus func(focused bool)
	// onKey sees a key first and reports whether it has dealt with it.
	onKey func(key *fyne.KeyEvent) bool
	// onSubmit is called on Ctrl+Enter where no panel stores what it holds by it.
	onSubmit func()
}

// newBareEntry returns an entry for one line, or for several.
func newBareEntry(lines bool) *bareEntry {
	e := &bareEntry{}
	e.ExtendBaseWidget(e)
	if lines {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
	}
	return e
}

// AcceptsTab is false: Tab goes on to the next field, also out of several lines.
func (e *bareEntry) AcceptsTab() bool { return false }

// FocusGained is called by the toolkit.
func (e *bareEntry) FocusGained() {
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus(true)
	}
	reveal(e)
}

// FocusLost is called by the toolkit.
func (e *bareEntry) FocusLost() {
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// TypedKey is called by the toolkit; Escape goes on to the canvas.
func (e *bareEntry) TypedKey(key *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(key) {
		return
	}
	if key.Name == fyne.KeyEscape {
		passOn(e, key)
		return
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut is called by the toolkit. Ctrl+Enter is the panel's, which would
// not hear of it while the keyboard is in a field.
func (e *bareEntry) TypedShortcut(shortcut fyne.Shortcut) {
	if !isSubmit(shortcut) {
		e.Entry.TypedShortcut(shortcut)
		return
	}
	if on := canvasOf(e); on != nil {
		if o, ok := on.Overlays().Top().(*Overlay); ok {
			call(o.OnSubmit)
			return
		}
	}
	call(e.onSubmit)
}

// bare puts an entry under a theme without measures of its own.
func bare(e *bareEntry, size Size) *container.ThemeOverride {
	return container.NewThemeOverride(e, bareTheme{size: size, lines: e.MultiLine})
}

// bareTheme is the theme in force but for the entry's border, padding and
// background, which are gone, and its size of text.
type bareTheme struct {
	size  Size
	lines bool // several lines keep their scroll bar
}

func (t bareTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder, theme.ColorNameShadow, theme.ColorNameFocus:
		return color.Transparent
	case theme.ColorNameScrollBar:
		if !t.lines {
			return color.Transparent
		}
	}
	return t.outer().Color(name, variant)
}

func (t bareTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameInputBorder, theme.SizeNameInnerPadding, theme.SizeNamePadding,
		theme.SizeNameInputRadius, theme.SizeNameLineSpacing:
		return 0
	case theme.SizeNameText:
		return t.size.Points()
	}
	return t.outer().Size(name)
}

func (t bareTheme) Font(style fyne.TextStyle) fyne.Resource    { return t.outer().Font(style) }
func (t bareTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.outer().Icon(name) }
func (t bareTheme) outer() fyne.Theme                          { return fyne.CurrentApp().Settings().Theme() }
