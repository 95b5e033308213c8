package assess

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// practiceOf makes clients of tales, one each, named by their place.
func practiceOf(t testing.TB, tales ...string) []History {
	t.Helper()
	clients := make([]History, len(tales))
	for i, lines := range tales {
		clients[i] = tale(t, lines)
		clients[i].Client = rapport.Client{ID: testID(100_000 + i), Name: fmt.Sprintf("client %02d", i)}
		for j := range clients[i].Entries {
			clients[i].Entries[j].ID = testID(1000*(i+1) + j)
		}
	}
	return clients
}

// surveyed surveys the last year.
func surveyed(clients ...History) *Survey {
	s := NewSurvey(today.AddDays(-365), today)
	for _, h := range clients {
		s.Add(h)
	}
	return s.Done()
}

func TestIsItMe(t *testing.T) {
	const fine, right = "20 praise 3", "30 complaint:yes 3"
	for _, c := range []struct {
		name  string
		tales []string
		want  IsItMe
	}{
		{"nobody on record", nil, TooFew},
		{"three clients cannot tell", []string{right, right, right}, TooFew},
		{"all is well", []string{fine, fine, fine, fine}, NotYou},
		{"two of four is chance", []string{"9 indecision 3", "9 indecision 3", fine, fine}, NotYou},
		{"three of ten is under a third", []string{"9 indecision 3", "9 indecision 3", "9 indecision 3", fine, fine, fine, fine, fine, fine, fine}, NotYou},
		{"three of nine share one thing", []string{"9 indecision 3", "9 indecision 3", "9 indecision 3", fine, fine, fine, fine, fine, fine}, Partly},
		{"one client's twenty are not shared", []string{"9 indecision 3, 8 indecision 3, 7 indecision 3, 6 indecision 3", fine, fine, fine}, NotYou},
		{"a fault of ours is enough", []string{right, right, right, fine, fine}, Likely},
		{"rules nobody stated are ours", []string{"9 intrusion 3", "9 intrusion 3", "9 demand:beyond 3", fine}, Likely},
		{"stated ones are theirs", []string{"20 boundary 3, 9 intrusion 3", "20 boundary 3, 9 intrusion 3", "20 boundary 3, 9 intrusion 3", fine}, Partly},
		{"three things shared", []string{"9 indecision 3, 8 late_payment 3, 7 complaint:no 3", "9 indecision 3, 8 late_payment 3, 7 complaint:no 3",
			"9 indecision 3, 8 late_payment 3, 7 complaint:no 3", fine}, Likely},
		{"nobody brings insults on himself", []string{"9 disrespect 3", "9 disrespect 3", "9 disrespect 3", "9 threat 3"}, NotYou},
		{"what lies before the period is past", []string{"400 complaint:yes 3, 9 praise 3", "400 complaint:yes 3, 9 praise 3", "400 complaint:yes 3, 9 praise 3", fine}, NotYou},
	} {
		t.Run(c.name, func(t *testing.T) {
			if s := surveyed(practiceOf(t, c.tales...)...); s.IsItMe() != c.want {
				t.Errorf("says %s, want %s: %+v", s.IsItMe(), c.want, s.Shared)
			}
		})
	}
}

func TestSharedFrictionsNameTheirClientsAndEntries(t *testing.T) {
	clients := practiceOf(t, "9 late_payment 3, 5 late_payment 3", "7 late_payment 3", "20 praise 3, 6 demand 3", "3 silence 3")
	clients[3].Invoices = []rapport.Invoice{bill(1, 90, [2]int{10, 40})}
	s := surveyed(clients...)
	want := []Common{
		{Code: ReasonLatePayment, Clients: []rapport.ID{testID(100_000), testID(100_001), testID(100_003)}, Count: 4,
			Entries: []rapport.ID{testID(1000), testID(2000), testID(1001)}},
		{Code: ReasonSilence, Clients: []rapport.ID{testID(100_003)}, Count: 1, Entries: []rapport.ID{testID(4000)}},
	}
	if diff := cmp.Diff(want, s.Shared); diff != "" {
		t.Error(diff)
	}
	if s.Clients != 4 || !s.Widespread(s.Shared[0]) || s.Widespread(s.Shared[1]) {
		t.Errorf("of %d clients %+v", s.Clients, s.Shared)
	}
}

func TestOnlyTheNewestEntriesOfACommonFrictionAreKept(t *testing.T) {
	h := History{Client: rapport.Client{ID: testID(1)}}
	for i := range 500 {
		h.Entries = append(h.Entries, rapport.Entry{ID: testID(1000 + i), On: today.AddDays(-i % 300), Kind: rapport.Silence, Severity: 2})
	}
	c := surveyed(h).Shared[0]
	if len(c.Entries) != namedAtMost || c.Count != 500 || !slices.Contains(c.Entries, testID(1000)) || slices.Contains(c.Entries, testID(1299)) {
		t.Errorf("keeps %d of %d: %v", len(c.Entries), c.Count, c.Entries)
	}
}

func TestExperimentsRestOnWhatTheClientsShow(t *testing.T) {
	for _, c := range []struct {
		code, tale string
	}{
		{TryPromiseLater, "9 our_mistake 3"},
		{TryWriteScope, "9 demand:beyond 3"},
		{TryPriceExtras, "20 expectations 3, 9 demand:beyond 3"},
		{TryStateHours, "20 boundary 3, 9 intrusion 3"},
		{TryDeposit, "9 late_payment 3"},
		{TryConfirmWishes, "9 indecision 3"},
		{TryWeeklyNote, "9 micromanagement 3"},
		{TryAskWithDate, "9 silence 3"},
	} {
		t.Run(c.code, func(t *testing.T) {
			if got := surveyed(practiceOf(t, c.tale, c.tale, "9 praise 3")...).Try(); !slices.Equal(got, []string{c.code}) {
				t.Errorf("offers %v", got)
			}
			if got := surveyed(practiceOf(t, c.tale, "9 praise 3", "9 praise 3")...).Try(); len(got) > 0 {
				t.Errorf("changes one's ways for one client: %v", got)
			}
		})
	}
	s := surveyed(practiceOf(t, "9 silence 3, 8 silence 2", "9 silence 3", "9 late_payment 3", "9 late_payment 3, 1 indecision 3", "9 late_payment 3, 1 indecision 3")...)
	if got, want := s.Try(), []string{TryDeposit, TryAskWithDate, TryConfirmWishes}; !slices.Equal(got, want) {
		t.Errorf("offers %v, want %v", got, want)
	}
	if got := s.Support(TryAskWithDate); got != (Support{Clients: 2, Count: 3}) {
		t.Errorf("silence is supported by %+v", got)
	}
	for _, code := range TryCodes() {
		if !slices.ContainsFunc(weights[:], func(w weight) bool {
			t, ok := topicOfReason(w.reason)
			return ok && (experimentFor(t, false) == code || experimentFor(t, true) == code)
		}) {
			t.Errorf("nothing calls for %s", code)
		}
	}
}

func TestAnExperimentIsMeasuredByAsManyDaysBefore(t *testing.T) {
	s := NewSurvey(today.AddDays(-5), today)
	s.Watch(TryWriteScope, today.AddDays(-9))
	for _, h := range practiceOf(t, "40 demand:beyond 3, 19 demand:beyond 3, 10 demand:beyond 3, 9 expectations 3, 9 demand:beyond 3", "12 demand:beyond 2, 5 silence 3") {
		s.Add(h)
	}
	if got, want := s.Done().Effect(), (Effect{Days: 10, Before: 3, Since: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := surveyed(practiceOf(t, "9 silence 3")...).Effect(); got != (Effect{}) {
		t.Errorf("without an experiment: %+v", got)
	}
}

func TestALateInvoiceCountsForAnExperimentOnTheDayItWasDue(t *testing.T) {
	s := NewSurvey(today.AddDays(-5), today)
	s.Watch(TryDeposit, today.AddDays(-9))
	s.Add(History{Invoices: []rapport.Invoice{bill(1, 15), bill(2, 17, [2]int{10, 3}), bill(3, 6), bill(4, 300)}})
	if got, want := s.Done().Effect(), (Effect{Days: 10, Before: 2, Since: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAnEngagementThatEndedInThePeriodIsTestedHoweverItsEndIsKnown(t *testing.T) {
	const trouble = "200 demand:beyond 3, 160 boundary 3, 130 demand:beyond 4, 110 intrusion 4"
	clients := practiceOf(t, trouble+", 20 ended 3", trouble, trouble, trouble+", 500 ended 3")
	clients[1].Client.State = rapport.EndedState
	clients[1].Decisions = []rapport.Decision{{On: today.AddDays(-30), Offered: rapport.End, Chosen: rapport.End}}
	s := surveyed(clients...)
	var names []string
	for _, b := range s.Tests {
		names = append(names, b.Name)
		if len(b.Before) != 3 {
			t.Errorf("%s: %+v", b.Name, b)
		}
	}
	if want := []string{"client 00", "client 01"}; !slices.Equal(names, want) {
		t.Errorf("tested %v, want %v", names, want)
	}
	all := NewSurvey(0, today)
	all.Add(clients[2])
	if len(all.Done().Tests) != 0 {
		t.Error("an engagement that goes on is tested when there is no first day")
	}
}

func TestWhatDrainsAndHowAdviceTurnedOut(t *testing.T) {
	clients := practiceOf(t, "9 intrusion 3, 400 intrusion 3", "9 praise 3", "5 praise 3")
	clients[0].Entries[0].Cost = rapport.Cost{Energy: rapport.Rated(3), Minutes: 40}
	clients[0].Entries[1].Cost = rapport.Cost{Energy: rapport.Rated(5)}
	clients[1].Entries[0].Cost = rapport.Cost{Energy: rapport.Rated(1)}
	decided := func(ago int, offered, chosen rapport.Verdict, o rapport.Outcome) rapport.Decision {
		return rapport.Decision{On: today.AddDays(-ago), Offered: offered, Chosen: chosen, Outcome: o}
	}
	clients[2].Decisions = []rapport.Decision{
		decided(10, rapport.Keep, rapport.Keep, ""), decided(200, rapport.End, rapport.End, rapport.Right),
		decided(150, rapport.End, rapport.Keep, rapport.Wrong), decided(140, rapport.Keep, rapport.Trial, rapport.Unsure),
		decided(500, rapport.End, rapport.End, rapport.Right),
	}
	s := surveyed(clients...)
	wantDrains := []Drain{
		{Client: testID(100_000), Name: "client 00", Points: 3, Minutes: 40, Share: 0.75},
		{Client: testID(100_001), Name: "client 01", Points: 1, Share: 0.25},
	}
	if diff := cmp.Diff(wantDrains, s.Drains); diff != "" {
		t.Error(diff)
	}
	if want := (AdviceRecord{Followed: 2, FollowedRight: 1, Otherwise: 2, OtherwiseWrong: 1, Open: 1}); s.Advice != want {
		t.Errorf("counts %+v, want %+v", s.Advice, want)
	}
	clients[0].Entries[0].Cost.Energy, clients[1].Entries[0].Cost.Energy = rapport.Rating{}, rapport.Rating{}
	if s := surveyed(clients...); len(s.Drains) != 1 || s.Drains[0].Share != 1 {
		t.Errorf("without energy noted, minutes are divided: %+v", s.Drains)
	}
}

func TestTheOrderOfClientsDoesNotMatterAndSharesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clients := rapid.SliceOfN(histories(), 0, 6).Draw(t, "clients")
		for i := range clients {
			clients[i].Client = rapport.Client{ID: testID(100_000 + i), Name: string(rune('a' + i%3))}
			for j := range clients[i].Entries {
				clients[i].Entries[j].ID = testID(1000*(i+1) + j)
			}
		}
		s := surveyed(clients...)
		again := surveyed(rapid.Permutation(clients).Draw(t, "again")...)
		if diff := cmp.Diff(s, again, cmpopts.IgnoreUnexported(Survey{})); diff != "" {
			t.Fatal(diff)
		}
		if !slices.Equal(s.Try(), again.Try()) || s.IsItMe() != again.IsItMe() {
			t.Fatal("the order of clients changes the answer")
		}
		drained := 0.0
		for _, d := range s.Drains {
			drained += d.Share
		}
		if len(s.Drains) > 0 && (drained < 0.999 || drained > 1.001) {
			t.Fatalf("drains sum to %v", drained)
		}
		for _, c := range s.Shared {
			if len(c.Clients) == 0 || len(c.Clients) > s.Clients || c.Count < len(c.Clients) {
				t.Fatalf("of %d clients: %+v", s.Clients, c)
			}
		}
	})
}

func TestDearestHoursComeFirst(t *testing.T) {
	s := &Survey{Worths: []ClientWorth{
		{Name: "unknown", Worth: Worth{Currency: "EUR", Received: 500}},
		{Name: "dollars", Worth: Worth{Currency: "USD", Received: 900, Billed: 60, PerHour: 900}},
		{Name: "cheap", Worth: Worth{Currency: "EUR", Received: 100, Billed: 60, PerHour: 100}},
		{Name: "dear", Worth: Worth{Currency: "EUR", Received: 400, Billed: 60, PerHour: 400}},
	}}
	s.Done()
	var names []string
	for _, w := range s.Worths {
		names = append(names, w.Name)
	}
	if want := []string{"dear", "cheap", "unknown", "dollars"}; !slices.Equal(names, want) {
		t.Errorf("order %v, want %v", names, want)
	}
	if s.Worths[0].Worth.Share != 0.4 || s.Worths[3].Worth.Share != 1 {
		t.Errorf("shares are by currency: %+v", s.Worths)
	}
}

func BenchmarkSurveyOfThousandClientsWithThousandEntries(b *testing.B) {
	h := long(1000, 2000)
	h.Entries = slices.DeleteFunc(h.Entries, func(e rapport.Entry) bool { return e.Kind == rapport.Ended })
	b.ReportAllocs()
	for b.Loop() {
		s := NewSurvey(today.AddDays(-365), today)
		for i := range 1000 {
			h.Client.ID = testID(100_000 + i)
			s.Add(h)
		}
		s.Done()
	}
}
