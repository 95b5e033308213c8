package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Shell is the inside of the window: the rail, the screen beside it, above the
// screen a banner if something must be said on all of them, and the toast.
type Shell struct {
	widget.BaseWidget

	Rail     fyne.CanvasObject // nil on Welcome
	Screen   fyne.CanvasObject
	Banner   fyne.CanvasObject // nil for none
	toast    *Toast
	renderer *shellRenderer
}

// SetScreen shows another screen.
func (s *Shell) SetScreen(screen fyne.CanvasObject) {
	s.Screen = screen
	s.arrange(screen)
}

// SetRail shows a rail, or none.
func (s *Shell) SetRail(rail fyne.CanvasObject) {
	s.Rail = rail
	s.arrange(rail)
}

// SetBanner shows a banner above the screens, or none.
func (s *Shell) SetBanner(banner fyne.CanvasObject) {
	s.Banner = banner
	s.arrange(banner)
}

// SetToast shows a toast in the place of any other; nil takes it away.
func (s *Shell) SetToast(toast *Toast) {
	s.toast = toast
	if toast == nil {
		s.arrange(nil)
		return
	}
	s.arrange(toast)
}

// arrange lays everything out after one of its parts has changed. Only that part
// is painted anew, since painting costs more than laying out.
func (s *Shell) arrange(changed fyne.CanvasObject) {
	if s.renderer == nil {
		return
	}
	s.renderer.Layout(s.Size())
	if changed == nil {
		changed = s.renderer.ground
	}
	canvas.Refresh(changed)
}

// Toast returns the toast on show, or nil.
func (s *Shell) Toast() *Toast { return s.toast }

// MinSize is small enough for the least window at the largest text.
func (s *Shell) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(640, 400)
}

func (s *Shell) inside() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	if s.Rail != nil {
		all = append(all, s.Rail)
	}
	if s.Banner != nil {
		all = append(all, s.Banner)
	}
	if s.Screen != nil {
		all = append(all, s.Screen)
	}
	if s.toast != nil {
		all = append(all, s.toast)
	}
	return all
}

// CreateRenderer is called by the toolkit.
func (s *Shell) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &shellRenderer{shell: s, ground: Ground()}
	s.renderer = r
	r.Layout(s.Size())
	return r
}

// toastGap is the room above and below a toast.
const toastGap float32 = 20

type shellRenderer struct {
	shell  *Shell
	ground fyne.CanvasObject
}

func (r *shellRenderer) MinSize() fyne.Size { return r.shell.MinSize() }
func (r *shellRenderer) Destroy()           {}

func (r *shellRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.ground}, r.shell.inside()...)
}

func (r *shellRenderer) Layout(size fyne.Size) {
	s := r.shell
	r.ground.Resize(size)
	left, top := float32(0), float32(0)
	if s.Rail != nil {
		put(s.Rail, 0, 0, RailWidth, size.Height)
		left = RailWidth
	}
	if s.Banner != nil {
		top = HeightFor(s.Banner, size.Width-left)
		put(s.Banner, left, 0, size.Width-left, top)
	}
	bottom := size.Height
	if s.toast != nil { // the screen ends above it: nothing on it is covered
		bottom -= s.toast.MinSize().Height + 2*toastGap
	}
	if s.Screen != nil {
		put(s.Screen, left, top, size.Width-left, max(0, bottom-top))
	}
	if s.toast != nil {
		inset, widest := span(size.Width - left)
		least := s.toast.MinSize()
		put(s.toast, left+inset, size.Height-toastGap-least.Height, min(least.Width, widest), least.Height)
	}
}

func (r *shellRenderer) Refresh() {
	r.Layout(r.shell.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
	canvas.Refresh(r.shell)
}
