// Command smoke uses the finished program as a person would, on a screen nobody
// sees, and reports whether it holds:
//
//	smoke [-built FOLDER] [-shots FOLDER]
//
// It makes a sample book with rapport-cli, opens it in the window, logs an entry
// with the keyboard alone, starts the program a second time, closes the window,
// and asks rapport-cli whether the entry is in the book. Pictures of what was seen
// stay in the folder for shots; when a step fails, what the window printed is shown.
package main

import (
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/tools/stage"
)

// patience is how long the whole test may take; each step has less.
const patience = 4 * time.Minute

// What is typed. The client is one word that no sample has, the note one that
// no entry has.
const (
	client = "Lighthouse"
	note   = "seaworthiness"
	line   = client + " complaint unfair 4 e3 20m yesterday asked about " + note
)

// visit is one use of the program.
type visit struct {
	*stage.Stage
	window, cli, book, shots string
	rapport                  *stage.Actor
	id                       string // of its window
}

func main() {
	built := flag.String("built", ".build", "folder with rapport and rapport-cli")
	shots := flag.String("shots", filepath.Join(".look", "smoke"), "folder for pictures")
	flag.Parse()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	err := visitWith(ctx, *built, *shots)
	cancel()
	if err != nil {
		fmt.Fprintln(os.Stderr, "smoke:", err)
		os.Exit(1)
	}
}

// visitWith sets the stage and goes through the steps.
func visitWith(ctx context.Context, built, shots string) (err error) {
	built, err = filepath.Abs(built)
	if err != nil {
		return err
	}
	s, err := stage.Open(ctx, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	v := &visit{
		Stage: s, shots: shots, book: filepath.Join(s.Folder(), "Übung #1.rapport"),
		window: filepath.Join(built, "rapport"), cli: filepath.Join(built, "rapport-cli"),
	}
	return v.steps(ctx)
}

// steps are what is tried, in order. Each builds on the one before.
func (v *visit) steps(ctx context.Context) error {
	for _, step := range []struct {
		name string
		do   func(context.Context) error
	}{
		{"a sample book is made and has no such entry", v.prepare},
		{"the window opens and shows something", v.open},
		{"an entry is logged with the keyboard", v.log},
		{"a second start raises the first and ends", v.startAgain},
		{"the window closes", v.close},
		{"the book holds the entry as typed", v.check},
		{"the window opens again with it", v.open},
		{"and closes", v.close},
	} {
		began := time.Now()
		if err := step.do(ctx); err != nil {
			return v.explain(step.name, err)
		}
		fmt.Printf("ok   %s (%v)\n", step.name, time.Since(began).Round(10*time.Millisecond))
	}
	return nil
}

// explain adds to a failure what can be seen and what the program said.
func (v *visit) explain(step string, err error) error {
	err = fmt.Errorf("%s: %w", step, err)
	picture := filepath.Join(v.shots, "failed.png")
	if shot := v.Shoot(picture); shot == nil {
		err = fmt.Errorf("%w\nthe screen is in %s", err, picture)
	}
	if v.rapport != nil {
		err = fmt.Errorf("%w\nrapport printed:\n%s", err, v.rapport.Log())
	}
	return err
}

// prepare makes the book and makes sure that what is looked for is not there yet.
func (v *visit) prepare(ctx context.Context) error {
	if _, err := v.Run(ctx, v.cli, "--book", v.book, "demo"); err != nil {
		return err
	}
	if _, err := v.Run(ctx, v.cli, "--book", v.book, "client", "add", client); err != nil {
		return err
	}
	found, err := v.entries(ctx)
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("%v is there already", found)
	}
	return err
}

// open starts the window and waits for more than an empty frame.
func (v *visit) open(ctx context.Context) (err error) {
	if v.rapport, err = v.Start(ctx, v.window, "--book", v.book); err != nil {
		return err
	}
	if v.id, err = v.Window(ctx, v.rapport, "Rapport", 30*time.Second); err != nil {
		return err
	}
	const colors = 40 // text has its edges smoothed; a frame without content stays below
	if err = stage.Until(ctx, 20*time.Second, "content in the window", func() (bool, error) {
		n, err := v.Colors(colors)
		return n >= colors, err
	}); err != nil {
		return err
	}
	if _, err = v.Hand(ctx, "windowactivate", "--sync", v.id); err != nil {
		return err
	}
	if err = v.still(ctx); err != nil {
		return err
	}
	return v.Shoot(filepath.Join(v.shots, "opened.png"))
}

// log types an entry from wherever the program is.
func (v *visit) log(ctx context.Context) error {
	before, err := v.Fingerprint()
	if err != nil {
		return err
	}
	if _, err := v.Hand(ctx, "key", "ctrl+l"); err != nil {
		return err
	}
	if err := stage.Until(ctx, 10*time.Second, "the log line to open", func() (bool, error) {
		now, err := v.Fingerprint()
		return now != before, err
	}); err != nil {
		return err
	}
	if err := v.still(ctx); err != nil {
		return err
	}
	if _, err := v.Hand(ctx, "type", "--delay", "25", line); err != nil {
		return err
	}
	if err := v.still(ctx); err != nil {
		return err
	}
	if err := v.Shoot(filepath.Join(v.shots, "typed.png")); err != nil {
		return err
	}
	if _, err := v.Hand(ctx, "key", "Return"); err != nil {
		return err
	}
	if err := v.still(ctx); err != nil {
		return err
	}
	return v.Shoot(filepath.Join(v.shots, "saved.png"))
}

// startAgain starts the program a second time on the same book.
func (v *visit) startAgain(ctx context.Context) error {
	second, err := v.Start(ctx, v.window, "--book", v.book)
	if err != nil {
		return err
	}
	if err := second.Wait(20 * time.Second); err != nil {
		return fmt.Errorf("%w\nit printed:\n%s", err, second.Log())
	}
	return v.rapport.Gone()
}

// close leaves by the keyboard. The program must end by itself and content.
func (v *visit) close(ctx context.Context) error {
	if _, err := v.Hand(ctx, "windowactivate", "--sync", v.id); err != nil {
		return err
	}
	if _, err := v.Hand(ctx, "key", "ctrl+q"); err != nil {
		return err
	}
	return v.rapport.Wait(20 * time.Second)
}

// check looks for the entry, field by field.
func (v *visit) check(ctx context.Context) error {
	found, err := v.entries(ctx)
	if err != nil {
		return err
	}
	if len(found) != 1 {
		return fmt.Errorf("found %d entries instead of one: %v", len(found), found)
	}
	for field, want := range map[string]string{
		"client": client, "kind": "complaint", "justified": "no", "severity": "4", "energy": "3", "minutes": "20",
	} {
		if got := found[0][field]; got != want {
			err = errors.Join(err, fmt.Errorf("%s is %q, want %q", field, got, want))
		}
	}
	return err
}

// entries returns the rows of the exported journal that carry the note.
func (v *visit) entries(ctx context.Context) ([]map[string]string, error) {
	journal, err := v.Run(ctx, v.cli, "--book", v.book, "export")
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(strings.NewReader(journal)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the exported journal: %w", err)
	}
	if len(rows) < 2 || !slices.Contains(rows[0], "note") {
		return nil, fmt.Errorf("the export is no journal: %q", journal[:min(200, len(journal))])
	}
	var found []map[string]string
	for _, row := range rows[1:] {
		entry := map[string]string{}
		for i, column := range rows[0] {
			entry[column] = row[i]
		}
		if strings.Contains(entry["note"], note) {
			found = append(found, entry)
		}
	}
	return found, nil
}

// still waits until the screen has not changed for a moment. A blinking cursor
// never rests, so that a second without rest will do.
func (v *visit) still(ctx context.Context) error {
	const rest, enough = 300 * time.Millisecond, 1500 * time.Millisecond
	began, changed, last := time.Now(), time.Now(), uint64(0)
	return stage.Until(ctx, 10*time.Second, "the screen to rest", func() (bool, error) {
		now, err := v.Fingerprint()
		if now != last {
			changed, last = time.Now(), now
		}
		return time.Since(changed) > rest || time.Since(began) > enough, err
	})
}
