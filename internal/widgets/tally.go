package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Tally counts verdicts: icon, word and number, one row each. A row that can be
// opened narrows what is shown beside it; the chosen one stays marked.
type Tally struct {
	picklist

	Rows   []TallyRow
	Chosen int // -1 for none
}

// TallyRow is one verdict with how many have it.
type TallyRow struct {
	Code   string
	Word   string
	Number string
}

const tallyPitch float32 = 28

// NewTally returns the rows with none chosen.
func NewTally(rows []TallyRow, opened func(row int)) *Tally {
	t := &Tally{Rows: rows, Chosen: -1}
	t.OnOpened = opened
	return t
}

// MinSize is the room of the longest word.
func (t *Tally) MinSize() fyne.Size {
	var word, number float32
	for _, row := range t.Rows {
		word, number = max(word, Width(row.Word, Body, true)), max(number, Width(row.Number, Body, true))
	}
	return fyne.NewSize(IconSmall+8+word+12+number, tallyPitch*float32(len(t.Rows)))
}

func (t *Tally) rowAtHeight(y float32) int {
	if row := int(y / tallyPitch); y >= 0 && row < len(t.Rows) {
		return row
	}
	return -1
}

// CreateRenderer is called by the toolkit.
func (t *Tally) CreateRenderer() fyne.WidgetRenderer {
	t.begin(t, func() int { return len(t.Rows) }, t.rowAtHeight)
	r := &tallyRenderer{tally: t, ring: newRing(), hover: newRectangle(), chosen: newRectangle()}
	r.Refresh()
	return r
}

type tallyRenderer struct {
	tally               *Tally
	ring, hover, chosen *canvas.Rectangle
	rows                []tallyParts
}

// tallyParts are what one row is made of.
type tallyParts struct {
	icon         *picture
	word, number caption
}

func (r *tallyRenderer) MinSize() fyne.Size { return r.tally.MinSize() }
func (r *tallyRenderer) Destroy()           {}

func (r *tallyRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ring, r.chosen, r.hover}
	for _, row := range r.rows {
		all = append(all, row.icon.Image, row.word.Text, row.number.Text)
	}
	return all
}

func (r *tallyRenderer) Layout(size fyne.Size) {
	t := r.tally
	for i, row := range r.rows {
		top := tallyPitch * float32(i)
		put(row.icon, 0, top+(tallyPitch-IconSmall)/2, IconSmall, IconSmall)
		row.word.placeMiddle(IconSmall+8, top, tallyPitch)
		row.number.placeMiddle(size.Width-row.number.width(), top, tallyPitch)
	}
	put(r.hover, -8, tallyPitch*float32(t.under), size.Width+16, tallyPitch)
	put(r.chosen, -8, tallyPitch*float32(t.Chosen), size.Width+16, tallyPitch)
	placeRing(r.ring, -5, tallyPitch*float32(t.current), size.Width+10, tallyPitch)
}

func (r *tallyRenderer) Refresh() {
	t := r.tally
	for len(r.rows) < len(t.Rows) {
		r.rows = append(r.rows, tallyParts{newPicture(), newCaption(Body), newCaption(Body)})
	}
	r.rows = r.rows[:len(t.Rows)]
	for i, row := range r.rows {
		row.icon.show(verdictIconName(t.Rows[i].Code), Hue(t.Rows[i].Code).Icon)
		row.word.say(t.Rows[i].Word, i == t.Chosen, ColorInk)
		row.number.say(t.Rows[i].Number, true, ColorInk)
	}
	for _, ground := range []*canvas.Rectangle{r.hover, r.chosen} {
		ground.FillColor, ground.CornerRadius = shade(ColorSunken), radiusTick
	}
	r.hover.Hidden, r.chosen.Hidden = t.under < 0, t.Chosen < 0
	paintRing(r.ring, t.focused && !t.Disabled(), radiusTick)
	r.Layout(t.Size())
	canvas.Refresh(t)
}
