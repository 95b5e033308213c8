package widgets

import "fyne.io/fyne/v2"

// NewSplit lays a main column and a narrower one of the given width beside it,
// 32 apart; where the main column would be left with less than 480 the second
// moves below it. That is how a screen gets by with large text. What is handed in
// as rest goes on below the main column, and where there is only one column comes
// after the second: it matters less.
func NewSplit(aside float32, main, second fyne.CanvasObject, rest ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &splitLayout{aside: aside}, Objects: append([]fyne.CanvasObject{main, second}, rest...)}
}

const (
	splitGutter float32 = 32
	splitBelow  float32 = 24
	splitMain   float32 = 480
)

type splitLayout struct {
	aside, width float32
}

// columns returns the two columns at a width: all in the first where they stand
// below one another.
func (l *splitLayout) columns(objects []fyne.CanvasObject, width float32) (first, second []fyne.CanvasObject, main float32) {
	if main = width - l.aside - splitGutter; main < splitMain {
		return objects, nil, width
	}
	first = append([]fyne.CanvasObject{objects[0]}, objects[2:]...)
	return first, objects[1:2], main
}

func (l *splitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	first, second, main := l.columns(objects, size.Width)
	stack(first, 0, main, put)
	stack(second, main+splitGutter, l.aside, put)
}

// stack calls place for each visible object of a column, one below the other, and
// returns the height of all.
func stack(objects []fyne.CanvasObject, x, width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	y := float32(0)
	for i, o := range shown(objects) {
		if i > 0 {
			y += splitBelow
		}
		height := HeightFor(o, width)
		if place != nil {
			place(o, x, y, width, height)
		}
		y += height
	}
	return y
}

func (l *splitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects), l.heightFor(objects, l.width))
}

func (l *splitLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	first, second, main := l.columns(objects, width)
	return max(stack(first, 0, main, nil), stack(second, 0, l.aside, nil))
}

func (l *splitLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return NaturalWidth(objects[0]) + splitGutter + l.aside
}
