package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Balance weighs reasons: a bar to the right of the line speaks for, one to the
// left against, and its colour is the source it points to. Behind each is the
// link to its entries.
type Balance struct {
	widget.BaseWidget

	Title        string
	Against, For string // the words over the two sides
	Rows         []BalanceRow
	OnOpened     func(row int)

	made []balanceParts
}

// BalanceRow is one reason.
type BalanceRow struct {
	Text   string
	Code   string  // the source it points to, or a verdict
	Weight float64 // decibans; above zero speaks for
	Link   string  // "3 entries"; "" for none
	Note   string  // in small letters below the text, such as the weight in words
}

// balanceParts are what one reason is made of.
type balanceParts struct {
	text, note *Text
	link       *Link
	bar        *canvas.Rectangle
}

// The measures of a balance, in units. A bar of 6.5 decibans fills its side,
// unless some reason weighs more.
const (
	balanceHead float32 = 28
	balanceGap  float32 = 16
	balanceBox  float32 = 200
	balanceLink float32 = 80
	balanceBar  float32 = 8
	balanceFull         = 6.5
)

// columns returns the width of the text and of the box with the bars.
func (b *Balance) columns(width float32) (text, box, link float32) {
	link = balanceLink
	for _, row := range b.Rows {
		link = max(link, Width(row.Link, Body, false))
	}
	box = max(80, min(balanceBox, whole(width*0.33))-(link-balanceLink)) // the sentence matters more than the bar
	return max(narrow, width-box-link-balanceGap), box, link
}

func (b *Balance) parts() []balanceParts {
	for len(b.made) < len(b.Rows) {
		row := len(b.made)
		b.made = append(b.made, balanceParts{
			text: &Text{}, note: &Text{As: Label, Color: ColorMuted},
			link: &Link{Align: fyne.TextAlignTrailing, OnTapped: func() { b.open(row) }},
			bar:  newRectangle(),
		})
	}
	parts := b.made[:len(b.Rows)]
	for i, row := range b.Rows {
		if parts[i].text.Text != row.Text {
			parts[i].text.Text = row.Text
			parts[i].text.Refresh()
		}
		if parts[i].note.Text != row.Note {
			parts[i].note.Text = row.Note
			parts[i].note.Refresh()
		}
		parts[i].note.Hidden = row.Note == ""
	}
	return parts
}

func (b *Balance) open(row int) {
	if b.OnOpened != nil {
		b.OnOpened(row)
	}
}

// height of a row is 32, or more where the reason takes two lines or has a note.
func (p balanceParts) height(width float32) float32 {
	height := p.text.HeightFor(width) + 12
	if !p.note.Hidden {
		height += p.note.HeightFor(width)
	}
	return height
}

// HeightFor returns the height at a width.
func (b *Balance) HeightFor(width float32) float32 {
	text, _, _ := b.columns(width)
	height := balanceHead + 4
	for _, p := range b.parts() {
		height += p.height(text)
	}
	return height
}

// NaturalWidth is the width of the main column of a screen.
func (b *Balance) NaturalWidth() float32 { return 620 }

// MinSize is narrow: reasons wrap.
func (b *Balance) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return fyne.NewSize(240, b.HeightFor(b.Size().Width))
}

// CreateRenderer is called by the toolkit.
func (b *Balance) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &balanceRenderer{balance: b, title: newCaption(Body), against: newCaption(Label), spoken: newCaption(Label), line: newRectangle(), centre: newRectangle()}
	r.Refresh()
	return r
}

type balanceRenderer struct {
	balance                *Balance
	title, against, spoken caption
	line, centre           *canvas.Rectangle
}

func (r *balanceRenderer) MinSize() fyne.Size { return r.balance.MinSize() }
func (r *balanceRenderer) Destroy()           {}

func (r *balanceRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.title.Text, r.against.Text, r.spoken.Text, r.line, r.centre}
	for _, p := range r.balance.parts() {
		all = append(all, p.bar, p.text, p.note, p.link)
	}
	return all
}

func (r *balanceRenderer) Layout(size fyne.Size) {
	b := r.balance
	text, box, link := b.columns(size.Width)
	centre := whole(size.Width - link - box/2)
	r.title.place(0, 2)
	r.against.say(Elide(b.Against, box/2+40, Label, false), false, ColorMuted)
	r.against.placeBeside(r.title, centre-8-r.against.width())
	r.spoken.placeBeside(r.title, centre+8)
	r.against.Hidden = centre-8-r.against.width() < r.title.width()+8
	put(r.line, 0, balanceHead-4, size.Width, 1)
	y := balanceHead
	full := balanceFull
	for _, row := range b.Rows {
		full = max(full, row.Weight, -row.Weight)
	}
	for i, p := range b.parts() {
		height, tall := p.height(text), p.text.HeightFor(text)
		put(p.text, 0, y+6, text, tall)
		put(p.note, 0, y+6+tall, text, p.note.HeightFor(text))
		put(p.link, size.Width-link, y+(height-Body.Pitch())/2, link, Body.Pitch())
		length := max(2, whole(float32(b.Rows[i].Weight/full)*box/2))
		if b.Rows[i].Weight < 0 {
			length = max(2, whole(float32(-b.Rows[i].Weight/full)*box/2))
			put(p.bar, centre-length, y+whole((height-balanceBar)/2), length, balanceBar)
		} else {
			put(p.bar, centre+1, y+whole((height-balanceBar)/2), length, balanceBar)
		}
		y += height
	}
	put(r.centre, centre, balanceHead, 1, max(0, y-balanceHead))
}

func (r *balanceRenderer) Refresh() {
	b := r.balance
	r.title.say(b.Title, true, ColorInk)
	r.spoken.say(b.For, false, ColorMuted)
	r.line.FillColor, r.centre.FillColor = shade(ColorLine), shade(ColorLine2)
	for i, p := range b.parts() {
		row := b.Rows[i]
		p.bar.FillColor = shade(Hue(row.Code).Icon)
		outer := [2]*float32{&p.bar.TopRightCornerRadius, &p.bar.BottomRightCornerRadius}
		inner := [2]*float32{&p.bar.TopLeftCornerRadius, &p.bar.BottomLeftCornerRadius}
		if row.Weight < 0 {
			outer, inner = inner, outer
		}
		*outer[0], *outer[1], *inner[0], *inner[1] = radiusBar, radiusBar, 0, 0
		p.link.Text, p.link.Hidden = row.Link, row.Link == ""
		p.link.Refresh()
		p.text.Refresh()
		p.note.Refresh()
	}
	r.Layout(b.Size())
	canvas.Refresh(b)
}
