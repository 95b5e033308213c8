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
	h.Decisions, err = tx.DecisionsOf(client)
	return h, err
}

// Sweep says which histories to stream and how full they are to be.
type Sweep struct {
	Archived bool // clients out of sight too
	Notes    bool // notes and sources of the entries, which no judgement reads
}

// Histories streams every client's history, in the order the clients were added.
// It reads each table once, side by side in the same order, so that ten thousand
// clients cost six queries and not sixty thousand. The history is fn's for the
// duration of the call: its slices are filled anew for the next client. fn may
// write standings meanwhile.
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
	clients, entries, circumstances, invoices, obligations, decisions stream

	scan func(*rows) rapport.Entry
}

// stream is a query in the order of clients. Its second column is the client a
// row belongs to.
type stream struct {
	*rows
	more bool
}

func (m *merge) streams() []*stream {
	return []*stream{&m.clients, &m.entries, &m.circumstances, &m.invoices, &m.obligations, &m.decisions}
}

func (m *merge) open(tx *Tx, s Sweep) error {
	columns := entryBare
	m.scan = scanBare
	if s.Notes {
		columns, m.scan = entryColumns, scanEntry
	}
	queries := []string{
		"SELECT " + clientColumns + " FROM clients ORDER BY id",
		"SELECT " + columns + " FROM entries e WHERE trashed_at IS NULL ORDER BY client, day, id",
		circumstanceQuery + "ORDER BY e.client, c.start_day, c.entry",
		invoiceQuery + invoiceOrder,
		obligationColumns + "ORDER BY client, id",
		decisionColumns + "ORDER BY client, day, id",
	}
	for i, into := range m.streams() {
		r, err := tx.c.query(tx.ctx, queries[i])
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
