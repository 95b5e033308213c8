package cli

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// gap is the room between two columns.
const gap = 2

// fit says how a column gives way when the table is wider than the paper.
type fit int

const (
	firm  fit = iota // never gives way: figures, codes, days
	cut              // is cut with an ellipsis: notes, names
	flows            // is wrapped: sentences
)

// column is one column of a table.
type column struct {
	head  string
	right bool // figures stand flush right
	fit   fit
}

// cell is a text and how to paint it once it has its width.
type cell struct {
	text  string
	paint func(string) string
}

// table is rows of aligned cells. Column heads are written once, above the
// rows, if any column has one; columns with nothing in them are left out.
type table struct {
	columns []column
	rows    [][]cell
}

func newTable(columns ...column) *table { return &table{columns: columns} }

// add appends a row of plain texts.
func (t *table) add(texts ...string) {
	row := make([]cell, len(texts))
	for i, text := range texts {
		row[i] = cell{text: text}
	}
	t.rows = append(t.rows, row)
}

// put appends a row of cells.
func (t *table) put(cells ...cell) { t.rows = append(t.rows, cells) }

// table writes the rows below their heads.
func (p *paper) table(indent int, t *table) {
	widths := t.widths(p.width - indent)
	if head := t.head(p); head != nil {
		p.rowOf(indent, t, widths, head)
	}
	for _, row := range t.rows {
		p.rowOf(indent, t, widths, row)
	}
}

// head is the row of column heads, nil if no column has one.
func (t *table) head(p *paper) []cell {
	cells := make([]cell, len(t.columns))
	any := false
	for i, c := range t.columns {
		cells[i] = cell{text: c.head, paint: p.dim}
		any = any || c.head != ""
	}
	if !any {
		return nil
	}
	return cells
}

// widths gives each column the room it needs, 0 to one that is empty. What is
// too much is taken from the widest column that can give way, again and again.
func (t *table) widths(room int) []int {
	widths := make([]int, len(t.columns))
	for i := range t.columns {
		for _, row := range t.rows {
			if i < len(row) {
				widths[i] = max(widths[i], textWidth(row[i].text, t.columns[i].fit))
			}
		}
		if widths[i] > 0 {
			widths[i] = max(widths[i], runewidth.StringWidth(t.columns[i].head))
		}
	}
	for excess := total(widths) - room; excess > 0; excess-- {
		if !t.squeeze(widths) {
			break
		}
	}
	return widths
}

// leastColumn is how far a column gives way.
const leastColumn = 12

func (t *table) squeeze(widths []int) bool {
	widest := -1
	for i, c := range t.columns {
		if c.fit != firm && widths[i] > leastColumn && (widest < 0 || widths[i] > widths[widest]) {
			widest = i
		}
	}
	if widest < 0 {
		return false
	}
	widths[widest]--
	return true
}

func total(widths []int) int {
	sum := -gap
	for _, w := range widths {
		if w > 0 {
			sum += w + gap
		}
	}
	return max(0, sum)
}

// rowOf writes one row, over as many lines as its tallest cell takes.
func (p *paper) rowOf(indent int, t *table, widths []int, row []cell) {
	lines := make([][]string, len(row))
	height := 1
	for i, c := range row {
		if widths[i] > 0 {
			lines[i] = fitted(c.text, widths[i], t.columns[i].fit)
			height = max(height, len(lines[i]))
		}
	}
	for n := range height {
		var parts []string
		for i, c := range row {
			if widths[i] == 0 {
				continue
			}
			text := ""
			if n < len(lines[i]) {
				text = lines[i][n]
			}
			parts = append(parts, padded(c, text, widths[i], t.columns[i].right))
		}
		p.line(strings.TrimRight(strings.Repeat(" ", indent)+strings.Join(parts, strings.Repeat(" ", gap)), " "))
	}
}

// padded brings a painted text to the width of its column; colours take no room.
func padded(c cell, text string, width int, right bool) string {
	free := strings.Repeat(" ", max(0, width-runewidth.StringWidth(text)))
	if c.paint != nil {
		text = c.paint(text)
	}
	if right {
		return free + text
	}
	return text + free
}

// fitted brings a text to a width as its column allows.
func fitted(text string, width int, how fit) []string {
	if how == cut {
		return []string{runewidth.Truncate(oneLine(text), width, "…")}
	}
	text = clean(text)
	if how == flows && runewidth.StringWidth(text) > width {
		return wrap(text, width)
	}
	return []string{text}
}

// longestCell is as much of a note as a table could show; measuring a megabyte
// to cut it to a line would be a waste.
const longestCell = 400

// oneLine cuts a text to what could fit on a line.
func oneLine(text string) string {
	if len(text) > longestCell {
		text = strings.ToValidUTF8(text[:longestCell], "") + "…"
	}
	return clean(text)
}

// clean makes a text of somebody else's safe to print on one line: nothing a
// terminal would obey, and nothing that turns the direction of what follows.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case !obeyed(r):
			return r
		case r < 0xa0:
			return ' '
		}
		return -1
	}, text)
	return strings.Trim(text, " ")
}

// obeyed reports whether a terminal would act on a letter instead of showing it.
func obeyed(r rune) bool {
	return r < ' ' || 0x7f <= r && r < 0xa0 || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

func textWidth(text string, how fit) int {
	if how == cut {
		text = oneLine(text)
	}
	return runewidth.StringWidth(clean(text))
}
