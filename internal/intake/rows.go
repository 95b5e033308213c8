package intake

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// row reads the cells of one record and files a fault for each that cannot be.
type row struct {
	*table
	record
	faults int
}

// cellAt returns the text of a column, "" when the file has no such column.
func (r *row) cellAt(name string) (text string, number int) {
	for i, c := range r.columns {
		if c.known && c.name == name {
			return r.cells[i].text, i
		}
	}
	return "", -1
}

// value is cellAt without the blanks around it.
func (r *row) value(name string) string {
	text, _ := r.cellAt(name)
	return strings.TrimSpace(text)
}

// refuse files what a check refused about a column, if anything.
func (r *row) refuse(name string, err error) {
	if err == nil {
		return
	}
	p := asProblem(err)
	if p == nil {
		panic(fmt.Sprintf("intake: a check of %s returned no problem: %v", name, err))
	}
	_, number := r.cellAt(name)
	r.faults++
	r.table.fault(r.record, number, p)
}

// entry reads a row of a journal.
func (r *row) entry() {
	source := rapport.Source{File: r.Name, Row: r.line}
	out := EntryRow{Client: r.name("client"), Entry: rapport.Entry{Severity: rapport.DefaultSeverity, Source: source}}
	e := &out.Entry
	e.On = r.pastDay("date", true)
	e.Kind = r.kind()
	if r.value("severity") != "" {
		e.Severity = r.whole("severity", rapport.ErrSeverity, 1, 5)
	}
	e.Justified = rapport.Justified(strings.ToLower(r.value("justified")))
	r.refuse("justified", e.Justified.Check())
	e.Scope = rapport.Scope(strings.ToLower(r.value("scope")))
	r.refuse("scope", e.Scope.Check())
	e.Channel = rapport.Channel(strings.ToLower(r.value("channel")))
	r.refuse("channel", e.Channel.Check())
	if r.value("minutes") != "" {
		e.Cost.Minutes = r.whole("minutes", rapport.ErrMinutes, 0, rapport.MaxMinutes)
	}
	e.Cost.Energy = r.rating("energy", rapport.ErrEnergy, 5)
	e.Cost.Anger = r.rating("anger", rapport.ErrAnger, 10)
	e.Note = r.note()
	out.Start, out.Review = r.circumstance()
	out.Given = r.given()
	if r.faults == 0 {
		r.checkWhole(out)
	}
	if r.faults == 0 {
		r.Entries = append(r.Entries, out)
	}
}

// checkWhole files what only shows when the cells of an entry are seen together,
// under the column that is out of place.
func (r *row) checkWhole(out EntryRow) {
	e := out.Entry
	switch {
	case e.Justified != "" && e.Kind != rapport.Complaint:
		r.refuse("justified", e.Check(r.options.Today))
	case e.Scope != "" && e.Kind != rapport.Demand:
		r.refuse("scope", e.Check(r.options.Today))
	case !out.Start.IsZero() || !out.Review.IsZero():
		r.refuse("review", r.checkCircumstance(out))
	}
	if r.faults == 0 {
		r.refuse("note", e.Check(r.options.Today))
	}
}

// checkCircumstance refuses the days of a circumstance that is none: with another
// kind than hardship, with one day only, or looked at again before it began.
func (r *row) checkCircumstance(out EntryRow) error {
	if out.Entry.Kind != rapport.Hardship {
		return rapport.Refuse(ErrNoCircumstance, rapport.Args{"value": string(out.Entry.Kind)})
	}
	return rapport.Circumstance{Start: out.Start, Review: out.Review}.Check(r.options.Today)
}

// name reads a cell that must say who or what, on one line.
func (r *row) name(column string) string {
	text, _ := r.cellAt(column)
	text = unguardName(text)
	switch {
	case strings.TrimSpace(text) == "":
		r.refuse(column, rapport.Refuse(rapport.ErrTextEmpty, rapport.Args{"field": column}))
	case strings.ContainsAny(text, "\r\n"):
		r.refuse(column, rapport.Refuse(rapport.ErrTextLine, rapport.Args{"field": column}))
	case len(text) > rapport.MaxName:
		r.refuse(column, rapport.Refuse(rapport.ErrTextLong, rapport.Args{"field": column, "limit": rapport.MaxName}))
	}
	return text
}

// day reads a date; the zero Date stands for an empty cell.
func (r *row) day(column string) rapport.Date {
	text := r.value(column)
	if text == "" {
		return 0
	}
	d, err := rapport.ParseDate(text)
	r.refuse(column, err)
	return d
}

// pastDay reads a date that may not lie after today.
func (r *row) pastDay(column string, required bool) rapport.Date {
	before := r.faults
	d := r.day(column)
	switch {
	case r.faults > before:
	case d.IsZero() && required:
		r.refuse(column, rapport.Refuse(rapport.ErrDateMissing, rapport.Args{"field": column}))
	case d > r.options.Today:
		r.refuse(column, rapport.Refuse(rapport.ErrDateFuture, rapport.Args{"date": d, "today": r.options.Today}))
	}
	return d
}

// whole reads a whole number within bounds.
func (r *row) whole(column string, kind *rapport.Problem, least, most int) int {
	text := r.value(column)
	n, err := strconv.Atoi(text)
	switch {
	case err != nil:
		r.refuse(column, rapport.Refuse(kind, rapport.Args{"value": text}))
	case n < least || n > most:
		r.refuse(column, rapport.Refuse(kind, rapport.Args{"value": n}))
	}
	return n
}

func (r *row) rating(column string, kind *rapport.Problem, most int) rapport.Rating {
	if r.value(column) == "" {
		return rapport.Rating{}
	}
	return rapport.Rated(r.whole(column, kind, 0, most))
}

// kind reads the code of a kind, or proposes the one that was likely meant.
func (r *row) kind() rapport.Kind {
	text := r.value("kind")
	kind := rapport.Kind(strings.ReplaceAll(wordKey(text), " ", "_"))
	if kind.Check() == nil {
		return kind
	}
	refused := rapport.Refuse(rapport.ErrKindUnknown, rapport.Args{"value": text})
	if near := kindNames.near(text); len(near) > 0 {
		like := kindNames.clients[near[0]].Name
		refused = rapport.Refuse(ErrKindLike, rapport.Args{"value": text, "like": like}).Because(refused)
	}
	r.refuse("kind", refused)
	return ""
}

// kindNames finds the kind a slip of the keyboard missed.
var kindNames = func() *Names {
	var kinds []Named
	for _, k := range rapport.Kinds() {
		kinds = append(kinds, Named{Name: string(k)})
	}
	return NewNames(kinds)
}()

// note reads the note as it stands and, if asked for, the unknown columns.
func (r *row) note() string {
	text, _ := r.cellAt("note")
	note := unguard(text)
	if !r.options.KeepUnknown {
		return note
	}
	for i, c := range r.columns {
		if extra := strings.TrimSpace(unguard(r.cells[i].text)); !c.known && extra != "" {
			if note != "" {
				note += "\n"
			}
			note += c.written + ": " + extra
		}
	}
	return note
}

// given reads an amount with its currency, or without: then it is the client's,
// which is not known yet, and the amount has to be one in some currency.
func (r *row) given() string {
	amount, code, named := strings.Cut(r.value("given"), " ")
	if amount == "" {
		return ""
	}
	places := []rapport.Currency{"KWD", "EUR", "JPY"} // three decimals, two, none
	if named {
		code = strings.ToUpper(strings.TrimSpace(code))
		if places = []rapport.Currency{rapport.Currency(code)}; !knownCurrency(places[0]) {
			r.refuse("given", rapport.Refuse(rapport.ErrCurrency, rapport.Args{"value": code}))
			return ""
		}
		code = " " + code
	}
	var refused error
	for _, currency := range places {
		given, err := rapport.ParseMoney(amount, currency)
		switch {
		case err != nil:
			refused = err
			continue
		case given.Minor < 0:
			r.refuse("given", rapport.Refuse(rapport.ErrAmountNegative, rapport.Args{"value": amount}))
			return ""
		case given.Minor == 0:
			return ""
		}
		return amount + code
	}
	r.refuse("given", refused)
	return ""
}

// hours reads working time, a decimal with a point, to the nearest minute.
func (r *row) hours() int {
	text := r.value("hours")
	if text == "" {
		return 0
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.Trim(text, "0123456789.") != "" || n > mostHours {
		r.refuse("hours", rapport.Refuse(ErrHours, rapport.Args{"value": text, "most": mostHours}))
		return 0
	}
	return int(math.Round(n * 60))
}

// mostHours is the most an invoice can stand for: a year without sleep.
const mostHours = 366 * 24

// circumstance reads the days of a hardship.
func (r *row) circumstance() (start, review rapport.Date) {
	return r.pastDay("start", false), r.day("review")
}
