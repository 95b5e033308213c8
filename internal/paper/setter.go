package paper

import (
	"codeberg.org/go-pdf/fpdf"

	"github.com/rapport-desktop/rapport/internal/present"
)

// setter sets one document line by line. y is the upper edge of the next line.
type setter struct {
	pdf     *fpdf.Fpdf
	doc     present.Document
	letters *letters
	y       float64
	lacking bool // a character was replaced
}

// style is how a line is set: its size in points, its height in millimetres.
type style struct {
	size, height float64
	bold         bool
	ink          ink
}

type ink struct{ r, g, b int }

var (
	dark  = ink{0x1F, 0x24, 0x30}
	soft  = ink{0x4A, 0x51, 0x60}
	muted = ink{0x6B, 0x72, 0x80}
	thin  = ink{0xE6, 0xE1, 0xDA}
	firm  = ink{0xCF, 0xC8, 0xBD}
)

// The styles, from the title down.
var (
	title   = style{20, 9, true, dark}
	subject = style{10.5, 5.6, false, soft}
	section = style{12.5, 6.4, true, dark}
	body    = style{10.5, 5.6, false, dark}
	strong  = style{10.5, 5.6, true, dark}
	label   = style{9.5, 5.6, false, soft}
	quiet   = style{9, 4.8, false, soft}
	exact   = style{7.5, 4, false, dark}
	tiny    = style{8, 4, false, muted}
	hash    = style{7, 3.8, false, muted}
)

// gap parts paragraphs, in millimetres.
const gap = 2.6

// newPage begins the next page.
func (s *setter) newPage() {
	s.pdf.AddPage()
	s.y = top
}

// room begins a new page where there is none for the height, and tells whether it did.
func (s *setter) room(height float64) bool {
	if s.y+height <= bottom {
		return false
	}
	s.newPage()
	return true
}

// font makes a style the current one.
func (s *setter) font(st style) {
	weight := ""
	if st.bold {
		weight = "B"
	}
	s.pdf.SetFont(family, weight, st.size)
	s.pdf.SetTextColor(st.ink.r, st.ink.g, st.ink.b)
}

// put sets one line of clean text whose upper edge is at y, ending at x instead of
// beginning there when it stands at the right.
func (s *setter) put(x, y float64, st style, text string, atRight bool) {
	if text == "" {
		return
	}
	s.font(st)
	if atRight {
		x -= s.pdf.GetStringWidth(text)
	}
	const pointsToMM, capHeight = 25.4 / 72, 0.714 // of Noto Sans, as a share of its size
	s.pdf.Text(x, y+(st.height+capHeight*st.size*pointsToMM)/2, text)
}

// rule draws a hairline across the text at y.
func (s *setter) rule(y float64, c ink) {
	s.pdf.SetDrawColor(c.r, c.g, c.b)
	s.pdf.SetLineWidth(0.2)
	s.pdf.Line(left, y, right, y)
}

// wrapped sets text in a column.
func (s *setter) wrapped(x, w float64, st style, text string) {
	for _, line := range s.wrap(st, text, w) {
		s.room(st.height)
		s.put(x, s.y, st, line, false)
		s.y += st.height
	}
}

// paragraph sets running text across the page. A short one stays together.
func (s *setter) paragraph(st style, text string) {
	const short = 4
	if n := len(s.wrap(st, text, width)); n <= short {
		s.room(float64(n) * st.height)
	}
	s.wrapped(left, width, st, text)
	s.y += gap
}
