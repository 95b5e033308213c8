package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// submitKeys are the keys that store a panel when held with Ctrl, or Command.
var submitKeys = [...]fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}

func submitShortcut(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// isSubmit reports whether a shortcut stores the panel.
func isSubmit(shortcut fyne.Shortcut) bool {
	for _, key := range submitKeys {
		if shortcut.ShortcutName() == submitShortcut(key).ShortcutName() {
			return true
		}
	}
	return false
}

// listenForSubmit has a canvas call f on Ctrl+Enter while no field has the
// keyboard; fields see to it themselves.
func listenForSubmit(on fyne.Canvas, f func()) {
	for _, key := range submitKeys {
		on.AddShortcut(submitShortcut(key), func(fyne.Shortcut) { f() })
	}
}

// ignoreSubmit takes that back.
func ignoreSubmit(on fyne.Canvas) {
	for _, key := range submitKeys {
		on.RemoveShortcut(submitShortcut(key))
	}
}
