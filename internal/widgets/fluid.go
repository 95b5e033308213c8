package widgets

import "fyne.io/fyne/v2"

// Fluid is an object whose height depends on the width it is given: a text that
// wraps, and whatever holds one. The toolkit asks for one smallest size and knows
// no such thing, so the layouts of this package ask instead.
type Fluid interface {
	fyne.CanvasObject
	// HeightFor returns the height needed at a width.
	HeightFor(width float32) float32
	// NaturalWidth returns the width taken if there is no lack of room.
	NaturalWidth() float32
}

// fluidLayout is a layout that can tell the same of what it lays out.
type fluidLayout interface {
	fyne.Layout
	heightFor(objects []fyne.CanvasObject, width float32) float32
	naturalWidth(objects []fyne.CanvasObject) float32
}

// HeightFor returns the height an object needs at a width; one that is not fluid
// needs its smallest height.
func HeightFor(object fyne.CanvasObject, width float32) float32 {
	switch o := object.(type) {
	case Fluid:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(fluidLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return object.MinSize().Height
}

// NaturalWidth returns the width an object takes if there is no lack of room.
func NaturalWidth(object fyne.CanvasObject) float32 {
	switch o := object.(type) {
	case Fluid:
		return o.NaturalWidth()
	case *fyne.Container:
		if l, ok := o.Layout.(fluidLayout); ok {
			return l.naturalWidth(o.Objects)
		}
	}
	return object.MinSize().Width
}

// isFluid reports whether an object can do with less than its natural width.
func isFluid(object fyne.CanvasObject) bool {
	if c, ok := object.(*fyne.Container); ok {
		_, ok = c.Layout.(fluidLayout)
		return ok
	}
	_, ok := object.(Fluid)
	return ok
}

// put moves and resizes an object.
func put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(whole(x), whole(y)))
	object.Resize(fyne.NewSize(width, height))
}

// shown returns the objects that are visible; hidden ones take no room and no gap.
func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for i, o := range objects {
		if o.Visible() {
			continue
		}
		seen := append([]fyne.CanvasObject(nil), objects[:i]...)
		for _, o := range objects[i+1:] {
			if o.Visible() {
				seen = append(seen, o)
			}
		}
		return seen
	}
	return objects
}

// minWidth returns the largest of the smallest widths.
func minWidth(objects []fyne.CanvasObject) float32 {
	var widest float32
	for _, o := range shown(objects) {
		widest = max(widest, o.MinSize().Width)
	}
	return widest
}
