package cli

import (
	"bufio"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Widths of a terminal, in columns: what is assumed when nobody says, and the
// bounds within which a page can be read.
const (
	usualWidth = 100
	leastWidth = 40
	mostWidth  = 160
)

// widthOf returns the width to write for. COLUMNS is what shells say; asking the
// terminal itself would take a system call for each platform.
func widthOf(env func(string) string) int {
	n, err := strconv.Atoi(env("COLUMNS"))
	if err != nil || n <= 0 {
		return usualWidth
	}
	return max(leastWidth, min(mostWidth, n))
}

// colours reports whether to colour the output: on a terminal, unless NO_COLOR
// says otherwise (no-color.org). An old Windows console would show the codes.
func colours(o Outside) bool {
	if !o.Colours || o.Env("NO_COLOR") != "" || o.Env("TERM") == "dumb" {
		return false
	}
	return runtime.GOOS != "windows" || o.Env("WT_SESSION") != "" || o.Env("TERM") != ""
}

// paper is a stream with a width. The first failed write is kept and returned by
// flush, as with a bufio.Writer.
type paper struct {
	w      *bufio.Writer
	width  int
	colour bool
}

func newPaper(w io.Writer, width int, colour bool) *paper {
	return &paper{w: bufio.NewWriter(w), width: width, colour: colour}
}

func (p *paper) flush() error {
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the output: %w", err)
	}
	return nil
}

// line writes one line as it is.
func (p *paper) line(text string) { _, _ = p.w.WriteString(text + "\n") }

// blank leaves a line empty.
func (p *paper) blank() { p.line("") }

// heading writes a line in bold, with a blank one above.
func (p *paper) heading(text string) {
	p.blank()
	p.line(p.bold(text))
}

// prose writes sentences, wrapped and indented. Line breaks in the text stay.
func (p *paper) prose(indent int, text string) {
	if text == "" {
		return
	}
	margin := strings.Repeat(" ", indent)
	for _, line := range wrap(text, p.width-indent) {
		p.line(strings.TrimRight(margin+line, " "))
	}
}

// item writes a wrapped text with a mark hanging in front of it.
func (p *paper) item(indent int, mark, text string) {
	hang := indent + runewidth.StringWidth(mark) + 1
	for i, line := range wrap(text, p.width-hang) {
		front := strings.Repeat(" ", hang)
		if i == 0 {
			front = strings.Repeat(" ", indent) + mark + " "
		}
		p.line(strings.TrimRight(front+line, " "))
	}
}

func (p *paper) bold(text string) string { return p.ansi("1", text) }
func (p *paper) dim(text string) string  { return p.ansi("2", text) }

// hue gives a verdict's word its colour. Red is kept for endings.
func (p *paper) hue(v rapport.Verdict, text string) string {
	switch v {
	case rapport.Keep:
		return p.ansi("32", text)
	case rapport.ExtraMile:
		return p.ansi("33", text)
	case rapport.Mend:
		return p.ansi("34", text)
	case rapport.Trial:
		return p.ansi("35", text)
	case rapport.Renegotiate:
		return p.ansi("36", text)
	case rapport.End:
		return p.ansi("31", text)
	case rapport.Safety:
		return p.ansi("1;31", text)
	default:
		return p.dim(text)
	}
}

func (p *paper) ansi(code, text string) string {
	if !p.colour || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// wrap breaks a text into lines of at most width columns, between words; a word
// longer than a line is broken where it must. It never returns nothing.
func wrap(text string, width int) []string {
	width = max(10, width)
	var lines []string
	for paragraph := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		lines = append(lines, wrapLine(clean(paragraph), width)...)
	}
	return lines
}

func wrapLine(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' }) {
		if line != "" && runewidth.StringWidth(line)+1+runewidth.StringWidth(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for runewidth.StringWidth(word) > width {
			head := runewidth.Truncate(word, width, "")
			if head == "" {
				break
			}
			lines, word = append(lines, head), word[len(head):]
		}
		line = word
	}
	return append(lines, line)
}
