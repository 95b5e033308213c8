package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// timelineRenderer draws axes, bands and words as objects, which stay sharp, and
// all series into one raster.
type timelineRenderer struct {
	timeline *Timeline
	raster   *canvas.Raster
	bands    []*canvas.Rectangle
	lines    []*canvas.Rectangle // strain 100, 50, 0, then a line for each lane
	axis     *canvas.Rectangle
	today    *canvas.Rectangle
	words    []caption
	used     int
}

func newTimelineRenderer(t *Timeline) *timelineRenderer {
	r := &timelineRenderer{timeline: t, axis: newRectangle(), today: newRectangle()}
	r.raster = canvas.NewRaster(r.draw)
	return r
}

func (r *timelineRenderer) MinSize() fyne.Size { return r.timeline.MinSize() }
func (r *timelineRenderer) Destroy()           {}

func (r *timelineRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, band := range r.bands {
		all = append(all, band)
	}
	for _, line := range r.lines {
		all = append(all, line)
	}
	all = append(all, r.axis, r.raster, r.today)
	for _, word := range r.words {
		all = append(all, word.Text)
	}
	return all
}

func (r *timelineRenderer) Refresh() {
	t := r.timeline
	r.bands = resized(r.bands, len(t.Bands))
	r.lines = resized(r.lines, 3+len(t.Lanes))
	for _, band := range r.bands {
		band.FillColor, band.TopLeftCornerRadius, band.TopRightCornerRadius = shade(Hue("circumstance").Tint), 4, 4
	}
	for _, line := range r.lines {
		line.FillColor = shade(ColorLine)
	}
	r.axis.FillColor, r.today.FillColor = shade(ColorLine2), shade(ColorInk)
	r.Layout(t.Size())
	r.raster.Refresh()
	canvas.Refresh(t)
}

// resized returns rectangles, as many as are needed.
func resized(have []*canvas.Rectangle, need int) []*canvas.Rectangle {
	for len(have) < need {
		have = append(have, newRectangle())
	}
	return have[:need]
}

func (r *timelineRenderer) Layout(size fyne.Size) {
	t := r.timeline
	r.used = 0
	right := size.Width - timeRight
	put(r.raster, 0, 0, size.Width, size.Height)
	put(r.axis, timeLeft, t.axis(), max(0, right-timeLeft), 1)
	for i, line := range r.lines {
		y := timeFull + float32(i)*(timeNone-timeFull)/2
		if i > 2 {
			y = laneY(i - 3)
		}
		put(line, timeLeft, y, max(0, right-timeLeft), 1)
	}
	for i, value := range []string{"100", "50", "0"} {
		r.word(value, ColorMuted, timeLeft-12, timeFull+float32(i)*(timeNone-timeFull)/2-8, fyne.TextAlignTrailing)
	}
	r.word(Elide(t.Words.Strain, timeLeft-40, Label, false), ColorSoft, 0, (timeFull+timeNone)/2-8, fyne.TextAlignLeading)
	for i, lane := range t.Lanes {
		r.word(Elide(lane.Label, timeLeft-8, Label, false), ColorSoft, 0, laneY(i)-8, fyne.TextAlignLeading)
	}
	r.layoutBands(size.Width)
	r.layoutOnset(size.Width)
	r.layoutMonths(size.Width)
	for _, spare := range r.words[r.used:] {
		spare.Hidden = true
	}
}

// layoutBands places the bands and the line of today, with their words on the
// side that has room.
func (r *timelineRenderer) layoutBands(width float32) {
	t := r.timeline
	now := whole(t.x(t.Today, width))
	r.today.Hidden = t.Today < t.Start || t.Today > t.End
	put(r.today, now, 0, 1, t.axis())
	taken := width
	if !r.today.Hidden {
		wide := Width(t.Words.Today, Label, false)
		if now+5+wide <= width {
			r.word(t.Words.Today, ColorInk, now+5, 0, fyne.TextAlignLeading)
		} else {
			r.word(t.Words.Today, ColorInk, now-5, 0, fyne.TextAlignTrailing)
			taken = now - 5 - wide - 8
		}
	}
	for i, band := range t.Bands {
		from, to := whole(t.x(band.From, width)), whole(t.x(band.To, width))
		put(r.bands[i], from, 0, max(2, to-from), t.axis())
		end := min(from-6, taken)
		room := end - timeLeft
		if room < 60 {
			continue
		}
		text := Elide(band.Label, room, Label, false)
		r.word(text, Hue("circumstance").Text, end, 0, fyne.TextAlignTrailing)
		taken = end - Width(text, Label, false) - 8
	}
}

// layoutOnset names the day the trouble began, between strain and lanes, on the
// side that has room; the line itself is dashed and so drawn.
func (r *timelineRenderer) layoutOnset(width float32) {
	t := r.timeline
	if !t.onsetShown() {
		return
	}
	at, wide := whole(t.x(t.Onset, width)), Width(t.Words.Onset, Label, false)
	end := width
	if t.Today >= t.Onset && t.Today <= t.End {
		end = t.x(t.Today, width) - 4 // its line would cut the words
	}
	switch {
	case at+5+wide <= end:
		r.word(t.Words.Onset, ColorSoft, at+5, timeNone+1, fyne.TextAlignLeading)
	case at-5-wide >= timeLeft:
		r.word(t.Words.Onset, ColorSoft, at-5, timeNone+1, fyne.TextAlignTrailing)
	}
}

// layoutMonths writes as many months as fit side by side.
func (r *timelineRenderer) layoutMonths(width float32) {
	t := r.timeline
	end := float32(0)
	for _, month := range t.Months {
		color := ColorMuted
		if month.Now {
			color = ColorInk
		}
		wide := Width(month.Label, Label, false)
		left := t.x(month.Day, width) - wide/2
		if left < end || left+wide > width {
			continue
		}
		r.word(month.Label, color, left, t.axis()+2, fyne.TextAlignLeading)
		end = left + wide + 6
	}
}

// word writes one label at a place.
func (r *timelineRenderer) word(text string, color fyne.ThemeColorName, x, top float32, align fyne.TextAlign) {
	if r.used == len(r.words) {
		r.words = append(r.words, newCaption(Label))
	}
	c := r.words[r.used]
	r.used++
	c.say(text, false, color)
	if align == fyne.TextAlignTrailing {
		x -= c.width()
	}
	c.place(x, top)
	c.Hidden = false
}

func (r *timelineRenderer) draw(w, h int) image.Image {
	t := r.timeline
	width := t.Size().Width
	p := newPen(w, h, width)
	r.drawStrain(p, width)
	r.drawOnset(p, width)
	for i, lane := range t.Lanes {
		r.drawLane(p, lane, i, width)
	}
	return p.img
}

// drawStrain fills 14 per cent below the line and marks its last point.
func (r *timelineRenderer) drawStrain(p *pen, width float32) {
	t := r.timeline
	var points []point
	for _, s := range t.Strain {
		if s.Day >= t.Start && s.Day <= t.End {
			points = append(points, point{float64(t.x(s.Day, width)), strainY(s.Value)})
		}
	}
	if len(points) == 0 {
		return
	}
	hue := shade(Hue(t.Code).Icon)
	area := p.path()
	area.area(points, float64(timeNone))
	area.fill(faint(hue, 0.14))
	line := p.path()
	line.line(points, 2)
	line.fill(hue)
	last := points[len(points)-1]
	halo := p.path()
	halo.disc(last, 4.5)
	halo.fill(shade(ColorSurface))
	dot := p.path()
	dot.disc(last, 3)
	dot.fill(hue)
}

// drawOnset dashes a line from the strain down to the axis.
func (r *timelineRenderer) drawOnset(p *pen, width float32) {
	const dash, gap = 4.0, 3.0
	t := r.timeline
	if !t.onsetShown() {
		return
	}
	x := float64(whole(t.x(t.Onset, width)))
	line := p.path()
	for y := float64(timeFull); y < float64(t.axis()); y += dash + gap {
		line.add([]point{{x, y}, {x + 1, y}, {x + 1, y + dash}, {x, y + dash}})
	}
	line.fill(shade(ColorSoft))
}

func (t *Timeline) onsetShown() bool { return t.Onset != 0 && t.Onset >= t.Start && t.Onset <= t.End }

func (r *timelineRenderer) drawLane(p *pen, lane Lane, index int, width float32) {
	t := r.timeline
	marks := p.path()
	for _, mark := range lane.Marks {
		if mark.Day < t.Start || mark.Day > t.End {
			continue
		}
		at := point{float64(whole(t.x(mark.Day, width))) + 0.5, float64(laneY(index)) + 0.5}
		switch lane.Shape {
		case Circles:
			marks.ring(at, 3.5, 1.5)
		case Squares:
			marks.box(at, 3)
		case Diamonds:
			marks.diamond(at, 5, mark.Hollow)
		default:
			marks.disc(at, 2.25+0.75*float64(max(1, min(5, mark.Weight))))
		}
	}
	marks.fill(shade(laneColor(lane.Shape)))
}

func laneColor(shape Shape) fyne.ThemeColorName {
	switch shape {
	case Circles:
		return Hue("keep").Icon
	case Squares:
		return Hue("ours").Icon
	case Diamonds:
		return ColorAccent
	default:
		return ColorSoft
	}
}

// faint returns a colour that covers only a share of what lies below it.
func faint(c color.Color, share float64) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(share*255 + 0.5)
	return n
}
