package intake

import (
	"cmp"
	"crypto/sha256"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Format is one of the two CSV formats.
type Format string

// The formats, told apart by their header. Required columns stand before the
// bracket; the others may be absent. Columns come in any order.
const (
	JournalCSV Format = "journal" // client,date,kind[,severity,justified,scope,minutes,energy,note,channel,anger,start,review,given]
	InvoiceCSV Format = "invoice" // client,number,issued,due,amount,currency[,paid,paid_on,disputed,hours]
)

var (
	journalColumns = []string{
		"client", "date", "kind", "severity", "justified", "scope", "minutes", "energy", "note",
		"channel", "anger", "start", "review", "given",
	}
	invoiceColumns = []string{
		"client", "number", "issued", "due", "amount", "currency", "paid", "paid_on", "disputed", "hours",
	}
	journalRequired = journalColumns[:3]
	invoiceRequired = invoiceColumns[:6]
)

// ReadOptions is what reading depends on beside the file.
type ReadOptions struct {
	Today       rapport.Date // nothing that happened may lie after it
	KeepUnknown bool         // append cells of unknown columns to the note of an entry, as "column: cell"
}

// File is what a CSV file proposes.
type File struct {
	Name     string // its base name, which is also in each record's Source
	Format   Format
	Rows     int // data rows, good and bad
	Entries  []EntryRow
	Invoices []InvoiceRow
	Faults   []Fault  // in order of line and column; empty when every row is good
	Twins    []Twin   // rows equal to an earlier one; they are proposed all the same
	Ignored  []string // unknown columns, as written in the header
}

// EntryRow is an entry with its client by name. Start and Review are those of
// the circumstance of a hardship, zero when the file does not say.
type EntryRow struct {
	Client        string
	Entry         rapport.Entry // Source.Row is its line; ID, Client and Cost.Given are not set
	Start, Review rapport.Date
	Given         string // what a remedy cost in money, "40.50 EUR" or "40.50"; "" for nothing
}

// GivenIn returns the currency the file names for what was given, "" if it names none.
func (r EntryRow) GivenIn() rapport.Currency {
	_, code, _ := strings.Cut(r.Given, " ")
	return rapport.Currency(code)
}

// In returns the entry once the currency of its client is known, which is the one
// of its costs. Money given in another is refused with [rapport.ErrAmountCurrency],
// and more decimals than the currency has with [rapport.ErrAmount].
func (r EntryRow) In(currency rapport.Currency) (rapport.Entry, error) {
	e := r.Entry
	if r.Given == "" {
		return e, nil
	}
	amount, code, named := strings.Cut(r.Given, " ")
	if named && rapport.Currency(code) != currency {
		return e, rapport.Refuse(rapport.ErrAmountCurrency, rapport.Args{"got": code, "want": string(currency)})
	}
	given, err := rapport.ParseMoney(amount, currency)
	if err != nil {
		return e, err
	}
	e.Cost.Given = given.Minor
	return e, e.Cost.Check()
}

// InvoiceRow is an invoice with its client by name, made of every row of its
// number.
type InvoiceRow struct {
	Client  string
	Invoice rapport.Invoice // Source.Row is its first line; IDs are not set
	Lines   []int           // of every row it was made of
}

// Fault is why a row cannot be stored.
type Fault struct {
	Line    int    // of the file, where the cell begins; the header is usually line 1
	Row     int    // line where the row begins: rows are skipped by it
	Column  string // name in the header, "" when the whole row is meant
	Number  int    // of the column, counted from 1; 0 when the whole row is meant
	Problem *rapport.Problem
}

// Twin is a row that equals an earlier one, cell by cell. That may be a slip of
// whoever made the file or the plain truth, such as two outbursts on one day.
type Twin struct {
	Line, First int
}

// BadRows returns how many rows are left out because of faults.
func (f File) BadRows() int {
	rows := map[int]bool{}
	for _, fault := range f.Faults {
		rows[fault.Row] = true
	}
	return len(rows)
}

// Read reads a journal or invoice CSV: UTF-8 or UTF-16;
// separated by comma, semicolon or tab. The error is a [rapport.Problem] about the
// file as a whole (empty, wrong header); what is wrong with rows stands in
// File.Faults, and the good rows are returned beside them. Time and memory grow
// with the size of the data and no faster; how much is too much is for the caller
// to say before.
func Read(name string, data []byte, o ReadOptions) (File, error) {
	file := File{Name: path.Base(strings.ReplaceAll(name, `\`, "/"))}
	text := decode(data)
	s := newScanner(text)
	head, ok := s.header()
	if !ok {
		return file, rapport.Refuse(ErrFileEmpty, rapport.Args{"file": file.Name})
	}
	if head.problem != nil {
		return file, head.problem
	}
	columns, err := file.readHeader(head)
	if err != nil {
		return file, err
	}
	t := &table{File: file, options: o, columns: columns, seen: map[[sha256.Size]byte]int{}, byKey: map[invoiceKey]*draft{}}
	for {
		rec, ok := s.next()
		if !ok {
			break
		}
		t.row(rec)
	}
	t.finish()
	return t.File, nil
}

// readHeader tells the format and says which column stands where.
func (f *File) readHeader(head record) ([]column, error) {
	columns := make([]column, len(head.cells))
	names := map[string]bool{}
	for i, cell := range head.cells {
		columns[i] = column{number: i + 1, written: strings.TrimSpace(cell.text), name: Fold(cell.text)}
		names[columns[i].name] = true
	}
	missingJournal, missingInvoice := lacking(journalRequired, names), lacking(invoiceRequired, names)
	known := journalColumns
	switch {
	case len(missingJournal) == 0:
		f.Format = JournalCSV
	case len(missingInvoice) == 0:
		f.Format, known = InvoiceCSV, invoiceColumns
	default:
		return nil, f.wrongHeader(columns, missingJournal, missingInvoice)
	}
	taken := map[string]bool{}
	for i := range columns {
		c := &columns[i]
		if c.known = slices.Contains(known, c.name); !c.known {
			if c.written != "" {
				f.Ignored = append(f.Ignored, brief(c.written))
			}
			continue
		}
		if taken[c.name] {
			return nil, rapport.Refuse(ErrHeaderTwice, rapport.Args{"file": f.Name, "column": c.name})
		}
		taken[c.name] = true
	}
	return columns, nil
}

// wrongHeader names what is missing for the format the header comes closer to.
func (f *File) wrongHeader(columns []column, missingJournal, missingInvoice []string) error {
	missing := missingJournal
	if len(invoiceRequired)-len(missingInvoice) > len(journalRequired)-len(missingJournal) {
		missing = missingInvoice
	}
	var found []string
	for _, c := range columns[:min(len(columns), 20)] {
		found = append(found, brief(c.written))
	}
	return rapport.Refuse(ErrHeader, rapport.Args{
		"file": f.Name, "missing": strings.Join(missing, ", "), "found": strings.Join(found, ", "),
	})
}

// brief cuts what stands in a header to what names a column: a file that is none
// may have anything there.
func brief(written string) string {
	const longest = 40
	written = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, written[:min(len(written), 4*longest)])
	if runes := []rune(written); len(runes) > longest {
		written = string(runes[:longest]) + "…"
	}
	return written
}

func lacking(required []string, names map[string]bool) []string {
	var missing []string
	for _, name := range required {
		if !names[name] {
			missing = append(missing, name)
		}
	}
	return missing
}

// column is one column of the file.
type column struct {
	number  int
	name    string // folded
	written string
	known   bool
}

// table is a file being read.
type table struct {
	File
	options ReadOptions
	columns []column
	seen    map[[sha256.Size]byte]int // whole rows by their hash, to their first line
	drafts  []*draft                  // invoices, in order of their first row
	byKey   map[invoiceKey]*draft
}

// row reads one record.
func (t *table) row(rec record) {
	t.Rows++
	if rec.problem != nil {
		t.fault(rec, rec.at, rec.problem)
		return
	}
	for len(rec.cells) > len(t.columns) && rec.cells[len(rec.cells)-1].text == "" {
		rec.cells = rec.cells[:len(rec.cells)-1] // what spreadsheets pad rows with
	}
	if got, want := len(rec.cells), len(t.columns); got != want {
		t.fault(rec, -1, rapport.Refuse(ErrRagged, rapport.Args{"got": got, "want": want}))
		return
	}
	before := len(t.Faults)
	t.checkText(rec)
	if len(t.Faults) > before {
		return
	}
	t.twin(rec)
	r := &row{table: t, record: rec}
	if t.Format == InvoiceCSV {
		r.invoice()
		return
	}
	r.entry()
}

// checkText refuses cells no record can hold: not UTF-8, or with a NUL.
func (t *table) checkText(rec record) {
	for i, c := range rec.cells {
		kind, cause := ErrCellUTF8, rapport.ErrTextUTF8
		if strings.IndexByte(c.text, 0) >= 0 {
			kind, cause = ErrCellNUL, rapport.ErrTextNUL
		} else if utf8.ValidString(c.text) {
			continue
		}
		column := rapport.Args{"column": t.columns[i].written}
		t.fault(rec, i, rapport.Refuse(kind, column).Because(rapport.Refuse(cause, rapport.Args{"field": "note"})))
	}
}

// twin notes a row that is there already.
func (t *table) twin(rec record) {
	key := sha256.Sum256([]byte(rec.key()))
	if first, ok := t.seen[key]; ok {
		t.Twins = append(t.Twins, Twin{Line: rec.line, First: first})
		return
	}
	t.seen[key] = rec.line
}

// fault files a problem with a cell, or with the whole row when cell is negative.
func (t *table) fault(rec record, cell int, p *rapport.Problem) {
	f := Fault{Line: rec.line, Row: rec.line, Problem: p}
	if cell >= 0 {
		f.Line, f.Number = rec.cells[cell].line, cell+1
		if cell < len(t.columns) {
			f.Column = t.columns[cell].written
		}
	}
	t.Faults = append(t.Faults, f)
}

// finish completes what only the whole file can tell.
func (t *table) finish() {
	for _, d := range t.drafts {
		t.settle(d)
	}
	slices.SortStableFunc(t.Faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Number, b.Number))
	})
}
