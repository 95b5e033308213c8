// Command windowbench holds the window, with a book of a thousand clients, against
// an empty window of the same toolkit:
//
//	windowbench [-built FOLDER] [-rounds N] [-clients N] [-entries N]
//
// Each round starts both on a fresh screen without a window manager, as neighbours
// in time, so that a slow moment of the machine meets both. Measured are the time
// from start to the first frame with content, the time until the picture rests,
// and the memory held then. Printed are the medians and their ratios, which mean
// the same on another machine while milliseconds do not.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/rapport-desktop/rapport/internal/tools/stage"
)

// shot is one start, measured.
type shot struct {
	first, rest time.Duration
	memory      int64 // bytes
}

func main() {
	built := flag.String("built", ".build", "folder with rapport, rapport-cli and emptywindow")
	rounds := flag.Int("rounds", 5, "how often each window is started")
	clients := flag.Int("clients", 1000, "how many clients the book has")
	entries := flag.Int("entries", 20000, "how many entries they have together")
	flag.Parse()
	if err := bench(context.Background(), *built, *rounds, *clients, *entries); err != nil {
		fmt.Fprintln(os.Stderr, "windowbench:", err)
		os.Exit(1)
	}
}

// bench makes the book, measures, and prints.
func bench(ctx context.Context, built string, rounds, clients, entries int) (err error) {
	if rounds < 1 {
		return errors.New("at least one round, please")
	}
	folder, err := os.MkdirTemp("", "windowbench")
	if err != nil {
		return fmt.Errorf("making room for a book: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	if built, err = filepath.Abs(built); err != nil {
		return err
	}
	book := filepath.Join(folder, "bench.rapport")
	if err := makeBook(ctx, filepath.Join(built, "rapport-cli"), book, clients, entries); err != nil {
		return err
	}
	var empty, full []shot
	for i := range rounds {
		// A copy each time: the windows are ended without asking, and a book left
		// like that is looked over when it is opened next.
		fresh := filepath.Join(folder, fmt.Sprintf("round-%d.rapport", i))
		if err := copyClosed(book, fresh); err != nil {
			return err
		}
		e, err := measure(ctx, filepath.Join(built, "emptywindow"))
		if err != nil {
			return err
		}
		f, err := measure(ctx, filepath.Join(built, "rapport"), "--book", fresh)
		if err != nil {
			return err
		}
		empty, full = append(empty, e), append(full, f)
	}
	fmt.Printf("window with %d clients and %d entries against an empty one, median of %d starts\n", clients, entries, rounds)
	return report(empty, full)
}

// makeBook fills a book with made-up clients.
func makeBook(ctx context.Context, cli, book string, clients, entries int) error {
	s, err := stage.Open(ctx, false)
	if err != nil {
		return err
	}
	_, err = s.Run(ctx, cli, "--book", book, "demo",
		"--clients", strconv.Itoa(clients), "--entries", strconv.Itoa(entries), "--seed", "1")
	return errors.Join(err, s.Close())
}

// copyClosed copies a book that no program has open.
func copyClosed(from, to string) error {
	if _, err := os.Stat(from + "-wal"); err == nil {
		return fmt.Errorf("%s was not closed: its log is still beside it", from)
	}
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		return fmt.Errorf("copying the book: %w", err)
	}
	return nil
}

// measure starts a window on an empty screen and watches it.
func measure(ctx context.Context, program string, args ...string) (_ shot, err error) {
	s, err := stage.Open(ctx, false)
	if err != nil {
		return shot{}, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	began := time.Now()
	a, err := s.Start(ctx, program, args...)
	if err != nil {
		return shot{}, err
	}
	m, err := watch(ctx, s, a, began)
	if err != nil {
		return shot{}, fmt.Errorf("%s: %w", filepath.Base(program), err)
	}
	m.memory, err = a.Memory()
	return m, err
}

// watch waits for the first frame and for the picture to rest.
func watch(ctx context.Context, s *stage.Stage, a *stage.Actor, began time.Time) (shot, error) {
	const (
		content = 4 // colours: more than the screen, a cleared window and a pointer have
		rest    = time.Second
	)
	var m shot
	var last uint64
	err := stage.Until(ctx, time.Minute, "a window that rests", func() (bool, error) {
		if err := a.Gone(); err != nil {
			return false, err
		}
		now, err := s.Fingerprint()
		if err != nil {
			return false, err
		}
		since := time.Since(began)
		if now != last {
			last, m.rest = now, since
			if m.first == 0 {
				colors, err := s.Colors(content)
				if err != nil {
					return false, err
				}
				if colors >= content {
					m.first = since
				}
			}
		}
		return m.first > 0 && since > m.rest+rest, nil
	})
	return m, err
}

// report prints the medians side by side.
func report(empty, full []shot) error {
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "\tempty\trapport\tratio\t\n")
	row := func(name, unit string, value func(shot) float64) {
		e, f := median(empty, value), median(full, value)
		fmt.Fprintf(table, "%s\t%.0f %s\t%.0f %s\t%.2f\t\n", name, e, unit, f, unit, f/e)
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	row("first frame", "ms", func(s shot) float64 { return ms(s.first) })
	row("at rest", "ms", func(s shot) float64 { return ms(s.rest) })
	row("memory", "MB", func(s shot) float64 { return float64(s.memory) / 1e6 })
	return table.Flush()
}

// median is the middle one, or the mean of the middle two.
func median(shots []shot, value func(shot) float64) float64 {
	values := make([]float64, len(shots))
	for i, s := range shots {
		values[i] = value(s)
	}
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}
