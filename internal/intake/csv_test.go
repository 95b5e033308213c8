package intake_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

const journal = "client,date,kind,severity,justified,scope,minutes,energy,note\n"

func read(t *testing.T, text string) intake.File {
	t.Helper()
	file, err := intake.Read("folder/in.csv", []byte(text), intake.ReadOptions{Today: today})
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return file
}

// faults writes faults as line:column number name code.
func faults(f intake.File) []string {
	var all []string
	for _, fault := range f.Faults {
		all = append(all, fmt.Sprintf("%d:%d %s %s", fault.Line, fault.Number, fault.Column, fault.Problem.Code))
	}
	return all
}

func TestAJournalIsRead(t *testing.T) {
	file := read(t, journal+
		"Acme,2026-06-29,complaint,4,no,,20,4,\"asked for a \"\"fourth\"\"\r\nredesign, again\"\n"+
		"Acme,2026-06-30,demand,,,beyond,,,\n")
	want := []intake.EntryRow{
		{Client: "Acme", Entry: rapport.Entry{
			On: today - 1, Kind: rapport.Complaint, Severity: 4, Justified: rapport.JustifiedNo,
			Cost: rapport.Cost{Minutes: 20, Energy: rapport.Rated(4)}, Note: "asked for a \"fourth\"\r\nredesign, again",
			Source: rapport.Source{File: "in.csv", Row: 2},
		}},
		{Client: "Acme", Entry: rapport.Entry{
			On: today, Kind: rapport.Demand, Severity: 3, Scope: rapport.ScopeBeyond, Source: rapport.Source{File: "in.csv", Row: 4},
		}},
	}
	if diff := cmp.Diff(want, file.Entries, ratings); diff != "" {
		t.Error(diff)
	}
	if file.Format != intake.JournalCSV || file.Rows != 2 || len(file.Faults) > 0 {
		t.Errorf("format %s, rows %d, faults %v", file.Format, file.Rows, faults(file))
	}
}

func TestOneJournalInManyDresses(t *testing.T) {
	plain := "client,date,kind,note\nMüller,2026-06-29,praise,\"a,b;c\td\"\n"
	semicolons := "client;date;kind;note\nMüller;2026-06-29;praise;\"a,b;c\td\"\n"
	utf16le := func(s string) string {
		data := []byte{0xFF, 0xFE}
		for _, u := range utf16.Encode([]rune(s)) {
			data = binary.LittleEndian.AppendUint16(data, u)
		}
		return string(data)
	}
	utf16be := func(s string) string {
		data := []byte{0xFE, 0xFF}
		for _, u := range utf16.Encode([]rune(s)) {
			data = binary.BigEndian.AppendUint16(data, u)
		}
		return string(data)
	}
	for name, text := range map[string]string{
		"as it is":               plain,
		"with byte order mark":   "\ufeff" + plain,
		"with semicolons":        semicolons,
		"with tabs":              "client\tdate\tkind\tnote\nMüller\t2026-06-29\tpraise\t\"a,b;c\td\"\n",
		"declaring semicolons":   "sep=;\r\n" + semicolons,
		"with CR LF":             strings.ReplaceAll(plain, "\n", "\r\n"),
		"with CR":                strings.ReplaceAll(plain, "\n", "\r"),
		"without a last newline": strings.TrimSuffix(plain, "\n"),
		"in UTF-16, low first":   utf16le(plain),
		"in UTF-16, high first":  utf16be(plain),
		"with other capitals":    strings.Replace(plain, "client,date,kind,note", "\"Client\", DATE ,Kind,NOTE", 1),
		"with blank lines":       "\n\n" + strings.Replace(plain, "\n", "\n\n,,,\n", 1) + "\n\n",
		"with padded rows":       strings.Replace(plain, "d\"\n", "d\",,,\n", 1),
		"in another order":       "note,kind,client,date\n\"a,b;c\td\",praise,Müller,2026-06-29\n",
		"with blanks in cells":   strings.Replace(plain, "Müller,2026-06-29,praise", " Müller\u00a0, 2026-06-29 , Praise ", 1),
	} {
		t.Run(name, func(t *testing.T) {
			file := read(t, text)
			if len(file.Entries) != 1 || len(file.Faults) > 0 {
				t.Fatalf("%d entries, faults %v", len(file.Entries), faults(file))
			}
			got := file.Entries[0]
			if got.Client != "Müller" || got.Entry.On != today-1 || got.Entry.Kind != rapport.Praise || got.Entry.Note != "a,b;c\td" {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestEveryFaultNamesLineColumnAndReason(t *testing.T) {
	for row, want := range map[string]string{
		",2026-06-29,praise,,,,,,":                                              "2:1 client text_empty",
		" ,2026-06-29,praise,,,,,,":                                             "2:1 client text_empty",
		"\"A\nB\",2026-06-29,praise,,,,,,":                                      "2:1 client text_line",
		strings.Repeat("x", 201) + ",2026-06-29,praise,,,,,,":                   "2:1 client text_long",
		"Acme,,praise,,,,,,":                                                    "2:2 date date_missing",
		"Acme,29.06.2026,praise,,,,,,":                                          "2:2 date date_form",
		"Acme,2026-02-30,praise,,,,,,":                                          "2:2 date date_form",
		"Acme,2026-07-01,praise,,,,,,":                                          "2:2 date date_future",
		"Acme,0206-07-01,praise,,,,,,":                                          "2:2 date date_range",
		"Acme,2026-06-29,complant,,,,,,":                                        "2:3 kind csv_kind_like",
		"Acme,2026-06-29,sabotage,,,,,,":                                        "2:3 kind kind_unknown",
		"Acme,2026-06-29,,,,,,,":                                                "2:3 kind kind_unknown",
		"Acme,2026-06-29,praise,0,,,,,":                                         "2:4 severity severity_range",
		"Acme,2026-06-29,praise,9,,,,,":                                         "2:4 severity severity_range",
		"Acme,2026-06-29,praise,high,,,,,":                                      "2:4 severity severity_range",
		"Acme,2026-06-29,complaint,,maybe,,,,":                                  "2:5 justified justified_unknown",
		"Acme,2026-06-29,praise,,yes,,,,":                                       "2:5 justified justified_unknown",
		"Acme,2026-06-29,demand,,,outside,,,":                                   "2:6 scope scope_unknown",
		"Acme,2026-06-29,praise,,,in,,,":                                        "2:6 scope scope_unknown",
		"Acme,2026-06-29,praise,,,,-5,,":                                        "2:7 minutes minutes_range",
		"Acme,2026-06-29,praise,,,,1.5,,":                                       "2:7 minutes minutes_range",
		"Acme,2026-06-29,praise,,,,,6,":                                         "2:8 energy energy_range",
		"Acme,2026-06-29,praise,,,,,,a\x00b":                                    "2:9 note csv_nul",
		"Acme,2026-06-29,praise,,,,,,M\xfcller":                                 "2:9 note csv_utf8",
		"M\xfcller,2026-06-29,praise,,,,,,":                                     "2:1 client csv_utf8",
		"\"A\",2026-06-29,praise,,,,,,\"x\ny\",z":                               "2:0  csv_ragged",
		"Acme,2026-06-29,praise":                                                "2:0  csv_ragged",
		"Acme,2026-06-29,praise,,,,,,\"open":                                    "2:9 note csv_quote_open",
		"Acme,2026-06-29,praise,,,,,,\"a\"b":                                    "2:9 note csv_quote_text",
		"Acme,2026-06-29,praise,,,,,," + strings.Repeat("n", rapport.MaxNote+1): "2:9 note text_long",
	} {
		good := "Acme,2026-06-28,praise,,,,,,good\n"
		file := read(t, journal+row+"\n"+good)
		if got := faults(file); len(got) != 1 || got[0] != want {
			t.Errorf("%.80q: faults %v, want %s", row, got, want)
		}
		if len(file.Entries) != 1 || file.Entries[0].Entry.Note != "good" || file.BadRows() != 1 || file.Rows != 2 {
			t.Errorf("%.80q: %d good, %d bad of %d rows", row, len(file.Entries), file.BadRows(), file.Rows)
		}
	}
}

func TestAllFaultsOfARowAreNamed(t *testing.T) {
	file := read(t, journal+"\"Acme\",2026-06-29,praise,,,,,,\"a\nb\"\n,2026-13-01,complant,9,,,,,\n")
	want := []string{"4:1 client text_empty", "4:2 date date_form", "4:3 kind csv_kind_like", "4:4 severity severity_range"}
	if diff := cmp.Diff(want, faults(file)); diff != "" {
		t.Error(diff)
	}
	kind := file.Faults[2].Problem
	if kind.Args["like"] != "complaint" || kind.Args["value"] != "complant" || !errors.Is(kind, rapport.ErrKindUnknown) {
		t.Errorf("the kind is refused with %v", kind)
	}
}

func TestAFileThatIsNoneOfTheFormatsIsRefusedWhole(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want *rapport.Problem
		args rapport.Args
	}{
		"empty":                {"", intake.ErrFileEmpty, rapport.Args{"file": "x.csv"}},
		"blank":                {"\r\n , \n", intake.ErrHeader, nil},
		"only line ends":       {"\n\n\n", intake.ErrFileEmpty, nil},
		"other columns":        {"date,amount\n1,2\n", intake.ErrHeader, rapport.Args{"file": "x.csv", "missing": "client, kind", "found": "date, amount"}},
		"half an invoice":      {"client;number;issued;amount\n", intake.ErrHeader, rapport.Args{"file": "x.csv", "missing": "due, currency", "found": "client, number, issued, amount"}},
		"a column twice":       {"client,date,kind,Note,note\n", intake.ErrHeaderTwice, rapport.Args{"file": "x.csv", "column": "note"}},
		"no header":            {"Acme,2026-06-29,praise\n", intake.ErrHeader, nil},
		"no text at all":       {strings.Repeat("\x01\x02x", 1<<18) + "\n", intake.ErrHeader, rapport.Args{"file": "x.csv", "missing": "client, date, kind", "found": strings.Repeat("x", 40) + "…"}},
		"a quote never closed": {"\"client,date,kind\nAcme,2026-06-29,praise\n", intake.ErrQuoteOpen, nil},
	} {
		_, err := intake.Read(`C:\files\x.csv`, []byte(c.text), intake.ReadOptions{Today: today})
		var p *rapport.Problem
		if !errors.As(err, &p) || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want.Code)
			continue
		}
		if c.args != nil {
			if diff := cmp.Diff(c.args, p.Args); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	}
}

func TestUnknownColumnsAreNamedAndKeptOnlyWhenAsked(t *testing.T) {
	text := "client,project,date,kind,note,,mood\nAcme,Shop,2026-06-29,note,hello,,'=sad\n"
	file := read(t, text)
	if diff := cmp.Diff([]string{"project", "mood"}, file.Ignored); diff != "" || file.Entries[0].Entry.Note != "hello" {
		t.Errorf("ignored %v, note %q", file.Ignored, file.Entries[0].Entry.Note)
	}
	file, err := intake.Read("x.csv", []byte(text), intake.ReadOptions{Today: today, KeepUnknown: true})
	if want := "hello\nproject: Shop\nmood: =sad"; err != nil || file.Entries[0].Entry.Note != want {
		t.Errorf("note %q, error %v", file.Entries[0].Entry.Note, err)
	}
}

func TestEqualRowsAreFlaggedAndKept(t *testing.T) {
	row := "Acme,2026-06-29,praise,,,,,,x\n"
	file := read(t, journal+row+"Acme,2026-06-29,praise,,,,,,y\n"+row+row)
	if diff := cmp.Diff([]intake.Twin{{Line: 4, First: 2}, {Line: 5, First: 2}}, file.Twins); diff != "" || len(file.Entries) != 4 {
		t.Errorf("%d entries, twins %s", len(file.Entries), diff)
	}
}

func TestQuotesThatAreNeverClosedDoNotSwallowTheFile(t *testing.T) {
	file := read(t, "client,date,kind,note\nAcme,2026-06-29,note,\"open\nAcme,2026-06-29,note,fine\n")
	if len(file.Entries) != 1 || file.Entries[0].Entry.Note != "fine" || len(file.Faults) != 1 {
		t.Errorf("entries %+v, faults %v", file.Entries, faults(file))
	}
	long := read(t, "client,date,kind,note\n"+strings.Repeat("Acme,2026-06-29,note,\"x\n", 50_001))
	if len(long.Faults) != long.Rows || long.Rows < 25_000 {
		t.Errorf("%d faults in %d rows of broken quotes", len(long.Faults), long.Rows)
	}
}

func TestTheCircumstanceOfAHardshipTravels(t *testing.T) {
	file := read(t, "client,date,kind,start,review\nAcme,2026-06-01,hardship,2026-05-01,2026-09-01\nAcme,2026-06-01,hardship,,\n"+
		"Acme,2026-06-01,praise,2026-05-01,2026-09-01\nAcme,2026-06-01,hardship,2026-05-01,2026-04-01\nAcme,2026-06-01,hardship,2026-07-05,2026-09-01\n")
	if len(file.Entries) != 2 || file.Entries[0].Start != rapport.NewDate(2026, 5, 1) || !file.Entries[1].Review.IsZero() {
		t.Errorf("entries %+v", file.Entries)
	}
	want := []string{"4:5 review csv_no_circumstance", "5:5 review review_before", "6:4 start date_future"}
	if diff := cmp.Diff(want, faults(file)); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkRead(b *testing.B) {
	data := []byte(journal + strings.Repeat("Harbour Studio,2026-06-29,complaint,4,no,,20,4,\"asked for a fourth redesign, again\"\n", 10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if file, err := intake.Read("in.csv", data, intake.ReadOptions{Today: today}); err != nil || len(file.Entries) != 10_000 {
			b.Fatal(len(file.Entries), err)
		}
	}
}
