package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// The measures of a page, in units.
const (
	PageInset  float32 = 40   // left and right of the content
	PageWidest float32 = 1120 // content is never wider
	pageTop    float32 = 20
	pageBottom float32 = 72 // the last line can be scrolled clear of a toast
)

// span returns where the content of a page begins and how wide it is. A narrow
// window, or large text, keeps smaller margins.
func span(width float32) (left, content float32) {
	left = PageInset
	if width < 640 {
		left = 24
	}
	return left, max(0, min(PageWidest, width-2*left))
}

// Page scrolls a fluid content from top to bottom. The scroller begins where the
// page does, and the content 40 further in, so that focus rings are not cut off
// and the scroll bar keeps clear of the cards.
type Page struct {
	widget.BaseWidget

	Content fyne.CanvasObject
	body    *fyne.Container
	scroll  *container.Scroll
}

// NewPage returns a page of the content, usually a column.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{Content: content}
	p.body = &fyne.Container{Layout: &pageLayout{}, Objects: []fyne.CanvasObject{content}}
	p.scroll = container.NewVScroll(p.body)
	p.ExtendBaseWidget(p)
	return p
}

// SetContent puts another content on the page, scrolled to its top.
func (p *Page) SetContent(content fyne.CanvasObject) {
	p.Content = content
	p.body.Objects = []fyne.CanvasObject{content}
	p.scroll.Offset = fyne.Position{}
	p.Refresh()
}

// Offset returns how far the page is scrolled, in units.
func (p *Page) Offset() float32 { return p.scroll.Offset.Y }

// ScrollTo scrolls the page to an offset.
func (p *Page) ScrollTo(offset float32) { p.scroll.ScrollToOffset(fyne.NewPos(0, offset)) }

// Refresh lays the content out anew; call it after changing what it says.
func (p *Page) Refresh() {
	p.fit(p.Size())
	p.BaseWidget.Refresh()
}

// fit tells the body its width, so that it knows its height before the scroller
// asks for it.
func (p *Page) fit(size fyne.Size) {
	p.body.Layout.(*pageLayout).width = size.Width
	p.scroll.Resize(size)
	p.body.Resize(fyne.NewSize(size.Width, max(size.Height, p.body.MinSize().Height)))
	p.body.Layout.Layout(p.body.Objects, p.body.Size())
	p.scroll.Refresh()
}

// MinSize is small: a page never holds a window open.
func (p *Page) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

// CreateRenderer is called by the toolkit.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	r := &pageRenderer{objects: objects{p.scroll}, page: p}
	r.Layout(p.Size())
	return r
}

// inside tells reveal what the page holds.
func (p *Page) inside() []fyne.CanvasObject { return []fyne.CanvasObject{p.Content} }

// show scrolls so that what stands between two heights of the window is visible.
func (p *Page) show(object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(p.body).Y
	scrollTo(p.scroll, top, top+object.Size().Height, revealMargin)
}

// scrollTo scrolls as little as needed to show what stands between two heights of
// the content, with a margin.
func scrollTo(scroll *container.Scroll, top, bottom, margin float32) {
	switch view := scroll.Size().Height; {
	case top-margin < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-margin)))
	case bottom+margin > scroll.Offset.Y+view:
		scroll.ScrollToOffset(fyne.NewPos(0, min(bottom+margin-view, top-margin)))
	}
}

// revealMargin is what stays visible around a part the keyboard came to.
const revealMargin float32 = 24

type pageRenderer struct {
	objects
	page *Page
}

func (r *pageRenderer) Layout(size fyne.Size) { r.page.fit(size) }
func (r *pageRenderer) MinSize() fyne.Size    { return r.page.MinSize() }
func (r *pageRenderer) Refresh()              { r.page.scroll.Refresh() }

type pageLayout struct{ width float32 }

func (l *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, width := span(size.Width)
	for _, o := range objects {
		put(o, left, pageTop, width, HeightFor(o, width))
	}
}

func (l *pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, width := span(l.width)
	var tallest float32
	for _, o := range objects {
		tallest = max(tallest, HeightFor(o, width))
	}
	return fyne.NewSize(0, tallest+pageTop+pageBottom)
}
