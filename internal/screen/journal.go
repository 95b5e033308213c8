package screen

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Journal is every entry of the book, the newest first. It fetches a page at a
// time while one scrolls towards its end, so that a million entries are as fluid
// as ten.
type Journal struct {
	host    Host
	arrived Place         // the place it was last asked to show
	wanted  journalFilter // what the user asked for
	shown   journalFilter // what the lines on the screen answer
	turn    turns         // only the newest question is answered
	clients []rapport.Client

	bar   *journalBar
	list  *widgets.VList
	lines []*journalLine
	count journalCount
	pages journalPages
}

// journalPages is how far the list has been fetched.
type journalPages struct {
	whole   bool // nothing comes after what is here
	more    bool // a page is on its way
	fetched bool // the first page has come
	counted bool // what the head counts is known
	seen    int  // the last line that was in sight
}

// journalCount is what the head counts.
type journalCount struct {
	found  int // what the filter picks, up to one more than is counted
	all    int // in the journal, or in the trash
	lately int // in the last seven days
}

// The measures of fetching, in entries.
const (
	journalPage    = 300  // at a time
	journalAhead   = 100  // so many before the end of what is here, more is fetched
	journalCounted = 1000 // exactly at most; beyond that it is many
)

// The kinds of row in the list.
const (
	journalHead = iota
	journalRowKind
	journalNothing
)

// NewJournal returns the screen, empty until it is shown.
func NewJournal(h Host) *Journal {
	j := &Journal{host: h}
	j.bar = newJournalBar(h, j)
	j.list = widgets.NewVList(j, j.open)
	j.list.OnKey, j.list.OnSeen = j.key, j.inSight
	return j
}

// Content is part of [Screen].
func (j *Journal) Content() fyne.CanvasObject { return j.list }

// Wants is part of [Screen]: what changes entries or the names beside them.
func (j *Journal) Wants(c practice.Change) bool {
	switch c.Deed {
	case practice.DeedLog, practice.DeedEditEntry, practice.DeedTrash, practice.DeedRestore,
		practice.DeedImport, practice.DeedAddClient, practice.DeedEditClient,
		// These log what they came to.
		practice.DeedSendLetter, practice.DeedPromise, practice.DeedEditPromise, practice.DeedKeepPromise,
		practice.DeedBreakPromise, practice.DeedSheet, practice.DeedFinishEnding:
		return true
	}
	return false
}

// Show is part of [Screen]. A place it was not at before sets the filter; shown
// again, it keeps filter and scroll position.
func (j *Journal) Show(to Place) {
	again := j.pages.fetched && to.Client == j.arrived.Client && slices.Equal(to.Entries, j.arrived.Entries)
	j.arrived = to
	load(j.host, func(ctx context.Context) ([]rapport.Client, error) {
		return j.host.Practice().Clients(ctx, true)
	}, func(clients []rapport.Client) {
		j.clients = clients
		if !again {
			j.wanted = journalFilter{client: to.Client, only: to.Entries}
			j.ask()
			return
		}
		j.fetch(max(journalPage, j.pages.seen+journalAhead), true)
	})
}

// ask fetches what the filter wants now, from its beginning.
func (j *Journal) ask() {
	j.bar.show(j.wanted, j.nameOf(j.wanted.client))
	j.fetch(journalPage, false)
}

// fetch asks for the first entries the filter picks, and then for the counts,
// which may take longer in a large book.
func (j *Journal) fetch(limit int, stay bool) {
	turn, wanted := j.turn.next(), j.wanted
	j.pages.more = true
	filter := wanted.book()
	filter.Limit = limit
	found := -1 // unknown while there is more than a page
	answer(j, turn, func(ctx context.Context) ([]book.JournalRow, error) {
		rows, err := j.host.Practice().JournalPage(ctx, filter)
		if len(rows) < limit {
			found = len(rows)
		}
		return rows, err
	}, func(rows []book.JournalRow) {
		j.shown = wanted
		j.fill(rows, limit, stay)
	})
	answer(j, turn, func(ctx context.Context) (journalCount, error) {
		return countJournal(ctx, j.host.Practice(), wanted, found)
	}, func(count journalCount) {
		j.count, j.pages.counted = count, true
		j.list.Reload()
	})
}

// answer asks the book on the worker and hands the answer to show, unless another
// question was asked meanwhile.
func answer[T any](j *Journal, turn int64, ask func(context.Context) (T, error), show func(T)) {
	var result T
	j.host.Work(func(ctx context.Context) (err error) {
		ctx, done := j.turn.begin(ctx, turn)
		defer done()
		if err = ctx.Err(); err != nil {
			return err
		}
		result, err = ask(ctx)
		return err
	}, func(err error) {
		switch {
		case !j.turn.is(turn):
		case err != nil:
			j.pages.more = false
			j.host.Fail(err)
		default:
			show(result)
		}
	})
}

// countJournal counts what the head speaks of; found is what the filter picks, -1
// if that is not known yet.
func countJournal(ctx context.Context, p *practice.Practice, wanted journalFilter, found int) (c journalCount, err error) {
	if c.all, err = p.JournalCount(ctx, book.Filter{Trashed: wanted.trash}); err != nil {
		return c, err
	}
	c.found = c.all
	if wanted.narrows() {
		if c.found = found; found < 0 {
			c.found, err = p.JournalCountTo(ctx, wanted.book(), journalCounted+1)
		}
		return c, err
	}
	c.lately, err = p.JournalCount(ctx, book.Filter{From: p.Today().AddDays(-6)})
	return c, err
}

// fill shows the first page, and whatever is to stay where it was.
func (j *Journal) fill(rows []book.JournalRow, limit int, stay bool) {
	at, marked := j.list.Current(), rapport.ID{}
	if j.isLine(at) {
		marked = j.line(at).row.Entry.ID
	}
	j.lines = nil
	j.pages = journalPages{fetched: true, whole: len(rows) < limit, seen: j.pages.seen, counted: stay && j.pages.counted}
	j.add(rows)
	j.list.Reload()
	switch {
	case !stay:
		j.list.SetCurrent(-1)
		j.list.ScrollTo(0)
	case marked != rapport.ID{}:
		j.keep(marked, at)
	}
}

// keep leaves the keyboard's mark on the entry it was on or, if that is gone, in
// its row.
func (j *Journal) keep(entry rapport.ID, at int) {
	row := slices.IndexFunc(j.lines, func(l *journalLine) bool { return l.row.Entry.ID == entry }) + 1
	if row == 0 {
		row = min(at, len(j.lines))
	}
	if row > 0 && row != j.list.Current() {
		j.list.SetCurrent(row)
	}
}

func (j *Journal) add(rows []book.JournalRow) {
	for _, row := range rows {
		j.lines = append(j.lines, &journalLine{row: row})
	}
}

// inSight fetches the next page in time.
func (j *Journal) inSight(_, last int) {
	j.pages.seen = last
	if j.pages.whole || j.pages.more || len(j.lines) == 0 || last < len(j.lines)-journalAhead {
		return
	}
	j.pages.more = true
	filter := j.shown.book()
	filter.Limit, filter.Before = journalPage, j.lines[len(j.lines)-1].row.Cursor()
	answer(j, j.turn.now(), func(ctx context.Context) ([]book.JournalRow, error) {
		return j.host.Practice().JournalPage(ctx, filter)
	}, func(rows []book.JournalRow) {
		j.pages.more, j.pages.whole = false, len(rows) < journalPage
		j.add(rows)
		j.list.Reload()
	})
}

// isLine reports whether a row of the list is an entry; the first is the head.
func (j *Journal) isLine(row int) bool { return row >= 1 && row <= len(j.lines) }

func (j *Journal) line(row int) *journalLine { return j.lines[row-1] }

func (j *Journal) nameOf(client rapport.ID) string {
	for _, c := range j.clients {
		if c.ID == client {
			return c.Name
		}
	}
	return ""
}

// open opens the form for an entry; one in the trash can only be read.
func (j *Journal) open(row int) {
	line := j.line(row)
	if j.shown.trash {
		ShowText(j.host, line.words(j.host).Client, line.passages(j.host))
		return
	}
	ShowEntryForm(j.host, j.clients, line.row.Entry, false)
}

// key sees the keys the list has no use for: Delete moves the current entry to
// the trash, and in the trash Enter brings it back.
func (j *Journal) key(row int, key *fyne.KeyEvent) bool {
	if !j.isLine(row) {
		return false
	}
	switch key.Name {
	case fyne.KeyDelete, fyne.KeyBackspace:
		if j.shown.trash {
			return false
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if !j.shown.trash {
			return false
		}
	default:
		return false
	}
	j.act(row)
	return true
}

// act does what the word at the end of a row says: to the trash, or back.
func (j *Journal) act(row int) {
	entry := j.line(row).row.Entry.ID
	if j.shown.trash {
		do(j.host, func(ctx context.Context) error { return j.host.Practice().RestoreEntry(ctx, entry) }, "journal.restored")
		return
	}
	trashEntry(j.host, entry)
}
