package widgets

import "fyne.io/fyne/v2/canvas"

// DueBar is how long something took against the time it was given, in days from the
// same beginning: an invoice from its issue to the money. All bars of a column
// are drawn to one scale. What came after the due day is amber; a bar that has
// not come to its end is hollow. Say the same in words in another column.
type DueBar struct {
	Due  int // the day it was due
	Done int // the day it was done, or today
	Open bool
}

// The measures of a bar in a cell, in units.
const (
	dueTall  float32 = 8
	dueTick  float32 = 16 // the mark of the due day
	dueSeen  float32 = 3  // done at once is still a bar
	dueRight float32 = 2  // room for the mark at the end of the scale
)

// dueParts are what a bar is made of: the part in time and the part after it,
// each with what makes it hollow, and the mark of the due day.
type dueParts struct {
	early, late, earlyHole, lateHole, due *canvas.Rectangle
}

func newDueParts() dueParts {
	return dueParts{newRectangle(), newRectangle(), newRectangle(), newRectangle(), newRectangle()}
}

func (p dueParts) all() []*canvas.Rectangle {
	return []*canvas.Rectangle{p.early, p.late, p.earlyHole, p.lateHole, p.due}
}

// dueScale is the longest time in a column, in days.
func (t *Table) dueScale(column int) int {
	longest := 1
	for _, row := range t.Rows {
		if column < len(row) && row[column].Bar != nil {
			longest = max(longest, row[column].Bar.Due, row[column].Bar.Done)
		}
	}
	return longest
}

// place draws a bar into a cell; longest is what fills its width.
func (p dueParts) place(b DueBar, longest int, x, width, top, height float32) {
	room := width - dueRight
	at := func(day int) float32 { return whole(room * float32(max(0, day)) / float32(longest)) }
	due, end := at(b.Due), max(dueSeen, at(b.Done))
	y := top + whole((height-dueTall)/2)
	early := end
	if b.Done > b.Due {
		early = min(due, end-dueSeen)
	}
	p.early.Hidden, p.late.Hidden = early < 1, b.Done <= b.Due
	put(p.early, x, y, early, dueTall)
	put(p.late, x+early, y, end-early, dueTall)
	put(p.earlyHole, x+1, y+1, max(0, early-2), dueTall-2)
	put(p.lateHole, x+early+1, y+1, max(0, end-early-2), dueTall-2)
	p.earlyHole.Hidden = !b.Open || p.early.Hidden
	p.lateHole.Hidden = !b.Open || p.late.Hidden
	p.due.Hidden = false
	put(p.due, x+due, top+whole((height-dueTick)/2), 1, dueTick)
}

func (p dueParts) paint() {
	p.early.FillColor, p.late.FillColor = shade(ColorMuted), shade(ColorDoubt)
	p.earlyHole.FillColor, p.lateHole.FillColor = shade(ColorSurface), shade(ColorDoubtTint)
	p.due.FillColor = shade(ColorInk)
	p.early.CornerRadius, p.late.CornerRadius = radiusBar, radiusBar
}
