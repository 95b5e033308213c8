package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/widgets"
)

// What a user sees and can do: read the texts in the window, click where one
// stands, type, press keys. Tests that tell a story use nothing else.

// click clicks in the middle of a text that can be read.
func (s *stage) click(text string) {
	s.t.Helper()
	drawn := s.find(text)
	if drawn == nil {
		s.t.Fatalf("nowhere to click on: %q; there is:\n%s", text, s.texts())
	}
	driver := fyne.CurrentApp().Driver()
	size := drawn.MinSize()
	at := driver.AbsolutePositionForObject(drawn).AddXY(size.Width/2, size.Height/2)
	if window := s.window.Canvas().Size(); at.X > window.Width || at.Y > window.Height {
		s.t.Fatalf("%q lies outside the window, at %v", text, at)
	}
	test.TapCanvas(s.window.Canvas(), at)
	s.settle()
}

// find returns the text as it is drawn, nil if it is not to be seen.
func (s *stage) find(text string) (found *canvas.Text) {
	for _, tree := range s.trees() {
		walk(tree, func(o fyne.CanvasObject) {
			if drawn, ok := o.(*canvas.Text); ok && found == nil && drawn.Text == text {
				found = drawn
			}
		})
	}
	return found
}

// trees are what takes clicks just now: the panel on top, else the window.
func (s *stage) trees() []fyne.CanvasObject {
	if top := s.window.Canvas().Overlays().Top(); top != nil {
		return []fyne.CanvasObject{top}
	}
	return []fyne.CanvasObject{s.window.Content()}
}

// texts is everything that can be read, one line a drawn text.
func (s *stage) texts() string {
	var lines []string
	collect := func(o fyne.CanvasObject) {
		if drawn, ok := o.(*canvas.Text); ok && drawn.Text != "" {
			lines = append(lines, drawn.Text)
		}
	}
	walk(s.window.Content(), collect)
	for _, panel := range s.window.Canvas().Overlays().List() {
		walk(panel, collect)
	}
	return strings.Join(lines, "\n")
}

// says fails unless each text can be read. Long ones are broken into lines, so
// line ends count as blanks.
func (s *stage) says(wanted ...string) {
	s.t.Helper()
	for _, text := range wanted {
		if !strings.Contains(s.flat(), text) {
			s.t.Errorf("nowhere: %q; there is:\n%s", text, s.texts())
		}
	}
}

// hides fails if one of the texts can be read.
func (s *stage) hides(unwanted ...string) {
	s.t.Helper()
	for _, text := range unwanted {
		if strings.Contains(s.flat(), text) {
			s.t.Errorf("should not be there: %q; there is:\n%s", text, s.texts())
		}
	}
}

func (s *stage) flat() string { return strings.ReplaceAll(s.texts(), "\n", " ") }

// typeIn types where the keyboard is.
func (s *stage) typeIn(text string) {
	s.t.Helper()
	for _, letter := range text {
		focused := s.window.Canvas().Focused()
		if focused == nil {
			s.t.Fatalf("nothing has the keyboard to type %q; there is:\n%s", text, s.texts())
		}
		focused.TypedRune(letter)
	}
	s.settle()
}

// press presses keys without a modifier.
func (s *stage) press(keys ...fyne.KeyName) {
	s.t.Helper()
	for _, name := range keys {
		event := &fyne.KeyEvent{Name: name}
		if focused := s.window.Canvas().Focused(); focused != nil {
			focused.TypedKey(event)
		} else if hear := s.window.Canvas().OnTypedKey(); hear != nil {
			hear(event)
		}
		s.settle()
	}
}

// hold presses a key with a modifier. As in a real window the menus hear of it
// first, then what has the keyboard.
func (s *stage) hold(shortcut fyne.Shortcut) {
	s.t.Helper()
	defer s.settle()
	if menu := s.window.MainMenu(); menu != nil {
		for _, m := range menu.Items {
			for _, item := range m.Items {
				if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() {
					item.Action()
					return
				}
			}
		}
	}
	if focused, ok := s.window.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(shortcut)
	}
}

// item returns a line of the menus by what it begins with.
func (s *stage) menuItem(begins string) *fyne.MenuItem {
	s.t.Helper()
	if menu := s.window.MainMenu(); menu != nil {
		for _, m := range menu.Items {
			for _, item := range m.Items {
				if strings.HasPrefix(item.Label, begins) {
					return item
				}
			}
		}
	}
	s.t.Fatalf("no menu has %q", begins)
	return nil
}

// walk visits an object and all that is drawn for it and visible.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	for _, child := range drawnFor(o) {
		walk(child, visit)
	}
}

// drawnFor are the objects inside an object.
func drawnFor(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// button returns what pressing the button with these words does, however often.
func (s *stage) button(text string) func() {
	s.t.Helper()
	for _, tree := range s.trees() {
		var found *widgets.Button
		walk(tree, func(o fyne.CanvasObject) {
			if b, ok := o.(*widgets.Button); ok && b.Text == text {
				found = b
			}
		})
		if found != nil {
			return found.OnTapped
		}
	}
	s.t.Fatalf("no button says %q; there is:\n%s", text, s.texts())
	return nil
}

// under clicks on a text that stands below another, nearest to it.
func (s *stage) under(above, text string) {
	s.t.Helper()
	driver := fyne.CurrentApp().Driver()
	var edge float32 = -1
	var nearest fyne.Position
	walk(s.window.Content(), func(o fyne.CanvasObject) {
		drawn, ok := o.(*canvas.Text)
		if !ok || drawn.Text == "" {
			return
		}
		at := driver.AbsolutePositionForObject(drawn)
		switch {
		case edge < 0 && strings.HasPrefix(above, drawn.Text):
			edge = at.Y
		case edge >= 0 && at.Y > edge && drawn.Text == text && nearest.IsZero():
			size := drawn.MinSize()
			nearest = at.AddXY(size.Width/2, size.Height/2)
		}
	})
	if nearest.IsZero() {
		s.t.Fatalf("no %q below %q; there is:\n%s", text, above, s.texts())
	}
	test.TapCanvas(s.window.Canvas(), nearest)
	s.settle()
}
