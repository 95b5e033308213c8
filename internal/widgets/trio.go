package widgets

import "fyne.io/fyne/v2"

// NewTrio lays out a way that is walked step by step: the list of steps, the
// present one, what stands beside it (nil for nothing), and what ends the step. The
// end goes on below the step; where there is no room for three columns what stands
// beside moves between the two, and where there is none for two the list moves to
// the end of all: the step itself comes first.
func NewTrio(list, main, beside, end fyne.CanvasObject) *fyne.Container {
	if beside == nil {
		beside = &fyne.Container{Hidden: true}
	}
	return &fyne.Container{Layout: &trioLayout{}, Objects: []fyne.CanvasObject{list, main, end, beside}}
}

// The measures of the columns, in units. The list hangs out to the left by what
// its raised step has around the mark, so that the marks stand at the margin.
const (
	trioList   float32 = 211
	trioHang   float32 = 6
	trioGutter float32 = 27
	trioBeside float32 = 424
	trioMain   float32 = 300 // the least a step is read in
	trioBelow  float32 = 24
	trioWidest float32 = 640 // without anything beside it
)

type trioLayout struct{ width float32 }

// spot is where an object stands.
type spot struct{ x, y, width, height float32 }

// The objects of a trio, in the order Tab goes through them.
const (
	trioSteps = iota
	trioStep
	trioEnd
	trioAside
)

// spots returns the place of each object at a width, and the height of all.
func (l *trioLayout) spots(objects []fyne.CanvasObject, width float32) (spots []spot, height float32) {
	spots = make([]spot, len(objects))
	left := trioList - trioHang + trioGutter
	if width-left < trioMain+60 { // one column
		return spots, l.below(objects, spots, []int{trioStep, trioAside, trioEnd, trioSteps}, 0, width)
	}
	spots[trioSteps] = spot{-trioHang, 0, trioList, HeightFor(objects[trioSteps], trioList)}
	tallest := spots[trioSteps].height
	if main := width - left - trioGutter - trioBeside; objects[trioAside].Visible() && main >= trioMain {
		spots[trioAside] = spot{width - trioBeside, 0, trioBeside, HeightFor(objects[trioAside], trioBeside)}
		return spots, max(tallest, spots[trioAside].height, l.below(objects, spots, []int{trioStep, trioEnd}, left, main))
	}
	column := min(width-left, trioWidest)
	return spots, max(tallest, l.below(objects, spots, []int{trioStep, trioAside, trioEnd}, left, column))
}

// below puts objects one below the other and returns where they end.
func (l *trioLayout) below(objects []fyne.CanvasObject, spots []spot, order []int, x, width float32) float32 {
	y := float32(0)
	for _, i := range order {
		if !objects[i].Visible() {
			continue
		}
		if y > 0 {
			y += trioBelow
		}
		spots[i] = spot{x, y, width, HeightFor(objects[i], width)}
		y += spots[i].height
	}
	return y
}

func (l *trioLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	spots, _ := l.spots(objects, size.Width)
	for i, s := range spots {
		put(objects[i], s.x, s.y, s.width, s.height)
	}
}

func (l *trioLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, l.heightFor(objects, l.width))
}

func (l *trioLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, height := l.spots(objects, width)
	return height
}

func (l *trioLayout) naturalWidth([]fyne.CanvasObject) float32 { return 960 }
