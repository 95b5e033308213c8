package cli_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/cli"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// desk is a place to type commands at: a book in a folder of its own, on the last
// day of June 2026.
type desk struct {
	t       *testing.T
	book    string
	env     map[string]string
	in      string
	asking  bool
	colours bool
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{
		t: t, book: filepath.Join(t.TempDir(), "book.rapport"),
		env: map[string]string{"RAPPORT_LANG": "en", "COLUMNS": "100"},
	}
}

// now is noon of 30 June 2026, wherever the test runs.
func now() time.Time { return time.Date(2026, 6, 30, 12, 0, 0, 0, time.Local) }

// run types a command and returns what came of it.
func (d *desk) run(args ...string) (code int, out, complaint string) {
	d.t.Helper()
	var stdout, stderr bytes.Buffer
	code = cli.Run(context.Background(), cli.Outside{
		Args: append([]string{"--book", d.book}, args...), In: strings.NewReader(d.in), Out: &stdout, Err: &stderr,
		Env: func(name string) string { return d.env[name] }, Now: now, Version: "v0",
		Asking: d.asking, Colours: d.colours,
	})
	return code, stdout.String(), stderr.String()
}

// must is run for what has to work.
func (d *desk) must(args ...string) string {
	d.t.Helper()
	code, out, complaint := d.run(args...)
	if code != 0 {
		d.t.Fatalf("%q ended with %d: %s", args, code, complaint)
	}
	return out
}

func TestHelpIsWholeInEveryLanguage(t *testing.T) {
	d := newDesk(t)
	for _, language := range []string{"en", "de", "tr", "nl"} {
		for _, words := range commandsOf(t, d) {
			page := d.must(append(words, "--help", "--lang", language)...)
			if strings.Contains(page, "⟦") || strings.Contains(page, "`") {
				t.Errorf("%s, %q: a text is missing:\n%s", language, words, page)
			}
			for line := range strings.Lines(page) {
				if strings.HasSuffix(line, " \n") {
					t.Errorf("%s, %q: a line ends in blanks: %q", language, words, line)
				}
			}
		}
	}
}

// commandsOf asks the completion for every command there is.
func commandsOf(t *testing.T, d *desk) [][]string {
	t.Helper()
	all := [][]string{{}}
	for i := 0; i < len(all); i++ {
		if len(all[i]) > 0 && all[i][0] == "help" {
			continue
		}
		line := append([]string{"__complete"}, all[i]...)
		var stdout bytes.Buffer
		cli.Run(context.Background(), cli.Outside{
			Args: append(line, ""), In: strings.NewReader(""), Out: &stdout, Err: &bytes.Buffer{},
			Env: func(name string) string { return d.env[name] }, Now: now,
		})
		for candidate := range strings.Lines(stdout.String()) {
			name, _, described := strings.Cut(strings.TrimSpace(candidate), "\t")
			if described && len(all[i]) < 2 {
				all = append(all, append(append([]string{}, all[i]...), name))
			}
		}
	}
	if len(all) < 25 {
		t.Fatalf("only %d commands were found: %q", len(all), all)
	}
	return all
}

func TestTheBookHasASayInTheLanguage(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Acme")
	b, err := book.Open(context.Background(), d.book, book.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	p := practice.New(b, func() rapport.Date { return rapport.DateOf(now()) })
	if err := p.EditSettings(context.Background(), practice.Settings{Language: "nl", Formats: "en-GB"}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	delete(d.env, "RAPPORT_LANG")
	d.env["LANG"] = "de_DE.UTF-8"
	if out := d.must("client", "list"); !strings.HasPrefix(out, "Klant") {
		t.Errorf("a Dutch book lists its clients as\n%s", out)
	}
	if out := d.must("help", "log"); !strings.Contains(out, "Gebruik") {
		t.Errorf("a Dutch book is not asked for help:\n%s", out)
	}
	if out := d.must("invoice", "add", "acme", "1", "1,234.50"); !strings.Contains(out, "1,234.50") {
		t.Errorf("the book's formats are not used: %s", out)
	}
	if out := d.must("client", "list", "--lang", "tr"); !strings.HasPrefix(out, "Müşteri") {
		t.Errorf("--lang does not come before the book:\n%s", out)
	}
}

func TestAPersonIsAskedWhoIsMeantAndAScriptIsNot(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Harbour Studio")
	d.must("client", "add", "Harbour Supplies")
	d.asking = true
	for _, c := range []struct {
		name, answer string
		code         int
		saved        bool
	}{
		{"a number picks", "2\n", 0, true},
		{"Enter stops", "\n", 3, false},
		{"a number too high stops", "3\n", 3, false},
		{"an end of file stops", "", 3, false},
	} {
		d.in = c.answer
		code, out, complaint := d.run("log", "harbour", "praise", "thanks for all")
		if code != c.code || strings.Contains(out, "Saved") != c.saved {
			t.Errorf("%s: code %d\n%s%s", c.name, code, out, complaint)
		}
		if !strings.Contains(complaint, "2 Harbour Supplies") {
			t.Errorf("%s: the candidates are not listed:\n%s", c.name, complaint)
		}
	}
	out := d.must("export")
	if want := "Harbour Supplies,2026-06-30,praise"; !strings.Contains(out, want) || strings.Count(out, "\n") != 2 {
		t.Errorf("the journal should hold one line %q:\n%s", want, out)
	}
	if !strings.Contains(out, "thanks for all") || strings.Contains(out, "harbour thanks") {
		t.Errorf("the note is not what was left of the line:\n%s", out)
	}
	d.asking = false
	d.in = "1\n"
	if code, _, complaint := d.run("log", "harbour", "praise"); code != 3 || strings.Contains(complaint, "Type its number") {
		t.Errorf("a script was asked: %d %s", code, complaint)
	}
}

func TestAPersonIsAskedTheQuestionAndMayStop(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Harbour Studio")
	d.must("log", "harbour", "2026-01-12", "praise")
	d.must("log", "harbour", "2026-06-02", "complaint", "4", "the blue again")
	d.asking = true
	for _, c := range []struct{ name, answer, want string }{
		{"Enter stops", "\n", ""},
		{"a number too high stops", "9\n", ""},
		{"an end of file stops", "", ""},
		{"a number answers", "1\n", "2026-06-02,complaint,4,yes"},
	} {
		d.in = c.answer
		code, out, complaint := d.run("answer", "harbour")
		if code != 0 || !strings.Contains(complaint, "1  Yes") {
			t.Errorf("%s: code %d\n%s%s", c.name, code, out, complaint)
		}
		if saved := strings.Contains(out, "Noted."); saved != (c.want != "") {
			t.Errorf("%s: it says\n%s%s", c.name, out, complaint)
		}
		if journal := d.must("export"); !strings.Contains(journal, c.want) || c.want == "" && strings.Contains(journal, ",yes") {
			t.Errorf("%s: the journal holds\n%s", c.name, journal)
		}
	}
}

func TestColoursOnlyWhereTheyAreSeen(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Acme")
	d.must("log", "acme", "praise")
	for _, c := range []struct {
		name    string
		colours bool
		env     map[string]string
		want    bool
	}{
		{"in a file", false, nil, false},
		{"on a terminal", true, map[string]string{"TERM": "xterm"}, true},
		{"with NO_COLOR", true, map[string]string{"TERM": "xterm", "NO_COLOR": "1"}, false},
		{"on a dumb terminal", true, map[string]string{"TERM": "dumb"}, false},
	} {
		d.colours = c.colours
		for _, name := range []string{"TERM", "NO_COLOR"} {
			d.env[name] = c.env[name]
		}
		for _, page := range [][]string{{"review"}, {"client", "show", "acme"}, {"client", "list"}} {
			if got := strings.Contains(d.must(page...), "\x1b["); got != c.want {
				t.Errorf("%s, %q: coloured %t", c.name, page, got)
			}
		}
	}
}

func TestATerminalObeysNothingThatStandsInTheBook(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Evil \x1b[2J\u202eCo")
	said := d.must("log", "evil", "praise", "-", "ring \x07 \x1b]0;title\x07 bell")
	if journal := d.must("export"); !strings.Contains(journal, "\u202e") || !strings.Contains(journal, "\x07") {
		t.Errorf("the texts were not kept as they were typed: %q", journal)
	}
	said += d.must("promise", "add", "evil", "a \x1b[1mbold\x1b[0m draft \u202e", "--by", "2026-07-01")
	said += d.must("end", "start", "evil", "--story", "they \x1b[2J waited")
	for _, page := range [][]string{
		{"today"}, {"owed"}, {"promise", "list"}, {"heads-up", "evil"}, {"letter", "promise_moved", "evil"}, {"letter", "thanks", "evil", "--mailto"},
		{"end", "status", "evil"}, {"end", "status", "evil", "--json"}, {"dossier", "evil"}, {"dossier", "evil", "--json"}, {"guide", "list", "evil"},
		{"guide", "show", "end_engagement", "evil"}, {"guide", "run", "extra_mile", "evil"}, {"sheet", "evil"}, {"interest", "evil"},
		{"review"}, {"client", "show", "evil"}, {"client", "list"}, {"undo", "--list"}, {"undo"},
	} {
		said += d.must(page...)
	}
	if strings.ContainsAny(said, "\x1b\x07\u202e") {
		t.Errorf("control characters are printed: %q", said)
	}
}

func TestLookingAtAnotherDayLeavesNoTrace(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Acme")
	d.must("log", "acme", "complaint", "unfair", "4", "loud")
	today := d.must("review", "--json")
	if later := d.must("review", "--json", "--on", "2027-06-30"); later == today {
		t.Error("a year later nothing has faded")
	}
	if earlier := d.must("client", "show", "acme", "--on", "2026-01-01"); strings.Contains(earlier, "loud") {
		t.Errorf("in January nobody knew of June:\n%s", earlier)
	}
	if again := d.must("review", "--json"); again != today {
		t.Errorf("looking ahead changed today:\n%s\n%s", today, again)
	}
}

// broken is a stream nothing can be written to, as a full disk is.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestAnOutputThatCannotBeWrittenIsAFailure(t *testing.T) {
	var complaint bytes.Buffer
	code := cli.Run(context.Background(), cli.Outside{
		Args: []string{"help"}, In: strings.NewReader(""), Out: broken{}, Err: &complaint,
		Env: func(string) string { return "" }, Now: now,
	})
	said := strings.Join(strings.Fields(complaint.String()), " ")
	if code != 1 || !strings.Contains(said, "no space left") {
		t.Errorf("code %d: %s", code, complaint.String())
	}
}

func TestStoppingHalfwayStoresNothing(t *testing.T) {
	d := newDesk(t)
	d.must("client", "add", "Acme")
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var complaint bytes.Buffer
	code := cli.Run(ctx, cli.Outside{
		Args: []string{"--book", d.book, "log", "acme", "praise"}, In: strings.NewReader(""),
		Out: &bytes.Buffer{}, Err: &complaint, Env: func(string) string { return "" }, Now: now,
	})
	if code != 1 || !strings.Contains(complaint.String(), "Stopped as you asked") {
		t.Errorf("code %d: %s", code, complaint.String())
	}
	if journal := d.must("export"); strings.Contains(journal, "praise") {
		t.Errorf("the entry was stored all the same:\n%s", journal)
	}
}
