package intake_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// nothingLost fails unless the tokens are in order and apart, and the note is
// exactly what lies outside them, with everything from the first telling one on.
func nothingLost(t interface{ Fatalf(string, ...any) }, text string, line intake.Line) {
	outside := []byte(text)
	end, told := 0, false
	for _, token := range line.Tokens {
		if token.Start < end || token.End <= token.Start || token.End > len(text) {
			t.Fatalf("%q: token %+v overlaps, is empty or leaves the text", text, token)
		}
		end, told = token.End, told || token.Told
		for i := token.Start; i < token.End && !told; i++ {
			outside[i] = ' '
		}
	}
	if got, want := squash(line.Entry.Note), squash(string(outside)); got != want {
		t.Fatalf("%q: note %q, to be kept is %q", text, got, want)
	}
}

// squash drops all blanks.
func squash(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), "") }

// pieces are what lines are made of, apart from anything at all.
var pieces = []string{
	"acme", "harbour", "Studio", "van dijk", "complaint", "Beschwerde", "şikayet", "klacht", "unfair", "haksız", "beyond",
	"3", "9", "e4", "e9", "a4", "a!", "20m", "1h30", "20 minutes", "half an hour", "yesterday", "vor 3 Tagen", "3 gün önce",
	"12.5.", "01/02/2026", "2026-06-28", "2026-02-30", "not", "was", "on", "-", ":", "\n", "\t", "\"", ",", "called", "phone",
	"called me an amateur", "phoned", "complained", "she shouted at me", "on the phone", "rief an", "aradı", "belde",
	"değil", "12 May", "s3", "energy", "ago", "…", "\x00", "\xff", "asked for a fourth redesign",
}

func TestEveryByteIsInATokenOrInTheNote(t *testing.T) {
	in := practice(t)
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.String())
		text := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", "  ", ""}).Draw(t, "gap"))
		nothingLost(t, text, intake.ParseLine(text, in))
	})
}

func TestALineWithoutAnyWordsOrClientsIsAllNote(t *testing.T) {
	text := "acme complaint unfair yesterday"
	line := intake.ParseLine(text, intake.LineContext{Today: today})
	nothingLost(t, text, line)
	if line.Entry.Note != text {
		t.Errorf("note %q", line.Entry.Note)
	}
}

// cellText is text as nasty as a book can hold: anything but NUL.
func cellText() *rapid.Generator[string] {
	nasty := rapid.SampledFrom([]string{
		"=1+1", "+49 30", "-", "@SUM(A1)", "\t=x", "\r", "\r\n", "\n", "'", "''=", "'tis", " ", "\u00a0", "\"", "\"\"", ",", ";",
		"\ufeff", "client", "＝1", "ß", "ı", "\u202e", "👩‍👩‍👧", "e\u0301", "sep=;",
	})
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.OneOf(nasty, rapid.String()), 0, 5).Draw(t, "parts")
		return strings.ReplaceAll(strings.Join(parts, ""), "\x00", "")
	})
}

// nameText is cellText on one line that says something.
func nameText() *rapid.Generator[string] {
	return rapid.Map(cellText(), func(s string) string {
		s = strings.Map(func(r rune) rune {
			if r == '\r' || r == '\n' {
				return '_'
			}
			return r
		}, s)
		named := rapport.Client{Name: s, State: rapport.Active, Terms: rapport.Terms{Currency: "EUR"}}
		if named.Check(today) != nil {
			return "Acme"
		}
		return s
	})
}

func anyRating(most int) *rapid.Generator[rapport.Rating] {
	return rapid.Map(rapid.IntRange(-1, most), func(n int) rapport.Rating {
		if n < 0 {
			return rapport.Rating{}
		}
		return rapport.Rated(n)
	})
}

func anyEntry() *rapid.Generator[intake.EntryRow] {
	return rapid.Custom(func(t *rapid.T) intake.EntryRow {
		day := rapid.Int32Range(int32(rapport.MinDate), int32(today))
		row := intake.EntryRow{Client: nameText().Draw(t, "client"), Entry: rapport.Entry{
			On:       rapport.Date(day.Draw(t, "on")),
			Kind:     rapid.SampledFrom(rapport.Kinds()).Draw(t, "kind"),
			Severity: rapid.IntRange(1, 5).Draw(t, "severity"),
			Channel:  rapid.SampledFrom(append(rapport.Channels(), "")).Draw(t, "channel"),
			Note:     cellText().Draw(t, "note"),
			Cost: rapport.Cost{
				Minutes: rapid.IntRange(0, rapport.MaxMinutes).Draw(t, "minutes"),
				Energy:  anyRating(5).Draw(t, "energy"), Anger: anyRating(10).Draw(t, "anger"),
			},
		}}
		if rapid.Bool().Draw(t, "a remedy") {
			given := rapport.Money{Minor: rapid.Int64Range(1, 1e12).Draw(t, "given"),
				Currency: rapid.SampledFrom([]rapport.Currency{"EUR", "JPY", "KWD"}).Draw(t, "given in")}
			row.Given = given.Decimal()
			if rapid.Bool().Draw(t, "currency named") {
				row.Given += " " + string(given.Currency)
			}
		}
		switch row.Entry.Kind {
		case rapport.Complaint:
			row.Entry.Justified = rapid.SampledFrom([]rapport.Justified{"", "yes", "partly", "no", "unsure"}).Draw(t, "justified")
		case rapport.Demand:
			row.Entry.Scope = rapid.SampledFrom([]rapport.Scope{"", "in", "beyond"}).Draw(t, "scope")
		case rapport.Hardship:
			if rapid.Bool().Draw(t, "circumstance") {
				row.Start = rapport.Date(day.Draw(t, "start"))
				row.Review = row.Start.AddDays(rapid.IntRange(0, 400).Draw(t, "review"))
			}
		}
		return row
	})
}

func TestAnExportedJournalIsImportedEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(anyEntry(), 0, 6).Draw(t, "rows")
		var out bytes.Buffer
		if err := intake.WriteEntries(&out, slices.Values(rows)); err != nil {
			t.Fatal(err)
		}
		file, err := intake.Read("out.csv", out.Bytes(), intake.ReadOptions{Today: today})
		if err != nil || len(file.Faults) > 0 {
			t.Fatalf("error %v, faults %+v in\n%s", err, file.Faults, out.String())
		}
		if diff := cmp.Diff(rows, file.Entries, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(rapport.Entry{}, "Source"), ratings); diff != "" {
			t.Fatalf("exported and imported:\n%s\n%s", diff, out.String())
		}
	})
}

var ratings = cmp.Comparer(func(a, b rapport.Rating) bool { return a == b })

func anyInvoice() *rapid.Generator[intake.InvoiceRow] {
	return rapid.Custom(func(t *rapid.T) intake.InvoiceRow {
		v := rapport.Invoice{
			Number:   nameText().Draw(t, "number"),
			Issued:   today.AddDays(-rapid.IntRange(0, 900).Draw(t, "issued")),
			Disputed: rapid.Bool().Draw(t, "disputed"),
			Minutes:  rapid.OneOf(rapid.IntRange(0, 600), rapid.IntRange(0, 366*24*60)).Draw(t, "minutes"),
			Amount: rapport.Money{
				Minor:    rapid.Int64Range(1, 1e12).Draw(t, "amount"),
				Currency: rapid.SampledFrom([]rapport.Currency{"EUR", "USD", "TRY", "JPY", "KWD", "XCG"}).Draw(t, "currency"),
			},
		}
		v.Due = v.Issued.AddDays(rapid.IntRange(0, 90).Draw(t, "days"))
		open := v.Amount.Minor
		for range rapid.IntRange(0, 3).Draw(t, "payments") {
			if open == 0 {
				break
			}
			paid := rapid.Int64Range(1, open).Draw(t, "paid")
			open -= paid
			v.Payments = append(v.Payments, rapport.Payment{On: today.AddDays(-rapid.IntRange(0, 900).Draw(t, "on")), Amount: paid})
		}
		slices.SortStableFunc(v.Payments, func(a, b rapport.Payment) int { return int(a.On - b.On) })
		return intake.InvoiceRow{Client: nameText().Draw(t, "client"), Invoice: v}
	})
}

func TestExportedInvoicesAreImportedEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfNDistinct(anyInvoice(), 0, 5, func(r intake.InvoiceRow) string {
			return intake.Fold(r.Client) + "\x00" + r.Invoice.Number
		}).Draw(t, "rows")
		var out bytes.Buffer
		if err := intake.WriteInvoices(&out, slices.Values(rows)); err != nil {
			t.Fatal(err)
		}
		file, err := intake.Read("out.csv", out.Bytes(), intake.ReadOptions{Today: today})
		if err != nil || len(file.Faults) > 0 {
			t.Fatalf("error %v, faults %+v in\n%s", err, file.Faults, out.String())
		}
		diff := cmp.Diff(rows, file.Invoices, cmpopts.EquateEmpty(),
			cmpopts.IgnoreFields(rapport.Invoice{}, "Source"), cmpopts.IgnoreFields(intake.InvoiceRow{}, "Lines"))
		if diff != "" {
			t.Fatalf("exported and imported:\n%s\n%s", diff, out.String())
		}
	})
}

func TestNoExportedTextCellStartsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := anyEntry().Draw(t, "row")
		var out bytes.Buffer
		if err := intake.WriteEntries(&out, slices.Values([]intake.EntryRow{row})); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range []string{records[1][0], records[1][8]} {
			shown := strings.TrimLeft(cell, " \u00a0\"\n")
			if strings.IndexAny(shown, "=+-@\t\r＝＋－＠") == 0 {
				t.Fatalf("a spreadsheet would run %q", cell)
			}
		}
	})
}

func TestFormulasAreDisarmedAndWordsLeftAlone(t *testing.T) {
	for note, want := range map[string]string{
		"=1+1": "'=1+1", "+49 30 1": "'+49 30 1", "-": "'-", "@x": "'@x", "\tx": "'\tx", " =x": "' =x", "\"=x": "'\"=x", "'=x": "''=x",
		"'tis": "'tis", "plain": "plain", "a=b": "a=b", "": "", "50": "50",
	} {
		row := intake.EntryRow{Client: "Acme", Entry: rapport.Entry{On: today, Kind: rapport.Note, Severity: 3, Note: note}}
		var out bytes.Buffer
		if err := intake.WriteEntries(&out, slices.Values([]intake.EntryRow{row})); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := records[1][8]; got != want {
			t.Errorf("%q is written as %q, want %q", note, got, want)
		}
	}
}

func TestFoldIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		if once := intake.Fold(s); intake.Fold(once) != once {
			t.Fatalf("%q folds to %q and that to %q", s, once, intake.Fold(once))
		}
	})
}
