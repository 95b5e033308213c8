package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// VerdictChip is a verdict as icon and word on its tint.
type VerdictChip struct {
	widget.BaseWidget
	Code string
	Word string
}

const verdictTall float32 = 24

// MinSize is the room of icon and word.
func (v *VerdictChip) MinSize() fyne.Size {
	return fyne.NewSize(8+IconSmall+6+Width(v.Word, Body, true)+10, verdictTall)
}

// CreateRenderer is called by the toolkit.
func (v *VerdictChip) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &verdictRenderer{chip: v, area: newRectangle(), icon: newPicture(), word: newCaption(Body)}
	r.objects = objects{r.area, r.icon.Image, r.word.Text}
	r.Refresh()
	return r
}

type verdictRenderer struct {
	objects
	chip *VerdictChip
	area *canvas.Rectangle
	icon *picture
	word caption
}

func (r *verdictRenderer) MinSize() fyne.Size { return r.chip.MinSize() }

func (r *verdictRenderer) Layout(size fyne.Size) {
	top := whole((size.Height - verdictTall) / 2)
	put(r.area, 0, top, min(size.Width, r.chip.MinSize().Width), verdictTall)
	put(r.icon, 8, top+4, IconSmall, IconSmall)
	r.word.placeMiddle(8+IconSmall+6, top, verdictTall)
}

func (r *verdictRenderer) Refresh() {
	hue := Hue(r.chip.Code)
	r.area.FillColor, r.area.CornerRadius = shade(hue.Tint), verdictTall/2
	r.icon.show(verdictIconName(r.chip.Code), hue.Icon)
	r.word.say(r.chip.Word, true, hue.Text)
	r.Layout(r.chip.Size())
	canvas.Refresh(r.chip)
}

// VerdictWord returns a verdict as it stands in rows and cards: a small icon and
// the bold word in its hue, without a tint.
func VerdictWord(code, word string) *fyne.Container {
	return NewRow(8, VerdictIcon(code, IconSmall), &Text{Text: word, Bold: true, Color: Hue(code).Text, MaxLines: 1})
}
