package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// journalPosition is where in the list a row stands, and what its word does.
type journalPosition struct {
	first, last, trash bool
	act                func()
}

// journalRow is one entry in the journal. It is built once and filled again and
// again while the list scrolls.
type journalRow struct {
	*fyne.Container
	slice  *widgets.Slice
	date   *widgets.Text
	client *widgets.Text
	what   *widgets.Text
	score  *widgets.Score
	note   *widgets.Text
	cost   *widgets.Text
	word   *rowWord
	back   *widgets.Icon
	room   float32 // of the word
	trash  bool
}

func newJournalRow() *journalRow {
	r := &journalRow{
		slice:  &widgets.Slice{LineLeft: journalPad, LineRight: journalPad},
		date:   &widgets.Text{Color: widgets.ColorMuted, MaxLines: 1},
		client: &widgets.Text{Bold: true, MaxLines: 1},
		what:   &widgets.Text{MaxLines: 2},
		score:  &widgets.Score{},
		note:   &widgets.Text{Color: widgets.ColorSoft, MaxLines: journalLines},
		cost:   &widgets.Text{As: widgets.Label, Color: widgets.ColorMuted},
		word:   newRowWord(),
		back:   &widgets.Icon{Name: "right", Color: widgets.ColorLine2, Side: widgets.IconSmall},
	}
	r.Container = &fyne.Container{Layout: journalRowLayout{r}, Objects: []fyne.CanvasObject{
		r.slice, r.date, r.client, r.what, r.score, r.note, r.cost, r.back, r.word}}
	return r
}

// Drawn is called by the list: what of the row is on screen.
func (r *journalRow) Drawn() fyne.CanvasObject { return r.Container }

// SetHovered is called by the list. The word at the end takes the chevron's place
// under the pointer only: a column of the same word says nothing.
func (r *journalRow) SetHovered(on bool) {
	r.slice.SetHovered(on)
	r.word.Hidden = !on && !r.trash
	r.word.Refresh()
	r.back.Hidden = !r.word.Hidden
	r.back.Refresh()
	ground := widgets.ColorSurface
	if on {
		ground = widgets.ColorSunken
	}
	if !r.score.Hidden && ground != r.score.Ground {
		r.score.Ground = ground
		r.score.Refresh()
	}
}

func (r *journalRow) set(h Host, line *journalLine, at journalPosition) {
	w := line.words(h)
	r.trash = at.trash
	r.slice.First, r.slice.Last = at.first, at.last
	r.date.Text, r.client.Text = w.Date, w.Client
	r.what.Spans = line.what(h)
	r.score.Value, r.score.Color = w.Severity, laneColors(w.Kind).Icon
	r.score.Hidden = w.Kind.Group() == rapport.Neutral
	r.note.Text, r.note.Hidden = line.note, line.note == ""
	r.cost.Text, r.cost.Hidden = w.Cost, w.Cost == ""
	r.word.text.Text, r.word.tapped = journalWord(h, at.trash), at.act
	r.room = widgets.Width(r.word.text.Text, widgets.Body, false)
	r.word.Hidden = !at.trash
	r.arrange(r.Size())
	r.Refresh()
}

// journalRowLayout places the parts of a row by its columns.
type journalRowLayout struct{ row *journalRow }

// Layout is part of fyne.Layout.
func (l journalRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.row.arrange(size) }

// MinSize is part of fyne.Layout; the list decides.
func (l journalRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (r *journalRow) arrange(size fyne.Size) {
	const top = 10
	c := journalColumnsAt(size.Width, r.room)
	place(r.slice, 0, 0, size.Width, size.Height)
	line := widgets.Body.Pitch()
	place(r.client, c.what, top, c.whatWidth, line)
	kind := r.what.HeightFor(c.whatWidth)
	place(r.what, c.what, top+line, c.whatWidth, kind)
	r.arrangeDay(c, top, kind)
	y := float32(top)
	if !r.note.Hidden {
		tall := r.note.HeightFor(c.noteWidth)
		place(r.note, c.note, y, c.noteWidth, tall)
		y += tall
	}
	place(r.cost, c.note, y+2, c.noteWidth, r.cost.HeightFor(c.noteWidth))
	place(r.word, c.act, top, r.room, line)
	r.back.Hidden = !r.word.Hidden
	place(r.back, c.back, top+2, 16, 16)
}

// arrangeDay puts day and severity into their columns or, where it is narrow,
// below the kind.
func (r *journalRow) arrangeDay(c journalColumns, top, kind float32) {
	size := r.score.MinSize()
	if c.wide {
		r.date.As = widgets.Body
		place(r.date, journalPad, top, journalDate, widgets.Body.Pitch())
		place(r.score, c.score, top+(widgets.Body.Pitch()-size.Height)/2, size.Width, size.Height)
		return
	}
	r.date.As = widgets.Label
	below, day := top+widgets.Body.Pitch()+kind, r.date.NaturalWidth()
	place(r.date, c.what, below, day+1, widgets.Label.Pitch())
	place(r.score, c.what+day+12, below+(widgets.Label.Pitch()-size.Height)/2, size.Width, size.Height)
}

// rowWord is a word in a row that does something when it is clicked. It takes
// neither the keyboard, since rows are used again for other entries, nor the
// pointer, since the row it shows in would lose it.
type rowWord struct {
	widget.BaseWidget
	text   *widgets.Text
	tapped func()
}

var _ desktop.Cursorable = (*rowWord)(nil)

func newRowWord() *rowWord {
	w := &rowWord{text: &widgets.Text{Color: widgets.ColorAccent, Align: fyne.TextAlignTrailing, MaxLines: 1}}
	w.ExtendBaseWidget(w)
	return w
}

// Tapped does what the word says.
func (w *rowWord) Tapped(*fyne.PointEvent) { w.tapped() }

// Cursor shows that the word can be clicked.
func (w *rowWord) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MinSize is the room of the word.
func (w *rowWord) MinSize() fyne.Size { return w.text.MinSize() }

// CreateRenderer is called by the toolkit.
func (w *rowWord) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.text) }
