package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text is a sentence or a paragraph that wraps to the width it is given, with our
// own line pitch and no padding. It is the only way to put words on a screen: the
// toolkit's Label is padded, and its bare text neither wraps nor is ever cut.
//
// The zero value is body text in ink. Change the fields, then Refresh.
type Text struct {
	widget.BaseWidget

	Text     string
	Spans    []Span // instead of Text, where a word is bold or has a hue
	As       Size
	Bold     bool
	Italic   bool
	Color    fyne.ThemeColorName // "" is ink
	Align    fyne.TextAlign
	MaxWidth float32 // lines are never wider; 0 is no limit. 640 reads well
	MaxLines int     // what is beyond ends in an ellipsis; 0 is no limit

	set typesetting
}

// typesetting remembers the lines for a width, since layouts ask often and the
// window asks for the smallest size of everything before each frame.
type typesetting struct {
	width   float32
	lines   []setLine
	spans   []Span
	natural float32 // what NaturalWidth answered, 0 before
}

// NewText returns body text in the given colour.
func NewText(text string, color fyne.ThemeColorName) *Text { return &Text{Text: text, Color: color} }

// HeightFor returns the height of the text in a column of the given width.
func (t *Text) HeightFor(width float32) float32 {
	return float32(len(t.linesFor(width))) * t.As.Pitch()
}

// NaturalWidth returns the width of the text when nothing makes it wrap.
func (t *Text) NaturalWidth() float32 {
	if t.set.natural > 0 {
		return t.set.natural
	}
	var widest float32
	for _, line := range typeset(t.parts(), t.As, 0) {
		widest = max(widest, line.width)
	}
	if t.MaxWidth > 0 {
		widest = min(widest, t.MaxWidth)
	}
	t.set.natural = ceil(widest)
	return t.set.natural
}

// MinSize is narrow, so that a text never holds a window open, and as high as
// the text is at its present width.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(min(t.NaturalWidth(), narrow), t.HeightFor(t.BaseWidget.Size().Width))
}

// narrow is the least width asked for by something that can wrap.
const narrow float32 = 40

// Refresh sets the text anew.
func (t *Text) Refresh() {
	t.set = typesetting{}
	t.BaseWidget.Refresh()
}

// CreateRenderer is called by the toolkit.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t}
	r.Layout(t.BaseWidget.Size())
	return r
}

// parts returns what to set: the spans, or the text as a single one.
func (t *Text) parts() []Span {
	if len(t.Spans) == 0 {
		return []Span{{Text: t.Text, Bold: t.Bold}}
	}
	if !t.Bold {
		return t.Spans
	}
	bold := make([]Span, len(t.Spans))
	for i, span := range t.Spans {
		bold[i] = Span{Text: span.Text, Bold: true, Color: span.Color}
	}
	return bold
}

// linesFor wraps the text; before the first layout it is one line.
func (t *Text) linesFor(width float32) []setLine {
	if t.MaxWidth > 0 && (width > t.MaxWidth || width <= 0) {
		width = t.MaxWidth
	}
	if t.set.lines != nil && t.set.width == width {
		return t.set.lines
	}
	spans := t.parts()
	var lines []setLine
	if t.MaxLines == 1 {
		lines = typeset(spans, t.As, 0)
	} else {
		lines = typeset(spans, t.As, width)
	}
	if t.MaxLines > 0 {
		lines = t.shorten(lines, spans, width)
	}
	t.set.width, t.set.lines, t.set.spans = width, lines, spans
	return lines
}

// shorten drops the lines beyond MaxLines and ends the last one in an ellipsis.
func (t *Text) shorten(lines []setLine, spans []Span, width float32) []setLine {
	cut := len(lines) > t.MaxLines
	lines = lines[:min(len(lines), t.MaxLines)]
	last := &lines[len(lines)-1]
	if width <= 0 || len(last.runs) == 0 || !cut && last.width <= width {
		return lines
	}
	for n := len(last.runs) - 1; n >= 0; n-- {
		r := &last.runs[n]
		bold := spans[r.span].Bold
		if room := width - r.x; room > measure(ellipsis, t.As, bold) || n == 0 {
			r.text = elideAlways(r.text, room, t.As, bold)
			last.runs = last.runs[:n+1]
			last.width = r.x + measure(r.text, t.As, bold)
			break
		}
	}
	return lines
}

// elideAlways puts an ellipsis at the end even if the text would fit.
func elideAlways(text string, width float32, size Size, bold bool) string {
	if measure(text+ellipsis, size, bold) <= width {
		return trimEnd(text) + ellipsis
	}
	return Elide(text, width, size, bold)
}

// textRenderer keeps one drawn text for each run of each line.
type textRenderer struct {
	text  *Text
	drawn []*canvas.Text
}

func (r *textRenderer) Layout(size fyne.Size) {
	t := r.text
	lines := t.linesFor(size.Width)
	count := 0
	for row, line := range lines {
		left := t.indent(line.width, size.Width)
		for _, piece := range line.runs {
			c := r.nth(count, t.As)
			count++
			span := t.set.spans[piece.span]
			c.say(piece.text, span.Bold, t.colorOf(span))
			c.TextStyle.Italic = t.Italic
			c.place(left+piece.x, float32(row)*t.As.Pitch())
			c.Hidden = false
		}
	}
	for _, spare := range r.drawn[count:] {
		spare.Hidden = true
	}
}

func (r *textRenderer) nth(n int, size Size) caption {
	if n == len(r.drawn) {
		r.drawn = append(r.drawn, newCaption(size).Text)
	}
	r.drawn[n].TextSize = size.Points()
	return caption{Text: r.drawn[n], size: size}
}

// indent returns where a line begins.
func (t *Text) indent(line, width float32) float32 {
	switch t.Align {
	case fyne.TextAlignTrailing:
		return max(0, width-ceil(line))
	case fyne.TextAlignCenter:
		return max(0, whole((width-line)/2))
	default:
		return 0
	}
}

func (t *Text) colorOf(span Span) fyne.ThemeColorName {
	switch {
	case span.Color != "":
		return span.Color
	case t.Color != "":
		return t.Color
	default:
		return ColorInk
	}
}

func (r *textRenderer) MinSize() fyne.Size { return r.text.MinSize() }

func (r *textRenderer) Refresh() {
	r.Layout(r.text.BaseWidget.Size())
	canvas.Refresh(r.text)
}

func (r *textRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.drawn))
	for i, drawn := range r.drawn {
		objects[i] = drawn
	}
	return objects
}

func (r *textRenderer) Destroy() {}
