package demo_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/demo"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestAPopulationIsOfTheSizeAskedAndTheSameForOneSeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := demo.Size{
			Clients: rapid.IntRange(-1, 12).Draw(t, "clients"),
			Entries: rapid.IntRange(-1, 300).Draw(t, "entries"),
			Seed:    rapid.Uint64().Draw(t, "seed"),
		}
		on := today.AddDays(rapid.IntRange(-500, 500).Draw(t, "day"))
		first := slices.Collect(demo.Population(on, size, asKey))
		second := slices.Collect(demo.Population(on, size, asKey))
		if !reflect.DeepEqual(first, second) {
			t.Fatalf("one seed, two practices:\n%+v\n%+v", first, second)
		}
		entries := 0
		for _, s := range first {
			entries += len(s.Entries)
			if err := s.Client.Check(on); err != nil {
				t.Error(err)
			}
		}
		if len(first) != max(0, size.Clients) || len(first) > 0 && entries != max(0, size.Entries) {
			t.Fatalf("%d clients with %d entries", len(first), entries)
		}
	})
}

func TestEveryRecordOfAPopulationCanBeStored(t *testing.T) {
	ids := map[rapport.ID]bool{}
	var last rapport.ID
	seen := func(id rapport.ID) {
		if ids[id] || slices.Compare(id[:], last[:]) <= 0 || id.Version() != 7 {
			t.Errorf("%s (version %d) comes after %s", id, id.Version(), last)
		}
		ids[id], last = true, id
	}
	for s := range demo.Population(today, demo.Size{Clients: 400, Entries: 20_000, Seed: 9}, asKey) {
		seen(s.Client.ID)
		for _, e := range s.Entries {
			seen(e.ID)
			if err := e.Check(today); err != nil || e.On < s.Client.Since {
				t.Fatalf("%+v since %s: %v", e, s.Client.Since, err)
			}
		}
		numbers := map[string]bool{}
		for _, v := range s.Invoices {
			if err := v.Check(today); err != nil || numbers[v.Number] || v.Issued < s.Client.Since {
				t.Fatalf("%+v since %s: %v", v, s.Client.Since, err)
			}
			numbers[v.Number] = true
		}
		for _, c := range s.Circumstances {
			if err := c.Check(today); err != nil {
				t.Fatalf("%+v: %v", c, err)
			}
		}
		for _, o := range s.Obligations {
			if err := o.Check(today); err != nil || o.Met != 0 && o.Met < s.Client.Since {
				t.Fatalf("%+v: %v", o, err)
			}
		}
		for _, d := range s.Decisions {
			if err := d.Check(today); err != nil {
				t.Fatalf("%+v: %v", d, err)
			}
		}
	}
}

func TestAPopulationHoldsEverythingAndIsMostlyCalm(t *testing.T) {
	found := map[rapport.Verdict]int{}
	var counts []int
	const clients = 1000
	for s := range demo.Population(today, demo.Size{Clients: clients, Entries: 50 * clients, Seed: 1}, asKey) {
		found[assess.Assess(s.History, today).Verdict]++
		counts = append(counts, len(s.Entries))
	}
	for _, v := range rapport.Verdicts() {
		if v != rapport.Safety && found[v] < clients/200 {
			t.Errorf("only %d of %d clients come to %s", found[v], clients, v)
		}
	}
	if keep := found[rapport.Keep]; keep < clients*2/5 || keep > clients*4/5 {
		t.Errorf("%d of %d clients are to be kept", keep, clients)
	}
	slices.Sort(counts)
	if median, most := counts[clients/2], counts[clients-1]; median > 40 || most < 10*50 {
		t.Errorf("the tail is thin: median %d, most %d, mean 50", median, most)
	}
	t.Log(found)
}

func TestNoTwoNamesOfAPopulationReadTheSame(t *testing.T) {
	sameLetter := strings.NewReplacer("ı", "i", "İ", "i")
	names := map[string]bool{}
	for s := range demo.Population(today, demo.Size{Clients: 20_000, Seed: 3}, asKey) {
		names[strings.ToLower(sameLetter.Replace(s.Client.Name))] = true
	}
	if len(names) != 20_000 {
		t.Errorf("20,000 clients share %d names", len(names))
	}
}
