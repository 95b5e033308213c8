package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Size is a size of text together with the pitch of its lines.
type Size int

// The sizes. One Answer a screen, and it is a sentence that answers.
const (
	Body   Size = iota // 13 on 20: sentences, facts
	Label              // 11 on 16: labels, column heads, dates
	Lead               // 15 on 24: names in lists, leading sentences
	Name               // 20 on 28: the name of the thing on screen
	Answer             // 28 on 36: the answer
)

// Points returns the height of the letters' em in units.
func (s Size) Points() float32 { return [...]float32{13, 11, 15, 20, 28}[s] }

// Pitch returns the distance from line to line in units.
func (s Size) Pitch() float32 { return [...]float32{20, 16, 24, 28, 36}[s] }

// baseline returns how far below the top of a text of this size its letters
// stand, as the driver draws Noto Sans (regular and bold alike).
func (s Size) baseline() float32 { return [...]float32{13.89, 11.77, 16.03, 21.38, 29.94}[s] }

// whole rounds to whole units, where strokes and letters are sharp.
func whole(v float32) float32 { return float32(math.Round(float64(v))) }

// ceil rounds up to whole units.
func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

// Width returns how wide a single line of text is, in units, rounded up.
func Width(text string, size Size, bold bool) float32 { return ceil(measure(text, size, bold)) }

func measure(text string, size Size, bold bool) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, size.Points(), fyne.TextStyle{Bold: bold}).Width
}

// Elide returns the text if it fits into the width, or else as much of its
// beginning as does with an ellipsis.
func Elide(text string, width float32, size Size, bold bool) string {
	if measure(text, size, bold) <= width {
		return text
	}
	runes := []rune(text)
	keep, over := 0, len(runes)
	for keep+1 < over {
		middle := (keep + over) / 2
		if measure(string(runes[:middle])+ellipsis, size, bold) <= width {
			keep = middle
		} else {
			over = middle
		}
	}
	return trimEnd(string(runes[:keep])) + ellipsis
}

const ellipsis = "…"

// caption is one line of text inside a part: the words, and where they stand.
// It keeps the recipe for crisp text in one place: whole units, the line's pitch
// for height, and no alignment by the driver.
type caption struct {
	*canvas.Text
	size Size
}

func newCaption(size Size) caption {
	t := canvas.NewText("", shade(ColorInk))
	t.TextSize = size.Points()
	return caption{Text: t, size: size}
}

// say sets words, weight and colour.
func (c caption) say(text string, bold bool, color fyne.ThemeColorName) {
	c.Text.Text, c.TextStyle.Bold, c.Color = text, bold, shade(color)
}

// width returns how wide the words are.
func (c caption) width() float32 { return ceil(measure(c.Text.Text, c.size, c.TextStyle.Bold)) }

// place puts the words with their left end at x, in a line that begins at top.
func (c caption) place(x, top float32) {
	min := c.MinSize()
	c.Resize(min)
	c.Move(fyne.NewPos(whole(x), top+whole((c.size.Pitch()-min.Height)/2)))
}

// placeMiddle puts the words at x, in the middle of a box of the given height.
func (c caption) placeMiddle(x, top, height float32) {
	c.place(x, top+whole((height-c.size.Pitch())/2))
}

// placeBeside puts the words at x on the baseline of another line.
func (c caption) placeBeside(other caption, x float32) {
	c.Resize(c.MinSize())
	c.Move(fyne.NewPos(whole(x), whole(other.Position().Y+other.size.baseline()-c.size.baseline())))
}
