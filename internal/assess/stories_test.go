package assess

import (
	"encoding/binary"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// storiesOn is the day a decision was due in every story.
var storiesOn = rapport.NewDate(2026, time.June, 30)

// story is one true story: its facts and what people made of them.
type story struct {
	id         string
	history    History
	author     string   // what the person did or was advised: invest, limit or end
	acceptable []string // what would not have been wrong
	advisers   [2]string
	tier       string // A explicit, B inferred, C weak
}

// unseen reports whether the story was kept out of sight while the rules were
// worked out.
func (s story) unseen() bool { return strings.ContainsAny(s.id[len(s.id)-1:], "369") }

// readStories reads testdata; see the README there.
func readStories(t testing.TB) []story {
	t.Helper()
	entries := map[string][]rapport.Entry{}
	for i, row := range readCSV(t, "testdata/stories.csv", 8) {
		e := rapport.Entry{
			ID: testID(i + 1), Kind: rapport.Kind(row[2]), Severity: number(t, row[3]),
			Justified: rapport.Justified(row[4]), Scope: rapport.Scope(row[5]),
		}
		e.On = day(t, row[1])
		if row[6] != "" {
			e.Cost.Minutes = number(t, row[6])
		}
		if row[7] != "" {
			e.Cost.Energy = rapport.Rated(number(t, row[7]))
		}
		if err := e.Check(storiesOn); err != nil {
			t.Fatalf("stories.csv, row %d: %v", i+2, err)
		}
		entries[row[0]] = append(entries[row[0]], e)
	}
	var stories []story
	for _, row := range readCSV(t, "testdata/labels.csv", 6) {
		stories = append(stories, story{
			id: row[0], history: History{Entries: entries[row[0]]}, author: row[1],
			acceptable: strings.Split(row[2], "|"), advisers: [2]string{row[3], row[4]}, tier: row[5],
		})
	}
	return stories
}

func readCSV(t testing.TB, path string, fields int) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = fields
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func day(t testing.TB, s string) rapport.Date {
	t.Helper()
	d, err := rapport.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// testID is an id that tests can tell apart and repeat.
func testID(n int) (id rapport.ID) {
	binary.BigEndian.PutUint64(id[8:], uint64(n))
	return id
}

// classOf maps a verdict to the three classes the stories are labelled with;
// unclear is none of them and so counts as wrong.
func classOf(v rapport.Verdict) string {
	switch v {
	case rapport.Keep, rapport.ExtraMile, rapport.Mend:
		return "invest"
	case rapport.Trial, rapport.Renegotiate:
		return "limit"
	case rapport.End, rapport.Safety:
		return "end"
	}
	return "unclear"
}

// judged is how the assessment did on some stories.
type judged struct {
	n, acceptable, grave  int
	agreed, advisersAgree int
	hits, said, meant     map[string]int
}

var classes = []string{"invest", "limit", "end"}

func judge(stories []story, assess func(story) rapport.Verdict) judged {
	j := judged{hits: map[string]int{}, said: map[string]int{}, meant: map[string]int{}}
	for _, s := range stories {
		got := classOf(assess(s))
		j.n++
		j.said[got]++
		j.meant[s.author]++
		if got == s.author {
			j.hits[got]++
		}
		if slices.Contains(s.acceptable, got) {
			j.acceptable++
		}
		if got == "invest" && s.author == "end" || got == "end" && s.author == "invest" {
			j.grave++
		}
		if s.advisers[0] == s.advisers[1] {
			j.advisersAgree++
			if got == s.advisers[0] {
				j.agreed++
			}
		}
	}
	return j
}

// precision, recall and F1 of one class.
func (j judged) class(c string) (precision, recall, f1 float64) {
	if j.hits[c] == 0 {
		return 0, 0, 0
	}
	precision = float64(j.hits[c]) / float64(j.said[c])
	recall = float64(j.hits[c]) / float64(j.meant[c])
	return precision, recall, 2 * precision * recall / (precision + recall)
}

func (j judged) macroF1() float64 {
	sum := 0.0
	for _, c := range classes {
		_, _, f1 := j.class(c)
		sum += f1
	}
	return sum / float64(len(classes))
}

func (j judged) accepted() float64 { return float64(j.acceptable) / float64(j.n) }

func (j judged) agreement() float64 { return float64(j.agreed) / float64(j.advisersAgree) }
