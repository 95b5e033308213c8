package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// SharesBar shows what a whole is made of: one bar, and below it a column for
// each share with its number and a label that may wrap.
type SharesBar struct {
	widget.BaseWidget
	Shares []Share

	made []shareParts
}

// Share is one part of the whole.
type Share struct {
	Code   string  // a source or verdict, for the hue
	Part   float64 // of 1
	Number string  // "71 %"
	Label  string
}

type shareParts struct {
	bar, swatch *canvas.Rectangle
	number      caption
	label       *Text
}

const (
	shareBar    float32 = 12
	shareNumber float32 = 20 // where the numbers begin
	shareLabel  float32 = 44
	shareIndent float32 = 16
	shareLeast  float32 = 4 // a share above nothing can be seen
)

func (s *SharesBar) parts() []shareParts {
	for len(s.made) < len(s.Shares) {
		s.made = append(s.made, shareParts{newRectangle(), newRectangle(), newCaption(Lead), &Text{Color: ColorSoft}})
	}
	parts := s.made[:len(s.Shares)]
	for i, share := range s.Shares {
		if parts[i].label.Text != share.Label {
			parts[i].label.Text = share.Label
			parts[i].label.Refresh()
		}
	}
	return parts
}

func (s *SharesBar) column(width float32) float32 {
	return width / float32(max(1, len(s.Shares)))
}

// HeightFor returns the height at a width.
func (s *SharesBar) HeightFor(width float32) float32 {
	tallest := Body.Pitch()
	for _, p := range s.parts() {
		tallest = max(tallest, p.label.HeightFor(s.column(width)-shareIndent-8))
	}
	return shareLabel + tallest
}

// NaturalWidth is the width of the main column of a screen.
func (s *SharesBar) NaturalWidth() float32 { return 620 }

// MinSize is narrow: labels wrap.
func (s *SharesBar) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(200, s.HeightFor(s.Size().Width))
}

// CreateRenderer is called by the toolkit.
func (s *SharesBar) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &sharesRenderer{shares: s}
	r.Refresh()
	return r
}

type sharesRenderer struct{ shares *SharesBar }

func (r *sharesRenderer) MinSize() fyne.Size { return r.shares.MinSize() }
func (r *sharesRenderer) Destroy()           {}

func (r *sharesRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, p := range r.shares.parts() {
		all = append(all, p.bar, p.swatch, p.number.Text, p.label)
	}
	return all
}

func (r *sharesRenderer) Layout(size fyne.Size) {
	s := r.shares
	column := s.column(size.Width)
	widths := s.barWidths(size.Width)
	x := float32(0)
	for i, p := range s.parts() {
		p.bar.Hidden = widths[i] == 0
		if widths[i] > 0 {
			put(p.bar, x, 0, widths[i], shareBar)
			x += widths[i] + 2
		}
		left := whole(column * float32(i))
		put(p.swatch, left, shareNumber+8, 8, 8)
		p.number.place(left+shareIndent, shareNumber)
		width := column - shareIndent - 8
		put(p.label, left+shareIndent, shareLabel, width, p.label.HeightFor(width))
	}
}

// barWidths shares the width of the bar out; the gaps between are two units.
func (s *SharesBar) barWidths(width float32) []float32 {
	widths := make([]float32, len(s.Shares))
	var all float64
	seen := 0
	for _, share := range s.Shares {
		if share.Part > 0 {
			all += share.Part
			seen++
		}
	}
	left := width - 2*float32(max(0, seen-1))
	last := -1
	for i, share := range s.Shares {
		if share.Part <= 0 {
			continue
		}
		widths[i] = max(shareLeast, whole(float32(share.Part/all)*(width-2*float32(seen-1))))
		left -= widths[i]
		if last < 0 || widths[i] > widths[last] {
			last = i
		}
	}
	if last >= 0 {
		widths[last] += left // what rounding left over goes to the largest
	}
	return widths
}

func (r *sharesRenderer) Refresh() {
	s := r.shares
	for i, p := range s.parts() {
		hue := Hue(s.Shares[i].Code).Icon
		p.bar.FillColor, p.bar.CornerRadius = shade(hue), radiusBar
		p.swatch.FillColor, p.swatch.CornerRadius = shade(hue), radiusBar
		p.number.say(s.Shares[i].Number, true, ColorInk)
		p.label.Refresh()
	}
	r.Layout(s.Size())
	canvas.Refresh(s)
}
