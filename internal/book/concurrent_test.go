package book

import (
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestManyReadAndWriteAtOnce(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	const each = 20
	var work sync.WaitGroup
	for range 4 {
		work.Go(func() {
			for n := range each {
				err := b.Write(t.Context(), Step{Name: "log"}, func(tx *Tx) error {
					return firstError(tx.AddEntry(entry(c, n, rapport.Praise)), tx.AddEntry(entry(c, n, rapport.Demand)))
				})
				if err != nil {
					t.Errorf("writing: %v", err)
				}
			}
		})
		work.Go(func() {
			for range each {
				err := b.Read(t.Context(), func(tx *Tx) error {
					n, err := tx.JournalCount(Filter{})
					if n%2 != 0 {
						t.Errorf("a reader saw half a deed: %d entries", n)
					}
					again, err2 := tx.JournalCount(Filter{})
					if again != n {
						t.Errorf("a reader saw two moments: %d and %d entries", n, again)
					}
					return firstError(err, err2, tx.Histories(Sweep{}, func(assess.History) error { return nil }))
				})
				if err != nil {
					t.Errorf("reading: %v", err)
				}
			}
		})
	}
	work.Go(func() {
		for n := range 3 {
			if err := b.BackUp(t.Context(), fmt.Sprint(b.Path(), ".copy", n)); err != nil {
				t.Errorf("backing up meanwhile: %v", err)
			}
		}
	})
	work.Wait()
	if n := reading(t, b, func(tx *Tx) (int, error) { return tx.JournalCount(Filter{}) }); n != 4*2*each {
		t.Errorf("%d entries are there", n)
	}
}

func TestLookingLeavesTheBookAsItWas(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := tryOpen(path, Options{Now: clock(), ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(path)
	if err != nil || after.ModTime() != before.ModTime() || after.Size() != before.Size() {
		t.Errorf("looking changed the file: %v, %v", after, err)
	}
	if logSize(path) > 0 {
		t.Error("looking left a log that counts as an unclean stop")
	}
}
