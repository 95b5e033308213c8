package present_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
)

var update = flag.Bool("update", false, "write the pages in testdata anew")

// reviewText is a review as text, for reading and comparing.
func reviewText(p present.ReviewPage) string {
	var b strings.Builder
	fmt.Fprintln(&b, p.Answer)
	fmt.Fprintln(&b, p.Subline)
	for _, row := range p.Today {
		fmt.Fprintf(&b, "%s | %s\n", row.Title, row.Text)
	}
	for _, section := range p.Sections {
		fmt.Fprintf(&b, "\n%s\n", section.Title)
		for _, r := range section.Rows {
			fmt.Fprintf(&b, "- %s | %s | %s | %d | %s | %s | %d\n", r.Name, r.Word, r.Why, r.Strain, r.Overdue.Amount, r.Overdue.Age, r.Open)
		}
	}
	return b.String()
}

// clientText is a client page as text. The strain of each month is left out: it
// is drawn from the judgement, whose weights may change.
func clientText(p present.ClientPage, s *present.Speaker) string {
	drawn := func(passage present.Passage) bool { return passage.Title == s.T("text.timeline") }
	return p.Client.Name + "\n" + passagesText(slices.DeleteFunc(p.Passages(s), drawn))
}

func passagesText(passages []present.Passage) string {
	var b strings.Builder
	for _, passage := range passages {
		fmt.Fprintf(&b, "%s\n", passage.Title)
		for _, line := range passage.Lines {
			fmt.Fprintf(&b, "- %s\n", line)
		}
	}
	return b.String()
}

func TestTheSamplePagesReadAsTheyShould(t *testing.T) {
	for l, s := range speakers() {
		h, _ := harbour()
		got := reviewText(present.Review(s, sampleReview(t), today)) + "\n" + clientText(samplePage(s), s)
		got += "\n" + passagesText(present.Map(s, sampleReview(t), euros(70), "").Passages(s))
		got += "\n" + passagesText(present.Insights(s, surveyed(), present.Goals{Target: euros(70), Trying: assess.TryPriceExtras, Since: today.AddDays(-9)}, today).Passages(s))
		for _, e := range h.Entries {
			line := s.Entry(e, h.Client.Name)
			got += strings.Join([]string{"\n" + line.Date, line.Word, line.Qualifier, line.Client, line.Cost}, " | ")
		}
		path := filepath.Join("testdata", "pages."+string(l)+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got+"\n"); diff != "" {
			t.Errorf("%s (-want +got):\n%s", l, diff)
		}
	}
}

// foreign lists English words that no other language here has: one of them on a
// page means a text was missing or a code was shown.
var foreign = strings.Fields("the and with their they your entry entries justified beyond agreed went invoice paid overdue strain keep trial mend unclear")

func TestAnyPageIsWordedInFullInEveryLanguage(t *testing.T) {
	all := speakers()
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory(t)
		st := assess.Standing{Client: h.Client, Assessment: anyAssessment(t), LastContact: anyDay(t), Open: rapid.IntRange(0, 3).Draw(t, "open")}
		x, found := anyExamination(t, h), anyFindings(t)
		if rapid.Bool().Draw(t, "decided") {
			st.Decision, st.LookBack, st.Progress = anyDecision(t), anyDecision(t), found.Progress
		}
		survey := assess.NewSurvey(today.AddDays(-365), today)
		for range rapid.IntRange(0, 6).Draw(t, "others") {
			survey.Add(h) // the same one again: its frictions are shared
		}
		survey.Done()
		goals := present.Goals{Target: euros(50), Trying: rapid.SampledFrom(append(assess.TryCodes(), "")).Draw(t, "trying"), Since: anyDay(t)}
		for _, l := range present.Languages() { // in order, so that a failure can be repeated
			s := all[l]
			page := present.Client(s, h, st, found)
			page.Examined = present.NewExamined(s, h, st.Assessment, x)
			text := reviewText(present.Review(s, []assess.Standing{st}, today)) + clientText(page, s)
			text += passagesText(present.Map(s, []assess.Standing{st}, euros(50), "").Passages(s)) +
				passagesText(present.Insights(s, survey, goals, today).Passages(s))
			encoded, err := json.Marshal(present.NewReviewJSON(s, []present.Judged{{History: h, Assessment: st.Assessment, Examination: &x, Findings: found}}, today))
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range h.Entries {
				line := s.Entry(e, "")
				text += line.Word + line.Qualifier + line.Cost
			}
			for _, bad := range []string{"⟦", "<no value>", "{{", "%!", "\u00a0\u00a0"} {
				if strings.Contains(text+string(encoded), bad) {
					t.Fatalf("%s: a page holds %q:\n%s", l, bad, text)
				}
			}
			if l == present.English {
				continue
			}
			words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \n.,:;()|-?", r) })
			for _, word := range foreign {
				if slices.Contains(words, word) {
					t.Fatalf("%s: a page holds the English word %q:\n%s", l, word, text)
				}
			}
		}
	})
}

func TestSharesAddUpToAHundred(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shares := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 5).Draw(t, "shares")
		percents := present.Hundred(shares)
		sum := 0
		for i, p := range percents {
			sum += p
			total := 0.0
			for _, share := range shares {
				total += share
			}
			if exact := 100 * shares[i] / total; total > 0 && (float64(p) < exact-1 || float64(p) > exact+1) {
				t.Fatalf("%v%% is shown as %d", exact, p)
			}
		}
		if sum != 100 {
			t.Fatalf("%v is shown as %v, which adds up to %d", shares, percents, sum)
		}
	})
}

func TestEveryHeadlineBelongsToARuleAndAReason(t *testing.T) {
	for _, area := range areas(t) {
		for key := range areaTexts(t, area, present.English) {
			rest, ok := strings.CutPrefix(key, "rule.")
			if !ok {
				continue
			}
			rule, reason, refined := strings.Cut(rest, ".")
			refinements := append(assess.ReasonCodes(), "open")
			if !slices.Contains(assess.RuleCodes(), rule) || refined && !slices.Contains(refinements, reason) {
				t.Errorf("%s is a headline for nothing", key)
			}
		}
	}
}
