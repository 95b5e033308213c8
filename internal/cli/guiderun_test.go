package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// everyKind is a guide with a step of each kind, made up so that the tests do not
// change with the guides. Its texts are not there and show as their keys.
var everyKind = guide.Guide{Code: "every_kind", Steps: []guide.Step{
	{Code: "read", Kind: guide.Read},
	{Code: "tick", Kind: guide.Tick, Items: []string{"one", "two", "three"}},
	{Code: "choose", Kind: guide.Choose, Items: []string{"mild", "hard"}},
	{Code: "only_hard", Kind: guide.Read, When: &guide.When{Step: "choose", Is: []string{"hard"}}},
	{Code: "ask", Kind: guide.Ask},
	{Code: "vent", Kind: guide.Ask, Burn: true},
	{Code: "breathe", Kind: guide.Timer, Seconds: 40, Pace: &guide.Pace{In: 4, Out: 6}},
	{Code: "letter", Kind: guide.WriteTo, Letter: "apology"},
	{Code: "log", Kind: guide.Log, Entry: &guide.EntryDraft{Kind: rapport.Remedy, Severity: 2}},
	{Code: "promise", Kind: guide.Promise},
	{Code: "owe", Kind: guide.Obligation},
}}

// room is an open book with one client, in which a guide is walked through.
type room struct {
	t      *testing.T
	app    *app
	book   *practice.Practice
	client rapport.Client
}

func newRoom(t *testing.T) room {
	t.Helper()
	a, _ := slow(0)
	b, err := book.Create(context.Background(), filepath.Join(t.TempDir(), "book.rapport"), book.Options{Now: a.out.Now})
	if err != nil {
		t.Fatal(err)
	}
	p := practice.New(b, a.day)
	t.Cleanup(func() { _ = p.Close() })
	c, err := p.AddClient(context.Background(), rapport.Client{Name: "Acme", State: rapport.Active, Terms: rapport.Terms{Currency: "EUR"}})
	if err != nil {
		t.Fatal(err)
	}
	return room{t: t, app: a, book: p, client: c}
}

// walk goes through the guide with these answers, one a line, and returns what was
// shown and how far it came.
func (r room) walk(g guide.Guide, answers ...string) (shown string, run rapport.Run) {
	r.t.Helper()
	var out bytes.Buffer
	r.app.paper = newPaper(&out, 100, false)
	w := walk{app: r.app, practice: r.book, guide: g, client: r.client, speaker: r.app.say(context.Background()),
		in: bufio.NewReader(strings.NewReader(strings.Join(answers, "\n") + "\n"))}
	if err := w.through(context.Background()); err != nil {
		r.t.Fatal(err)
	}
	if err := r.app.paper.flush(); err != nil {
		r.t.Fatal(err)
	}
	return out.String(), w.run
}

// file is what the book holds about the client.
func (r room) file() practice.ClientFile {
	r.t.Helper()
	file, err := r.book.Client(context.Background(), r.client.ID)
	if err != nil {
		r.t.Fatal(err)
	}
	return file
}

func TestAGuideIsWalkedThroughAndEveryAnswerKept(t *testing.T) {
	r := newRoom(t)
	_, run := r.walk(everyKind, "", "1, 3", "mild", "they waited \\", "all spring", "what I really think", "", "1",
		"4 a6 30m a day for nothing", "a first draft", "2026-07-03", "the source files", "")
	want := map[string]string{
		"read": "done", "tick": "one three", "choose": "mild", "ask": "they waited\nall spring", "vent": "done",
		"breathe": "done", "letter": "skipped", "log": "done", "promise": "done", "owe": "done",
	}
	if diff := cmp.Diff(want, run.Kept); diff != "" {
		t.Errorf("kept (-want +got)\n%s", diff)
	}
	if run.Done != r.app.today {
		t.Errorf("it is done on %s", run.Done)
	}
	file := r.file()
	if e := file.History.Entries; len(e) != 1 || e[0].Kind != rapport.Remedy || e[0].Severity != 4 || e[0].Cost.Minutes != 30 || e[0].Cost.Anger != rapport.Rated(6) || e[0].Note != "a day for nothing" {
		t.Errorf("the journal holds %+v", e)
	}
	if m := file.Way.Promises; len(m) != 1 || m[0].What != "a first draft" || m[0].By.String() != "2026-07-03" {
		t.Errorf("promised was %+v", m)
	}
	if o := file.History.Obligations; len(o) != 1 || o[0].What != "the source files" || o[0].Side != rapport.Ours {
		t.Errorf("owed is %+v", o)
	}
	if l := file.Way.Letters; len(l) != 1 || l[0].Kind != "apology" || !l[0].Draft() {
		t.Errorf("written was %+v", l)
	}
}

func TestAGuideIsTakenUpAgainWhereItWasLeft(t *testing.T) {
	for name, stop := range map[string][]string{"with a word": {"", "", "q"}, "at the end of the input": {"", ""}} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			shown, run := r.walk(everyKind, stop...)
			if run.Step != "choose" || !run.Done.IsZero() || !strings.Contains(shown, "guide run every_kind Acme") {
				t.Errorf("it stands at %q:\n%s", run.Step, shown)
			}
			if _, again := r.walk(everyKind, "2", "q"); again.ID != run.ID || again.Step != "only_hard" || again.Kept["tick"] != "one two three" {
				t.Errorf("it went on as %+v", again)
			}
			if runs := r.file().Way.Runs; len(runs) != 1 {
				t.Errorf("the book holds %d runs", len(runs))
			}
		})
	}
}

func TestAStepCanBeSkippedAndGoneBackTo(t *testing.T) {
	r := newRoom(t)
	shown, run := r.walk(everyKind, "", "s", "b", "2", "7", "hard", "q")
	if run.Kept["tick"] != "two" || run.Kept["choose"] != "hard" || run.Step != "only_hard" {
		t.Errorf("kept is %v, at %q", run.Kept, run.Step)
	}
	if !strings.Contains(shown, "“7” is none of these") {
		t.Errorf("a number too high was taken:\n%s", shown)
	}
	_, run = r.walk(everyKind, "s", "s", "s", "s", "s", "s", "s", "", "s")
	want := "skipped skipped skipped skipped skipped"
	if got := strings.Join([]string{run.Kept["ask"], run.Kept["log"], run.Kept["letter"], run.Kept["promise"], run.Kept["owe"]}, " "); got != want {
		t.Errorf("kept is %v", run.Kept)
	}
	if run.Done.IsZero() || len(r.file().History.Entries) != 0 {
		t.Errorf("skipping logged %+v", r.file().History.Entries)
	}
}

func TestWhatAStepStoredIsNotStoredTwice(t *testing.T) {
	r := newRoom(t)
	log := guide.Guide{Code: "log_only", Steps: []guide.Step{
		{Code: "log", Kind: guide.Log, Entry: &guide.EntryDraft{Kind: rapport.Contact}},
		{Code: "after", Kind: guide.Read},
	}}
	_, run := r.walk(log, "called them", "b", "another note", "")
	if entries := r.file().History.Entries; len(entries) != 1 || run.Done.IsZero() {
		t.Errorf("the journal holds %+v", entries)
	}
}

func TestALetterSentInAGuideIsLoggedOnce(t *testing.T) {
	r := newRoom(t)
	mend := guide.Guide{Code: "mend", Steps: []guide.Step{
		{Code: "letter", Kind: guide.WriteTo, Letter: "apology"},
		{Code: "log", Kind: guide.Log, Entry: &guide.EntryDraft{Kind: rapport.OurApology}, Noting: guide.Noting{Unsent: true}},
		{Code: "after", Kind: guide.Read},
	}}
	_, run := r.walk(mend, "2", "")
	if e := r.file().History.Entries; run.Done.IsZero() || len(e) != 1 || e[0].Kind != rapport.OurApology {
		t.Errorf("%+v logged %+v", run, e)
	}
	if l := r.file().Way.Letters; len(l) != 1 || l[0].Draft() {
		t.Errorf("the letter is %+v", l)
	}
}

func TestWhatWasWrittenEarlierIsTheNoteUnlessAnotherIsTyped(t *testing.T) {
	say := guide.Guide{Code: "say", Steps: []guide.Step{
		{Code: "facts", Kind: guide.Ask},
		{Code: "log", Kind: guide.Log, Entry: &guide.EntryDraft{Kind: rapport.Demand, From: "facts"}},
		{Code: "after", Kind: guide.Read},
	}}
	for typed, want := range map[string]string{"": "a third round", "4 a7": "a third round", "4 in their own words": "in their own words"} {
		r := newRoom(t)
		shown, _ := r.walk(say, "a third round", typed, "")
		if !strings.Contains(shown, "Enter takes what you wrote: a third round") {
			t.Errorf("what was written is not offered:\n%s", shown)
		}
		if e := r.file().History.Entries; len(e) != 1 || e[0].Note != want {
			t.Errorf("%q logged %+v", typed, e)
		}
	}
}

func TestAChoiceThatWasASurpriseCountsAgainstTheSheet(t *testing.T) {
	r := newRoom(t)
	g, _ := present.Guides().Find("set_expectations")
	_, run := r.walk(g, "", "3", "q")
	if s := r.file().Way.Surprises; run.Kept["surprise"] != "by_when" || len(s) != 1 || s[0].Clause != rapport.ClauseByWhen {
		t.Errorf("kept %v, noted %+v", run.Kept, s)
	}
	_, run = r.walk(g, "b", "4", "q")
	if s := r.file().Way.Surprises; run.Kept["surprise"] != "reach" || len(s) != 1 {
		t.Errorf("back and forth kept %v, noted %+v", run.Kept, s)
	}
}

func TestTheGateOfTheStoryNamesWhatWritesItDown(t *testing.T) {
	r := newRoom(t)
	gated := guide.Guide{Code: "gated", Steps: []guide.Step{{Code: "gate", Kind: guide.Gate, Gate: guide.GateStory}}}
	if shown, _ := r.walk(gated); !strings.Contains(shown, "rapport-cli end start Acme --story TEXT") {
		t.Errorf("with no ending under way:\n%s", shown)
	}
	plan, err := r.book.StartEnding(context.Background(), rapport.EndPlan{Client: r.client.ID})
	if err != nil {
		t.Fatal(err)
	}
	if shown, _ := r.walk(gated); !strings.Contains(shown, "rapport-cli end edit Acme --story TEXT") {
		t.Errorf("with one under way:\n%s", shown)
	}
	plan.Story = "They were never told who decides."
	if err := r.book.EditEnding(context.Background(), plan); err != nil {
		t.Fatal(err)
	}
	if shown, _ := r.walk(gated, ""); strings.Contains(shown, "--story") {
		t.Errorf("with the story written:\n%s", shown)
	}
}

func TestWhatIsWrittenToBeBurnedIsNowhere(t *testing.T) {
	r := newRoom(t)
	vent := guide.Guide{Code: "vent_only", Steps: []guide.Step{{Code: "vent", Kind: guide.Ask, Burn: true}}}
	shown, run := r.walk(vent, "they are such a burden")
	if strings.Contains(shown, "burden") {
		t.Errorf("it is shown:\n%s", shown)
	}
	if diff := cmp.Diff(map[string]string{"vent": "done"}, run.Kept); diff != "" {
		t.Errorf("kept (-want +got)\n%s", diff)
	}
}

func TestAShutGateSaysWhyAndTheGuideWaitsBeforeIt(t *testing.T) {
	r := newRoom(t)
	gated := guide.Guide{Code: "gated", Steps: []guide.Step{{Code: "gate", Kind: guide.Gate, Gate: guide.GateObligations}, {Code: "after", Kind: guide.Read}}}
	if _, err := r.book.Owe(context.Background(), rapport.Obligation{Client: r.client.ID, Side: rapport.Ours, What: "the plans"}); err != nil {
		t.Fatal(err)
	}
	if shown, run := r.walk(gated, ""); run.Step != "" || run.Kept["gate"] != "" || !strings.Contains(shown, "guide run gated") || !strings.Contains(shown, "owed list Acme") {
		t.Errorf("it stands at %q:\n%s", run.Step, shown)
	}
	if err := r.book.Meet(context.Background(), r.file().History.Obligations[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, run := r.walk(gated, ""); run.Done.IsZero() {
		t.Errorf("the open gate held it: %+v", run)
	}
}

func TestAPersonIsAskedAgainAndAScriptIsNot(t *testing.T) {
	for _, asking := range []bool{true, false} {
		r := newRoom(t)
		r.app.out.Asking = asking
		promise := guide.Guide{Code: "promise_only", Steps: []guide.Step{{Code: "promise", Kind: guide.Promise}}}
		r.app.paper = newPaper(&bytes.Buffer{}, 100, false)
		long := strings.Repeat("words ", 200)
		w := walk{app: r.app, practice: r.book, guide: promise, client: r.client, speaker: r.app.say(context.Background()),
			in: bufio.NewReader(strings.NewReader(long + "\n2026-07-03\na draft\n2026-07-03\n"))}
		err := w.through(context.Background())
		if asking && (err != nil || len(r.file().Way.Promises) != 1) {
			t.Errorf("a person: %v, %+v", err, r.file().Way.Promises)
		}
		if !asking && !errors.Is(err, rapport.ErrTextLong) {
			t.Errorf("a script: %v", err)
		}
	}
}
