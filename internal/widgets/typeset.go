package widgets

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Span is a stretch of a text that looks different from the rest.
type Span struct {
	Text  string
	Bold  bool
	Color fyne.ThemeColorName // "" means the colour of the Text it is part of
}

// softHyphen marks where a long word may be broken; it shows only when it is.
const softHyphen = "\u00AD"

// run is a stretch of one line in one style, x units from the line's left end.
type run struct {
	text string
	span int
	x    float32
}

// setLine is a line of wrapped text.
type setLine struct {
	runs  []run
	width float32
}

// setter wraps spans greedily into lines. A word that is wider than the column is
// cut: at its soft hyphens if it has any, else anywhere.
type setter struct {
	spans []Span
	size  Size
	width float32
	space float32
	lines []setLine
	line  setLine
}

// unit is what a line cannot be broken within: a word, or words of several spans
// that touch, like a bold word and the comma behind it.
type unit struct {
	runs  []run
	width float32
}

// typeset breaks the spans into lines no wider than width; a width of 0 or less
// breaks at newlines only.
func typeset(spans []Span, size Size, width float32) []setLine {
	s := &setter{spans: spans, size: size, width: width, space: measure(" ", size, false)}
	var pending unit
	for i, span := range spans {
		pending = s.feed(i, span, pending)
	}
	s.put(pending)
	if len(s.line.runs) > 0 || len(s.lines) == 0 {
		s.breakLine()
	}
	return s.lines
}

// feed takes the words of one span; the last, which the next span may continue,
// is handed back.
func (s *setter) feed(index int, span Span, pending unit) unit {
	for row, text := range strings.Split(span.Text, "\n") {
		if row > 0 {
			s.put(pending)
			pending = unit{}
			s.breakLine()
		}
		for nth, word := range strings.Split(text, " ") {
			if nth > 0 {
				s.put(pending)
				pending = unit{}
			}
			if word != "" {
				pending = s.glue(pending, word, index)
			}
		}
	}
	return pending
}

func (s *setter) glue(u unit, word string, span int) unit {
	u.runs = append(u.runs, run{text: word, span: span, x: u.width})
	u.width += measure(strings.ReplaceAll(word, softHyphen, ""), s.size, s.spans[span].Bold)
	return u
}

// put appends a unit to the line, or begins a new line with it.
func (s *setter) put(u unit) {
	if len(u.runs) == 0 {
		return
	}
	if s.width > 0 && len(s.line.runs) > 0 && s.line.width+s.space+u.width > s.width {
		s.breakLine()
	}
	if s.width > 0 && u.width > s.width {
		u = s.cut(u)
	}
	at := s.line.width
	if len(s.line.runs) > 0 {
		at += s.space
	}
	for _, r := range u.runs {
		s.extend(run{text: strings.ReplaceAll(r.text, softHyphen, ""), span: r.span, x: at + r.x})
	}
	s.line.width = at + u.width
}

// extend adds a run to the line; one of the same style joins the run before it,
// so that the driver sets them as one text.
func (s *setter) extend(r run) {
	if n := len(s.line.runs); n > 0 && s.line.runs[n-1].span == r.span {
		last := &s.line.runs[n-1]
		gap := r.x - last.x - measure(last.text, s.size, s.spans[r.span].Bold)
		if gap > s.space/2 {
			last.text += " "
		}
		last.text += r.text
		return
	}
	s.line.runs = append(s.line.runs, r)
}

// cut sets whole lines of a unit that is wider than the column and returns what
// is left of it.
func (s *setter) cut(u unit) unit {
	rest := unit{}
	for _, r := range u.runs {
		bold := s.spans[r.span].Bold
		word := r.text
		for rest.width+measure(strings.ReplaceAll(word, softHyphen, ""), s.size, bold) > s.width {
			head, tail := s.split(word, s.width-rest.width, bold)
			if head == "" && len(rest.runs) == 0 {
				_, n := utf8.DecodeRuneInString(word)
				head, tail = word[:n], word[n:]
			}
			if head != "" {
				rest = s.glue(rest, head, r.span)
			}
			s.line = setLine(rest)
			s.breakLine()
			rest, word = unit{}, tail
			if word == "" {
				break
			}
		}
		if word != "" {
			rest = s.glue(rest, word, r.span)
		}
	}
	return rest
}

// split divides a word so that its head fits into width.
func (s *setter) split(word string, width float32, bold bool) (head, tail string) {
	parts := strings.SplitAfter(word, softHyphen)
	for n := len(parts) - 1; n > 0; n-- {
		head = strings.ReplaceAll(strings.Join(parts[:n], ""), softHyphen, "") + "-"
		if measure(head, s.size, bold) <= width {
			return head, strings.Join(parts[n:], "")
		}
	}
	fits := 0
	for i, r := range word {
		end := i + utf8.RuneLen(r)
		if measure(word[:end], s.size, bold) > width {
			break
		}
		fits = end
	}
	return strings.ReplaceAll(word[:fits], softHyphen, ""), word[fits:]
}

func (s *setter) breakLine() {
	s.lines = append(s.lines, s.line)
	s.line = setLine{}
}

func trimEnd(text string) string { return strings.TrimRight(text, " ,;:.") }
