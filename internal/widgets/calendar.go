package widgets

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// calendar is one month of days to pick from, with the way to its neighbours.
type calendar struct {
	widget.BaseWidget
	words    DateWords
	onPicked func(day time.Time)
	grid     *dayGrid
	before   *Button
	after    *Button
}

func newCalendar(words DateWords, day, today time.Time) *calendar {
	c := &calendar{words: words}
	c.grid = &dayGrid{words: words, day: day, chosen: day, today: today, onMoved: c.Refresh}
	c.grid.onPicked = func(day time.Time) { c.onPicked(day) }
	c.before = &Button{Text: words.Previous, Role: Quiet, OnTapped: func() { c.grid.moveMonth(-1) }}
	c.after = &Button{Text: words.Next, Role: Quiet, OnTapped: func() { c.grid.moveMonth(1) }}
	c.grid.extend(c.grid)
	c.ExtendBaseWidget(c)
	return c
}

// The measures of a calendar, in units.
const (
	dayCell     float32 = 36
	calendarPad float32 = 12
	calendarTop float32 = 32
)

func (c *calendar) MinSize() fyne.Size {
	grid := c.grid.MinSize()
	return fyne.NewSize(grid.Width+2*calendarPad, calendarTop+grid.Height+dayCell+2*calendarPad)
}

func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{calendar: c, title: newCaption(Body)}
	r.objects = objects{r.title.Text, c.grid, c.before, c.after}
	r.Refresh()
	return r
}

type calendarRenderer struct {
	objects
	calendar *calendar
	title    caption
}

func (r *calendarRenderer) MinSize() fyne.Size { return r.calendar.MinSize() }

func (r *calendarRenderer) Layout(size fyne.Size) {
	c := r.calendar
	r.title.placeMiddle(whole((size.Width-r.title.width())/2), calendarPad, calendarTop)
	grid := c.grid.MinSize()
	put(c.grid, calendarPad, calendarPad+calendarTop, grid.Width, grid.Height)
	foot := calendarPad + calendarTop + grid.Height + 4
	before, after := c.before.MinSize(), c.after.MinSize()
	put(c.before, calendarPad, foot, before.Width, before.Height)
	put(c.after, size.Width-calendarPad-after.Width, foot, after.Width, after.Height)
}

func (r *calendarRenderer) Refresh() {
	r.title.say(r.calendar.words.Month(r.calendar.grid.first()), true, ColorInk)
	r.Layout(r.calendar.Size())
	canvas.Refresh(r.calendar)
}

// dayGrid is the days of a month under the names of the weekdays. It is one stop
// for Tab: the arrow keys move by days and weeks, Page Up and Page Down by months.
type dayGrid struct {
	control
	words              DateWords
	day, chosen, today time.Time
	onPicked           func(day time.Time)
	onMoved            func()
}

// first returns the first day of the month shown.
func (g *dayGrid) first() time.Time {
	return time.Date(g.day.Year(), g.day.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// corner returns the day in the first cell, at or before the first of the month.
func (g *dayGrid) corner() time.Time {
	first := g.first()
	back := (int(first.Weekday()) - int(g.words.First) + 7) % 7
	return first.AddDate(0, 0, -back)
}

func (g *dayGrid) move(to time.Time) {
	g.day = to
	g.Refresh()
	g.onMoved()
}

// moveMonth goes to the same day of a neighbouring month, or to its last.
func (g *dayGrid) moveMonth(by int) {
	first := g.first().AddDate(0, by, 0)
	last := first.AddDate(0, 1, -1).Day()
	g.move(first.AddDate(0, 0, min(g.day.Day(), last)-1))
}

func (g *dayGrid) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		g.move(g.day.AddDate(0, 0, -1))
	case fyne.KeyRight:
		g.move(g.day.AddDate(0, 0, 1))
	case fyne.KeyUp:
		g.move(g.day.AddDate(0, 0, -7))
	case fyne.KeyDown:
		g.move(g.day.AddDate(0, 0, 7))
	case fyne.KeyPageUp:
		g.moveMonth(-1)
	case fyne.KeyPageDown:
		g.moveMonth(1)
	case fyne.KeyHome:
		g.move(g.today)
	default:
		if activates(key) {
			g.onPicked(g.day)
			return
		}
		passOn(g, key)
	}
}

func (g *dayGrid) Tapped(event *fyne.PointEvent) {
	column, row := int(event.Position.X/dayCell), int(event.Position.Y/dayCell)-1
	if row < 0 || row > 5 || column > 6 {
		return
	}
	g.onPicked(g.corner().AddDate(0, 0, row*7+column))
}

func (g *dayGrid) MinSize() fyne.Size { return fyne.NewSize(7*dayCell, 7*dayCell) }

func (g *dayGrid) CreateRenderer() fyne.WidgetRenderer {
	g.extend(g)
	r := &dayRenderer{grid: g, ring: newRing(), chosen: newRectangle(), today: newFrame()}
	for range 7 {
		r.heads = append(r.heads, newCaption(Label))
	}
	for range 42 {
		r.days = append(r.days, newCaption(Body))
	}
	r.Refresh()
	return r
}

type dayRenderer struct {
	grid        *dayGrid
	ring        *canvas.Rectangle // around the day the keyboard is at
	chosen      *canvas.Rectangle
	today       frame
	heads, days []caption
}

func (r *dayRenderer) MinSize() fyne.Size { return r.grid.MinSize() }
func (r *dayRenderer) Destroy()           {}

func (r *dayRenderer) Objects() []fyne.CanvasObject {
	all := append(r.today.objects(), r.chosen)
	for _, head := range r.heads {
		all = append(all, head.Text)
	}
	for _, day := range r.days {
		all = append(all, day.Text)
	}
	return append(all, r.ring)
}

func (r *dayRenderer) Layout(fyne.Size) {
	for i, head := range r.heads {
		head.placeMiddle(whole(dayCell*float32(i)+(dayCell-head.width())/2), 0, dayCell)
	}
	for i, day := range r.days {
		x, y := cellOf(i)
		day.placeMiddle(whole(x+(dayCell-day.width())/2), y, dayCell)
	}
	place := func(object fyne.CanvasObject, day time.Time) bool {
		i := int(day.Sub(r.grid.corner()).Hours() / 24)
		if i < 0 || i >= len(r.days) {
			return false
		}
		x, y := cellOf(i)
		put(object, x+3, y+3, dayCell-6, dayCell-6)
		return true
	}
	r.chosen.Hidden = !place(r.chosen, r.grid.chosen)
	r.today.edge.Hidden = !place(r.today.edge, r.grid.today)
	r.today.fill.Hidden = r.today.edge.Hidden
	at := r.today.edge.Position()
	r.today.place(at.X, at.Y, dayCell-6, dayCell-6)
	if place(r.ring, r.grid.day) {
		at = r.ring.Position()
		placeRing(r.ring, at.X, at.Y, dayCell-6, dayCell-6)
	}
}

// cellOf returns the corner of a day's cell.
func cellOf(index int) (x, y float32) {
	return dayCell * float32(index%7), dayCell * float32(index/7+1)
}

func (r *dayRenderer) Refresh() {
	g := r.grid
	for i, head := range r.heads {
		head.say(g.words.Weekdays[(int(g.words.First)+i)%7], false, ColorMuted)
	}
	corner := g.corner()
	for i, text := range r.days {
		day := corner.AddDate(0, 0, i)
		color := ColorInk
		switch {
		case day.Equal(g.chosen):
			color = ColorOn
		case day.Month() != g.first().Month():
			color = ColorMuted
		}
		text.say(strconv.Itoa(day.Day()), day.Equal(g.chosen) || day.Equal(g.today), color)
	}
	r.chosen.FillColor, r.chosen.CornerRadius = shade(ColorAccent), radiusControl
	r.today.paint(ColorLine2, ColorSurface, radiusControl)
	paintRing(r.ring, g.focused, radiusControl)
	r.Layout(g.Size())
	canvas.Refresh(g)
}

// dateButton is the small picture in the field that opens the calendar.
type dateButton struct {
	widget.BaseWidget
	onTapped func()
	icon     *Icon
}

func newDateButton(tapped func()) *dateButton {
	b := &dateButton{onTapped: tapped, icon: &Icon{Name: "calendar", Side: IconSmall}}
	b.ExtendBaseWidget(b)
	return b
}

func (b *dateButton) Tapped(*fyne.PointEvent) { b.onTapped() }

func (b *dateButton) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(b.icon)
}
