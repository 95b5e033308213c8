package book

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// benchClients is how many clients, of a hundred entries each, the large book of
// the benchmarks holds. RAPPORT_BENCH_CLIENTS=10000 makes the million.
func benchClients() int {
	if n, err := strconv.Atoi(os.Getenv("RAPPORT_BENCH_CLIENTS")); err == nil && n > 0 {
		return n
	}
	return 200
}

const entriesEach = 100

// fill writes a large book in steps of a hundred clients.
func fill(tb testing.TB, b *Book, clients int) {
	tb.Helper()
	kinds := rapport.Kinds()
	note := strings.Repeat("what was said that day, ", 3)
	for from := 0; from < clients; from += 100 {
		write(tb, b, "import", func(tx *Tx) error {
			for i := from; i < min(from+100, clients); i++ {
				c := client(fmt.Sprintf("Client %05d", i))
				if err := tx.AddClient(c); err != nil {
					return err
				}
				for n := range entriesEach {
					e := entry(c, (entriesEach-n)*7+i%7, kinds[(i+n)%len(kinds)])
					e.Note = note[:(i*7+n*13)%len(note)]
					e.Cost = rapport.Cost{Minutes: n, Energy: rapport.Rated(n % 6)}
					if err := tx.AddEntry(e); err != nil {
						return err
					}
				}
				for n := range 3 {
					v := invoice(c, strconv.Itoa(n), n*40+i%30, 1000_00)
					if n < 2 {
						v.Payments = []rapport.Payment{{ID: rapport.NewID(), On: today, Amount: v.Amount.Minor}}
					}
					if err := tx.AddInvoice(v); err != nil {
						return err
					}
				}
				if err := tx.PutStanding(c.ID, sampleAssessment(), sampleShare(i)); err != nil {
					return err
				}
			}
			return nil
		})
	}
}

func sampleAssessment() assess.Assessment {
	a := assess.Assessment{
		On: today, Verdict: rapport.Trial, Rule: "trial_expectations", Source: assess.Shares{Pattern: 0.6, Circumstance: 0.3, Ours: 0.1},
		Confidence: assess.Substantial, Next: "expectations", Beginning: assess.Beginning{Onset: today.AddDays(-80)},
		Load: assess.Load{
			Strain: 48.1234, Parts: assess.Parts{Demands: 40.2, Complaints: 12.75},
			Weeks: []float64{1.5, 2.25, 3.125, 4, 5, 6, 7, 8, 9, 10, 11, 48.1234},
		},
	}
	for n := range 6 {
		a.Reasons = append(a.Reasons, assess.Reason{
			Code: "kind.demand_beyond", Toward: assess.Pattern, Decibans: 3.5, Kind: rapport.Demand, Count: n,
			Entries: []rapport.ID{rapport.NewID(), rapport.NewID(), rapport.NewID()}, First: today.AddDays(-60), Last: today,
		})
	}
	return a
}

// sampleShare is what a client of some trouble adds to the whole.
func sampleShare(n int) assess.Others {
	return assess.Others{
		Clients: 1, Friction: map[string]int{"asked_beyond": 1, fmt.Sprint("friction_", n%5): 1}, Invoices: 3, Late: n % 3,
		Received: map[rapport.Currency]int64{"EUR": int64(n) * 100},
	}
}

// plainConnection opens the file through database/sql with the same pragmas, as
// somebody without a book package would.
func plainConnection(tb testing.TB, path string) *sql.DB {
	tb.Helper()
	db, err := sql.Open("sqlite", dsn(path, access{mode: "rw", busy: 5000}))
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	tb.Cleanup(func() { _ = db.Close() })
	return db
}

func BenchmarkLogOneEntry(b *testing.B) {
	b.Run("recorded, undoable", func(b *testing.B) {
		book := emptyBook(b)
		c := client("Acme")
		write(b, book, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
		for b.Loop() {
			e := entry(c, 3, rapport.Complaint)
			if err := book.Write(context.Background(), Step{Name: "log"}, func(tx *Tx) error {
				return tx.AddEntry(e)
			}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare insert", func(b *testing.B) {
		db := plainConnection(b, emptyFile(b))
		if _, err := db.Exec(`CREATE TABLE entries (id BLOB PRIMARY KEY, client BLOB, day TEXT, kind TEXT, severity INTEGER,
			justified TEXT, scope TEXT, channel TEXT, minutes INTEGER, note TEXT)`); err != nil {
			b.Fatal(err)
		}
		c := client("Acme")
		for b.Loop() {
			e := entry(c, 3, rapport.Complaint)
			if _, err := db.Exec("INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?)", e.ID[:], e.Client[:], e.On.String(),
				string(e.Kind), e.Severity, "", "", "", 0, e.Note); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// emptyFile is a database without a table.
func emptyFile(tb testing.TB) string {
	path := filepath.Join(tb.TempDir(), "bare.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

func BenchmarkSweep(b *testing.B) {
	book := emptyBook(b)
	fill(b, book, benchClients())
	rows := float64(benchClients() * entriesEach)
	b.Run("plain scan", func(b *testing.B) {
		db := plainConnection(b, book.Path())
		for b.Loop() {
			plainScan(b, db)
		}
		b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("histories", func(b *testing.B) {
		for b.Loop() {
			read(b, book, func(tx *Tx) error {
				return tx.Histories(Sweep{}, func(assess.History) error { return nil })
			})
		}
		b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("standings", func(b *testing.B) {
		for b.Loop() {
			read(b, book, func(tx *Tx) error {
				_, err := tx.Standings(today, false)
				return err
			})
		}
	})
	b.Run("journal page", func(b *testing.B) {
		for b.Loop() {
			read(b, book, func(tx *Tx) error {
				_, err := tx.Journal(Filter{Limit: 100})
				return err
			})
		}
	})
	b.Run("journal search without a hit", func(b *testing.B) {
		for b.Loop() {
			read(b, book, func(tx *Tx) error {
				_, err := tx.Journal(Filter{Limit: 100, Text: "zzyzx"})
				return err
			})
		}
	})
}

func plainScan(b *testing.B, db *sql.DB) {
	b.Helper()
	rows, err := db.Query(`SELECT id, client, day, kind, severity, justified, scope, channel, minutes, energy, anger,
		source_file, source_row, note FROM entries WHERE trashed_at IS NULL ORDER BY client, day, id`)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, client []byte
		var day, kind, justified, scope, channel, file, note string
		var severity, minutes, row int
		var energy, anger sql.NullInt64
		if err := rows.Scan(&id, &client, &day, &kind, &severity, &justified, &scope, &channel, &minutes, &energy, &anger,
			&file, &row, &note); err != nil {
			b.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkOpen(b *testing.B) {
	book := emptyBook(b)
	fill(b, book, benchClients())
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	for _, readOnly := range []bool{false, true} {
		b.Run(fmt.Sprintf("read only %v", readOnly), func(b *testing.B) {
			for b.Loop() {
				if err := tryOpen(book.Path(), Options{Now: clock(), ReadOnly: readOnly}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
