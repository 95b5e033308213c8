package widgets

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// dress begins an app under our theme, for parts that need no window.
func dress(t *testing.T, mode Mode) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{Mode: mode})
}

// stage puts what build makes into a test window of the given size under our
// theme.
func stage(t *testing.T, mode Mode, width, height float32, build func() fyne.CanvasObject) fyne.Window {
	t.Helper()
	dress(t, mode)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.SetContent(build())
	w.Resize(fyne.NewSize(width, height))
	return w
}

func capture(w fyne.Window) image.Image { return w.Canvas().Capture() }

// key sends a key to what has the keyboard.
func key(t *testing.T, w fyne.Window, name fyne.KeyName) {
	t.Helper()
	focused := w.Canvas().Focused()
	if focused == nil {
		t.Fatalf("nothing has the keyboard to receive %s", name)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: name})
}
