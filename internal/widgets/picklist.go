package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// picklist is what charts made of rows have in common: the rows can be opened,
// the chart is one stop for Tab, and inside it is a current row the arrow keys
// move. Without anything to open the keyboard passes the chart by.
type picklist struct {
	control

	OnOpened func(row int)

	current int
	under   int                 // the row under the pointer, -1 for none
	count   func() int          // rows there are
	rowAt   func(y float32) int // the row at a height, -1 for none
}

// begin says what the chart's rows are. Call it before the first drawing.
func (p *picklist) begin(self fyne.Widget, count func() int, rowAt func(float32) int) {
	if p.count == nil {
		p.under, p.count, p.rowAt = -1, count, rowAt
	}
	p.extend(self)
}

// Current returns the row the keyboard is at.
func (p *picklist) Current() int { return p.current }

// Tapped is called by the toolkit.
func (p *picklist) Tapped(event *fyne.PointEvent) { p.open(p.rowAt(event.Position.Y)) }

// TypedKey is called by the toolkit.
func (p *picklist) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyDown:
		p.move(p.current + 1)
	case key.Name == fyne.KeyUp:
		p.move(p.current - 1)
	case key.Name == fyne.KeyHome:
		p.move(0)
	case key.Name == fyne.KeyEnd:
		p.move(p.count() - 1)
	case activates(key):
		p.open(p.current)
	default:
		passOn(p.self, key)
	}
}

func (p *picklist) move(to int) {
	p.current = max(0, min(p.count()-1, to))
	p.self.Refresh()
}

func (p *picklist) open(row int) {
	if row < 0 || row >= p.count() || p.OnOpened == nil {
		return
	}
	p.current = row
	p.self.Refresh()
	p.OnOpened(row)
}

// Disabled reports that there is nothing to open; the keyboard then passes by.
func (p *picklist) Disabled() bool { return p.OnOpened == nil || p.count == nil || p.count() == 0 }

// Enable is part of being passed by; a chart follows OnOpened.
func (p *picklist) Enable() {}

// Disable is part of being passed by; a chart follows OnOpened.
func (p *picklist) Disable() {}

// MouseIn is called by the toolkit when the pointer comes.
func (p *picklist) MouseIn(event *desktop.MouseEvent) { p.MouseMoved(event) }

// MouseMoved is called by the toolkit while the pointer is over the chart.
func (p *picklist) MouseMoved(event *desktop.MouseEvent) {
	if p.Disabled() {
		return
	}
	p.point(p.rowAt(event.Position.Y))
}

// MouseOut is called by the toolkit when the pointer leaves.
func (p *picklist) MouseOut() { p.point(-1) }

func (p *picklist) point(row int) {
	if row != p.under {
		p.under = row
		p.self.Refresh()
	}
}

// Cursor is called by the toolkit.
func (p *picklist) Cursor() desktop.Cursor {
	if p.under < 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
