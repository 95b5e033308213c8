package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"github.com/rapport-desktop/rapport/internal/widgets"
)

// hitRow is one result of a finder. The keyboard stays in the line above; the
// row only shows whether it is the one Enter would take.
type hitRow struct {
	widget.BaseWidget
	ground *widgets.Backdrop
	row    *fyne.Container
	tapped func()
	hover  func()
}

var _ desktop.Hoverable = (*hitRow)(nil)

func newHitRow(h hit, tapped, hover func()) *hitRow {
	r := &hitRow{tapped: tapped, hover: hover, ground: &widgets.Backdrop{Color: widgets.ColorNone, Radius: 6}}
	r.row = widgets.Inset(8, 16, 8, 16, widgets.NewRow(12,
		&widgets.Icon{Name: h.icon},
		widgets.Stretch(&widgets.Text{Text: h.text, MaxLines: 1}),
		&widgets.Text{Text: h.note, As: widgets.Label, Color: widgets.ColorSoft}))
	r.ExtendBaseWidget(r)
	return r
}

// mark shows or hides the ground of the current result.
func (r *hitRow) mark(on bool) {
	color := widgets.ColorNone
	if on {
		color = widgets.ColorSunken
	}
	if color != r.ground.Color {
		r.ground.Color = color
		r.ground.Refresh()
	}
}

// MinSize is as high as every row of a menu with large icons.
func (r *hitRow) MinSize() fyne.Size { return fyne.NewSize(120, 36) }

// Tapped takes the result.
func (r *hitRow) Tapped(*fyne.PointEvent) { r.tapped() }

// MouseIn makes this the current result.
func (r *hitRow) MouseIn(*desktop.MouseEvent) { r.hover() }

// MouseMoved is called by the toolkit.
func (r *hitRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut leaves the result the current one.
func (r *hitRow) MouseOut() {}

// CreateRenderer is called by the toolkit.
func (r *hitRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.Stack(r.ground, r.row))
}
