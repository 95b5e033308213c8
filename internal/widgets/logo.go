package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Logo is the mark of the program, 48 units square.
type Logo struct{ widget.BaseWidget }

const logoSide float32 = 48

// MinSize is the logo's square.
func (l *Logo) MinSize() fyne.Size { return fyne.NewSquareSize(logoSide) }

// CreateRenderer is called by the toolkit.
func (l *Logo) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &logoRenderer{logo: l, area: newRectangle(), mark: newPicture()}
	r.objects = objects{r.area, r.mark.Image}
	r.Refresh()
	r.Layout(l.Size())
	return r
}

type logoRenderer struct {
	objects
	logo *Logo
	area *canvas.Rectangle
	mark *picture
}

func (r *logoRenderer) MinSize() fyne.Size { return r.logo.MinSize() }

func (r *logoRenderer) Layout(fyne.Size) {
	put(r.area, 0, 0, logoSide, logoSide)
	put(r.mark, 4, 4, logoSide-8, logoSide-8)
}

func (r *logoRenderer) Refresh() {
	r.area.FillColor, r.area.CornerRadius = shade(ColorAccent), radiusPanel
	r.mark.show("logo", ColorOn)
	canvas.Refresh(r.logo)
}
