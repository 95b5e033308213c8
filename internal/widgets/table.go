package widgets

import (
	"fyne.io/fyne/v2"
)

// Table shows rows of short facts under heads: invoices, obligations. Money
// stands right-aligned with its unit in the head; a total stands under a stronger
// line. With OnOpened the rows can be opened, and the table is one stop for Tab
// with a current row. It builds every row: for more than some hundred use a VList.
type Table struct {
	control

	Columns  []TableColumn
	Rows     [][]Cell
	Total    []Cell // nil for none
	OnOpened func(row int)

	current int
}

// TableColumn is a column with its head.
type TableColumn struct {
	Title     string
	Width     float32 // in units; 0 takes its share of what is left
	Right     bool    // right-aligned
	HideBelow float32 // not shown in a table narrower than this
}

// Cell is one fact; words that do not fit end in an ellipsis.
type Cell struct {
	Text  string
	Bold  bool
	Color fyne.ThemeColorName // "" is ink
	Bar   *DueBar             // instead of words
}

// The measures of a table, in units.
const (
	tableHead  float32 = 28
	tableRow   float32 = 36
	tableTotal float32 = 40
	tableGap   float32 = 16
)

// HeightFor returns the height, which the width does not change.
func (t *Table) HeightFor(float32) float32 {
	height := tableHead + tableRow*float32(len(t.Rows))
	if t.Total != nil {
		height += tableTotal
	}
	return height
}

// NaturalWidth is the width of the content of a page.
func (t *Table) NaturalWidth() float32 { return 620 }

// MinSize is narrow: a table hides columns and cuts words.
func (t *Table) MinSize() fyne.Size { return fyne.NewSize(200, t.HeightFor(0)) }

// column is where a column stands in a table of some width.
type column struct {
	x, width float32
	shown    bool
}

func (t *Table) layout(width float32) []column {
	columns := make([]column, len(t.Columns))
	left, filling, seen := width, 0, 0
	for i, c := range t.Columns {
		columns[i].shown = width >= c.HideBelow
		if !columns[i].shown {
			continue
		}
		seen++
		columns[i].width = c.Width
		left -= c.Width
		if c.Width == 0 {
			filling++
		}
	}
	left -= tableGap * float32(max(0, seen-1))
	x := float32(0)
	for i := range columns {
		if !columns[i].shown {
			continue
		}
		if columns[i].width == 0 {
			columns[i].width = max(0, whole(left/float32(filling)))
		}
		columns[i].x = x
		x += columns[i].width + tableGap
	}
	return columns
}

// Current returns the row the keyboard is at.
func (t *Table) Current() int { return t.current }

// Tapped is called by the toolkit.
func (t *Table) Tapped(event *fyne.PointEvent) {
	if event.Position.Y >= tableHead {
		t.open(int((event.Position.Y - tableHead) / tableRow))
	}
}

// TypedKey is called by the toolkit.
func (t *Table) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyDown:
		t.move(t.current + 1)
	case key.Name == fyne.KeyUp:
		t.move(t.current - 1)
	case key.Name == fyne.KeyHome:
		t.move(0)
	case key.Name == fyne.KeyEnd:
		t.move(len(t.Rows) - 1)
	case activates(key):
		t.open(t.current)
	default:
		passOn(t, key)
	}
}

func (t *Table) move(to int) {
	t.current = max(0, min(len(t.Rows)-1, to))
	t.Refresh()
}

func (t *Table) open(row int) {
	if row < 0 || row >= len(t.Rows) || t.OnOpened == nil {
		return
	}
	t.current = row
	t.Refresh()
	t.OnOpened(row)
}

// Disabled reports that there is nothing to open; the keyboard then passes by.
func (t *Table) Disabled() bool { return t.OnOpened == nil || len(t.Rows) == 0 }

// Enable is part of being passed by; a table follows OnOpened.
func (t *Table) Enable() {}

// Disable is part of being passed by; a table follows OnOpened.
func (t *Table) Disable() {}

// CreateRenderer is called by the toolkit.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	t.extend(t)
	r := &tableRenderer{table: t, ring: newRing()}
	r.Refresh()
	return r
}
