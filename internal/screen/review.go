package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Review is the first screen: who needs a decision, which one, and why.
type Review struct {
	host Host
	page present.ReviewPage
	dues []rapport.Due // what is to be seen to, behind the rows of the strip
	rows []reviewLine
	list *widgets.VList

	whole bool          // the whole of what is to be seen to is shown
	more  *widgets.Link // to the rest of it, and back
}

// reviewLine is one line of the list: the head, a section's title, a client, or
// what stands in an empty book.
type reviewLine struct {
	kind    reviewKind
	section present.Section
	row     present.ReviewRow
	first   bool // of its section
	last    bool
}

type reviewKind int

const (
	reviewHead reviewKind = iota
	reviewTitle
	reviewTall  // needs a decision
	reviewRow   // keep an eye on
	reviewShort // going well
	reviewEmpty
)

// NewReview returns the screen, empty until it is shown.
func NewReview(h Host) *Review {
	r := &Review{host: h, more: widgets.NewLink("", nil)}
	r.more.OnTapped = func() {
		r.whole = !r.whole
		r.list.Reload()
	}
	r.list = widgets.NewVList(r, r.open)
	return r
}

// Content is part of [Screen].
func (r *Review) Content() fyne.CanvasObject { return r.list }

// Wants is part of [Screen]: every deed may change who comes first.
func (r *Review) Wants(c practice.Change) bool { return c.Deed != practice.DeedReassess }

// Show is part of [Screen].
func (r *Review) Show(Place) {
	p := r.host.Practice()
	load(r.host, func(ctx context.Context) (found reviewFound, err error) {
		if found.standings, err = p.Review(ctx); err != nil {
			return found, err
		}
		if found.dues, err = p.Dues(ctx); err != nil {
			return found, err
		}
		found.flying, err = p.Flying(ctx)
		return found, err
	}, func(found reviewFound) {
		page := present.Review(r.host.Speaker(), found.standings, p.Today())
		page.Today = r.host.Speaker().TodayRows(found.dues, p.Today())
		r.dues = found.dues
		r.mark(page, found.flying)
		r.fill(page)
	})
}

// reviewFound is what the page is made of.
type reviewFound struct {
	standings []assess.Standing
	dues      []rapport.Due
	flying    map[rapport.ID]rapport.Flag // reminders to oneself, by client
}

// mark says beside the verdict that there is a reminder about a client.
func (r *Review) mark(page present.ReviewPage, flying map[rapport.ID]rapport.Flag) {
	for _, section := range page.Sections {
		for i, row := range section.Rows {
			if _, on := flying[row.Client]; on {
				section.Rows[i].Word = r.host.Speaker().T("way_page.flag.row", present.Args{"Verdict": row.Word})
			}
		}
	}
}

// fill lays the page out as lines of the list.
func (r *Review) fill(page present.ReviewPage) {
	r.page = page
	r.rows = []reviewLine{{kind: reviewHead}}
	for _, section := range page.Sections {
		if len(section.Rows) == 0 {
			continue
		}
		r.rows = append(r.rows, reviewLine{kind: reviewTitle, section: section})
		for i, row := range section.Rows {
			r.rows = append(r.rows, reviewLine{kind: kindIn(section.Code), row: row,
				first: i == 0, last: i == len(section.Rows)-1})
		}
	}
	if page.Count == 0 {
		r.rows = append(r.rows, reviewLine{kind: reviewEmpty})
	}
	r.list.Reload()
}

// kindIn is how much room a section gives its clients: what matters has more.
func kindIn(code present.SectionCode) reviewKind {
	switch code {
	case present.NeedsDecision:
		return reviewTall
	case present.KeepAnEye:
		return reviewRow
	default:
		return reviewShort
	}
}

func (r *Review) open(row int) {
	r.host.Go(Place{Name: AtClient, Client: r.rows[row].row.Client})
}

// Len is part of [widgets.Rows].
func (r *Review) Len() int { return len(r.rows) }

// Kind is part of [widgets.Rows].
func (r *Review) Kind(row int) int { return int(r.rows[row].kind) }

// Openable is part of [widgets.Rows].
func (r *Review) Openable(row int) bool { return r.rows[row].row.Client != rapport.ID{} }

// Height is part of [widgets.Rows].
func (r *Review) Height(row int, width float32) float32 {
	line := r.rows[row]
	switch line.kind {
	case reviewHead:
		return widgets.HeightFor(r.head(), width)
	case reviewTitle:
		return widgets.HeightFor(r.title(line, width), width)
	case reviewEmpty:
		return widgets.HeightFor(r.empty(), width)
	}
	return clientRowHeight(line, width)
}

// New is part of [widgets.Rows].
func (r *Review) New(kind int) fyne.CanvasObject {
	switch reviewKind(kind) {
	case reviewHead, reviewTitle, reviewEmpty:
		return widgets.Stack()
	}
	return newClientRow(reviewKind(kind))
}

// Set is part of [widgets.Rows].
func (r *Review) Set(row int, object fyne.CanvasObject) {
	line := r.rows[row]
	if c, ok := object.(*clientRow); ok {
		c.set(line)
		return
	}
	box := object.(*fyne.Container)
	switch line.kind {
	case reviewHead:
		box.Objects = []fyne.CanvasObject{r.head()}
	case reviewTitle:
		box.Objects = []fyne.CanvasObject{r.title(line, box.Size().Width)}
	case reviewEmpty:
		box.Objects = []fyne.CanvasObject{r.empty()}
	}
	box.Refresh()
}

func (r *Review) head() fyne.CanvasObject {
	if r.page.Count == 0 { // the empty place has the button
		return widgets.NewHead(r.page.Answer, r.page.Subline)
	}
	add := widgets.NewButton(r.host.Speaker().T("review.add_client"), r.addClient)
	add.Icon = "plus"
	head := widgets.NewHead(r.page.Answer, r.page.Subline, mapSegment(r.host, 0), add)
	if len(r.page.Today) == 0 {
		return head
	}
	return widgets.NewColumn(20, head, r.today(r.page.Today))
}

// title is a section's name and, over the first one, what the columns are.
func (r *Review) title(line reviewLine, width float32) fyne.CanvasObject {
	t := r.host.Speaker().T
	name := widgets.SectionHead(line.section.Title, r.host.Speaker().Number(float64(len(line.section.Rows)), 0))
	above := float32(24)
	if line.section.Code != r.firstSection() {
		return widgets.Inset(above, 0, 8, 0, name)
	}
	heads := &columnHeads{labels: []string{t("review.column.strain"), t("review.column.overdue"), t("review.column.open")}}
	return widgets.Inset(above, 0, 8, 0, widgets.Stack(name, heads.object()))
}

// firstSection is the one the column names stand over.
func (r *Review) firstSection() present.SectionCode {
	for _, s := range r.page.Sections {
		if len(s.Rows) > 0 {
			return s.Code
		}
	}
	return ""
}

// empty is what stands in a book without clients.
func (r *Review) empty() fyne.CanvasObject {
	t := r.host.Speaker().T
	add := widgets.NewButton(t("review.add_client"), r.addClient)
	add.Icon = "plus"
	return widgets.Inset(32, 0, 0, 0, widgets.EmptyPlace("people", t("review.empty"), add))
}

func (r *Review) addClient() { ShowClientForm(r.host, nil) }
