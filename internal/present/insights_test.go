package present_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// clients returns so many ids.
func clients(n int) []rapport.ID {
	ids := make([]rapport.ID, n)
	for i := range ids {
		ids[i] = id(byte(i + 1))
	}
	return ids
}

// surveyed is a survey of eleven clients, five of whom ask beyond the agreement.
func surveyed() *assess.Survey {
	worth := func(name string, n byte, perHour int64) assess.ClientWorth {
		return assess.ClientWorth{Client: id(n), Name: name, Worth: assess.Worth{Currency: "EUR", Received: 1e6, Billed: 600, PerHour: perHour, Share: .2}}
	}
	v := assess.NewSurvey(today.AddDays(-181), today)
	v.Clients = 11
	v.Shared = []assess.Common{
		{Code: assess.ReasonAskedBeyond, Clients: clients(5), Count: 9, Entries: clients(2)},
		{Code: assess.ReasonSilence, Clients: clients(2), Count: 2},
	}
	v.Worths = []assess.ClientWorth{worth("Lindqvist & Co", 1, 11_200), worth("Van Dijk Bouw", 2, 3_100), worth("Ferrand Vins", 3, -500)}
	v.Drains = []assess.Drain{{Client: id(2), Name: "Van Dijk Bouw", Points: 38, Minutes: 90, Share: .38}}
	for i, name := range []string{"B", "C", "D", "E", "F"} {
		v.Drains = append(v.Drains, assess.Drain{Client: id(byte(10 + i)), Name: name, Points: 12, Share: .124})
	}
	v.Advice = assess.AdviceRecord{Followed: 9, FollowedRight: 7, FollowedWrong: 1, Otherwise: 2, OtherwiseRight: 1, Open: 2}
	v.Tests = []assess.ClientBackTest{{Client: id(8), Name: "Old", BackTest: assess.BackTest{
		Ended: today.AddDays(-30), Before: []assess.Earlier{{Days: 90, Verdict: rapport.Trial, Pattern: .614}, {Days: 30, Verdict: rapport.End, Pattern: .8}},
	}}}
	return v
}

func TestInsightsAnswersWhetherItIsMe(t *testing.T) {
	for _, c := range []struct {
		name         string
		clients      int
		shared       []assess.Common
		answer, line string
	}{
		{"too few to compare", 3, nil, "Whether it is you cannot be known yet", "With three clients there are too few to compare. From four on Rapport can tell."},
		{"nothing shared", 11, nil, "No, it does not look like it is you", "Nothing that could come from you is shared by a third of your eleven clients."},
		{"one thing shared", 11, surveyed().Shared, "In part it may be you, and only with requests beyond what was agreed",
			"Requests beyond what was agreed: five of eleven clients. Nothing else that could come from you is shared by a third of them."},
		{"a fault of ours shared", 6, []assess.Common{{Code: assess.ReasonRight, Clients: clients(4), Ours: true}}, "Quite likely it is partly you, and that can be changed",
			"Complaints that were justified: four of six clients. What comes from your side you can change yourself, one thing at a time."},
	} {
		v := &assess.Survey{Clients: c.clients, Shared: c.shared}
		page := present.Insights(english(), v, present.Goals{}, today)
		if page.Answer != c.answer || page.Line != c.line {
			t.Errorf("%s: got %q, %q; want %q, %q", c.name, page.Answer, page.Line, c.answer, c.line)
		}
	}
}

func TestASharedFrictionCountsItsClients(t *testing.T) {
	row := present.Insights(english(), surveyed(), present.Goals{}, today).Shared[0]
	want := present.SharedRow{
		Code: assess.ReasonAskedBeyond, Text: "Requests beyond what was agreed", Clients: clients(5), Entries: clients(2),
		N: 5, Of: 11, Tally: "5 of 11",
	}
	if diff := cmp.Diff(want, row); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBarsOfWorthShareAScaleWithTheTarget(t *testing.T) {
	group := present.Insights(english(), surveyed(), present.Goals{Target: euros(140)}, today).Worth[0]
	if group.Target != 1 || group.TargetText != "€140" || group.Unit != "€ per hour" {
		t.Errorf("the target is %v, %q in %q", group.Target, group.TargetText, group.Unit)
	}
	if want := "Unbilled time is included. Three clients are below your target of €140."; group.Line != want {
		t.Errorf("got %q, want %q", group.Line, want)
	}
	if top, lost := group.Rows[0], group.Rows[2]; top.Part != .8 || !top.Low || top.Text != "€112" || lost.Part != 0 || lost.Text != "-€5" {
		t.Errorf("bars are %+v", group.Rows)
	}
	for target, line := range map[rapport.Money]string{
		euros(70):                      "Unbilled time is included. Two clients are below your target of €70.",
		{Minor: 9000, Currency: "TRY"}: "Unbilled time is included.",
	} {
		if got := present.Insights(english(), surveyed(), present.Goals{Target: target}, today).Worth[0].Line; got != line {
			t.Errorf("got %q, want %q", got, line)
		}
	}
}

func TestWhatDrainsNamesTheHeaviestBesideWhatTheyBring(t *testing.T) {
	drain := present.Insights(english(), surveyed(), present.Goals{}, today).Drain
	if want := "38% of the energy you noted went into Van Dijk Bouw, which brings 20% of the income."; drain.Line != want {
		t.Errorf("got %q, want %q", drain.Line, want)
	}
	if last := drain.Rows[len(drain.Rows)-1]; len(drain.Rows) != 5 || last.Name != "everyone else" || last.Text != "25%" {
		t.Errorf("rows are %+v", drain.Rows)
	}
	if drain.Note != "98 points of energy noted in all." || drain.Rows[0].Part != 1 {
		t.Errorf("got %q and a first bar of %v", drain.Note, drain.Rows[0].Part)
	}
	v := surveyed()
	v.Drains = []assess.Drain{{Client: id(2), Name: "Van Dijk Bouw", Points: 38, Share: .8}, {Client: id(1), Points: 9, Share: .2}}
	if note := present.Insights(english(), v, present.Goals{}, today).Drain.Note; !strings.HasSuffix(note, "An hour with Van Dijk Bouw takes 3.8 points, one with the others 0.9.") {
		t.Errorf("got %q", note)
	}
	v.Drains = []assess.Drain{{Client: id(2), Name: "Van Dijk Bouw", Minutes: 90, Share: 1}}
	drain = present.Insights(english(), v, present.Goals{}, today).Drain
	if want := "No energy was noted. 100% of the unbilled time went into Van Dijk Bouw."; drain.Line != want || drain.Note != "1 h 30 min unbilled in all." {
		t.Errorf("got %q, %q", drain.Line, drain.Note)
	}
}

func TestAdviceSaysHowItTurnedOutWithCounts(t *testing.T) {
	card := present.Insights(english(), surveyed(), present.Goals{}, today).Advice
	want := "You followed the advice in nine cases. You have looked back on eight of them, and would choose so again in seven. " +
		"You chose otherwise in two cases. You have looked back on one of them, and would choose so again in one."
	if card.Line != want {
		t.Errorf("got  %q\nwant %q", card.Line, want)
	}
	rows := []present.Fact{{Label: "Followed", Value: "7 right, 1 wrong, 1 open"}, {Label: "Chose otherwise", Value: "1 right, 0 wrong, 1 open"}}
	if diff := cmp.Diff(rows, card.Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// silent are clients of whom each left a question unanswered.
func silent(n int) *assess.Survey {
	v := assess.NewSurvey(today.AddDays(-181), today)
	v.Watch(assess.TryAskWithDate, today.AddDays(-10))
	for i := range n {
		client := rapport.Client{ID: id(byte(i + 1)), Name: string(rune('A' + i))}
		v.Add(assess.History{Client: client, Entries: []rapport.Entry{
			{ID: id(byte(100 + i)), Client: client.ID, On: today.AddDays(-15), Kind: rapport.Silence, Severity: 3},
			{ID: id(byte(150 + i)), Client: client.ID, On: today.AddDays(-20 * (i + 1)), Kind: rapport.Indecision, Severity: 3},
		}})
	}
	return v.Done()
}

func TestWithoutATargetNobodyIsBelowIt(t *testing.T) {
	for _, row := range present.Insights(english(), surveyed(), present.Goals{}, today).Worth[0].Rows {
		if row.Low {
			t.Errorf("%s is below a target nobody set", row.Name)
		}
	}
}

func TestAnExperimentIsOfferedAndThenFollowed(t *testing.T) {
	page := present.Insights(english(), silent(5), present.Goals{}, today)
	i := slices.IndexFunc(page.Try, func(c present.TryCard) bool { return c.Code == assess.TryAskWithDate })
	if i < 0 || page.Trying != nil {
		t.Fatalf("offered: %+v, running: %+v", page.Try, page.Trying)
	}
	if card := page.Try[i]; card.Title == "" || !strings.HasSuffix(card.Why, "It concerns five of your clients.") || card.Until != "" {
		t.Errorf("the card is %+v", card)
	}
	page = present.Insights(english(), silent(5), present.Goals{Trying: assess.TryAskWithDate, Since: today.AddDays(-10)}, today)
	if slices.ContainsFunc(page.Try, func(c present.TryCard) bool { return c.Code == assess.TryAskWithDate }) {
		t.Error("what is being tried is offered, too")
	}
	card := page.Trying
	if card == nil || card.Over || card.Until != "Running since 20 June. Look at it again on 18 July." {
		t.Fatalf("running: %+v", card)
	}
	if want := "What it is meant to prevent: 0 in 11 days since then, 5 in as long before."; card.Since != want {
		t.Errorf("got %q, want %q", card.Since, want)
	}
	if !slices.ContainsFunc(page.Passages(english()), func(p present.Passage) bool { return slices.Contains(p.Lines, card.Since) }) {
		t.Error("the page as text leaves out what the experiment changed")
	}
	page = present.Insights(english(), silent(5), present.Goals{Trying: assess.TryAskWithDate, Since: today.AddDays(-28)}, today)
	if !page.Trying.Over || page.Trying.Until != "It ran from 2 June to 30 June. Did it help?" {
		t.Errorf("its time is up: %+v", page.Trying)
	}
	if page := present.Insights(english(), silent(5), present.Goals{Trying: "forgotten"}, today); page.Trying != nil {
		t.Errorf("an experiment nobody knows any more is running: %+v", page.Trying)
	}
}

func TestEveryEmptyPartSaysWhatIsMissing(t *testing.T) {
	for l, s := range speakers() {
		page := present.Insights(s, assess.NewSurvey(today, today).Done(), present.Goals{}, today)
		e := page.Empty
		for i, text := range []string{e.Shared, e.Try, e.Worth, e.Drain, e.Advice, e.Tests} {
			if text == "" {
				t.Errorf("%s: part %d says nothing", l, i)
			}
		}
		if n := len(page.Passages(s)); n != 8 {
			t.Errorf("%s: read as text there are %d parts", l, n)
		}
	}
	full := present.Insights(english(), surveyed(), present.Goals{}, today)
	full.Empty.Try = "" // nothing to try is true of this survey
	if full.Empty != (present.InsightsEmpty{}) {
		t.Errorf("full parts are called empty: %+v", full.Empty)
	}
	hourless := surveyed()
	for i := range hourless.Worths {
		hourless.Worths[i].Worth.Billed = 0
	}
	if got := present.Insights(english(), hourless, present.Goals{}, today).Empty.Worth; !strings.Contains(got, "the hours are missing") {
		t.Errorf("money without hours: %q", got)
	}
}

func TestInsightsForOtherProgramsKeepsItsShape(t *testing.T) {
	v := surveyed()
	v.Worths, v.Drains = v.Worths[:1], v.Drains[:1]
	got, err := json.Marshal(present.NewInsightsJSON(english(), v, present.Goals{Trying: assess.TryDeposit, Since: today}))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"from":"2025-12-31","to":"2026-06-30","clients":11,"is_it_me":"partly",` +
		`"answer":"In part it may be you, and only with requests beyond what was agreed",` +
		`"shared":[{"code":"asked_beyond","clients":5,"count":9},{"code":"silence","clients":2,"count":2}],` +
		`"trying":{"code":"deposit","since":"2026-06-30"},` +
		`"worth":[{"client":"Lindqvist \u0026 Co","currency":"EUR","per_hour":"112.00","received":"10000.00","billed":600,"share":0.2}],` +
		`"drains":[{"client":"Van Dijk Bouw","points":38,"minutes":90,"share":0.38}],` +
		`"advice":{"followed":9,"followed_right":7,"followed_wrong":1,"otherwise":2,"otherwise_right":1,"open":2},` +
		`"back_tests":[{"client":"Old","ended":"2026-05-31","before":[{"days":90,"verdict":"trial","pattern":0.61},{"days":30,"verdict":"end","pattern":0.8}]}]}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	empty, _ := json.Marshal(present.NewInsightsJSON(english(), assess.NewSurvey(today, today).Done(), present.Goals{}))
	if want := `{"from":"2026-06-30","to":"2026-06-30","clients":0,"is_it_me":"too_few","answer":"Whether it is you cannot be known yet"}`; string(empty) != want {
		t.Errorf("with nothing to say: %s", empty)
	}
}
