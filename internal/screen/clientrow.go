package screen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/widgets"
)

// The columns of a review row, from the right edge: chevron, open, overdue,
// strain, spark. What does not fit a narrow window (or large text) is left out:
// the spark line first, it repeats what the sentence says, then the count of
// what is open.
const (
	rowPad       float32 = 16
	rowName      float32 = 53 // after the icon
	rowNameWidth float32 = 200
	rowChevron   float32 = 16
	rowOpen      float32 = 44
	rowOverdue   float32 = 84
	rowStrain    float32 = 28
	rowSpark     float32 = 104
	rowWide      float32 = 840 // from here on everything fits
)

// columns says where the parts of a row stand at a width.
type columns struct {
	name, nameWidth, why, whyWidth        float32
	spark, strain, overdue, open, chevron float32
	wide                                  bool
}

func columnsAt(width float32) columns {
	c := columns{wide: width >= rowWide, name: rowName, nameWidth: rowNameWidth}
	c.chevron = width - rowPad - rowChevron
	right := c.chevron - 12
	if c.wide {
		c.open = right - rowOpen
		right = c.open
	}
	c.overdue = right - rowOverdue
	c.strain = c.overdue - 20 - rowStrain
	if !c.wide {
		c.nameWidth = c.strain - c.name
		c.why, c.whyWidth = c.name, right-c.name
		return c
	}
	c.spark = c.strain - rowSpark
	c.why = c.name + c.nameWidth
	c.whyWidth = c.spark - 32 - c.why
	return c
}

// clientRow is one client in Review. It is built once and filled again and again
// while the list scrolls.
type clientRow struct {
	*fyne.Container
	kind    reviewKind
	slice   *widgets.Slice
	icon    *widgets.Icon
	name    *widgets.Text
	word    *widgets.Text
	why     *widgets.Text
	spark   *widgets.Spark
	figures [4]*widgets.Text // strain, overdue, its age, open
	chevron *widgets.Icon
}

func newClientRow(kind reviewKind) *clientRow {
	r := &clientRow{kind: kind, slice: &widgets.Slice{LineLeft: rowName, LineRight: rowPad}}
	r.icon, r.chevron = &widgets.Icon{}, &widgets.Icon{Name: "right", Color: widgets.ColorLine2, Side: widgets.IconSmall}
	r.name = &widgets.Text{Bold: true, MaxLines: 1}
	r.word = &widgets.Text{MaxLines: 1}
	r.why = &widgets.Text{Color: widgets.ColorSoft}
	r.spark = &widgets.Spark{Low: kind == reviewShort}
	for i := range r.figures {
		r.figures[i] = &widgets.Text{Align: fyne.TextAlignTrailing, MaxLines: 1}
	}
	r.figures[2].As, r.figures[2].Color = widgets.Label, widgets.ColorMuted
	switch kind {
	case reviewTall:
		r.name.As, r.why.Color = widgets.Lead, widgets.ColorInk
	case reviewRow:
		r.name.As = widgets.Lead
	case reviewShort:
		r.slice.Plain = true
		r.slice.LineLeft, r.slice.LineRight = 0, 0
	}
	r.Container = &fyne.Container{Layout: clientRowLayout{r}, Objects: []fyne.CanvasObject{r.slice, r.icon, r.name, r.word, r.why,
		r.spark, r.figures[0], r.figures[1], r.figures[2], r.figures[3], r.chevron}}
	return r
}

// Drawn is called by the list: what of the row is on screen.
func (r *clientRow) Drawn() fyne.CanvasObject { return r.Container }

// SetHovered is called by the list.
func (r *clientRow) SetHovered(on bool) { r.slice.SetHovered(on) }

// nothing stands where there is nothing to show.
const nothing = "–"

func (r *clientRow) set(line reviewLine) {
	row := line.row
	hue := widgets.Hue(string(row.Verdict))
	r.slice.First, r.slice.Last = line.first, line.last
	r.icon.Name, r.icon.Color = string(row.Verdict), hue.Icon
	r.name.Text = row.Name
	r.word.Text, r.word.Color = row.Word, hue.Text
	r.why.Text = row.Why
	r.spark.Values, r.spark.Code = row.Weeks, string(row.Verdict)
	r.figures[0].Text = strconv.Itoa(row.Strain)
	r.setFigure(r.figures[1], row.Overdue.Amount, true)
	r.figures[2].Text = row.Overdue.Age
	open := ""
	if row.Open > 0 {
		open = strconv.Itoa(row.Open)
	}
	r.setFigure(r.figures[3], open, false)
	r.arrange(r.Size())
	r.Refresh()
}

func (r *clientRow) setFigure(t *widgets.Text, text string, bold bool) {
	t.Text, t.Bold, t.Color = text, bold, widgets.ColorInk
	if text == "" {
		t.Text, t.Bold, t.Color = nothing, false, widgets.ColorMuted
	}
}

// clientRowHeight is the row's height without building it: the least of its kind,
// or what the sentence needs, which is never cut. In a narrow window the sentence
// has the lines below the name to itself.
func clientRowHeight(line reviewLine, width float32) float32 {
	c := columnsAt(width)
	why := &widgets.Text{Text: line.row.Why}
	if !c.wide {
		return 2*rowPadY + widgets.Lead.Pitch() + widgets.Body.Pitch() + 4 + widgets.HeightFor(why, c.whyWidth)
	}
	if line.kind == reviewShort {
		return max(40, widgets.HeightFor(why, c.shortWhy(line.row.Word))+20)
	}
	least := map[reviewKind]float32{reviewTall: 69, reviewRow: 57}[line.kind]
	return max(least, widgets.HeightFor(why, c.whyWidth)+28)
}

// rowPadY is the room above and below a row in a narrow window.
const rowPadY float32 = 12

// shortWhy is the room of the sentence where the verdict's word stands before it.
func (c columns) shortWhy(word string) float32 {
	return c.whyWidth - widgets.Width(word, widgets.Body, false) - 20
}

// clientRowLayout places the parts of a row by its columns.
type clientRowLayout struct{ row *clientRow }

// Layout is part of fyne.Layout.
func (l clientRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.row.arrange(size) }

// MinSize is part of fyne.Layout; the list decides.
func (l clientRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (r *clientRow) arrange(size fyne.Size) {
	c, height := columnsAt(size.Width), size.Height
	place(r.slice, 0, 0, size.Width, height)
	if !c.wide {
		r.arrangeNarrow(c)
		return
	}
	place(r.icon, rowPad+1, (height-20)/2, 20, 20)
	place(r.chevron, c.chevron, (height-16)/2, 16, 16)
	if r.kind == reviewShort {
		word := widgets.Width(r.word.Text, widgets.Body, false)
		r.line(r.name, c.name, c.nameWidth-8, height)
		r.line(r.word, c.why, word+2, height)
		r.line(r.why, c.why+word+20, c.shortWhy(r.word.Text), height)
	} else {
		top := (height - widgets.Lead.Pitch() - widgets.Body.Pitch()) / 2
		place(r.name, c.name, top, c.nameWidth-8, widgets.Lead.Pitch())
		place(r.word, c.name, top+widgets.Lead.Pitch(), c.nameWidth-8, widgets.Body.Pitch())
		r.line(r.why, c.why, c.whyWidth, height)
	}
	r.layoutFigures(c, height)
}

// arrangeNarrow puts name and figures in two lines and the sentence below them.
func (r *clientRow) arrangeNarrow(c columns) {
	lead, body := widgets.Lead.Pitch(), widgets.Body.Pitch()
	place(r.icon, rowPad+1, rowPadY+2, 20, 20)
	place(r.chevron, c.chevron, rowPadY+4, 16, 16)
	place(r.name, c.name, rowPadY, c.nameWidth-8, lead)
	place(r.word, c.name, rowPadY+lead, c.nameWidth-8, body)
	place(r.why, c.why, rowPadY+lead+body+4, c.whyWidth, r.why.HeightFor(c.whyWidth))
	r.layoutFigures(c, 2*rowPadY+lead+body)
}

func (r *clientRow) layoutFigures(c columns, height float32) {
	r.spark.Hidden, r.figures[3].Hidden = !c.wide, !c.wide
	tall := r.spark.MinSize().Height
	place(r.spark, c.spark, (height-tall)/2, rowSpark, tall)
	r.line(r.figures[0], c.strain, rowStrain, height)
	r.figures[2].Hidden = r.figures[2].Text == ""
	if r.figures[2].Hidden || r.kind == reviewShort {
		r.figures[2].Hidden = true
		r.line(r.figures[1], c.overdue, rowOverdue, height)
	} else {
		top := (height - 36) / 2
		place(r.figures[1], c.overdue, top, rowOverdue, 20)
		place(r.figures[2], c.overdue, top+20, rowOverdue, 16)
	}
	r.line(r.figures[3], c.open, rowOpen, height)
}

// line places a text in the middle of the row's height.
func (r *clientRow) line(t *widgets.Text, x, width, height float32) {
	tall := t.HeightFor(width)
	place(t, x, (height-tall)/2, width, tall)
}

// columnHeads are the names over the figures.
type columnHeads struct {
	labels []string // strain, overdue, open
}

func (h *columnHeads) object() fyne.CanvasObject {
	heads := make([]fyne.CanvasObject, len(h.labels))
	for i, label := range h.labels {
		text := &widgets.Text{Text: label, As: widgets.Label, Color: widgets.ColorMuted, MaxLines: 1}
		if i > 0 {
			text.Align = fyne.TextAlignTrailing
		}
		heads[i] = text
	}
	return &fyne.Container{Layout: h, Objects: heads}
}

// Layout is part of fyne.Layout.
func (h *columnHeads) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := columnsAt(size.Width)
	place(objects[0], c.spark, 4, rowSpark+rowStrain+20, 16)
	place(objects[1], c.overdue, 4, rowOverdue, 16)
	place(objects[2], c.open, 4, rowOpen, 16)
	for _, o := range objects {
		if c.wide {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// MinSize is part of fyne.Layout.
func (h *columnHeads) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 20) }

// place moves and resizes an object, to whole units.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(float32(int(x+0.5)), float32(int(y+0.5))))
	o.Resize(fyne.NewSize(width, height))
}
