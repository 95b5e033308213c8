package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"text/tabwriter"
	"time"
)

// record is one step that has run.
type record struct {
	name string
	tally
	took time.Duration
}

// String says how a step went, in one line.
func (r record) String() string {
	return fmt.Sprintf("%s: %d passed, %d failed, %d skipped in %v", r.name, r.passed, r.failed, r.skipped, r.took)
}

// save adds the record to a ledger, if there is one to add to.
func (r record) save(ledger string) error {
	if ledger == "" {
		return nil
	}
	file, err := os.OpenFile(ledger, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("opening the tally: %w", err)
	}
	_, err = fmt.Fprintf(file, "%q %d %d %d %d\n", r.name, r.passed, r.failed, r.skipped, r.took.Milliseconds())
	return errors.Join(err, file.Close())
}

// load reads a ledger. One that was never begun is empty.
func load(ledger string) ([]record, error) {
	file, err := os.Open(ledger)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("opening the tally: %w", err)
	}
	defer file.Close()
	var records []record
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var r record
		var ms int64
		if _, err := fmt.Sscanf(lines.Text(), "%q %d %d %d %d", &r.name, &r.passed, &r.failed, &r.skipped, &ms); err != nil {
			return nil, fmt.Errorf("reading the tally line %q: %w", lines.Text(), err)
		}
		r.took = time.Duration(ms) * time.Millisecond
		records = append(records, r)
	}
	return records, nil
}

// sumUp prints the table of a ledger and the closing line, and returns the status
// the whole deserves. A ledger in which nothing passed is no success either.
func sumUp(ledger string, status int, out, errs io.Writer) int {
	records, err := load(ledger)
	if err != nil {
		fmt.Fprintln(errs, err)
		status = 1
	}
	var total tally
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "step\tpassed\tfailed\tskipped\ttook\t\n")
	for _, r := range records {
		total.passed += r.passed
		total.failed += r.failed
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%v\t\n", r.name, r.passed, r.failed, r.skipped, r.took)
	}
	if err := table.Flush(); err != nil {
		fmt.Fprintln(errs, err)
		status = 1
	}
	if (status != 0 || total.passed == 0) && total.failed == 0 {
		total.failed = 1
	}
	fmt.Fprintf(out, "%d passed, %d failed\n", total.passed, total.failed)
	if total.failed > 0 {
		return 1
	}
	return 0
}
