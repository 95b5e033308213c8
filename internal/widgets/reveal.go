package widgets

import "fyne.io/fyne/v2"

// holder is a part of this package that holds the content of a screen.
type holder interface {
	inside() []fyne.CanvasObject
}

// scroller is a holder that can scroll a part of its content into view.
type scroller interface {
	holder
	fyne.CanvasObject
	show(object fyne.CanvasObject)
}

// reveal scrolls an object into view, if it stands in something that scrolls.
// The toolkit moves the keyboard to parts nobody can see; and a part does not
// know what it stands in, so the way is searched from the top of the canvas.
func reveal(object fyne.CanvasObject) {
	canvas := canvasOf(object)
	if canvas == nil {
		return
	}
	root := canvas.Content()
	if top := canvas.Overlays().Top(); top != nil {
		root = top
	}
	if s := scrollerOver(root, object); s != nil {
		s.show(object)
	}
}

// scrollerOver returns the innermost scroller the object stands in.
func scrollerOver(root, object fyne.CanvasObject) scroller {
	found, _ := search(root, object)
	return found
}

// search goes through containers and holders; the renderers of other widgets are
// out of sight, so the object counts as found in a scroller that covers it.
func search(root, object fyne.CanvasObject) (scroller, bool) {
	if root == object {
		return nil, true
	}
	for _, child := range childrenOf(root) {
		if child == nil || !child.Visible() {
			continue
		}
		if s, ok := search(child, object); ok {
			return orSelf(s, root), true
		}
	}
	if s, ok := root.(scroller); ok && covers(s, object) {
		return s, true
	}
	return nil, false
}

func orSelf(inner scroller, root fyne.CanvasObject) scroller {
	if inner != nil {
		return inner
	}
	s, _ := root.(scroller)
	return s
}

func childrenOf(object fyne.CanvasObject) []fyne.CanvasObject {
	switch o := object.(type) {
	case *fyne.Container:
		return o.Objects
	case holder:
		return o.inside()
	}
	return nil
}

// covers reports whether the object stands between the left and the right edge of
// the scroller; above or below is where it may be scrolled to.
func covers(s scroller, object fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	edge, at := driver.AbsolutePositionForObject(s).X, driver.AbsolutePositionForObject(object).X
	return at >= edge && at+object.Size().Width <= edge+s.Size().Width
}
