package practice_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// benchClients is how many clients of a hundred entries each the large book
// holds; RAPPORT_BENCH_CLIENTS=10000 makes the million.
func benchClients() int {
	if n, err := strconv.Atoi(os.Getenv("RAPPORT_BENCH_CLIENTS")); err == nil && n > 0 {
		return n
	}
	return 100
}

const entriesEach = 100

// history is a year and more of ordinary work with one client.
func history(client rapport.ID, today rapport.Date) []rapport.Entry {
	kinds := rapport.Kinds()
	entries := make([]rapport.Entry, entriesEach)
	for i := range entries {
		entries[i] = rapport.Entry{ID: rapport.NewID(), Client: client, On: today.AddDays(-5 * (entriesEach - i)),
			Kind: kinds[i*7%len(kinds)], Severity: 1 + i%3, Note: "what was said on that day, in a few words"}
	}
	return entries
}

// fill stores clients with their histories.
func fill(b *testing.B, o *office, clients int) {
	b.Helper()
	for i := range clients {
		c := rapport.Client{ID: rapport.NewID(), Name: fmt.Sprintf("Client %05d", i), State: rapport.Active,
			Terms: rapport.Terms{Currency: "EUR"}}
		err := o.Book().Write(b.Context(), book.Step{Name: "import"}, func(tx *book.Tx) error {
			if err := tx.AddClient(c); err != nil {
				return err
			}
			for _, e := range history(c.ID, o.today) {
				if err := tx.AddEntry(e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// plain opens a file the way anybody would who wants it to be durable.
func plain(b *testing.B, path string) *sql.DB {
	b.Helper()
	address := url.URL{Scheme: "file", Path: path, RawQuery: "_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		b.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	b.Cleanup(func() { _ = db.Close() })
	return db
}

// BenchmarkLog times one entry from the deed to the stored verdict, for a client
// with a hundred entries, against the bare insert of the same row, in turns so
// that both see the same machine. x-bare is how many times longer the deed takes.
func BenchmarkLog(b *testing.B) {
	o := openFor(b)
	fill(b, o, 1)
	clients, err := o.Clients(b.Context(), false)
	if err != nil {
		b.Fatal(err)
	}
	db := plain(b, filepath.Join(b.TempDir(), "bare.db"))
	if _, err := db.Exec(`CREATE TABLE entries (id BLOB PRIMARY KEY, client BLOB, day TEXT, kind TEXT, severity INTEGER, note TEXT)`); err != nil {
		b.Fatal(err)
	}
	var deed, bare time.Duration
	for b.Loop() {
		e := rapport.Entry{ID: rapport.NewID(), Client: clients[0].ID, On: o.today, Kind: rapport.Complaint, Severity: 3, Note: "what was said on that day"}
		start := time.Now()
		if _, err := o.Log(b.Context(), e); err != nil {
			b.Fatal(err)
		}
		deed += time.Since(start)
		start = time.Now()
		if _, err := db.Exec("INSERT INTO entries VALUES (?,?,?,?,?,?)", e.ID[:], e.Client[:], e.On.String(), string(e.Kind), e.Severity, e.Note); err != nil {
			b.Fatal(err)
		}
		bare += time.Since(start)
		if err := o.TrashEntry(b.Context(), e.ID); err != nil { // the history stays as long as it was
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(deed.Microseconds())/float64(b.N), "us-deed")
	b.ReportMetric(float64(bare.Microseconds())/float64(b.N), "us-bare")
	b.ReportMetric(float64(deed)/float64(bare), "x-bare")
}

// BenchmarkReview times the review of every client on a new day, judged and
// stored, against the plain scan of the same entries through the same driver.
func BenchmarkReview(b *testing.B) {
	o := openFor(b)
	fill(b, o, benchClients())
	db := plain(b, o.Book().Path())
	var review, scan time.Duration
	for b.Loop() {
		o.today++
		start := time.Now()
		standings, err := o.Review(b.Context())
		if err != nil || len(standings) != benchClients() {
			b.Fatalf("%d clients reviewed, %v", len(standings), err)
		}
		review += time.Since(start)
		start = time.Now()
		if n := scanEntries(b, db); n != benchClients()*entriesEach {
			b.Fatalf("%d entries scanned", n)
		}
		scan += time.Since(start)
	}
	b.ReportMetric(review.Seconds()/float64(b.N), "s-review")
	b.ReportMetric(scan.Seconds()/float64(b.N), "s-scan")
	b.ReportMetric(float64(review)/float64(scan), "x-scan")
}

func scanEntries(b *testing.B, db *sql.DB) (count int) {
	b.Helper()
	rows, err := db.Query("SELECT id, client, day, kind, severity, justified, scope, minutes, note FROM entries ORDER BY client, day, id")
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	var id, client []byte
	var day, kind, justified, scope, note string
	var severity, minutes int
	for rows.Next() {
		if err := rows.Scan(&id, &client, &day, &kind, &severity, &justified, &scope, &minutes, &note); err != nil {
			b.Fatal(err)
		}
		count++
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return count
}

// openFor is open for benchmarks.
func openFor(b *testing.B) *office {
	b.Helper()
	o := &office{today: monday}
	made, err := book.Create(b.Context(), filepath.Join(b.TempDir(), "book.rapport"), book.Options{Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	o.Practice = practice.New(made, func() rapport.Date { return o.today })
	b.Cleanup(func() { _ = o.Close() })
	return o
}
