package widgets

import "fyne.io/fyne/v2"

// NewFlow lays objects out side by side at their natural widths and goes on in a
// new line where the width is used up: chips, buttons, links.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flowLayout{gap: gap}, Objects: objects}
}

type flowLayout struct {
	gap, width float32
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.flow(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) { put(o, x, y, w, h) })
}

// flow calls place for each visible object, in the middle of its line, and returns
// the height of all lines.
func (l *flowLayout) flow(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	y := float32(0)
	for rest := shown(objects); len(rest) > 0; {
		count, tallest := l.line(rest, width)
		x := float32(0)
		for _, o := range rest[:count] {
			w := flowWidth(o, width)
			h := HeightFor(o, w)
			if place != nil {
				place(o, x, y+(tallest-h)/2, w, h)
			}
			x += w + l.gap
		}
		y += tallest
		if rest = rest[count:]; len(rest) > 0 {
			y += l.gap
		}
	}
	return y
}

// line returns how many of the objects fit side by side, and how high they are.
func (l *flowLayout) line(objects []fyne.CanvasObject, width float32) (count int, tallest float32) {
	x := float32(0)
	for i, o := range objects {
		w := flowWidth(o, width)
		if width > 0 && i > 0 && x+w > width {
			return i, tallest
		}
		tallest = max(tallest, HeightFor(o, w))
		x += w + l.gap
	}
	return len(objects), tallest
}

// flowWidth is the natural width, or all there is.
func flowWidth(object fyne.CanvasObject, width float32) float32 {
	natural := NaturalWidth(object)
	if width > 0 {
		return min(natural, width)
	}
	return natural
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects), l.heightFor(objects, l.width))
}

func (l *flowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.flow(objects, width, nil)
}

func (l *flowLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	seen := shown(objects)
	sum := l.gap * float32(max(0, len(seen)-1))
	for _, o := range seen {
		sum += NaturalWidth(o)
	}
	return sum
}

// NewGrid lays objects out in equal columns, as many as there are objects, or
// fewer where a cell would be narrower than least: the Today strip, pairs of
// buttons, the fields of a form.
func NewGrid(gap, least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{gap: gap, least: least}, Objects: objects}
}

type gridLayout struct {
	gap, least, width float32
}

// columns returns how many cells stand side by side and how wide they are.
func (l *gridLayout) columns(count int, width float32) (int, float32) {
	n := max(1, count)
	if width <= 0 {
		return n, l.least
	}
	cell := func() float32 { return (width - l.gap*float32(n-1)) / float32(n) }
	for n > 1 && cell() < l.least {
		n--
	}
	return n, cell()
}

func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.cells(objects, size.Width, put)
}

func (l *gridLayout) cells(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	seen := shown(objects)
	n, cell := l.columns(len(seen), width)
	y := float32(0)
	for first := 0; first < len(seen); first += n {
		line := seen[first:min(first+n, len(seen))]
		var tallest float32
		for _, o := range line {
			tallest = max(tallest, HeightFor(o, cell))
		}
		if first > 0 {
			y += l.gap
		}
		for i, o := range line {
			if place != nil {
				left, right := whole(float32(i)*(cell+l.gap)), whole(float32(i)*(cell+l.gap)+cell)
				place(o, left, y, right-left, tallest)
			}
		}
		y += tallest
	}
	return y
}

func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects), l.heightFor(objects, l.width))
}

func (l *gridLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.cells(objects, width, nil)
}

func (l *gridLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	seen := shown(objects)
	var widest float32
	for _, o := range seen {
		widest = max(widest, l.least, NaturalWidth(o))
	}
	return widest*float32(len(seen)) + l.gap*float32(max(0, len(seen)-1))
}
