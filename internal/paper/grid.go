package paper

import (
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/present"
)

// column is where cells of a table stand and how they look.
type column struct {
	x, width float64
	style    style
	right    bool
}

// padding parts the columns of a table, above and below its rows half of it.
const padding = 4.0

// grid sets a table; its head is said again on every page.
func (s *setter) grid(g present.Grid) {
	columns := s.columns(g)
	head := restyled(columns, quiet)
	again := func() { s.row(head, g.Head, ink{}, nil) }
	again()
	for _, row := range g.Rows {
		s.row(columns, row, thin, again)
	}
	if len(g.Total) > 0 {
		s.row(restyled(columns, strong), g.Total, firm, again)
	}
	s.y += gap
}

func restyled(columns []column, st style) []column {
	other := slices.Clone(columns)
	for i := range other {
		other[i].style = st
	}
	return other
}

// row sets one row under a hairline, on the next page when it fits there and not here,
// and over several when it fits on none.
func (s *setter) row(columns []column, cells []string, line ink, again func()) {
	lines, most := make([][]string, len(columns)), 0
	for i, c := range columns {
		if i < len(cells) {
			lines[i] = s.wrap(c.style, cells[i], c.width)
		}
		most = max(most, len(lines[i]))
	}
	height := columns[0].style.height
	whole := float64(most)*height + padding/2
	if whole < bottom-top-3*height && s.room(whole) && again != nil {
		again()
	}
	if line != (ink{}) {
		s.rule(s.y, line)
	}
	s.y += padding / 4
	for n := range most {
		if s.room(height) && again != nil {
			again()
		}
		for i, c := range columns {
			if n < len(lines[i]) {
				x := c.x
				if c.right {
					x += c.width
				}
				s.put(x, s.y, c.style, lines[i][n], c.right)
			}
		}
		s.y += height
	}
	s.y += padding / 4
}

// columns shares the width out: every column gets what its longest cell asks for where
// that fits. Where it does not, no column is made narrower than its longest word or a
// fair share, and the rest is shared by what they ask for.
func (s *setter) columns(g present.Grid) []column {
	n := len(g.Head)
	free := width - padding*float64(n-1)
	asked, least := make([]float64, n), make([]float64, n)
	for i := range n {
		asked[i], least[i] = s.natural(g, i)
		if i < len(g.Right) && g.Right[i] {
			least[i] = asked[i] // a figure is never broken
		}
		least[i] = min(least[i], free/float64(n))
	}
	widths := shareOut(free, asked, least)
	columns, x := make([]column, n), left
	for i := range columns {
		columns[i] = column{x, widths[i], body, i < len(g.Right) && g.Right[i]}
		x += widths[i] + padding
	}
	return columns
}

// natural is the width of the longest line and of the longest word in a column.
func (s *setter) natural(g present.Grid, i int) (line, word float64) {
	for _, row := range slices.Concat([][]string{g.Head, g.Total}, g.Rows) {
		if i >= len(row) {
			continue
		}
		s.font(strong) // the widest of them
		for text := range strings.Lines(s.clean(row[i])) {
			line = max(line, s.pdf.GetStringWidth(strings.TrimSpace(text)))
		}
		for text := range strings.FieldsSeq(s.clean(row[i])) {
			word = max(word, s.pdf.GetStringWidth(text))
		}
	}
	const hair = 0.5 // measuring and setting round differently
	return line + hair, word + hair
}

// shareOut divides free among columns that ask for so much and need at least so much.
func shareOut(free float64, asked, least []float64) []float64 {
	sum := func(of []float64) (total float64) {
		for _, v := range of {
			total += v
		}
		return total
	}
	widths := slices.Clone(asked)
	if total := sum(asked); total <= free {
		widths[slices.Index(asked, slices.Max(asked))] += free - total
		return widths
	}
	over := free - sum(least) // never below zero: least is at most a fair share each
	wish := sum(asked) - sum(least)
	for i := range widths {
		widths[i] = least[i] + over*(asked[i]-least[i])/wish
	}
	return widths
}
