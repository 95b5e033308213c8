package book

import (
	"bytes"
	"errors"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// History returns everything the judgement reads about one client. What is in
// the trash is left out.
func (tx *Tx) History(client rapport.ID) (h assess.History, err error) {
	if h.Client, err = tx.Client(client); err != nil {
		return h, err
	}
	if h.Entries, err = tx.EntriesOf(client); err != nil {
		return h, err
	}
	if h.Circumstances, err = tx.Circumstances(client); err != nil {
		return h, err
	}
	if h.Invoices, err = tx.InvoicesOf(client); err != nil {
		return h, err
	}
	if h.Obligations, err = tx.ObligationsOf(client); err != nil {
		return h, err
	}
	if h.Decisions, err = tx.DecisionsOf(client); err != nil {
		return h, err
	}
	if h.Answers, err = tx.AnswersOf(client); err != nil {
		return h, err
	}
	h.Others, err = tx.othersThan(client)
	return h, err
}

// Sweep says which histories to stream and how full they are to be.
type Sweep struct {
	Archived bool         // clients out of sight too
	Notes    bool         // notes and sources of the entries, which no judgement reads
	Since    rapport.Date // no entries before this day; zero for all
}

// Histories streams every client's history, in the order the clients were added.
// It reads each table once, side by side in the same order, so that ten thousand
// clients cost seven queries and not seventy thousand. The history is fn's for the
// duration of the call: its slices are filled anew for the next client. fn may
// write standings meanwhile; what the histories say of the others is what stood
// there when the sweep began.
func (tx *Tx) Histories(s Sweep, fn func(assess.History) error) error {
	var m merge
	err := m.open(tx, s)
	if err == nil {
		err = m.run(s, fn)
	}
	return errors.Join(err, m.close())
}

// merge holds one stream a table, all in the order of clients.
type merge struct {
	clients, entries, circumstances, invoices, obligations, decisions, answers stream

	scan  func(*rows) rapport.Entry
	whole assess.Others // what all clients add up to
}

// stream is a query in the order of clients. Its second column is the client a
// row belongs to.
type stream struct {
	*rows
	more bool
}

func (m *merge) streams() []*stream {
	return []*stream{&m.clients, &m.entries, &m.circumstances, &m.invoices, &m.obligations, &m.decisions, &m.answers}
}

func (m *merge) open(tx *Tx, s Sweep) (err error) {
	if m.whole, err = tx.Others(); err != nil {
		return err
	}
	columns := entryBare
	m.scan = scanBare
	if s.Notes {
		columns, m.scan = entryColumns, scanEntry
	}
	queries := []string{
		"SELECT " + clientColumns + ", s.share FROM clients c LEFT JOIN standings s ON s.client = c.id ORDER BY c.id",
		"SELECT " + columns + " FROM entries e WHERE trashed_at IS NULL AND +day >= ? ORDER BY client, day, id",
		circumstanceQuery + "ORDER BY e.client, c.start_day, c.entry",
		invoiceQuery + invoiceOrder,
		obligationColumns + "ORDER BY client, id",
		decisionColumns + "ORDER BY client, day, id",
		answerColumns + "ORDER BY client, day, id",
	}
	for i, into := range m.streams() {
		var args []any
		if into == &m.entries {
			args = []any{max(s.Since, rapport.MinDate)} // +day: not by the index of days, which has another order
		}
		r, err := tx.c.query(tx.ctx, queries[i], args...)
		if err != nil {
			return err
		}
		*into = stream{rows: r, more: r.next()}
	}
	return nil
}

func (m *merge) close() (err error) {
	for _, s := range m.streams() {
		if s.rows != nil {
			err = errors.Join(err, s.rows.close())
		}
	}
	return err
}

func (m *merge) run(s Sweep, fn func(assess.History) error) error {
	var h assess.History
	for ; m.clients.more; m.clients.advance() {
		h.Client = scanClient(m.clients.rows)
		h.Others = m.whole.Minus(m.clients.share(clientWidth))
		m.fill(&h)
		if m.failed() {
			return nil // close tells
		}
		if h.Client.Archived && !s.Archived {
			continue
		}
		if err := fn(h); err != nil {
			return err
		}
	}
	return nil
}

func (m *merge) failed() bool {
	for _, s := range m.streams() {
		if s.err != nil {
			return true
		}
	}
	return false
}

// fill moves every stream past the client, collecting what belongs to it.
func (m *merge) fill(h *assess.History) {
	id := h.Client.ID
	h.Entries = collect(&m.entries, id, h.Entries, m.scan)
	h.Circumstances = collect(&m.circumstances, id, h.Circumstances, scanCircumstance)
	h.Obligations = collect(&m.obligations, id, h.Obligations, scanObligation)
	h.Decisions = collect(&m.decisions, id, h.Decisions, scanDecision)
	h.Answers = collect(&m.answers, id, h.Answers, scanAnswer)
	h.Invoices = h.Invoices[:0]
	for ; m.invoices.of(id); m.invoices.advance() {
		h.Invoices = gather(h.Invoices, m.invoices.rows)
	}
}

func collect[T any](s *stream, client rapport.ID, into []T, scan func(*rows) T) []T {
	into = into[:0]
	for ; s.of(client); s.advance() {
		into = append(into, scan(s.rows))
	}
	return into
}

// of reports whether the current row belongs to the client.
func (s *stream) of(client rapport.ID) bool {
	if !s.more {
		return false
	}
	owner, _ := s.values[1].([]byte)
	return bytes.Equal(owner, client[:])
}

func (s *stream) advance() { s.more = s.next() }
