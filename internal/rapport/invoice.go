package rapport

import "strconv"

// Invoice is money asked for, with the day it is due and what came in.
type Invoice struct {
	ID       ID
	Client   ID
	Number   string // as printed on it; one of a kind within a client
	Issued   Date
	Due      Date
	Amount   Money
	Payments []Payment // in order of day
	Minutes  int       // worked for it; 0 when nobody says
	Disputed bool      // the client contests it; kept apart from lateness
	Source   Source
}

// Payment is money that came in for an invoice, whole or in part.
type Payment struct {
	ID     ID
	On     Date
	Amount int64 // minor units of the invoice's currency, above zero
}

// maxBilled is the most working time one invoice may cover, or one promise take: a
// year without sleep.
const maxBilled = 366 * 24 * 60

// Check tells whether the invoice and its payments can be stored. A payment may
// precede the issue (a deposit) but not lie in the future, and all together may
// not exceed the amount.
func (v Invoice) Check(today Date) error {
	if err := checkName("number", v.Number); err != nil {
		return err
	}
	if err := checkDay("issued", v.Issued, today); err != nil {
		return err
	}
	if err := checkAnyDay("due", v.Due); err != nil {
		return err
	}
	if v.Due < v.Issued {
		return Refuse(ErrDueBefore, Args{"issued": v.Issued, "due": v.Due})
	}
	if err := v.Amount.Currency.Check(); err != nil {
		return err
	}
	if v.Amount.Minor > maxMinor {
		return Refuse(ErrAmount, Args{"value": v.Amount})
	}
	if v.Amount.Minor <= 0 {
		return Refuse(ErrAmountNegative, Args{"value": v.Amount})
	}
	if v.Minutes < 0 || v.Minutes > maxBilled {
		return Refuse(ErrHours, Args{"value": hours(v.Minutes), "most": maxBilled / 60})
	}
	return v.checkPayments(today)
}

// hours writes minutes as hours, to two places.
func hours(minutes int) string { return strconv.FormatFloat(float64(minutes)/60, 'f', 2, 64) }

func (v Invoice) checkPayments(today Date) error {
	open := v.Amount
	for _, p := range v.Payments {
		if err := checkDay("paid_on", p.On, today); err != nil {
			return err
		}
		if p.Amount <= 0 {
			return Refuse(ErrAmountNegative, Args{"value": Money{p.Amount, v.Amount.Currency}})
		}
		if p.Amount > open.Minor {
			return Refuse(ErrPaidTooMuch, Args{"open": open})
		}
		open.Minor -= p.Amount
	}
	return nil
}

// OpenOn returns what was still owed at the end of the given day.
func (v Invoice) OpenOn(day Date) Money {
	open := v.Amount
	for _, p := range v.Payments {
		if p.On <= day {
			open.Minor -= p.Amount
		}
	}
	return open
}

// SettledOn returns the day the last of the amount came in, zero while any is open.
func (v Invoice) SettledOn() Date {
	left := v.Amount.Minor
	var last Date
	for _, p := range v.Payments {
		left -= p.Amount
		last = max(last, p.On)
	}
	if left > 0 {
		return 0
	}
	return last
}

// DaysOverdue returns how long an open amount is past its due day, 0 if it is not.
func (v Invoice) DaysOverdue(on Date) int {
	if v.Issued > on || v.OpenOn(on).Minor <= 0 {
		return 0
	}
	return max(0, on.DaysSince(v.Due))
}
