package widgets

import (
	"image"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// scatterRenderer draws axes and words as objects, which stay sharp, and the dots
// into one raster.
type scatterRenderer struct {
	scatter *Scatter
	ring    *canvas.Rectangle
	shadow  *canvas.Rectangle // the area that is heavy and below the target
	raster  *canvas.Raster
	lines   []*canvas.Rectangle // a line for each tick upwards
	grounds []*canvas.Rectangle // behind names that stand over others
	words   []caption
	used    int
}

func newScatterRenderer(s *Scatter) *scatterRenderer {
	r := &scatterRenderer{scatter: s, ring: newRing(), shadow: newRectangle()}
	r.raster = canvas.NewRaster(r.draw)
	return r
}

func (r *scatterRenderer) MinSize() fyne.Size { return r.scatter.MinSize() }
func (r *scatterRenderer) Destroy()           {}

func (r *scatterRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ring, r.shadow}
	for _, line := range r.lines {
		all = append(all, line)
	}
	all = append(all, r.raster)
	for _, ground := range r.grounds {
		all = append(all, ground)
	}
	for _, word := range r.words {
		all = append(all, word.Text)
	}
	return all
}

func (r *scatterRenderer) Refresh() {
	s := r.scatter
	r.lines = resized(r.lines, len(s.Y.Ticks))
	for i, line := range r.lines {
		line.FillColor = shade(ColorLine)
		if i == 0 {
			line.FillColor = shade(ColorLine2)
		}
	}
	r.shadow.FillColor = shade(ColorGround)
	paintRing(r.ring, s.focused && !s.Disabled(), radiusTick)
	r.Layout(s.Size())
	r.raster.Refresh()
	canvas.Refresh(s)
}

func (r *scatterRenderer) Layout(size fyne.Size) {
	s := r.scatter
	in := s.plot(size)
	r.used, r.grounds = 0, resized(r.grounds, 2)
	for _, ground := range r.grounds {
		ground.Hidden = true
	}
	put(r.raster, 0, 0, size.Width, size.Height)
	placeRing(r.ring, -4, -4, size.Width+8, size.Height+8)
	r.layoutAxes(size, in)
	taken := r.layoutTarget(in)
	taken = append(taken, r.layoutCorners(in, taken)...)
	r.layoutLabels(in, taken)
	for _, spare := range r.words[r.used:] {
		spare.Hidden = true
	}
}

// layoutAxes places the lines and what the axes say.
func (r *scatterRenderer) layoutAxes(size fyne.Size, in area) {
	s := r.scatter
	r.word(Elide(s.Y.Title, size.Width, Label, false), Label, ColorSoft).place(0, 0)
	for i, tick := range s.Y.Ticks {
		y := whole(s.up(tick.At, in))
		put(r.lines[i], in.left, y, in.width(), 1)
		word := r.word(tick.Text, Label, ColorMuted)
		word.place(in.left-12-word.width(), y-Label.Pitch()/2)
	}
	for _, tick := range s.X.Ticks {
		word := r.word(tick.Text, Label, ColorMuted)
		x := s.across(tick.At, in) - word.width()/2
		word.place(min(x, size.Width-word.width()), in.bottom+8)
	}
	title := r.word(Elide(s.X.Title, size.Width, Label, false), Label, ColorSoft)
	title.place(in.right-title.width(), in.bottom+28)
}

// layoutTarget places the shaded area and the word of the target, and returns
// where names may not stand.
func (r *scatterRenderer) layoutTarget(in area) []area {
	s := r.scatter
	r.shadow.Hidden = s.Target.Text == ""
	if r.shadow.Hidden {
		return nil
	}
	y := whole(s.up(s.Target.At, in))
	half := whole(s.across((s.X.From+s.X.To)/2, in))
	put(r.shadow, half, y, in.right-half, in.bottom-y)
	word := r.word(Elide(s.Target.Text, in.width(), Label, false), Label, ColorAccent)
	at := s.freeLine(word.width(), y, in)
	word.place(at.left, at.top)
	return []area{at, {in.left, y - 1, in.right, y + 2}}
}

// freeLine is where the word of the target stands: above its line at the right,
// else at the left, else below it, wherever no dot is.
func (s *Scatter) freeLine(wide, y float32, in area) area {
	box := func(left, top float32) area { return area{left, top, left + wide, top + Label.Pitch()} }
	above, below := y-Label.Pitch()-1, y+3
	places := []area{box(in.right-wide, above), box(in.left+4, above), box(in.right-wide, below), box(in.left+4, below)}
	for _, at := range places {
		if at.within(in) && !s.covers(at, in) {
			return at
		}
	}
	return keptInside(places[0], in)
}

// layoutCorners says what the corners mean, where no dot lies over it.
func (r *scatterRenderer) layoutCorners(in area, taken []area) []area {
	s := r.scatter
	var used []area
	for i, text := range s.Corners {
		if text == "" {
			continue
		}
		word := r.word(Elide(text, in.width()/2-16, Body, false), Body, ColorMuted)
		word.TextStyle.Italic = true
		left, top := in.left+12, in.top+4
		if i%2 == 1 {
			left = in.right - 12 - word.width()
		}
		if i > 1 {
			top = in.bottom - 4 - Body.Pitch()
		}
		at := area{left, top, left + word.width(), top + Body.Pitch()}
		word.place(left, top)
		word.Hidden = s.covers(at, in) || meetsAny(at, taken)
		if !word.Hidden {
			used = append(used, at)
		}
	}
	return used
}

func (r *scatterRenderer) layoutLabels(in area, taken []area) {
	grounds := 0
	r.scatter.named = r.scatter.labels(in, taken)
	for _, label := range r.scatter.named {
		if !label.fits {
			continue
		}
		color := ColorInk
		word := r.word(label.text, label.size, color)
		word.say(label.text, label.bold, color)
		word.place(label.at.left, label.at.top)
		if label.over && grounds < len(r.grounds) {
			ground := r.grounds[grounds]
			grounds++
			ground.FillColor, ground.CornerRadius, ground.Hidden = shade(ColorTint), radiusTick, false
			put(ground, label.at.left-4, label.at.top, label.at.width()+8, label.at.height())
		}
	}
}

// word returns the next word, to be placed.
func (r *scatterRenderer) word(text string, size Size, color fyne.ThemeColorName) caption {
	if r.used == len(r.words) {
		r.words = append(r.words, newCaption(size))
	}
	word := caption{Text: r.words[r.used].Text, size: size}
	word.TextSize = size.Points()
	word.TextStyle.Italic = false
	word.say(text, false, color)
	word.Hidden = false
	r.used++
	return word
}

func (r *scatterRenderer) draw(w, h int) image.Image {
	s := r.scatter
	size := s.Size()
	p := newPen(w, h, size.Width)
	in := s.plot(size)
	if s.Target.Text != "" {
		r.drawTarget(p, in)
	}
	if len(s.Dots) > crowd {
		r.drawCrowd(p, in)
	} else {
		for i := len(s.Dots) - 1; i >= 0; i-- { // the first on top
			r.drawDot(p, i, in)
		}
	}
	for _, i := range []int{s.pointed, s.Selected} {
		if i >= 0 && i < len(s.Dots) {
			r.drawDot(p, i, in)
			ring := p.path()
			ring.ring(s.at(i, in), float64(s.Dots[i].radius())+4, 1.5)
			color := ColorLine2
			if i == s.Selected {
				color = ColorInk
			}
			ring.fill(shade(color))
		}
	}
	return p.img
}

// drawTarget draws dashes of 3 on 6.
func (r *scatterRenderer) drawTarget(p *pen, in area) {
	y := float64(whole(r.scatter.up(r.scatter.Target.At, in))) + 0.5
	dashes := p.path()
	for x := float64(in.left); x+3 <= float64(in.right); x += 6 {
		dashes.line([]point{{x, y}, {x + 3, y}}, 1.5)
	}
	dashes.fill(shade(ColorAccent))
}

// drawCrowd draws dots of a colour at once, without edges: there are too many to
// tell apart, and to draw one by one.
func (r *scatterRenderer) drawCrowd(p *pen, in area) {
	s := r.scatter
	paths := map[fyne.ThemeColorName]*path{}
	for i, dot := range s.Dots {
		color := Hue(dot.Code).Icon
		if dot.Aside {
			color = ColorLine2
		}
		if paths[color] == nil {
			paths[color] = p.path()
		}
		paths[color].disc(s.at(i, in), float64(dot.radius())-2)
	}
	for _, color := range slices.Sorted(maps.Keys(paths)) {
		paths[color].fill(shade(color))
	}
}

// drawDot draws a disc in the tint with an edge in the hue. A ring of the ground
// keeps dots that touch apart.
func (r *scatterRenderer) drawDot(p *pen, index int, in area) {
	dot, at := r.scatter.Dots[index], r.scatter.at(index, in)
	radius := float64(dot.radius())
	hue := Hue(dot.Code)
	fill, edge := hue.Tint, hue.Icon
	if dot.Aside {
		fill, edge = ColorSurface, ColorLine2
	}
	for _, layer := range []struct {
		radius float64
		color  fyne.ThemeColorName
	}{{radius + 1, ColorSurface}, {radius, fill}} {
		disc := p.path()
		disc.disc(at, layer.radius)
		disc.fill(shade(layer.color))
	}
	ring := p.path()
	ring.ring(at, radius-0.75, 1.5)
	ring.fill(shade(edge))
}
