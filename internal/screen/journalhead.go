package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// answer is the sentence over the journal: what has happened lately, or what was
// found. The second is the muted line below it.
func (j *Journal) answer() (sentence, line string) {
	s, w, c := j.host.Speaker(), j.shown, j.count
	if !j.pages.counted {
		// Counting a large book takes a moment longer than its first page.
		if w.narrows() {
			return s.T("journal.newest_matching"), ""
		}
		return s.T("journal.newest"), ""
	}
	all := s.N("journal.in_all", c.all)
	switch {
	case len(w.only) > 0:
		return s.N("journal.only", c.found), all
	case w.trash && !w.narrows():
		if c.all == 0 {
			return s.T("journal.trash_empty"), ""
		}
		return s.N("journal.trashed", c.all), s.T("journal.trash_hint")
	case w.narrows() && c.found == 0:
		return s.T("journal.found_none"), all
	case w.narrows() && c.found > journalCounted:
		return s.N("journal.found_many", journalCounted), all
	case w.onlyClient():
		return s.N("journal.about", c.found, present.Args{"Client": j.nameOf(w.client)}), all
	case w.narrows():
		return s.N("journal.found", c.found), all
	case c.all == 0:
		return s.T("journal.nothing_yet"), ""
	case c.lately == 0:
		return s.T("journal.lately_none"), s.DateLong(j.host.Practice().Today()) + ". " + all
	}
	return s.N("journal.lately", c.lately), s.DateLong(j.host.Practice().Today()) + ". " + all
}

// head is the answer with the filter bar below it and, if the journal shows the
// entries behind a reason, the line that says so.
func (j *Journal) head() fyne.CanvasObject {
	s := j.host.Speaker()
	if !j.pages.fetched {
		return widgets.NewColumn(0)
	}
	sentence, line := j.answer()
	column := widgets.NewColumn(16)
	if j.arrived.Client != (rapport.ID{}) && j.arrived.Client == j.shown.client {
		column.Add(widgets.BackLink(j.nameOf(j.arrived.Client), j.host.Back))
	}
	column.Add(widgets.NewHead(sentence, line, j.bar.view))
	column.Add(j.bar.box)
	if n := len(j.shown.only); n > 0 {
		everything := widgets.NewLink(s.T("journal.show_all"), func() {
			j.wanted.only = nil
			j.ask()
		})
		column.Add(widgets.NewStrip(widgets.NewRow(16,
			widgets.Stretch(widgets.NewText(s.N("journal.only_these", n), widgets.ColorSoft)), everything)))
	}
	return widgets.Inset(0, 0, 20, 0, column)
}

// nothing says what belongs where no entry is.
func (j *Journal) nothing() fyne.CanvasObject {
	t := j.host.Speaker().T
	switch w := j.shown; {
	case w.narrows():
		clear := widgets.NewButton(t("journal.clear"), func() {
			j.wanted = journalFilter{trash: j.wanted.trash}
			j.ask()
		})
		return widgets.EmptyPlace("search", t("journal.widen"), clear)
	case w.trash:
		return widgets.EmptyPlace("journal", t("journal.trash_about"), nil)
	}
	log := widgets.NewButton(t("journal.log"), func() { ShowLog(j.host, rapport.ID{}) })
	log.Icon = "log"
	return widgets.EmptyPlace("journal", t("journal.about_entries"), log)
}

// Len is part of [widgets.Rows]: the head, and every line or what stands there
// instead.
func (j *Journal) Len() int {
	if len(j.lines) == 0 && j.pages.fetched {
		return 2
	}
	return 1 + len(j.lines)
}

// Kind is part of [widgets.Rows].
func (j *Journal) Kind(row int) int {
	switch {
	case row == 0:
		return journalHead
	case len(j.lines) == 0:
		return journalNothing
	}
	return journalRowKind
}

// Openable is part of [widgets.Rows].
func (j *Journal) Openable(row int) bool { return j.isLine(row) }

// Height is part of [widgets.Rows].
func (j *Journal) Height(row int, width float32) float32 {
	switch j.Kind(row) {
	case journalHead:
		return widgets.HeightFor(j.head(), width)
	case journalNothing:
		return widgets.HeightFor(j.nothing(), width)
	}
	return j.line(row).heightFor(j.host, width, j.shown.trash)
}

// New is part of [widgets.Rows].
func (j *Journal) New(kind int) fyne.CanvasObject {
	if kind == journalRowKind {
		return newJournalRow()
	}
	return widgets.Stack()
}

// Set is part of [widgets.Rows].
func (j *Journal) Set(row int, object fyne.CanvasObject) {
	switch o := object.(type) {
	case *journalRow:
		o.set(j.host, j.line(row), journalPosition{
			first: row == 1, last: j.pages.whole && row == len(j.lines), trash: j.shown.trash,
			act: func() { j.act(row) },
		})
	case *fyne.Container:
		content := j.head()
		if j.Kind(row) == journalNothing {
			content = j.nothing()
		}
		o.Objects = []fyne.CanvasObject{content}
		o.Refresh()
	}
}
