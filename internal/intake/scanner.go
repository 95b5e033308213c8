package intake

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// The scanner is our own and not encoding/csv, which cannot do three things this
// package promises: keep a carriage return inside a note, say where a cell begins
// after a broken row, and go on behind one.

// scanner takes records off a text.
type scanner struct {
	text      string
	at        int // next byte
	line      int // its line, counted from 1
	separator byte
	resumed   int // how often it went on behind a quote that is never closed
}

// record is one row of cells.
type record struct {
	line    int
	cells   []cell
	problem *rapport.Problem // why the row could not be taken apart
	at      int              // the cell that has the problem
}

// cell is one cell, without its quotes.
type cell struct {
	text string
	line int
}

// blank reports whether nothing stands in any cell: an empty line, or what is left
// of a row cleared in a spreadsheet.
func (r record) blank() bool {
	for _, c := range r.cells {
		if c.text != "" {
			return false
		}
	}
	return r.problem == nil
}

// key is one text for the whole record, to compare records by.
func (r record) key() string {
	var b strings.Builder
	for _, c := range r.cells {
		b.WriteString(c.text)
		b.WriteByte(0)
	}
	return b.String()
}

// decode strips a byte order mark and turns UTF-16 into UTF-8, with a mark or, since
// headers begin with an English letter, without. What is no text stays invalid, so
// that it is found in its cell.
func decode(data []byte) string {
	if len(data) >= 2 {
		switch {
		case data[0] == 0xFF && data[1] == 0xFE:
			return decode16(data[2:], 1)
		case data[0] == 0xFE && data[1] == 0xFF:
			return decode16(data[2:], 0)
		case data[0] != 0 && data[1] == 0: // without a mark, but no other text has a NUL there
			return decode16(data, 1)
		case data[0] == 0 && data[1] != 0:
			return decode16(data, 0)
		}
	}
	return strings.TrimPrefix(string(data), "\uFEFF")
}

// decode16 decodes UTF-16; high is where the higher byte of a pair stands, 0 or 1.
func decode16(data []byte, high int) string {
	const invalid = 0xFF
	var b strings.Builder
	b.Grow(len(data))
	unit := func(i int) rune { return rune(data[i+high])<<8 | rune(data[i+1-high]) }
	for i := 0; i+1 < len(data); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			if i+3 >= len(data) {
				b.WriteByte(invalid)
				continue
			}
			pair := utf16.DecodeRune(r, unit(i+2))
			if pair == utf8.RuneError {
				b.WriteByte(invalid)
				continue
			}
			r = pair
			i += 2
		}
		b.WriteRune(r)
	}
	if len(data)%2 == 1 {
		b.WriteByte(invalid)
	}
	return b.String()
}

// newScanner finds the separator: the one that stands most often outside quotes on
// the header line, or the one that spreadsheets declare with "sep=;" above it.
func newScanner(text string) *scanner {
	s := &scanner{text: text, line: 1, separator: ','}
	for s.at < len(text) && (text[s.at] == '\n' || text[s.at] == '\r') {
		s.endLine()
	}
	if rest := text[s.at:]; len(rest) > 4 && strings.EqualFold(rest[:4], "sep=") && strings.IndexByte(",;\t", rest[4]) >= 0 {
		s.separator = rest[4]
		s.skipLine()
		return s
	}
	most := 0
	for _, candidate := range []byte(",;\t") {
		if n := countOutsideQuotes(text[s.at:], candidate); n > most {
			s.separator, most = candidate, n
		}
	}
	return s
}

func countOutsideQuotes(text string, separator byte) int {
	n, quoted := 0, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n' || c == '\r':
			return n
		case c == separator:
			n++
		}
	}
	return n
}

// header returns the first record that says something.
func (s *scanner) header() (record, bool) {
	return s.next()
}

// next returns the next record that is not blank.
func (s *scanner) next() (record, bool) {
	for s.at < len(s.text) {
		if rec := s.record(); !rec.blank() {
			return rec, true
		}
	}
	return record{}, false
}

// record takes one record. Behind a cell that is broken it goes on with the next
// line.
func (s *scanner) record() record {
	rec := record{line: s.line}
	for {
		c, problem := s.cell()
		rec.cells = append(rec.cells, c)
		if problem != nil {
			rec.problem, rec.at = problem, len(rec.cells)-1
			return rec
		}
		if s.at < len(s.text) && s.text[s.at] == s.separator {
			s.at++
			continue
		}
		if s.at < len(s.text) {
			s.endLine()
		}
		return rec
	}
}

// cell takes one cell and stops at the separator or line end behind it. Quotes
// count only where the cell begins with one; inside they are doubled.
func (s *scanner) cell() (cell, *rapport.Problem) {
	c := cell{line: s.line}
	if s.at < len(s.text) && s.text[s.at] == '"' {
		return s.quoted(c)
	}
	start := s.at
	for s.at < len(s.text) && !s.ends() {
		s.at++
	}
	c.text = s.text[start:s.at]
	return c, nil
}

// ends reports whether an unquoted cell ends at this byte.
func (s *scanner) ends() bool {
	b := s.text[s.at]
	return b == s.separator || b == '\n' || b == '\r'
}

func (s *scanner) quoted(c cell) (cell, *rapport.Problem) {
	open, openLine := s.at, s.line
	var b strings.Builder
	for s.at++; ; {
		end := strings.IndexByte(s.text[s.at:], '"')
		if end < 0 {
			return c, s.neverClosed(open, openLine)
		}
		part := s.text[s.at : s.at+end]
		s.line += lines(part)
		s.at += end + 1
		if s.at < len(s.text) && s.text[s.at] == '"' {
			b.WriteString(part)
			b.WriteByte('"')
			s.at++
			continue
		}
		if b.Len() == 0 {
			c.text = part
		} else {
			b.WriteString(part)
			c.text = b.String()
		}
		break
	}
	if s.at < len(s.text) && !s.ends() {
		s.skipLine()
		return c, rapport.Refuse(ErrQuoteText, nil)
	}
	return c, nil
}

// neverClosed goes on behind the line with the open quote. More than a few of them
// mean that the rest of the file is beyond repair; it then belongs to this row, so
// that reading stays linear.
func (s *scanner) neverClosed(open, openLine int) *rapport.Problem {
	const most = 3
	if s.resumed++; s.resumed > most {
		s.at = len(s.text)
	} else {
		s.at, s.line = open, openLine
		s.skipLine()
	}
	return rapport.Refuse(ErrQuoteOpen, nil)
}

// skipLine goes to the beginning of the next line.
func (s *scanner) skipLine() {
	for s.at < len(s.text) && s.text[s.at] != '\n' && s.text[s.at] != '\r' {
		s.at++
	}
	if s.at < len(s.text) {
		s.endLine()
	}
}

// endLine steps over one line end: LF, CR LF or CR.
func (s *scanner) endLine() {
	if strings.HasPrefix(s.text[s.at:], "\r\n") {
		s.at++
	}
	s.at++
	s.line++
}

// lines counts the line ends in a text.
func lines(text string) int {
	return strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
}
