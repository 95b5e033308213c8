package paper

import (
	"fmt"
	"strings"

	"github.com/rapport-desktop/rapport/internal/present"
)

// heading begins a section, never as the last line of a page.
func (s *setter) heading(text string) {
	if s.y > top {
		s.y += 2 * gap
	}
	lines := s.wrap(section, text, width)
	s.room(float64(len(lines))*section.height + 3*body.height)
	s.pdf.Bookmark(s.clean(text), 0, s.y)
	for _, line := range lines {
		s.put(left, s.y, section, line, false)
		s.y += section.height
	}
	s.y += 1
}

func (s *setter) text(t present.Text) {
	switch t.Style {
	case present.Exact:
		s.exactly(t.Body)
		return
	case present.Right:
		for _, line := range s.wrap(body, t.Body, width) {
			s.room(body.height)
			s.put(right, s.y, body, line, true)
			s.y += body.height
		}
		s.y += 2 * gap
		return
	}
	st := map[present.TextStyle]style{present.Quiet: quiet, present.Strong: strong}[t.Style]
	if st == (style{}) {
		st = body
	}
	for _, paragraph := range paragraphs(t.Body) {
		s.paragraph(st, paragraph)
	}
	if s.doc.Bare {
		s.y += gap
	}
}

// exactly sets text that is to be copied: a line that does not fit goes on in the next
// without losing a space.
func (s *setter) exactly(text string) {
	for _, line := range s.wrapExact(exact, text, width) {
		s.room(exact.height)
		s.put(left, s.y, exact, line, false)
		s.y += exact.height
	}
	s.y += gap
}

func (s *setter) points(p present.Points) {
	const indent = 6
	for i, item := range p.Items {
		mark := "•"
		if p.Numbered {
			mark = fmt.Sprint(i+1, ".")
		}
		s.room(body.height)
		s.put(left, s.y, body, mark, false)
		s.wrapped(left+indent, width-indent, body, item)
		s.y += 0.8
	}
	s.y += gap
}

// details sets pairs: what it is on the left, what it says beside it.
func (s *setter) details(d present.Details) {
	const labels = 44
	columns := []column{{left, labels - 4, label, false}, {left + labels, width - labels, body, false}}
	for _, row := range d.Rows {
		columns[1].style = body
		if s.tooLong(row.Value, columns[1]) {
			columns[1].style = style{quiet.size, body.height, false, dark}
		}
		s.row(columns, []string{row.Label, row.Value}, thin, nil)
	}
	s.rule(s.y, thin)
	s.y += gap
}

// tooLong reports whether a value is one word that does not fit, such as a fingerprint:
// it is set smaller before it is broken.
func (s *setter) tooLong(value string, c column) bool {
	s.font(c.style)
	return !strings.ContainsAny(value, " \n") && s.pdf.GetStringWidth(s.clean(value)) > c.width
}

// chained sets one fact: day and kind, the text below, and the fingerprint. It stays on
// one page where that can be.
func (s *setter) chained(c present.Chained, after bool) {
	const days = 27
	lines := s.wrap(body, c.Text, width-days)
	titles := s.wrap(strong, c.What, width-days)
	height := float64(len(titles)+len(lines))*body.height + hash.height + 2
	if height < bottom-top && s.room(height) {
		after = false
	}
	if after {
		s.rule(s.y, thin)
	}
	s.y += 1
	s.room(body.height)
	s.put(left, s.y, label, s.clean(c.Day), false)
	s.wrapped(left+days, width-days, strong, c.What)
	for _, line := range lines {
		s.room(body.height)
		s.put(left+days, s.y, body, line, false)
		s.y += body.height
	}
	s.room(hash.height)
	s.put(left+days, s.y, hash, s.clean(c.Hash), false)
	s.y += hash.height + 1.4
}
