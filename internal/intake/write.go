package intake

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// WriteEntries writes a journal CSV that Read reads back equal, but for
// Entry.Source, which then names that file. Every column is always there: a header
// that came and went with the data would be a trap for whoever reads it by place.
func WriteEntries(w io.Writer, rows iter.Seq[EntryRow]) error {
	return writeCSV(w, journalColumns, func(write func([]string) error) error {
		for row := range rows {
			e := row.Entry
			err := write([]string{
				guardName(row.Client), e.On.String(), string(e.Kind), strconv.Itoa(e.Severity),
				string(e.Justified), string(e.Scope), strconv.Itoa(e.Cost.Minutes), e.Cost.Energy.String(), guard(e.Note),
				string(e.Channel), e.Cost.Anger.String(), row.Start.String(), row.Review.String(), row.Given,
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// WriteInvoices writes an invoice CSV, one row a payment or a single one for an
// invoice without any, which Read reads back equal but for its Source.
func WriteInvoices(w io.Writer, rows iter.Seq[InvoiceRow]) error {
	return writeCSV(w, invoiceColumns, func(write func([]string) error) error {
		for row := range rows {
			if err := writeInvoice(write, row); err != nil {
				return err
			}
		}
		return nil
	})
}

func writeInvoice(write func([]string) error, row InvoiceRow) error {
	v := row.Invoice
	disputed := ""
	if v.Disputed {
		disputed = "yes"
	}
	line := func(paid, on string) error {
		return write([]string{
			guardName(row.Client), guardName(v.Number), v.Issued.String(), v.Due.String(),
			v.Amount.Decimal(), string(v.Amount.Currency), paid, on, disputed, hours(v.Minutes),
		})
	}
	if len(v.Payments) == 0 {
		return line("", "")
	}
	for _, p := range v.Payments {
		paid := rapport.Money{Minor: p.Amount, Currency: v.Amount.Currency}
		if err := line(paid.Decimal(), p.On.String()); err != nil {
			return err
		}
	}
	return nil
}

// hours writes minutes as hours with two decimals, enough to find the minute
// again: 1.58 is 95 minutes. No minutes are no hours anybody spoke of.
func hours(minutes int) string {
	if minutes == 0 {
		return ""
	}
	return strconv.FormatFloat(math.Round(float64(minutes)/60*100)/100, 'f', -1, 64)
}

// writeCSV writes the header and then whatever rows come.
func writeCSV(w io.Writer, header []string, rows func(write func([]string) error) error) error {
	out := csv.NewWriter(w)
	if err := out.Write(header); err != nil {
		return fmt.Errorf("writing the header: %w", err)
	}
	if err := rows(out.Write); err != nil {
		return fmt.Errorf("writing a row: %w", err)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the last rows: %w", err)
	}
	return nil
}

// A spreadsheet takes a cell that begins with one of a few signs for a formula and
// runs it, even behind blanks and quotes. An apostrophe before the cell disarms it.
// Reading takes one apostrophe away from exactly the cells that writing would have
// given one, so every text comes back as it was, those that begin with an
// apostrophe themselves included.

// guard disarms a text cell.
func guard(s string) string {
	if runs(s) {
		return "'" + s
	}
	return s
}

// unguard undoes guard.
func unguard(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && runs(rest) {
		return rest
	}
	return s
}

// runs reports whether a spreadsheet may take the text for a formula.
func runs(s string) bool {
	for _, r := range s {
		switch {
		case strings.ContainsRune("=+-@\t\r\n＝＋－＠", r):
			return true
		case r != '\'' && r != '"' && !unicode.IsSpace(r):
			return false
		}
	}
	return false
}

// guardName disarms a name, and marks one with blanks around it, which reading
// would trim.
func guardName(s string) string {
	if delicate(s) {
		return "'" + s
	}
	return s
}

// unguardName undoes guardName; a name that was not guarded is trimmed.
func unguardName(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && delicate(rest) {
		return rest
	}
	return strings.TrimSpace(s)
}

func delicate(s string) bool {
	inner := strings.TrimLeft(s, "'")
	return runs(s) || inner != strings.TrimSpace(inner)
}
