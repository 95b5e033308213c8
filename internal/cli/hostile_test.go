package cli_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/book"
)

// Two scripts that log at once take turns; only a window keeps the book for long.
func TestACommandWaitsForItsTurn(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Acme")
	b, err := book.Open(context.Background(), d.book, book.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	closed := make(chan error)
	go func() {
		time.Sleep(150 * time.Millisecond)
		closed <- b.Close()
	}()
	d.must("log", "acme", "praise")
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
}

// A name from a file may hold what a terminal obeys. It is stored as it came, and
// never printed.
func TestNoTerminalIsMadeToObey(t *testing.T) {
	const name = "E\u009b31m\x7fvil\u202e"
	d := newDesk(t)
	d.must("client", "add", name)
	d.must("log", `"`+name+`"`, "complaint", "-", "\x1b[2Jnote")
	d.colours = true
	for _, words := range [][]string{
		{"review", "--json"}, {"client", "list", "--json"}, {"client", "show", name, "--json"}, {"client", "list"},
		{"client", "show", name}, {"answer", name}, {"insights"}, {"map"}, {"limits", name}, {"look-back"}, {"export"}, {"undo", "--list"}, {"__complete", "client", "show", ""},
	} {
		out := d.must(words...)
		for _, own := range []string{"0", "1", "2", "31", "32", "33", "34", "35", "36"} {
			out = strings.ReplaceAll(out, "\x1b["+own+"m", "")
		}
		if at := strings.IndexAny(out, "\x1b\u009b\x7f\u202e"); at >= 0 {
			t.Errorf("%q prints %q", words, out[max(0, at-20):min(len(out), at+20)])
		}
		if words[len(words)-1] == "--json" && !json.Valid([]byte(out)) {
			t.Errorf("%q is no JSON: %s", words, out)
		}
	}
	d.colours = false
	if out := d.must("export"); !strings.Contains(out, name) || !strings.Contains(out, "\x1b[2Jnote") {
		t.Errorf("the export for a program lacks something: %q", out)
	}
	var list struct{ Clients []struct{ Client string } }
	if err := json.Unmarshal([]byte(d.must("client", "list", "--json")), &list); err != nil || list.Clients[0].Client != name {
		t.Errorf("the name reads %q: %v", list.Clients, err)
	}
}

// The page with the preferences is broken: the language is guessed, and the records
// are saved all the same.
func TestBrokenPreferencesKeepNobodyFromTheirRecords(t *testing.T) {
	d := newDesk(t)
	delete(d.env, "RAPPORT_LANG")
	d.must("client", "add", "Acme")
	d.must("log", "acme", "complaint", "loud")
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: d.book}).String())
	if err != nil {
		t.Fatal(err)
	}
	var page int64
	row := db.QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'")
	if err := errors.Join(row.Scan(&page), db.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(d.book, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = file.WriteAt(bytes.Repeat([]byte{0xff}, 4096), (page-1)*4096)
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
	if out := d.must("export"); !strings.Contains(out, "Acme,2026-06-30,complaint") {
		t.Errorf("the export holds %q", out)
	}
	if code, _, _ := d.run("log", "acme", "praise"); code != 1 {
		t.Errorf("something was written into a damaged book: %d", code)
	}
}
