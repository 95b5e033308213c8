package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Meters shows a few values of the same kind side by side, each as a short bar
// under its name: the parts a strain is made of. Where the columns would be
// narrow they go on in a second line.
type Meters struct {
	widget.BaseWidget
	Code string // the verdict, for the hue
	Rows []Meter

	made []meterParts
}

// Meter is one value, 0 to 100, in figures or words behind its name.
type Meter struct {
	Label string
	Value float64
	Text  string
}

type meterParts struct {
	label, text *Text
	track, bar  *canvas.Rectangle
}

// The measures of meters, in units.
const (
	meterLeast float32 = 108 // a column is no narrower than this
	meterMost  float32 = 200 // nor wider: a lone bar is no wider than one of several
	meterGap   float32 = 16
	meterLine  float32 = 12 // from line to line
	meterBar   float32 = 6
	meterAbove float32 = 6 // from the name to the bar
	meterSeen  float32 = 2 // a value above nothing can be seen
)

func (m *Meters) parts() []meterParts {
	for len(m.made) < len(m.Rows) {
		m.made = append(m.made, meterParts{
			label: &Text{Color: ColorSoft}, text: &Text{Align: fyne.TextAlignTrailing, MaxLines: 1},
			track: newRectangle(), bar: newRectangle(),
		})
	}
	parts := m.made[:len(m.Rows)]
	for i, row := range m.Rows {
		if parts[i].label.Text != row.Label || parts[i].text.Text != row.Text {
			parts[i].label.Text, parts[i].text.Text = row.Label, row.Text
			parts[i].label.Refresh()
			parts[i].text.Refresh()
		}
	}
	return parts
}

// columns returns how many stand side by side at a width, and how wide they are.
func (m *Meters) columns(width float32) (count int, column float32) {
	count = max(1, len(m.Rows))
	for count > 1 && (width-meterGap*float32(count-1))/float32(count) < meterLeast {
		count--
	}
	column = (width - meterGap*float32(count-1)) / float32(count)
	return count, max(narrow, min(meterMost, float32(int(column))))
}

// labelWidth is the room of a name before its figure.
func (m *Meters) labelWidth(row int, column float32) float32 {
	return max(narrow, column-Width(m.Rows[row].Text, Body, false)-8)
}

// lines calls place for each meter and returns the height of all.
func (m *Meters) lines(width float32, place func(row int, x, y, column, label float32)) float32 {
	count, column := m.columns(width)
	parts := m.parts()
	y := float32(0)
	for first := 0; first < len(parts); first += count {
		last := min(first+count, len(parts))
		var label float32
		for i := first; i < last; i++ {
			label = max(label, parts[i].label.HeightFor(m.labelWidth(i, column)))
		}
		if first > 0 {
			y += meterLine
		}
		for i := first; i < last; i++ {
			if place != nil {
				place(i, whole(float32(i-first)*(column+meterGap)), y, column, label)
			}
		}
		y += label + meterAbove + meterBar
	}
	return y
}

// HeightFor returns the height at a width.
func (m *Meters) HeightFor(width float32) float32 { return m.lines(width, nil) }

// NaturalWidth is the width of the main column of a screen.
func (m *Meters) NaturalWidth() float32 { return 620 }

// MinSize is narrow: meters go on in the next line.
func (m *Meters) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return fyne.NewSize(meterLeast, m.HeightFor(m.Size().Width))
}

// CreateRenderer is called by the toolkit.
func (m *Meters) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	r := &metersRenderer{meters: m}
	r.Refresh()
	return r
}

type metersRenderer struct{ meters *Meters }

func (r *metersRenderer) MinSize() fyne.Size { return r.meters.MinSize() }
func (r *metersRenderer) Destroy()           {}

func (r *metersRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, p := range r.meters.parts() {
		all = append(all, p.track, p.bar, p.label, p.text)
	}
	return all
}

func (r *metersRenderer) Layout(size fyne.Size) {
	m := r.meters
	parts := m.parts()
	m.lines(size.Width, func(row int, x, y, column, label float32) {
		p, room := parts[row], m.labelWidth(row, column)
		put(p.label, x, y+label-p.label.HeightFor(room), room, p.label.HeightFor(room))
		put(p.text, x+room, y+label-Body.Pitch(), column-room, Body.Pitch())
		put(p.track, x, y+label+meterAbove, column, meterBar)
		value := float32(max(0, min(100, m.Rows[row].Value)))
		p.bar.Hidden = value <= 0
		put(p.bar, x, y+label+meterAbove, max(meterSeen, whole(column*value/100)), meterBar)
	})
}

func (r *metersRenderer) Refresh() {
	m := r.meters
	for _, p := range m.parts() {
		p.track.FillColor, p.track.CornerRadius = shade(ColorLine), radiusBar
		p.bar.FillColor, p.bar.CornerRadius = shade(Hue(m.Code).Icon), radiusBar
		p.label.Refresh()
		p.text.Refresh()
	}
	r.Layout(m.Size())
	canvas.Refresh(m)
}
