package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Stations is the way to an end, station by station on one strip: a ring with the
// number or, once it is behind, a tick, and the word beside it. Any of them may be
// gone to, so it is one stop for Tab with a place inside: Left and Right move it,
// Enter goes there. Where it is narrow only the present one keeps its word.
type Stations struct {
	control

	Stops    []Stop
	Now      int // the one to see to first; -1 when all are behind
	OnOpened func(stop int)

	at int // where the keyboard is
}

// Stop is one station.
type Stop struct {
	Word string
	Done bool
}

// The measures of the strip, in units.
const (
	stationsTall float32 = 48
	stationsPad  float32 = 20
	stationRing  float32 = 24
	stationGap   float32 = 8  // from the ring to the word
	stationLine  float32 = 24 // the least way between two
)

// HeightFor returns the height, which the width does not change.
func (s *Stations) HeightFor(float32) float32 { return stationsTall }

// NaturalWidth is the room of all words.
func (s *Stations) NaturalWidth() float32 { return s.room(false) }

// MinSize is narrow: the words go first.
func (s *Stations) MinSize() fyne.Size { return fyne.NewSize(200, stationsTall) }

// room is the width the strip needs, with all its words or only the present one.
func (s *Stations) room(short bool) float32 {
	sum := 2*stationsPad + stationLine*float32(max(0, len(s.Stops)-1))
	for i := range s.Stops {
		sum += s.width(i, short)
	}
	return sum
}

// width is the room of one station.
func (s *Stations) width(stop int, short bool) float32 {
	if short && stop != s.Now {
		return stationRing
	}
	return stationRing + stationGap + Width(s.Stops[stop].Word, Body, stop == s.Now)
}

// spans says where each station begins and how wide it is.
func (s *Stations) spans(width float32) (spans []strip, short bool) {
	short = width < s.room(false)
	gap := stationLine
	if n := len(s.Stops); n > 1 {
		gap += max(0, whole((width-s.room(short))/float32(n-1)))
	}
	x := stationsPad
	for i := range s.Stops {
		w := s.width(i, short)
		spans = append(spans, strip{x, w})
		x += w + gap
	}
	return spans, short
}

// strip is a stretch of a line.
type strip struct{ x, width float32 }

// Tapped is called by the toolkit.
func (s *Stations) Tapped(event *fyne.PointEvent) {
	spans, _ := s.spans(s.Size().Width)
	for i, at := range spans {
		if event.Position.X >= at.x-stationGap && event.Position.X < at.x+at.width+stationGap {
			s.open(i)
			return
		}
	}
}

// TypedKey is called by the toolkit.
func (s *Stations) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyRight:
		s.move(s.at + 1)
	case key.Name == fyne.KeyLeft:
		s.move(s.at - 1)
	case key.Name == fyne.KeyHome:
		s.move(0)
	case key.Name == fyne.KeyEnd:
		s.move(len(s.Stops) - 1)
	case activates(key):
		s.open(s.at)
	default:
		passOn(s, key)
	}
}

func (s *Stations) move(to int) {
	s.at = max(0, min(len(s.Stops)-1, to))
	s.Refresh()
}

func (s *Stations) open(stop int) {
	s.move(stop)
	if s.OnOpened != nil && stop < len(s.Stops) {
		s.OnOpened(stop)
	}
}

// CreateRenderer is called by the toolkit.
func (s *Stations) CreateRenderer() fyne.WidgetRenderer {
	s.extend(s)
	r := &stationsRenderer{stations: s, ground: newRectangle(), ring: newRing()}
	r.objects = objects{r.ground, r.ring}
	for range s.Stops {
		stop := drawnStop{edge: newRectangle(), disc: newRectangle(), way: newRectangle(), tick: newPicture(), number: newCaption(Label), word: newCaption(Body)}
		r.stops = append(r.stops, stop)
		r.objects = append(r.objects, stop.way, stop.edge, stop.disc, stop.tick.Image, stop.number.Text, stop.word.Text)
	}
	r.Refresh()
	return r
}

type stationsRenderer struct {
	objects
	stations *Stations
	ground   *canvas.Rectangle
	ring     *canvas.Rectangle
	stops    []drawnStop
}

// drawnStop is what is drawn for one station: the way to the next, the ring as a
// larger disc under a smaller one, what stands in it and the word.
type drawnStop struct {
	edge, disc, way *canvas.Rectangle
	tick            *picture
	number, word    caption
}

func (r *stationsRenderer) MinSize() fyne.Size { return r.stations.MinSize() }

func (r *stationsRenderer) Layout(size fyne.Size) {
	s := r.stations
	put(r.ground, 0, 0, size.Width, stationsTall)
	spans, short := s.spans(size.Width)
	top := (stationsTall - stationRing) / 2
	for i, stop := range r.stops {
		x := spans[i].x
		put(stop.edge, x, top, stationRing, stationRing)
		put(stop.disc, x+1, top+1, stationRing-2, stationRing-2)
		put(stop.tick, x+4, top+4, IconSmall, IconSmall)
		stop.number.placeMiddle(x+whole((stationRing-stop.number.width())/2), top, stationRing)
		stop.word.placeMiddle(x+stationRing+stationGap, top, stationRing)
		stop.word.Hidden = short && i != s.Now
		stop.way.Hidden = i == len(r.stops)-1
		if !stop.way.Hidden {
			from := x + spans[i].width + 16
			put(stop.way, from, stationsTall/2, max(0, spans[i+1].x-16-from), 1)
		}
	}
	at := spans[min(s.at, len(spans)-1)]
	placeRing(r.ring, at.x-4, top-4, at.width+8, stationRing+8)
}

func (r *stationsRenderer) Refresh() {
	s := r.stations
	r.ground.FillColor, r.ground.CornerRadius = shade(ColorSunken), radiusCard
	paintRing(r.ring, s.focused, radiusCard)
	for i, stop := range r.stops {
		edge, fill, number, word := ColorLine2, ColorSurface, ColorSoft, ColorSoft
		now, done := i == s.Now, s.Stops[i].Done
		switch {
		case now:
			edge, fill, number, word = ColorAccent, ColorAccent, ColorOn, ColorInk
		case done:
			edge = ColorAccent
		}
		stop.edge.FillColor, stop.edge.CornerRadius = shade(edge), stationRing/2
		stop.disc.FillColor, stop.disc.CornerRadius = shade(fill), stationRing/2-1
		stop.way.FillColor = shade(ColorLine2)
		stop.tick.show("tick", ColorAccent)
		stop.tick.Hidden = !done || now
		stop.number.say(strconv.Itoa(i+1), true, number)
		stop.number.Hidden = done && !now
		stop.word.say(s.Stops[i].Word, now, word)
	}
	r.Layout(s.Size())
	canvas.Refresh(s)
}
