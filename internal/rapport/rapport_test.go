package rapport_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

const today = rapport.Date(739798) // 2026-07-01

func TestDateIsACivilDay(t *testing.T) {
	if got := today.String(); got != "2026-07-01" {
		t.Fatalf("today is %s", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := rapport.Date(rapid.Int32Range(int32(rapport.MinDate), int32(rapport.MaxDate)).Draw(t, "day"))
		back, err := rapport.ParseDate(d.String())
		if err != nil || back != d {
			t.Fatalf("%s came back as %s, %v", d, back, err)
		}
		n := rapid.IntRange(-1000, 1000).Draw(t, "n")
		if got := d.AddDays(n); got.DaysSince(d) != n || got.Time() != d.Time().AddDate(0, 0, n) {
			t.Fatalf("%s and %d days is %s", d, n, got)
		}
	})
}

func TestDateOfFollowsTheWallClockNotUTC(t *testing.T) {
	kiritimati := time.FixedZone("+14", 14*60*60)
	honolulu := time.FixedZone("-10", -10*60*60)
	moment := time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)
	if got := rapport.DateOf(moment.In(kiritimati)); got != today {
		t.Errorf("in Kiritimati it is %s", got)
	}
	if got := rapport.DateOf(moment.In(honolulu)); got != today.AddDays(-1) {
		t.Errorf("in Honolulu it is %s", got)
	}
}

func TestParseDateRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"2026-02-30": rapport.ErrDateForm,
		"2025-02-29": rapport.ErrDateForm,
		"30.06.2026": rapport.ErrDateForm,
		"2026-6-3":   rapport.ErrDateForm,
		"":           rapport.ErrDateForm,
		"0206-06-30": rapport.ErrDateRange,
		"9999-12-31": rapport.ErrDateRange,
	} {
		if d, err := rapport.ParseDate(text); !errors.Is(err, want) {
			t.Errorf("%q was read as %s, %v; want %v", text, d, err, want)
		}
	}
}

func TestMoneyIsReadAndWrittenExactly(t *testing.T) {
	for _, c := range []struct {
		text     string
		currency rapport.Currency
		minor    int64
	}{
		{"1234.56", "EUR", 123456},
		{"1234.5", "EUR", 123450},
		{"-80", "EUR", -8000},
		{"0.07", "EUR", 7},
		{"500", "JPY", 500},
		{"1.234", "KWD", 1234},
	} {
		m, err := rapport.ParseMoney(c.text, c.currency)
		if err != nil || m.Minor != c.minor {
			t.Errorf("%s %s is %d, %v; want %d", c.text, c.currency, m.Minor, err, c.minor)
		}
	}
	for _, text := range []string{"", "-", ".5", "5.", "1.234", "1,50", "1 000", "1e3", "+3", "٣", "99999999999999999999", "--1"} {
		if m, err := rapport.ParseMoney(text, "EUR"); !errors.Is(err, rapport.ErrAmount) {
			t.Errorf("%q was read as %v, %v", text, m, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		currency := rapid.SampledFrom([]rapport.Currency{"EUR", "JPY", "KWD"}).Draw(t, "currency")
		m := rapport.Money{Minor: rapid.Int64Range(-1e12, 1e12).Draw(t, "minor"), Currency: currency}
		back, err := rapport.ParseMoney(m.Decimal(), currency)
		if err != nil || back != m {
			t.Fatalf("%s came back as %v, %v", m.Decimal(), back, err)
		}
	})
}

func TestAmountsOfTwoCurrenciesAreNeverAdded(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("euros and pounds were added up")
		}
	}()
	rapport.Money{Minor: 1, Currency: "EUR"}.Plus(rapport.Money{Minor: 1, Currency: "GBP"})
}

func TestEveryKindHasAGroupAndNoOtherDoes(t *testing.T) {
	if n := len(rapport.Kinds()); n != 27 {
		t.Errorf("the vocabulary has %d kinds, want 27", n)
	}
	for _, kind := range rapport.Kinds() {
		if err := kind.Check(); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if err := rapport.Kind("gossip").Check(); !errors.Is(err, rapport.ErrKindUnknown) {
		t.Errorf("gossip passed: %v", err)
	}
}

func goodEntry() rapport.Entry {
	return rapport.Entry{On: today, Kind: rapport.Complaint, Severity: 3, Justified: rapport.JustifiedNo}
}

func TestAnEntryIsRefusedWhen(t *testing.T) {
	if err := goodEntry().Check(today); err != nil {
		t.Fatalf("the good entry is refused: %v", err)
	}
	for name, c := range map[string]struct {
		spoil func(*rapport.Entry)
		want  error
	}{
		"severity is 0":                  {func(e *rapport.Entry) { e.Severity = 0 }, rapport.ErrSeverity},
		"severity is 9":                  {func(e *rapport.Entry) { e.Severity = 9 }, rapport.ErrSeverity},
		"its kind is unknown":            {func(e *rapport.Entry) { e.Kind = "gossip" }, rapport.ErrKindUnknown},
		"it lies in the future":          {func(e *rapport.Entry) { e.On = today + 1 }, rapport.ErrDateFuture},
		"it has no date":                 {func(e *rapport.Entry) { e.On = 0 }, rapport.ErrDateMissing},
		"a demand is called justified":   {func(e *rapport.Entry) { e.Kind = rapport.Demand }, rapport.ErrJustified},
		"a complaint has a scope":        {func(e *rapport.Entry) { e.Scope = rapport.ScopeBeyond }, rapport.ErrScope},
		"the channel is a pigeon":        {func(e *rapport.Entry) { e.Channel = "pigeon" }, rapport.ErrChannel},
		"energy is 6":                    {func(e *rapport.Entry) { e.Cost.Energy = rapport.Rated(6) }, rapport.ErrEnergy},
		"anger is 11":                    {func(e *rapport.Entry) { e.Cost.Anger = rapport.Rated(11) }, rapport.ErrAnger},
		"minutes are negative":           {func(e *rapport.Entry) { e.Cost.Minutes = -1 }, rapport.ErrMinutes},
		"the note holds a NUL":           {func(e *rapport.Entry) { e.Note = "a\x00b" }, rapport.ErrTextNUL},
		"the note is not UTF-8":          {func(e *rapport.Entry) { e.Note = "caf\xe9" }, rapport.ErrTextUTF8},
		"the note is longer than 1 MiB":  {func(e *rapport.Entry) { e.Note = strings.Repeat("x", rapport.MaxNote+1) }, rapport.ErrTextLong},
		"somebody said justified: maybe": {func(e *rapport.Entry) { e.Justified = "maybe" }, rapport.ErrJustified},
	} {
		e := goodEntry()
		c.spoil(&e)
		if err := e.Check(today); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
	long := goodEntry()
	long.Note = strings.Repeat("x", rapport.MaxNote)
	if err := long.Check(today); err != nil {
		t.Errorf("a note of 1 MiB is refused: %v", err)
	}
}

func TestARatingOfZeroIsNotSilence(t *testing.T) {
	if _, said := (rapport.Rating{}).Get(); said {
		t.Error("the zero rating claims to have been said")
	}
	if n, said := rapport.Rated(0).Get(); !said || n != 0 {
		t.Error("a rating of zero was lost")
	}
}

func goodInvoice() rapport.Invoice {
	return rapport.Invoice{Number: "2026-07", Issued: today - 40, Due: today - 10,
		Amount:   rapport.Money{Minor: 100_00, Currency: "EUR"},
		Payments: []rapport.Payment{{On: today - 5, Amount: 40_00}}}
}

func TestAnInvoiceKnowsWhatIsOpen(t *testing.T) {
	v := goodInvoice()
	if err := v.Check(today); err != nil {
		t.Fatal(err)
	}
	if open := v.OpenOn(today - 6).Minor; open != 100_00 {
		t.Errorf("before the payment %d was open", open)
	}
	if open := v.OpenOn(today).Minor; open != 60_00 {
		t.Errorf("after the payment %d is open", open)
	}
	if n := v.DaysOverdue(today); n != 10 {
		t.Errorf("%d days overdue, want 10", n)
	}
	if !v.SettledOn().IsZero() {
		t.Error("an open invoice counts as settled")
	}
	v.Payments = append(v.Payments, rapport.Payment{On: today - 1, Amount: 60_00})
	if v.SettledOn() != today-1 || v.DaysOverdue(today) != 0 {
		t.Errorf("settled on %s, %d days overdue", v.SettledOn(), v.DaysOverdue(today))
	}
}

func TestAnInvoiceIsRefusedWhen(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*rapport.Invoice)
		want  error
	}{
		"the amount is negative":        {func(v *rapport.Invoice) { v.Amount.Minor = -1 }, rapport.ErrAmountNegative},
		"it is due before it is issued": {func(v *rapport.Invoice) { v.Due = v.Issued - 1 }, rapport.ErrDueBefore},
		"it has no number":              {func(v *rapport.Invoice) { v.Number = " " }, rapport.ErrTextEmpty},
		"the currency is lower case":    {func(v *rapport.Invoice) { v.Amount.Currency = "eur" }, rapport.ErrCurrency},
		"more was paid than asked":      {func(v *rapport.Invoice) { v.Payments[0].Amount = 100_01 }, rapport.ErrPaidTooMuch},
		"a payment is in the future":    {func(v *rapport.Invoice) { v.Payments[0].On = today + 1 }, rapport.ErrDateFuture},
		"more hours than a year has":    {func(v *rapport.Invoice) { v.Minutes = 366*24*60 + 1 }, rapport.ErrHours},
		"less than nothing was worked":  {func(v *rapport.Invoice) { v.Minutes = -1 }, rapport.ErrHours},
		"a payment is nothing":          {func(v *rapport.Invoice) { v.Payments[0].Amount = 0 }, rapport.ErrAmountNegative},
	} {
		v := goodInvoice()
		c.spoil(&v)
		if err := v.Check(today); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func TestOtherRecordsAreRefusedWhen(t *testing.T) {
	client := rapport.Client{Name: "Harbour Studio", State: rapport.Active, Terms: rapport.Terms{Currency: "EUR"}}
	if err := client.Check(today); err != nil {
		t.Fatal(err)
	}
	nameless, unseen, mailless, since := client, client, client, client
	nameless.Name, unseen.Name = "  ", "\u200b\u2060"
	mailless.Reach.Emails = []string{"nobody at home"}
	since.Since = today + 1
	decision := rapport.Decision{On: today, Offered: rapport.Trial, Chosen: rapport.End}
	looked := rapport.Decision{On: today, Offered: rapport.Trial, Chosen: rapport.Trial}
	at := func(again rapport.Date) error { d := looked; d.Again = again; return d.Check(today) }
	owed := rapport.Obligation{Side: rapport.Ours, What: "source files"}
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"a client without a name", nameless.Check(today), rapport.ErrTextEmpty},
		{"a client whose name cannot be seen", unseen.Check(today), rapport.ErrTextEmpty},
		{"an address that cannot be one", mailless.Check(today), rapport.ErrEmail},
		{"a client since tomorrow", since.Check(today), rapport.ErrDateFuture},
		{"choosing otherwise without a reason", decision.Check(today), rapport.ErrReasonMissing},
		{"looking again on the day it was decided", at(today), rapport.ErrLookAgain},
		{"looking again when no book will be there", at(rapport.MaxDate + 1), rapport.ErrDateRange},
		{"an outcome nobody knows", func() error { d := looked; d.Outcome = "perhaps"; return d.Check(today) }(), rapport.ErrOutcome},
		{"more kinds at once than there are", rapport.Limits{Complexity: rapport.MaxComplexity + 1}.Check(), rapport.ErrLimit},
		{"a severity nothing reaches", rapport.Limits{Hostility: rapport.MaxHostility + 1}.Check(), rapport.ErrLimit},
		{"more minutes than an entry can have", rapport.Limits{Minutes: rapport.MaxMinutes + 1}.Check(), rapport.ErrLimit},
		{"a limit below nothing", rapport.Limits{Minutes: -1}.Check(), rapport.ErrLimit},
		{"an answer to nothing", rapport.Answer{On: today, Given: "yes"}.Check(today), rapport.ErrTextEmpty},
		{"an answer of tomorrow", rapport.Answer{On: today + 1, Question: "was_it_fair", Given: "yes"}.Check(today), rapport.ErrDateFuture},
		{"an obligation of nobody", rapport.Obligation{What: "x"}.Check(today), rapport.ErrSide},
		{"waiving without a reason", func() error { o := owed; o.Waived = today; return o.Check(today) }(), rapport.ErrReasonMissing},
		{"waiving with more of a reason than there is room for", func() error {
			o := owed
			o.Waived, o.Reason = today, strings.Repeat("x", rapport.MaxName+1)
			return o.Check(today)
		}(), rapport.ErrTextLong},
		{"met and waived", func() error { o := owed; o.Met, o.Waived = today, today; return o.Check(today) }(), rapport.ErrSettled},
		{"a hardship to review before it began", rapport.Circumstance{Start: today, Review: today - 1}.Check(today), rapport.ErrReviewBefore},
		{"a promise both kept and broken", rapport.Promise{What: "x", Given: today, By: today, Kept: today, Broken: today}.Check(today), rapport.ErrSettled},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, c.err, c.want)
		}
	}
}

func TestAProblemKeepsItsCauseAndItsCode(t *testing.T) {
	cause := errors.New("disk on fire")
	err := rapport.Refuse(rapport.ErrNameTaken, rapport.Args{"name": "Acme"}).Because(cause)
	if !errors.Is(err, rapport.ErrNameTaken) || !errors.Is(err, cause) || errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("%v matches the wrong things", err)
	}
	if want := "name_taken name=Acme: disk on fire"; err.Error() != want {
		t.Errorf("got %q, want %q", err.Error(), want)
	}
}
