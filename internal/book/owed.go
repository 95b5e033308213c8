package book

import "github.com/rapport-desktop/rapport/internal/rapport"

const (
	obligationColumns = "SELECT id, client, side, kind, what, due, met, waived, reason FROM obligations "
	promiseColumns    = "SELECT id, client, what, given, by_day, kept, broken, minutes FROM promises "
)

var (
	obligations = newTable("obligations", "id", "client", "side", "kind", "what", "due", "met", "waived", "reason")
	promises    = newTable("promises", "id", "client", "what", "given", "by_day", "kept", "broken", "minutes")
)

func scanObligation(r *rows) rapport.Obligation {
	return rapport.Obligation{
		ID: r.id(0), Client: r.id(1), Side: rapport.Side(r.text(2)), Kind: rapport.OweKind(r.text(3)),
		What: r.text(4), Due: r.day(5), Met: r.day(6), Waived: r.day(7), Reason: r.text(8),
	}
}

func obligationValues(o rapport.Obligation) []any {
	return []any{o.ID, o.Client, o.Side, o.Kind, o.What, o.Due, o.Met, o.Waived, o.Reason}
}

// Obligation returns one obligation, settled or not.
func (tx *Tx) Obligation(id rapport.ID) (rapport.Obligation, error) {
	return get(tx, "obligation", scanObligation, obligationColumns+"WHERE id = ?", id)
}

// ObligationsOf returns the obligations of a client in the order they were made.
func (tx *Tx) ObligationsOf(client rapport.ID) ([]rapport.Obligation, error) {
	return all(tx, scanObligation, obligationColumns+"WHERE client = ? ORDER BY id", client)
}

// OpenObligations returns what is still owed in the whole book, what is due first
// in front and what has no day at the end.
func (tx *Tx) OpenObligations() ([]rapport.Obligation, error) {
	return all(tx, scanObligation, obligationColumns+
		"WHERE met IS NULL AND waived IS NULL ORDER BY due IS NULL, due, id")
}

// AddObligation stores a new obligation.
func (tx *Tx) AddObligation(o rapport.Obligation) error {
	if err := o.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.add(obligations, obligationValues(o)...)
}

// SetObligation stores what changed about an obligation, such as that it was met.
func (tx *Tx) SetObligation(o rapport.Obligation) error {
	if err := o.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.set(obligations, "obligation", obligationValues(o)...)
}

func scanPromise(r *rows) rapport.Promise {
	return rapport.Promise{
		ID: r.id(0), Client: r.id(1), What: r.text(2),
		Given: r.day(3), By: r.day(4), Kept: r.day(5), Broken: r.day(6), Minutes: r.int(7),
	}
}

func promiseValues(p rapport.Promise) []any {
	return []any{p.ID, p.Client, p.What, p.Given, p.By, p.Kept, p.Broken, p.Minutes}
}

// Promise returns one promise, open or not.
func (tx *Tx) Promise(id rapport.ID) (rapport.Promise, error) {
	return get(tx, "promise", scanPromise, promiseColumns+"WHERE id = ?", id)
}

// PromisesOf returns our promises to a client in the order they were recorded.
func (tx *Tx) PromisesOf(client rapport.ID) ([]rapport.Promise, error) {
	return all(tx, scanPromise, promiseColumns+"WHERE client = ? ORDER BY id", client)
}

// OpenPromises returns our word as it stands with everybody, what is due first in
// front.
func (tx *Tx) OpenPromises() ([]rapport.Promise, error) {
	return all(tx, scanPromise, promiseColumns+"WHERE kept IS NULL AND broken IS NULL ORDER BY by_day, id")
}

// AddPromise stores a new promise.
func (tx *Tx) AddPromise(p rapport.Promise) error {
	if err := p.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.add(promises, promiseValues(p)...)
}

// SetPromise stores what changed about a promise, such as that it was kept.
func (tx *Tx) SetPromise(p rapport.Promise) error {
	if err := p.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.set(promises, "promise", promiseValues(p)...)
}
