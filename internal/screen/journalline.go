package screen

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// journalLine is an entry of the journal with what was worked out about it.
type journalLine struct {
	row    book.JournalRow
	worded *present.EntryLine // once it was needed
	note   string             // as much of it as a row can show
	width  float32            // the width the height was measured for
	height float32
}

// words are the entry in words.
func (l *journalLine) words(h Host) present.EntryLine {
	if l.worded == nil {
		worded := h.Speaker().Entry(l.row.Entry, l.row.ClientName)
		l.worded, l.note = &worded, excerpt(worded.Note)
	}
	return *l.worded
}

// excerptBytes is more of a note than three lines can hold.
const excerptBytes = 600

// excerpt is the beginning of a note as one paragraph. A note may be a megabyte;
// a row never looks at more than it can show.
func excerpt(note string) string {
	if len(note) > excerptBytes {
		note = strings.ToValidUTF8(note[:excerptBytes], "") + " …"
	}
	return strings.Join(strings.Fields(note), " ")
}

// passages are the whole entry as text.
func (l *journalLine) passages(h Host) []present.Passage {
	w := l.words(h)
	lines := []string{w.Date + ", " + h.Speaker().What(l.row.Entry)}
	if w.Cost != "" {
		lines = append(lines, w.Cost)
	}
	passages := []present.Passage{{Lines: lines}}
	if w.Note != "" {
		passages = append(passages, present.Passage{Lines: strings.Split(w.Note, "\n")})
	}
	return passages
}

// what is the kind in the colour of its lane, and its qualifier.
func (l *journalLine) what(h Host) []widgets.Span {
	w := l.words(h)
	spans := []widgets.Span{{Text: w.Word, Color: laneColors(w.Kind).Text}}
	if w.Qualifier != "" {
		spans = append(spans, widgets.Span{Text: ", " + w.Qualifier, Color: widgets.ColorMuted})
	}
	return spans
}

// laneColors are the colours a kind's lane has in the timeline.
func laneColors(k rapport.Kind) widgets.Colors {
	switch k.Group() {
	case rapport.Goodwill:
		return widgets.Hue("keep")
	case rapport.TheirSituation:
		return widgets.Hue("circumstance")
	case rapport.FromUs:
		return widgets.Hue("ours")
	case rapport.Friction:
		return widgets.Colors{Icon: widgets.ColorSoft, Text: widgets.ColorInk}
	}
	return widgets.Colors{Icon: widgets.ColorLine2, Text: widgets.ColorSoft}
}

// The columns of a row of the journal. From journalWide on the date and the
// severity have columns of their own; below, they stand with the client.
const (
	journalWide   float32 = 760
	journalDate   float32 = 80
	journalWhat   float32 = 220
	journalScore  float32 = 56
	journalGap    float32 = 16
	journalPad    float32 = 16
	journalNarrow float32 = 172
	journalLines          = 3 // of a note
)

// journalColumns says where the parts stand at a width.
type journalColumns struct {
	wide                                    bool
	what, whatWidth, score, note, noteWidth float32
	act, back                               float32 // the word, and the chevron in its place
}

func journalColumnsAt(width, action float32) journalColumns {
	c := journalColumns{wide: width >= journalWide, what: journalPad, whatWidth: journalNarrow}
	c.back = width - journalPad - 16
	if c.wide {
		c.what, c.whatWidth = journalPad+journalDate+24, journalWhat
		c.score = c.what + c.whatWidth + journalGap
		c.note = c.score + journalScore + 24
	} else {
		c.score = c.what
		c.note = c.what + c.whatWidth + journalGap
	}
	c.act = width - journalPad - action
	c.noteWidth = c.act - journalGap - c.note
	return c
}

// heightFor measures the row once a width: rows far out of sight are measured
// too, so that the scroll bar is right.
func (l *journalLine) heightFor(h Host, width float32, trash bool) float32 {
	if l.width == width {
		return l.height
	}
	w := l.words(h)
	c := journalColumnsAt(width, widgets.Width(journalWord(h, trash), widgets.Body, false))
	left := widgets.Body.Pitch() + (&widgets.Text{Spans: l.what(h), MaxLines: 2}).HeightFor(c.whatWidth)
	if !c.wide {
		left += widgets.Label.Pitch()
	}
	var right float32
	if l.note != "" {
		right = (&widgets.Text{Text: l.note, MaxLines: journalLines}).HeightFor(c.noteWidth)
	}
	if w.Cost != "" {
		right += (&widgets.Text{Text: w.Cost, As: widgets.Label}).HeightFor(c.noteWidth)
	}
	l.width, l.height = width, max(left, right)+21
	return l.height
}

// journalWord is the word at the end of a row.
func journalWord(h Host, trash bool) string {
	if trash {
		return h.Speaker().T("journal.restore")
	}
	return h.Speaker().T("journal.delete")
}
