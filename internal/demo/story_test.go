package demo_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/demo"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// today is a Saturday, the last day of a month, in a leap year.
var today = rapport.NewDate(2028, time.September, 30)

func asKey(key string) string { return key }

// wanted is what a newcomer should see, in the order the studio would tell it.
var wanted = []struct {
	client  string
	verdict rapport.Verdict
}{
	{"Krähwinkel Wohnbau", rapport.End},
	{"İki Martı Balıkevi", rapport.ExtraMile},
	{"Vlinderkade Fysiotherapie", rapport.Mend},
	{"Puddlewick & Crane", rapport.Trial},
	{"Maison Marchevent", rapport.Renegotiate},
	{"Fjordmoos Naturkosmetik", rapport.Unclear},
	{"Stiftung Storchenwinkel für Kinder- und Jugendtheater", rapport.Keep},
	{"Bräu zum Dreizehnender", rapport.Keep},
	{"Torrefazione Zibetta", rapport.Keep},
	{"Mruczek Optyka", rapport.Keep},
	{"Tulpenstorm Fietsen", rapport.Keep},
	{"Quillfeather Tours", rapport.End},
	{"Hopplahopp Ballonwelt", rapport.End},
}

// beside gives every story the others as they were on a day, as a book does.
func beside(stories []demo.Story, on rapport.Date) []demo.Story {
	var sum assess.Others
	for _, s := range stories {
		sum = sum.Plus(assess.ShareOf(s.History, on))
	}
	for i := range stories {
		stories[i].Others = sum.Minus(assess.ShareOf(stories[i].History, on))
	}
	return stories
}

func TestEachClientOfTheSampleHasItsVerdictOnAnyDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := today.AddDays(rapid.IntRange(-2000, 2000).Draw(t, "day"))
		stories := beside(demo.Stories(on, asKey), on)
		if len(stories) != len(wanted) {
			t.Fatalf("%d clients, want %d", len(stories), len(wanted))
		}
		for i, s := range stories {
			got := assess.Assess(s.History, on)
			if s.Client.Name != wanted[i].client || got.Verdict != wanted[i].verdict {
				t.Errorf("%s on %s (%s): %s by rule %s, want %s: %s", s.Client.Name, on, on.Weekday(),
					got.Verdict, got.Rule, wanted[i].client, wanted[i].verdict)
			}
		}
	})
}

func TestDecisionsOfTheSampleAnswerWhatWasOfferedThatDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := today.AddDays(rapid.IntRange(-400, 400).Draw(t, "day"))
		for i, s := range demo.Stories(on, asKey) {
			for _, d := range s.Decisions {
				s := beside(demo.Stories(on, asKey), d.On)[i]
				if got := assess.Assess(s.History, d.On); got.Verdict != d.Offered {
					t.Errorf("%s was offered %s on %s (rule %s), the decision says %s",
						s.Client.Name, got.Verdict, d.On, got.Rule, d.Offered)
				}
			}
		}
	})
}

func TestEveryRecordOfTheSampleCanBeStored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := today.AddDays(rapid.IntRange(-800, 800).Draw(t, "day"))
		numbers := map[string]bool{}
		for _, s := range demo.Stories(on, asKey) {
			if err := faults(s, on); err != nil {
				t.Errorf("on %s (%s): %s: %v", on, on.Weekday(), s.Client.Name, err)
			}
			for _, v := range s.Invoices {
				if numbers[v.Number] {
					t.Errorf("two invoices are numbered %s", v.Number)
				}
				numbers[v.Number] = true
			}
		}
	})
}

// faults returns the first thing wrong with a story: a record the book would
// refuse (one in the future is), a day before the engagement or an entry out of order.
func faults(s demo.Story, on rapport.Date) error {
	all := []error{s.Client.Check(on)}
	begun := func(what string, day rapport.Date) {
		if day < s.Client.Since {
			all = append(all, fmt.Errorf("%s of %s lies before %s", what, day, s.Client.Since))
		}
	}
	last := s.Client.Since
	for _, e := range s.Entries {
		begun("entry", e.On)
		if e.On < last {
			all = append(all, fmt.Errorf("%s of %s is told after %s", e.Kind, e.On, last))
		}
		last = e.On
		all = append(all, e.Check(on))
	}
	for _, v := range s.Invoices {
		begun("invoice", v.Issued)
		all = append(all, v.Check(on))
	}
	for _, c := range s.Circumstances {
		all = append(all, c.Check(on))
	}
	for _, o := range s.Obligations {
		all = append(all, o.Check(on))
		if o.Open() && o.Due < on {
			all = append(all, fmt.Errorf("%s was due on %s already", o.What, o.Due))
		}
	}
	all = append(all, unruly(s, on)...)
	for _, d := range s.Decisions {
		begun("decision", d.On)
		all = append(all, d.Check(on))
	}
	for _, a := range s.Answers {
		begun("answer", a.On)
		all = append(all, a.Check(on))
		if !slices.ContainsFunc(s.Entries, func(e rapport.Entry) bool { return e.ID == a.About && e.On <= a.On }) {
			all = append(all, fmt.Errorf("%s is answered about nothing", a.Question))
		}
	}
	return errors.Join(all...)
}

// unruly returns what is wrong with what is under way.
func unruly(s demo.Story, on rapport.Date) (all []error) {
	w := s.Way
	for _, p := range w.Promises {
		all = append(all, p.Check(on))
		if p.Open() && p.By < on {
			all = append(all, fmt.Errorf("%s was promised for %s", p.What, p.By))
		}
	}
	for _, f := range w.Flags {
		all = append(all, f.Check(on))
	}
	for _, x := range w.Surprises {
		all = append(all, x.Check(on))
	}
	for _, l := range w.Letters {
		all = append(all, l.Check(on))
	}
	for _, c := range w.Threats {
		all = append(all, c.Check(on))
	}
	if w.Sheet != nil {
		all = append(all, w.Sheet.Check(on))
	}
	if w.EndPlan != nil {
		all = append(all, w.EndPlan.Check(on))
	}
	if (w.EndPlan != nil) != (s.Client.State == rapport.Ending) {
		all = append(all, fmt.Errorf("%s and the plan %+v", s.Client.State, w.EndPlan))
	}
	return all
}

func TestWhatIsCalledASaturdayIsOne(t *testing.T) {
	texts := catalogue(t, "en")
	for day := range rapport.Date(7) {
		for _, s := range demo.Stories(today+day, func(key string) string { return texts[key] }) {
			for _, e := range s.Entries {
				named := strings.Contains(e.Note, "Saturday")
				if isIt := e.On.Weekday() == time.Saturday; named != isIt {
					t.Errorf("%s of %s, a %s: %s", s.Client.Name, e.On, e.On.Weekday(), e.Note)
				}
				if e.On.Weekday() == time.Sunday {
					t.Errorf("%s worked on Sunday %s", s.Client.Name, e.On)
				}
			}
		}
	}
}

func TestTheSampleSaysAllItsTextsAndNoOthers(t *testing.T) {
	asked := map[string]bool{"demo.subject": true, "demo.helper.law": true, "demo.helper.second_opinion": true, "demo.answer.how": true} // asked for by Fill
	stories := demo.Stories(today, func(key string) string { asked[key] = true; return key })
	for _, language := range []string{"en", "de", "tr", "nl"} {
		texts := catalogue(t, language)
		want := slices.Sorted(maps.Keys(asked))
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(texts))); diff != "" {
			t.Errorf("%s: - asked for, + in the catalogue:\n%s", language, diff)
		}
		for key, text := range texts {
			if strings.TrimSpace(text) != text || text == "" || strings.ContainsAny(text, "!—{") || key == "demo.language" && text != language {
				t.Errorf("%s: %s: %q", language, key, text)
			}
		}
	}
	if again := demo.Stories(today, asKey); !cmp.Equal(stories, again, cmp.AllowUnexported(rapport.Rating{})) {
		t.Error("the same day gave another practice")
	}
}

// catalogue reads the texts of the area.
func catalogue(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := assets.Texts.ReadFile("text/demo." + language + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]string
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}
