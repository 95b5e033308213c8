package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// StepRow is one step in a list of them.
type StepRow struct {
	Text  string
	State StepState
	Open  bool // one can go there: it was passed, or is the next
}

// Steps lists the steps of a way, the present one raised, those passed with a tick,
// those to come with their number. It is one stop for Tab; Up and Down move among
// the steps one can go to, Enter goes.
type Steps struct {
	control

	Rows     []StepRow
	OnChosen func(step int)

	at int // where the arrow keys are while the keyboard is here
}

// The measures of the list, in units.
const (
	stepTall  float32 = 40 // a step whose words take one line
	stepMark  float32 = 22
	stepPad   float32 = 6
	stepText  float32 = 42
	stepRight float32 = 12
)

// now is the present step, -1 if none is.
func (s *Steps) now() int {
	for i, row := range s.Rows {
		if row.State == StepNow {
			return i
		}
	}
	return -1
}

// FocusGained is called by the toolkit.
func (s *Steps) FocusGained() {
	s.at = max(0, s.now())
	s.control.FocusGained()
}

// Tapped is called by the toolkit.
func (s *Steps) Tapped(event *fyne.PointEvent) {
	y := float32(0)
	for i := range s.Rows {
		y += s.tall(i, s.Size().Width)
		if event.Position.Y < y {
			s.choose(i)
			return
		}
	}
}

// TypedKey is called by the toolkit.
func (s *Steps) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		s.move(-1)
	case fyne.KeyDown:
		s.move(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.choose(s.at)
	default:
		passOn(s, key)
	}
}

// move goes to the next step one can go to, if there is one that way.
func (s *Steps) move(by int) {
	for at := s.at + by; at >= 0 && at < len(s.Rows); at += by {
		if s.Rows[at].Open || s.Rows[at].State == StepNow {
			s.at = at
			s.Refresh()
			return
		}
	}
}

func (s *Steps) choose(step int) {
	if step < 0 || step >= len(s.Rows) || !s.Rows[step].Open || s.Rows[step].State == StepNow {
		return
	}
	if s.OnChosen != nil {
		s.OnChosen(step)
	}
}

// words is the text of a step as it is set.
func (s *Steps) words(step int) *Text {
	row := s.Rows[step]
	t := &Text{Text: row.Text, Bold: row.State == StepNow, Color: ColorSoft}
	if row.State == StepNow {
		t.Color = ColorInk
	}
	return t
}

func (s *Steps) tall(step int, width float32) float32 {
	lines := s.words(step).HeightFor(width - stepText - stepRight)
	return stepTall + max(0, lines-Body.Pitch())
}

// HeightFor returns the height of all steps at a width.
func (s *Steps) HeightFor(width float32) float32 {
	var sum float32
	for i := range s.Rows {
		sum += s.tall(i, width)
	}
	return sum
}

// NaturalWidth is the column steps stand in.
func (s *Steps) NaturalWidth() float32 { return 211 }

// MinSize is narrow: the words wrap.
func (s *Steps) MinSize() fyne.Size { return fyne.NewSize(120, s.HeightFor(s.Size().Width)) }

// CreateRenderer is called by the toolkit.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer {
	s.extend(s)
	r := &stepsRenderer{steps: s, ring: newRing(), pill: newFrame()}
	r.Refresh()
	return r
}

type stepsRenderer struct {
	steps *Steps
	ring  *canvas.Rectangle
	pill  frame
	rows  []stepDrawn
}

// stepDrawn is what is drawn for one step: its mark and its words.
type stepDrawn struct {
	disc, hole *canvas.Circle
	number     caption
	icon       *picture
	text       *Text
}

func newStepDrawn() stepDrawn {
	return stepDrawn{disc: canvas.NewCircle(nil), hole: canvas.NewCircle(nil), number: newCaption(Label), icon: newPicture(), text: &Text{}}
}

func (r *stepsRenderer) MinSize() fyne.Size { return r.steps.MinSize() }
func (r *stepsRenderer) Destroy()           {}

func (r *stepsRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{r.ring}, r.pill.objects()...)
	for _, row := range r.rows {
		all = append(all, row.disc, row.hole, row.number.Text, row.icon.Image, row.text)
	}
	return all
}

func (r *stepsRenderer) Layout(size fyne.Size) {
	s, y := r.steps, float32(0)
	for i, row := range r.rows {
		tall := s.tall(i, size.Width)
		if s.Rows[i].State == StepNow {
			r.pill.place(0, y-1, size.Width, tall+2)
		}
		if i == s.at {
			placeRing(r.ring, 3, y+3, size.Width-6, tall-6)
		}
		top := y + (stepTall-stepMark)/2
		put(row.disc, stepPad, top, stepMark, stepMark)
		put(row.hole, stepPad+1, top+1, stepMark-2, stepMark-2)
		row.number.placeMiddle(stepPad+(stepMark-row.number.width())/2, top, stepMark)
		put(row.icon, stepPad+(stepMark-IconSmall)/2, top+(stepMark-IconSmall)/2, IconSmall, IconSmall)
		room := size.Width - stepText - stepRight
		put(row.text, stepText, y+(stepTall-Body.Pitch())/2, room, row.text.HeightFor(room))
		y += tall
	}
}

func (r *stepsRenderer) Refresh() {
	s := r.steps
	for len(r.rows) < len(s.Rows) {
		r.rows = append(r.rows, newStepDrawn())
	}
	r.rows = r.rows[:len(s.Rows)]
	r.pill.paint(ColorLine, ColorSurface, radiusCard)
	for _, part := range r.pill.objects() {
		part.(*canvas.Rectangle).Hidden = s.now() < 0
	}
	paintRing(r.ring, s.focused, radiusControl)
	for i, row := range s.Rows {
		r.rows[i].say(i, row, s.words(i))
	}
	r.Layout(s.Size())
	canvas.Refresh(s)
}

// say draws a step as it stands: a tick, a dash, the number filled or in a ring.
func (d stepDrawn) say(step int, row StepRow, words *Text) {
	passed := row.State == StepDone || row.State == StepSkipped
	d.disc.Hidden, d.hole.Hidden, d.number.Hidden = passed, passed || row.State == StepNow, passed
	d.disc.FillColor, d.hole.FillColor = shade(ColorLine2), shade(ColorGround)
	color := ColorMuted
	if row.State == StepNow {
		d.disc.FillColor, color = shade(ColorAccent), ColorOn
	}
	d.number.say(strconv.Itoa(step+1), row.State == StepNow, color)
	switch row.State {
	case StepDone:
		d.icon.show("tick", Hue("keep").Icon)
	case StepSkipped:
		d.icon.show("right", ColorMuted)
	default:
		d.icon.show("", ColorMuted)
	}
	d.text.Text, d.text.Bold, d.text.Color = words.Text, words.Bold, words.Color
	d.text.Refresh()
}
