package cli_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// practiceFiles is a small practice with something of everything.
const (
	practiceJournal = `client,date,kind,severity,justified,scope,minutes,energy,note
Harbour Studio,2026-01-12,praise,,,,,,quick and clean
Harbour Studio,2026-02-01,expectations,,,,,,one round of changes
Harbour Studio,2026-05-12,hardship,,,,,,their founder fell ill
Harbour Studio,2026-05-15,demand,3,,beyond,45,3,a poster
Harbour Studio,2026-06-02,complaint,4,no,,20,4,the blue again
Harbour Studio,2026-06-20,complaint,3,partly,,,2,too slow
Acme & Sons,2026-04-02,contact,,,,,,
`
	practiceInvoices = `client,number,issued,due,amount,currency,paid,paid_on
Harbour Studio,H-1,2026-04-01,2026-04-15,1200.00,EUR,1200.00,2026-05-05
Harbour Studio,H-2,2026-05-20,2026-06-03,840.50,EUR,,
`
)

// practiceDesk is a desk whose book holds the practice, and its two files.
func practiceDesk(t *testing.T) (d *desk, files []string) {
	t.Helper()
	d = newDesk(t)
	folder := t.TempDir()
	for name, text := range map[string]string{"journal.csv": practiceJournal, "invoices.csv": practiceInvoices} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	slices.Sort(files)
	d.must(append([]string{"import"}, files...)...)
	d.must("owed", "add", "harbour", "source files", "--due", "2026-06-25")
	d.must("owed", "add", "acme", "an answer", "--theirs")
	return d, files
}

// shapes are the fields of every object the JSON outputs may hold, in their
// order: the promise made to other programs. Fields may be added at an end,
// nothing else may ever change.
var shapes = shapesOf(map[string]string{
	"review":                       "on clients",
	"review.clients":               "@assessment",
	"client list":                  "on clients",
	"client list.clients":          "client state verdict strain overdue open last_contact archived",
	"client list.clients.overdue":  "amount currency",
	"client show":                  "on client assessment entries invoices obligations decisions waiting",
	"client show.client":           "name organisation emails phone language state since currency rate payment_days notice_days tags archived limits country consumer people needs",
	"client show.client.limits":    "hostility complexity minutes",
	"client show.assessment":       "@assessment",
	"client show.entries":          "date kind severity justified scope channel minutes energy note given",
	"client show.invoices":         "@invoice",
	"client show.obligations":      "@obligation",
	"client show.decisions":        "on offered chosen why again outcome judged",
	"client show.waiting":          "since days minutes energy money currency overdue",
	"client show.waiting.overdue":  "amount currency",
	"insights":                     "from to clients is_it_me answer shared try trying worth drains advice won_back back_tests",
	"insights.shared":              "code clients count ours",
	"insights.trying":              "code since",
	"insights.worth":               "client currency per_hour received given billed guessed chasing recovery other share",
	"insights.drains":              "client points minutes share",
	"insights.advice":              "followed followed_right followed_wrong otherwise otherwise_right otherwise_wrong open",
	"insights.won_back":            "client on look_again minutes given paid_since friction before course ended",
	"insights.won_back.given":      "amount currency",
	"insights.won_back.paid_since": "amount currency",
	"insights.back_tests":          "@back test",
	"map":                          "currency target clients without",
	"map.clients":                  "client verdict strain per_hour share",
	"invoice list":                 "on invoices",
	"invoice list.invoices":        "@invoice",
	"owed list":                    "on obligations promises invoices",
	"owed list.obligations":        "@obligation",
	"owed list.promises":           "@promise",
	"owed list.invoices":           "@invoice",
	"promise list":                 "on promises",
	"promise list.promises":        "@promise",
	"today":                        "on due",
	"today.due":                    "code client day what amount text",
	"today.due.amount":             "amount currency",
	"guide list":                   "guides",
	"guide list.guides":            "guide title line group fits open steps",
	"interest":                     "on client claims refused",
	"interest.claims":              "number due days currency open interest flat country consumer law source notes spans",
	"interest.claims.source":       "text as_of",
	"interest.claims.spans":        "from to days balance rate interest",
	"interest.refused":             "number code why",
	"rates list":                   "series",
	"rates list.series":            "code name publisher address as_of wanted rates",
	"rates list.series.rates":      "from percent",
	"end status":                   "on client state begun ready blocks earliest letter notice_ends cure_ends last_day over",
	"end status.blocks":            "code kind what due until text",
	"end status.over":              "finished reopened why",
	"dossier":                      "on client facts",
	"dossier.facts":                "on code kind id number amount due what line hash",
	"dossier.facts.amount":         "amount currency",
	"doctor":                       "sound path version known identity integrity references counts size last_backup",
})

// parts are the objects that stand in several outputs.
var parts = map[string]map[string]string{
	"@assessment": {
		"": "client verdict strain parts source confidence ladder reasons would_change ask question options next " +
			"payment worth onset around trial alerts back_test",
		".parts": "demands complaints conduct payment energy", ".source": "pattern circumstance ours",
		".ladder": "rung on held", ".reasons": "toward decibans entries invoices text",
		".would_change": "if verdict without", ".options": "code verdict",
		".payment": "index late_next low high invoices late silent disputed",
		".worth":   "currency per_hour received given billed guessed chasing recovery other share",
		".around":  "code on text", ".trial": "chosen on again course better worse",
		".alerts": "axis limit value text", ".back_test": "client ended before", ".back_test.before": "days verdict pattern",
	},
	"@back test": {"": "client ended before", ".before": "days verdict pattern"},
	"@invoice": {
		"":          "client number issued due amount currency open state days_overdue disputed payments minutes",
		".payments": "on amount",
	},
	"@obligation": {"": "id client side what due overdue met waived reason kind"},
	"@promise":    {"": "id client what given by overdue kept broken minutes"},
}

// shapesOf puts the parts where they are named.
func shapesOf(all map[string]string) map[string]string {
	whole := map[string]string{}
	for path, shape := range all {
		if part := parts[shape]; part != nil {
			for below, shape := range part {
				whole[path+below] = shape
			}
			continue
		}
		whole[path] = shape
	}
	return whole
}

func TestJSONKeepsItsShape(t *testing.T) {
	d, files := practiceDesk(t)
	sample := filepath.Join(t.TempDir(), "sample.rapport") // its extra mile was looked back on
	d.must("invoice", "edit", "harbour", "H-1", "--hours", "12:30")
	d.must("limits", "harbour", "--hostility", "4", "--minutes", "20")
	d.must("limits", "--target", "70")
	d.must("log", "harbour", "remedy", "--given", "50", "--", "half a day for nothing", "30m")
	d.must("decide", "harbour", "trial", "--why", "they are ill")
	d.must("insights", "--try", "write_scope")
	d.must("client", "edit", "harbour", "--country", "DE", "--people", "Mia", "--needs", "calm", "--consumer=false")
	d.must("promise", "add", "harbour", "a poster", "--by", "2026-07-02", "--takes", "6")
	d.must("owed", "add", "harbour", "the plans", "--kind", "files")
	d.must("end", "start", "harbour", "--cure", "14", "--last-day", "2026-09-01")
	for name, args := range map[string][]string{
		"review":       {"review", "--json"},
		"client list":  {"client", "list", "--json", "--all"},
		"client show":  {"client", "show", "harbour", "--json"},
		"insights":     {"insights", "--json"},
		"map":          {"map", "--json"},
		"invoice list": {"invoice", "list", "--json"},
		"owed list":    {"owed", "list", "--json"},
		"promise list": {"promise", "list", "harbour", "--json"},
		"today":        {"today", "--json"},
		"guide list":   {"guide", "list", "harbour", "--json"},
		"interest":     {"interest", "harbour", "--json"},
		"rates list":   {"rates", "list", "--json"},
		"end status":   {"end", "status", "harbour", "--json"},
		"dossier":      {"dossier", "harbour", "--json"},
		"doctor":       {"doctor", "--json"},
	} {
		checkShape(t, name, d.must(args...))
	}
	checkShape(t, "review", d.must(append([]string{"review", "--json"}, files...)...))
	d.must("demo", "--book", sample)
	checkShape(t, "insights", d.must("insights", "--json", "--book", sample))
	d.must("end", "reopen", "harbour", "--because", "they wrote a kind letter")
	checkShape(t, "end status", d.must("end", "status", "harbour", "--json"))
	checkShape(t, "interest", d.must("interest", "harbour", "--country", "UK", "--on", "2026-06-30", "--json"))
}

// checkShape walks JSON and holds each object to the order of its shape, and each
// value but those of doctor to saying something.
func checkShape(t *testing.T, name, text string) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	w := walker{decoder: decoder, seen: map[string]bool{}}
	if err := w.value(name); err != nil {
		t.Errorf("%s: %v\n%s", name, err, text)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		t.Errorf("%s: something follows the JSON: %v", name, err)
	}
	if len(w.seen) < 1 {
		t.Errorf("%s: no object was seen", name)
	}
}

type walker struct {
	decoder *json.Decoder
	seen    map[string]bool
}

func (w *walker) value(path string) error {
	token, err := w.decoder.Token()
	if err != nil {
		return err
	}
	root, _, _ := strings.Cut(path, ".")
	switch token {
	case json.Delim('{'):
		return w.object(path)
	case json.Delim('['):
		return w.array(path)
	case nil, "":
		if root != "doctor" {
			return fmt.Errorf("%s has nothing to say and is there", path)
		}
	}
	return nil
}

func (w *walker) object(path string) error {
	w.seen[path] = true
	shape, known := shapes[path]
	order, last := strings.Fields(shape), -1
	for w.decoder.More() {
		token, err := w.decoder.Token()
		if err != nil {
			return err
		}
		key := token.(string)
		if at := slices.Index(order, key); known && at <= last {
			return fmt.Errorf("%s: %q is unknown or out of order, want %s", path, key, shape)
		} else if known {
			last = at
		} else if path != "doctor.counts" {
			return fmt.Errorf("%s is an object nobody promised", path)
		}
		if err := w.value(path + "." + key); err != nil {
			return err
		}
	}
	_, err := w.decoder.Token()
	return err
}

// array walks the elements. Only the list a command was asked for may be empty.
func (w *walker) array(path string) error {
	n := 0
	for ; w.decoder.More(); n++ {
		if err := w.value(path); err != nil {
			return err
		}
	}
	if n == 0 && strings.Count(path, ".") > 1 {
		return fmt.Errorf("%s is empty and is there", path)
	}
	_, err := w.decoder.Token()
	return err
}

func TestJSONOfABookAndOfItsFilesIsTheSameJudgement(t *testing.T) {
	d, files := practiceDesk(t)
	fromBook := d.must("review", "--json")
	fromFiles := d.must(append([]string{"review", "--json"}, files...)...)
	if diff := cmp.Diff(fromBook, fromFiles); diff != "" {
		t.Errorf("book and files differ (-book +files):\n%s", diff)
	}
}

func TestReviewJSONIsGolden(t *testing.T) {
	d, files := practiceDesk(t)
	got := d.must(append([]string{"review", "--json"}, files...)...)
	golden := filepath.Join("testdata", "review.golden.json")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the JSON changed (-want +got); if that was meant, run this test with -update:\n%s", diff)
	}
}

func TestJSONOfNothingIsAnEmptyList(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Acme")
	for list, args := range map[string][]string{
		"invoices": {"invoice", "list", "--json"}, "obligations": {"owed", "list", "--json"},
		"promises": {"promise", "list", "--json"}, "due": {"today", "--json"}, "claims": {"interest", "acme", "--json"},
	} {
		var got map[string]json.RawMessage
		if err := json.Unmarshal([]byte(d.must(args...)), &got); err != nil {
			t.Fatal(err)
		}
		if string(got[list]) != "[]" {
			t.Errorf("%q says %s: %s", args, list, got[list])
		}
	}
}
