package widgets

import "fyne.io/fyne/v2"

// NewRow lays objects out side by side at their natural widths, gap units apart,
// each in the middle of the row's height. Where the room does not suffice, those
// that can wrap give way. Put Spring between two objects to push them apart, or
// use NewFlow for what may continue on a second line.
func NewRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &rowLayout{gap: gap}, Objects: objects}
}

// NewTopRow is NewRow with every object at the top: for an icon beside a
// paragraph.
func NewTopRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &rowLayout{gap: gap, top: true}, Objects: objects}
}

// Spring returns an empty object that takes what width a row has left.
func Spring() fyne.CanvasObject { return Stretch(&fyne.Container{}) }

// Stretch makes an object take what width a row has left.
func Stretch(object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &stretchLayout{}, Objects: []fyne.CanvasObject{object}}
}

// stretchLayout marks what fills; for the rest it is an inset of nothing.
type stretchLayout struct{ insetLayout }

func (l *stretchLayout) naturalWidth([]fyne.CanvasObject) float32 { return 0 }

func stretches(object fyne.CanvasObject) bool {
	c, ok := object.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*stretchLayout)
	return ok
}

type rowLayout struct {
	gap, width float32
	top        bool
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	seen := shown(objects)
	x := float32(0)
	for i, width := range l.widths(seen, size.Width) {
		height := min(HeightFor(seen[i], width), size.Height)
		y := float32(0)
		if !l.top {
			y = (size.Height - height) / 2
		}
		put(seen[i], x, y, width, height)
		x += width + l.gap
	}
}

// widths shares the row's width out: natural widths first, then what is left to
// those that stretch, or what is missing taken from those that can wrap.
func (l *rowLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	left := width - l.gap*float32(max(0, len(objects)-1))
	stretching := 0
	for i, o := range objects {
		if stretches(o) {
			stretching++
			continue
		}
		widths[i] = NaturalWidth(o)
		left -= widths[i]
	}
	if left > 0 && stretching > 0 {
		for i, o := range objects {
			if stretches(o) {
				widths[i] = left / float32(stretching)
			}
		}
	}
	if left < 0 {
		l.shrink(objects, widths, -left)
	}
	return widths
}

// shrink takes what is missing from the fluid objects, from each by its share of
// what they could give.
func (l *rowLayout) shrink(objects []fyne.CanvasObject, widths []float32, missing float32) {
	spare := make([]float32, len(objects))
	var all float32
	for i, o := range objects {
		if isFluid(o) {
			spare[i] = max(0, widths[i]-o.MinSize().Width)
			all += spare[i]
		}
	}
	if all == 0 {
		return
	}
	share := min(1, missing/all)
	for i := range widths {
		widths[i] -= spare[i] * share
	}
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	seen := shown(objects)
	width := l.gap * float32(max(0, len(seen)-1))
	for _, o := range seen {
		width += o.MinSize().Width
	}
	return fyne.NewSize(width, l.heightFor(objects, l.width))
}

func (l *rowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	seen := shown(objects)
	if width <= 0 {
		width = l.naturalWidth(objects)
	}
	var tallest float32
	for i, w := range l.widths(seen, width) {
		tallest = max(tallest, HeightFor(seen[i], w))
	}
	return tallest
}

func (l *rowLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	seen := shown(objects)
	sum := l.gap * float32(max(0, len(seen)-1))
	for _, o := range seen {
		sum += NaturalWidth(o)
	}
	return sum
}
