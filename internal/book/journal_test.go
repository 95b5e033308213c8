package book

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestPagesOfTheJournalMakeUpTheWhole(t *testing.T) {
	b := emptyBook(t)
	one, two := client("One"), client("Two")
	write(t, b, "setup", func(tx *Tx) error {
		if err := firstError(tx.AddClient(one), tx.AddClient(two)); err != nil {
			return err
		}
		for n := range 60 { // several a day, of both clients
			c, kind := one, rapport.Praise
			if n%3 == 0 {
				c, kind = two, rapport.Complaint
			}
			if err := tx.AddEntry(entry(c, n/5, kind)); err != nil {
				return err
			}
		}
		return nil
	})
	for name, filter := range map[string]Filter{
		"everything": {}, "a client": {Client: two.ID}, "a kind": {Kinds: []rapport.Kind{rapport.Praise, rapport.Note}},
		"a month": {From: today.AddDays(-7), To: today.AddDays(-3)}, "words": {Text: "days PRAISE"},
		"a client's name": {Text: "two"}, "nothing": {Text: "two praise"},
	} {
		t.Run(name, func(t *testing.T) {
			read(t, b, func(tx *Tx) error {
				whole, err := tx.Journal(filter)
				if err != nil {
					return err
				}
				var paged []JournalRow
				for page := filter; ; {
					page.Limit = 7
					rows, err := tx.Journal(page)
					if err != nil {
						return err
					}
					paged = append(paged, rows...)
					if len(rows) < page.Limit {
						break
					}
					page.Before = rows[len(rows)-1].Cursor()
				}
				equal(t, "pages", paged, whole)
				n, err := tx.JournalCount(filter)
				if n != len(whole) || (n == 0) != (name == "nothing") {
					t.Errorf("counted %d of %d", n, len(whole))
				}
				for i := 1; i < len(whole); i++ {
					if whole[i-1].Entry.On < whole[i].Entry.On {
						t.Errorf("row %d is newer than the one before", i)
					}
				}
				return err
			})
		})
	}
}

func TestTheJournalIsReadAlongItsIndexes(t *testing.T) {
	b := emptyBook(t)
	read(t, b, func(tx *Tx) error {
		for name, filter := range map[string]Filter{
			"entries_newest":               {Limit: 100, Before: Cursor{On: today, ID: rapport.NewID()}},
			"PRIMARY KEY (client=? AND":    {Client: rapport.NewID(), Limit: 100, From: today.AddDays(-9)},
			"entries_newest (day>? AND da": {From: today.AddDays(-9), To: today, Limit: 100},
		} {
			where, args := filter.where(true)
			r, err := tx.c.query(tx.ctx, "EXPLAIN QUERY PLAN SELECT "+entryColumns+
				" FROM entries e JOIN clients c ON c.id = e.client"+where+" ORDER BY e.day DESC, e.id DESC LIMIT 100", args...)
			steps, err := list(r, err, func(r *rows) string { return r.text(3) })
			plan := strings.Join(steps, "\n")
			if err != nil || !strings.Contains(plan, name) || strings.Contains(plan, "TEMP B-TREE") {
				t.Errorf("%+v is read without %s (%v):\n%s", filter, name, err, plan)
			}
		}
		return nil
	})
}

func TestSearchFindsAWordHoweverItIsWritten(t *testing.T) {
	b := emptyBook(t)
	c := client("IŞIK Straße")
	note := "Der Ärger über die MÜHLE, naïve œuvre, İstanbul'da Ødegård; 100% client-name a:b \"quoted\" *"
	write(t, b, "setup", func(tx *Tx) error {
		one, two := entry(c, 1, rapport.Note), entry(c, 2, rapport.Note)
		one.Note, two.Note = norm.NFC.String(note), norm.NFD.String(note)
		other := client("Other")
		return firstError(tx.AddClient(c), tx.AddEntry(one), tx.AddEntry(two), tx.AddClient(other), tx.AddEntry(entry(other, 1, rapport.Note)))
	})
	for _, text := range []string{
		"ärger", "ÄRGER", norm.NFD.String("Ärger"), "arger", "mühle die", "naive", "OEUVRE", "istanbul", "ISTANBUL", "İSTANBUL",
		"ıstanbul", "odegard", "ışık", "isik", "STRASSE", "straße", "strasse ärger", "client-name", "a:b", `"`, "*", "100%",
	} {
		if n := reading(t, b, func(tx *Tx) (int, error) { return tx.JournalCount(Filter{Text: text}) }); n != 2 {
			t.Errorf("%q finds %d entries, want 2", text, n)
		}
	}
	for _, text := range []string{"AND", "mühle nowhere", "%", "_"} {
		want := 0
		if text == "%" {
			want = 2 // it stands in the note, and stands for nothing else
		}
		if n := reading(t, b, func(tx *Tx) (int, error) { return tx.JournalCount(Filter{Text: text}) }); n != want {
			t.Errorf("%q finds %d entries, want %d", text, n, want)
		}
	}
}

func TestTwoClientsCannotShareAName(t *testing.T) {
	b := emptyBook(t)
	write(t, b, "setup", func(tx *Tx) error { return tx.AddClient(client("Zoë Işık")) })
	for _, name := range []string{"Zoë Işık", "ZOË IŞIK", norm.NFD.String("zoë ışık"), " Zoë  Işık "} {
		err := b.Write(t.Context(), Step{Name: "client.add"}, func(tx *Tx) error { return tx.AddClient(client(name)) })
		wantProblem(t, err, rapport.ErrNameTaken)
	}
	for _, name := range []string{"Zoe Işık", "Zoë Işıkk"} {
		write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(client(name)) })
	}
}

func TestTheTrashIsAPlaceOfItsOwn(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	keep, drop := entry(c, 1, rapport.Praise), entry(c, 2, rapport.Hardship)
	write(t, b, "setup", func(tx *Tx) error {
		return firstError(tx.AddClient(c), tx.AddEntry(keep), tx.AddEntry(drop),
			tx.SetCircumstance(rapport.Circumstance{Entry: drop.ID, Start: drop.On, Review: today}), tx.TrashEntry(drop.ID), tx.TrashEntry(drop.ID))
	})
	read(t, b, func(tx *Tx) error {
		journal, err := tx.Journal(Filter{})
		if err != nil || len(journal) != 1 || journal[0].Entry != keep || !journal[0].TrashedAt.IsZero() {
			t.Errorf("journal: %+v, %v", journal, err)
		}
		trash, err := tx.Journal(Filter{Trashed: true})
		if err != nil || len(trash) != 1 || trash[0].Entry != drop || trash[0].TrashedAt.IsZero() {
			t.Errorf("trash: %+v, %v", trash, err)
		}
		h, err := tx.History(c.ID)
		if err != nil || len(h.Entries) != 1 || len(h.Circumstances) != 0 {
			t.Errorf("history: %+v, %v", h, err)
		}
		return nil
	})
	err := b.Write(t.Context(), Step{Name: "entry.restore"}, func(tx *Tx) error { return tx.RestoreEntry(rapport.NewID()) })
	wantProblem(t, err, rapport.ErrNotFound)
	write(t, b, "entry.restore", func(tx *Tx) error { return tx.RestoreEntry(drop.ID) })
	if got := reading(t, b, func(tx *Tx) ([]rapport.Circumstance, error) { return tx.Circumstances(c.ID) }); len(got) != 1 {
		t.Errorf("the circumstance did not come back: %v", got)
	}
}
