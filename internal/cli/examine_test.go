package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// toldOf is a client of whom just that was noted, one entry a day.
func toldOf(kinds ...rapport.Kind) assess.History {
	h := assess.History{Client: rapport.Client{ID: rapport.NewID(), Name: "Acme", State: rapport.Active}}
	for i, kind := range kinds {
		h.Entries = append(h.Entries, rapport.Entry{
			ID: rapport.NewID(), Client: h.Client.ID, On: rapport.NewDate(2026, 6, 1+i), Kind: kind, Severity: 4})
	}
	return h
}

// slow is an app whose clock moves on by so much whenever it is looked at.
func slow(step time.Duration) (a *app, complaint *bytes.Buffer) {
	clock, complaint := time.Date(2026, 6, 30, 12, 0, 0, 0, time.Local), &bytes.Buffer{}
	return newApp(Outside{
		In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: complaint,
		Env: func(name string) string { return map[string]string{languageVariable: "en"}[name] },
		Now: func() time.Time { clock = clock.Add(step); return clock },
	}), complaint
}

func TestOnlyALargeReviewSparesThoseWithWhomItGoesWell(t *testing.T) {
	well := toldOf(rapport.Praise, rapport.Praise, rapport.Cooperation, rapport.Praise)
	heavy := toldOf(rapport.Complaint, rapport.Complaint, rapport.Disrespect)
	a, _ := slow(0)
	for _, c := range []struct {
		name     string
		total    int
		h        assess.History
		examined bool
	}{
		{"well, a small practice", examineAll, well, true},
		{"well, a large one", examineAll + 1, well, false},
		{"heavy, a large one", examineAll + 1, heavy, true},
	} {
		judged := assess.Assess(c.h, a.today)
		if well := judged.Verdict == rapport.Keep; well == (c.h.Client.ID == heavy.Client.ID) {
			t.Fatalf("%s: the verdict is %s", c.name, judged.Verdict)
		}
		got := a.newExaminer(c.total).client(context.Background(), c.h, judged, present.Findings{})
		if examined := len(got.WouldChange) > 0 || got.Ask != ""; examined != c.examined {
			t.Errorf("%s: examined %t, want %t: %+v", c.name, examined, c.examined, got.OutlookJSON)
		}
	}
}

func TestAReviewThatTakesLongSaysHowFarItIs(t *testing.T) {
	h := toldOf(rapport.Praise, rapport.Cooperation)
	for step, want := range map[time.Duration]string{
		patienceOfReaders / 2: "2 of 4 clients judged\n4 of 4 clients judged\n",
		time.Millisecond:      "",
	} {
		a, complaint := slow(step)
		e := a.newExaminer(4)
		for range e.total {
			e.client(context.Background(), h, assess.Assess(h, a.today), present.Findings{})
		}
		if got := complaint.String(); got != want {
			t.Errorf("with %s a client it says %q, want %q", step, got, want)
		}
	}
}

func TestTheFilesOfAReviewAreOnePractice(t *testing.T) {
	histories := []assess.History{
		toldOf(rapport.Complaint), toldOf(rapport.Intrusion, rapport.Intrusion), toldOf(rapport.Intrusion), toldOf(rapport.Praise),
	}
	measure(histories, rapport.NewDate(2026, 6, 30))
	for i, intruding := range []int{2, 1, 1, 2} {
		others := histories[i].Others
		if others.Clients != 3 || others.Friction[assess.ReasonIntrusion] != intruding {
			t.Errorf("client %d is measured against %+v", i, others)
		}
	}
	alone := histories[:1]
	if measure(alone, rapport.NewDate(2026, 6, 30)); alone[0].Others.Clients != 0 {
		t.Errorf("a client alone is measured against %+v", alone[0].Others)
	}
}
