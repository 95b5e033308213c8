package practice

import (
	"context"
	"maps"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// A client is judged beside the user's other clients. What each adds to that
// picture, its share, is stored with its standing, and the sum of all shares once
// for the book: so a deed compares the client it touched with the others without
// reading them. Among many, one client more or less with a friction hardly moves
// what is common, and the others keep the verdict they had until the next day; among
// few it does, and they are judged in the same deed. Shares age with the calendar,
// too, and so on a new day a sweep takes everybody's first and then judges everybody
// by the same sum.

// few is up to how many clients one of them moves what is common: by a twentieth.
const few = 20

// judge assesses the clients a deed touched for today and stores their standings,
// and everybody else's where these clients changed what is common among few.
func (p *Practice) judge(tx *book.Tx, clients []rapport.ID) error {
	before, err := tx.Others()
	if err != nil {
		return err
	}
	if len(clients) == 1 {
		err = judgeOne(tx, clients[0], p.today())
	} else {
		err = judgeSeveral(tx, clients, before, p.today())
	}
	if err != nil {
		return err
	}
	after, err := tx.Others()
	if err != nil || after.Clients > few || sameCommon(before, after) {
		return err
	}
	return judgeRest(tx, clients, p.today())
}

// sameCommon reports whether as many clients show the same kinds of friction.
func sameCommon(a, b assess.Others) bool {
	return a.Clients == b.Clients && maps.Equal(a.Friction, b.Friction)
}

// judgeRest judges everybody but the clients a deed touched.
func judgeRest(tx *book.Tx, touched []rapport.ID, today rapport.Date) error {
	return tx.Histories(book.Sweep{Archived: true}, func(h assess.History) error {
		if slices.Contains(touched, h.Client.ID) {
			return nil
		}
		return tx.PutStanding(h.Client.ID, assess.Assess(h, today), assess.ShareOf(h, today))
	})
}

func judgeOne(tx *book.Tx, client rapport.ID, today rapport.Date) error {
	history, err := tx.History(client)
	if err != nil {
		return err
	}
	return tx.PutStanding(client, assess.Assess(history, today), assess.ShareOf(history, today))
}

// judgeSeveral takes the shares of all the clients before it judges the first, so
// that it does not matter in which order an import names them.
func judgeSeveral(tx *book.Tx, clients []rapport.ID, before assess.Others, today rapport.Date) error {
	after, shares := before, make(map[rapport.ID]assess.Others, len(clients))
	for _, id := range clients {
		history, err := tx.History(id)
		if err != nil {
			return err
		}
		shares[id] = assess.ShareOf(history, today)
		after = after.Minus(before.Minus(history.Others)).Plus(shares[id])
	}
	for _, id := range clients {
		history, err := tx.History(id)
		if err != nil {
			return err
		}
		history.Others = after.Minus(shares[id])
		if err := tx.PutStanding(id, assess.Assess(history, today), shares[id]); err != nil {
			return err
		}
	}
	return nil
}

// shareDays is how far back the entries lie that a share is made of, with a day to
// spare: [assess.ShareOf] looks at a year.
const shareDays = 366

// gather sums up what every client, archived ones too, adds to the picture of the
// practice on a day.
func gather(ctx context.Context, tx *book.Tx, today rapport.Date) (sum assess.Others, clients int, err error) {
	err = tx.Histories(book.Sweep{Archived: true, Since: today.AddDays(-shareDays)}, func(h assess.History) error {
		sum = sum.Plus(assess.ShareOf(h, today))
		clients++
		return ctx.Err()
	})
	return sum, clients, err
}

// sweep judges every client for today and stores the standings.
func sweep(ctx context.Context, tx *book.Tx, today rapport.Date, progress func(done, total int)) error {
	sum, total, err := gather(ctx, tx, today)
	if err != nil {
		return err
	}
	done := 0
	err = tx.Histories(book.Sweep{Archived: true}, func(h assess.History) error {
		share := assess.ShareOf(h, today)
		h.Others = sum.Minus(share)
		if done++; progress != nil {
			progress(done, total)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return tx.PutStanding(h.Client.ID, assess.Assess(h, today), share)
	})
	if err != nil {
		return err
	}
	return tx.SetSwept(today)
}

// passing streams every history with the others as they are today, whether or not
// anybody has been judged for today yet.
func passing(ctx context.Context, tx *book.Tx, today rapport.Date, fn func(assess.History) error) error {
	current, err := isCurrent(tx, today)
	if err != nil {
		return err
	}
	if current {
		return tx.Histories(book.Sweep{}, fn)
	}
	sum, _, err := gather(ctx, tx, today)
	if err != nil {
		return err
	}
	return tx.Histories(book.Sweep{}, func(h assess.History) error {
		h.Others = sum.Minus(assess.ShareOf(h, today))
		return fn(h)
	})
}

// isCurrent reports whether every standing is of today and was judged by what the
// others are today.
func isCurrent(tx *book.Tx, today rapport.Date) (bool, error) {
	swept, err := tx.Swept()
	if err != nil || swept != today {
		return false, err
	}
	stale, err := tx.StaleStandings(today)
	return len(stale) == 0, err
}
