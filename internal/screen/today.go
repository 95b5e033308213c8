package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// todayFirst is how much of what is to be seen to stands above the clients before
// the rest is asked for: one line of it in a wide window.
const todayFirst = 4

// dueIcons are the drawings beside what is to be seen to.
var dueIcons = map[rapport.DueCode]string{
	rapport.DueTrial: "trial", rapport.DueLookBack: "look", rapport.DuePromise: "promise",
	rapport.DueObligation: "obligation", rapport.DueOverdue: "invoice", rapport.DueReminderBack: "hardship",
	rapport.DueFlag: "look", rapport.DueLetterHeld: "lock", rapport.DueLastDay: "end", rapport.DueRun: "journal",
	rapport.DueRerate: "energy",
}

// today is what is to be seen to now, above the clients and never so much that it
// pushes them away.
func (r *Review) today(rows []present.TodayRow) fyne.CanvasObject {
	s := r.host.Speaker()
	shown := rows
	if !r.whole {
		shown = ofEachKind(rows)[:min(len(rows), todayFirst)]
	}
	cells := make([]fyne.CanvasObject, len(shown))
	for i, row := range shown {
		cells[i] = &widgets.Reminder{Icon: dueIcons[row.Code], Title: row.Title, Text: row.Text,
			OnTapped: func() { r.see(row) }}
	}
	strip := &widgets.Card{Fill: widgets.ColorSunken, Flush: true, Sections: []fyne.CanvasObject{
		widgets.Inset(7, 12, 7, 12, widgets.NewGrid(12, 220, cells...))}}
	if len(rows) <= todayFirst {
		return strip
	}
	r.more.Text = s.T("way_page.today.fewer")
	if !r.whole {
		r.more.Text = s.N("way_page.today.more", len(rows)-todayFirst)
	}
	r.more.Refresh()
	return widgets.NewColumn(8, strip, widgets.NewFlow(0, r.more))
}

// ofEachKind puts the first of each kind before the rest, so that one sort of thing
// does not hide the others.
func ofEachKind(rows []present.TodayRow) []present.TodayRow {
	var first, rest []present.TodayRow
	seen := map[present.TodayCode]bool{}
	for _, row := range rows {
		if seen[row.Code] {
			rest = append(rest, row)
			continue
		}
		seen[row.Code] = true
		first = append(first, row)
	}
	return append(first, rest...)
}

// see opens the place where something is seen to.
func (r *Review) see(row present.TodayRow) {
	for _, due := range r.dues {
		if due.ID == row.ID && due.Code == row.Code {
			seeTo(r.host, due)
			return
		}
	}
}

// seeTo opens the place where something is seen to: its own page where there is
// one, for what was rated in anger the entry, else the page of the client, and for our
// word or something owed the panel that settles it.
func seeTo(h Host, due rapport.Due) {
	switch due.Code {
	case rapport.DueRun:
		h.Go(Place{Name: AtGuide, Client: due.Client, Guide: due.What})
		return
	case rapport.DueLetterHeld:
		h.Go(Place{Name: AtLetter, Client: due.Client, Letter: Writing{Kind: due.What, ID: due.ID}})
		return
	case rapport.DueLastDay:
		h.Go(Place{Name: AtEnding, Client: due.Client})
		return
	case rapport.DueRerate:
		h.Go(Place{Name: AtJournal, Client: due.Client, Entries: []rapport.ID{due.ID}})
		return
	}
	h.Go(Place{Name: AtClient, Client: due.Client})
	if due.Code != rapport.DuePromise && due.Code != rapport.DueObligation && due.Code != rapport.DueOverdue {
		return
	}
	load(h, func(ctx context.Context) (practice.ClientFile, error) {
		return h.Practice().Client(ctx, due.Client)
	}, func(file practice.ClientFile) { settleDue(h, file, due.ID) })
}

// settleDue opens the panel for our word, something owed or an invoice of a client,
// whichever bears the id.
func settleDue(h Host, file practice.ClientFile, id rapport.ID) {
	for _, p := range file.Way.Promises {
		if p.ID == id {
			ShowPromiseSettle(h, p)
		}
	}
	for _, o := range file.History.Obligations {
		if o.ID == id {
			ShowSettleForm(h, o)
		}
	}
	for _, v := range file.History.Invoices {
		if v.ID == id {
			ShowPayForm(h, v)
		}
	}
}
