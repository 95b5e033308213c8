package practice

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// alertDays is how long an entry that crossed a personal limit is news. What is
// logged of an earlier time is a look back and nobody needs to be stopped.
const alertDays = 7

// limitsOf returns the personal limits that hold for a client.
func limitsOf(tx *book.Tx, c rapport.Client) (rapport.Limits, error) {
	settings, err := settingsOf(tx)
	return c.Limits.Or(settings.Limits), err
}

// crossedBy returns the limits that an entry crosses as the book now stands, none
// when it is old. Without limits the history is not even read.
func crossedBy(tx *book.Tx, e rapport.Entry, today rapport.Date) ([]assess.Alert, error) {
	if e.On <= today.AddDays(-alertDays) {
		return nil, nil
	}
	client, err := tx.Client(e.Client)
	if err != nil {
		return nil, err
	}
	limits, err := limitsOf(tx, client)
	if err != nil || limits == (rapport.Limits{}) {
		return nil, err
	}
	history, err := tx.History(e.Client)
	return assess.Alerts(history, e, limits), err
}

// fresh returns the alerts whose axis is not among those known before.
func fresh(alerts, known []assess.Alert) []assess.Alert {
	return slices.DeleteFunc(alerts, func(a assess.Alert) bool {
		return slices.ContainsFunc(known, func(k assess.Alert) bool { return k.Axis == a.Axis })
	})
}

// lately returns the limits the entries of the last week have crossed, the latest
// crossing of each.
func lately(tx *book.Tx, h assess.History, today rapport.Date) (alerts []assess.Alert, err error) {
	limits, err := limitsOf(tx, h.Client)
	if err != nil || limits == (rapport.Limits{}) {
		return nil, err
	}
	for _, e := range slices.Backward(h.Entries) { // newest first
		if e.On <= today.AddDays(-alertDays) {
			break
		}
		if e.On <= today {
			alerts = append(alerts, fresh(assess.Alerts(h, e, limits), alerts)...)
		}
	}
	return alerts, nil
}
