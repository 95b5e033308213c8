package widgets

import "fyne.io/fyne/v2"

// NewColumn lays objects out one below the other, each as wide as the column and
// as high as it needs to be at that width, gap units apart.
//
// The grid is 4. Gaps: 4 within a pair, 8 from a label to its thing, 12 from card
// to card, 24 from section to section.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columnLayout{gap: gap}, Objects: objects}
}

// columnLayout remembers the width it was last given, so that MinSize can be
// answered; the toolkit asks it to find out whether a layout is out of date.
type columnLayout struct {
	gap, width float32
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for _, o := range shown(objects) {
		height := HeightFor(o, size.Width)
		put(o, 0, y, size.Width, height)
		y += height + l.gap
	}
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects), l.heightFor(objects, l.width))
}

func (l *columnLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var sum float32
	seen := shown(objects)
	for _, o := range seen {
		sum += HeightFor(o, width)
	}
	return sum + l.gap*float32(max(0, len(seen)-1))
}

func (l *columnLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	var widest float32
	for _, o := range shown(objects) {
		widest = max(widest, NaturalWidth(o))
	}
	return widest
}

// Inset lays one object out with room around it.
func Inset(top, right, bottom, left float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{
		Layout:  &insetLayout{top: top, right: right, bottom: bottom, left: left},
		Objects: []fyne.CanvasObject{object},
	}
}

type insetLayout struct {
	top, right, bottom, left, width float32
}

func (l *insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		put(o, l.left, l.top, size.Width-l.left-l.right, size.Height-l.top-l.bottom)
	}
}

func (l *insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects)+l.left+l.right, l.heightFor(objects, l.width))
}

func (l *insetLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var tallest float32
	for _, o := range shown(objects) {
		tallest = max(tallest, HeightFor(o, width-l.left-l.right))
	}
	return tallest + l.top + l.bottom
}

func (l *insetLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	var widest float32
	for _, o := range shown(objects) {
		widest = max(widest, NaturalWidth(o))
	}
	return widest + l.left + l.right
}

// Limit lays one object out no wider than width, at the left.
func Limit(width float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &limitLayout{limit: width}, Objects: []fyne.CanvasObject{object}}
}

type limitLayout struct {
	limit, width float32
}

func (l *limitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		put(o, 0, 0, min(l.limit, size.Width), size.Height)
	}
}

func (l *limitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(min(l.limit, minWidth(objects)), l.heightFor(objects, l.width))
}

func (l *limitLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var tallest float32
	for _, o := range shown(objects) {
		tallest = max(tallest, HeightFor(o, min(l.limit, width)))
	}
	return tallest
}

func (l *limitLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	var widest float32
	for _, o := range shown(objects) {
		widest = max(widest, NaturalWidth(o))
	}
	return min(l.limit, widest)
}
