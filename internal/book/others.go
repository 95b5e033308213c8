package book

import (
	"encoding/json"
	"fmt"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// whole is the sum of what every client adds to the picture of the practice. A
// transaction reads it once, changes it with every standing it writes, and stores
// it at its end: a sweep over all clients writes one row instead of one a client.
type whole struct {
	sum     assess.Others
	changed bool
}

// Others returns the sum of the shares of all clients, archived ones too, as their
// standings have them. One client's others are that less its own share.
func (tx *Tx) Others() (assess.Others, error) {
	if tx.whole != nil {
		return tx.whole.sum, nil
	}
	var sum assess.Others
	_, err := tx.c.one(tx.ctx, func(r *rows) { sum = r.share(0) }, "SELECT sum FROM others")
	if err != nil {
		return sum, err
	}
	tx.whole = &whole{sum: sum}
	return sum, nil
}

// othersThan returns what the other clients add up to.
func (tx *Tx) othersThan(client rapport.ID) (assess.Others, error) {
	sum, err := tx.Others()
	if err != nil {
		return sum, err
	}
	own, _, err := tx.shareOf(client)
	return sum.Minus(own), err
}

// shareOf returns what a client adds to the sum; known is false for one that was
// never judged.
func (tx *Tx) shareOf(client rapport.ID) (share assess.Others, known bool, err error) {
	known, err = tx.c.one(tx.ctx, func(r *rows) { share = r.share(0) },
		"SELECT share FROM standings WHERE client = ?", client)
	return share, known, err
}

// exchange puts one share of a client in place of another in the sum.
func (tx *Tx) exchange(before, after assess.Others) error {
	sum, err := tx.Others()
	if err != nil {
		return err
	}
	tx.whole = &whole{sum: sum.Minus(before).Plus(after), changed: true}
	return nil
}

// dropStanding takes the standing of a client away that is about to go itself.
func (tx *Tx) dropStanding(client rapport.ID) error {
	share, known, err := tx.shareOf(client)
	if err != nil || !known {
		return err
	}
	if err := tx.exchange(share, assess.Others{}); err != nil {
		return err
	}
	return tx.exec("DELETE FROM standings WHERE client = ?", client)
}

// keepWhole stores the sum at the end of a transaction that changed it.
func (tx *Tx) keepWhole() error {
	if tx.whole == nil || !tx.whole.changed {
		return nil
	}
	text, err := json.Marshal(tx.whole.sum)
	if err != nil {
		return fmt.Errorf("writing what the clients add up to: %w", err)
	}
	return tx.exec("UPDATE others SET sum = ?", string(text))
}

// share reads what a client, or all of them, add up to.
func (r *rows) share(i int) (o assess.Others) {
	text := r.text(i)
	if text == "" || text == "{}" {
		return o
	}
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		r.wrong(i, "a share")
	}
	return o
}

// Swept returns the day of the last sweep, the zero day before the first: on that
// day every client was judged with the others as they were then.
func (tx *Tx) Swept() (day rapport.Date, err error) {
	_, err = tx.c.one(tx.ctx, func(r *rows) { day = r.day(0) }, "SELECT swept FROM others")
	return day, err
}

// SetSwept records that every client has been judged for a day.
func (tx *Tx) SetSwept(day rapport.Date) error {
	return tx.exec("UPDATE others SET swept = ?", day)
}
