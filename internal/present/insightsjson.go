package present

import (
	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// InsightsJSON is a survey for other programs. A field with nothing to say is
// absent.
type InsightsJSON struct {
	From    rapport.Date  `json:"from"`
	To      rapport.Date  `json:"to"`
	Clients int           `json:"clients"`
	IsItMe  assess.IsItMe `json:"is_it_me"`
	Answer  string        `json:"answer"`
	Shared  []SharedJSON  `json:"shared,omitempty"`
	Try     []string      `json:"try,omitempty"`
	Trying  *TryingJSON   `json:"trying,omitempty"`
	Worth   []WorthOfJSON `json:"worth,omitempty"`
	Drains  []DrainJSON   `json:"drains,omitempty"`
	LookedBackJSON
}

// LookedBackJSON is how what was decided turned out.
type LookedBackJSON struct {
	Advice  *AdviceJSON   `json:"advice,omitempty"`
	WonBack []WonBackJSON `json:"won_back,omitempty"`
	Tests   []TestJSON    `json:"back_tests,omitempty"`
}

// WonBackJSON is what came of one extra mile.
type WonBackJSON struct {
	Client   string        `json:"client"`
	On       rapport.Date  `json:"on"`                // decided
	Again    rapport.Date  `json:"look_again"`        // and looked at
	Minutes  int           `json:"minutes,omitempty"` // unbilled, of what was done
	Given    *AmountJSON   `json:"given,omitempty"`
	Since    []AmountJSON  `json:"paid_since,omitempty"`
	Friction int           `json:"friction,omitempty"` // since
	Before   int           `json:"before,omitempty"`   // in as many days before
	Course   assess.Course `json:"course"`
	Ended    rapport.Date  `json:"ended,omitzero"`
}

// SharedJSON is a friction several clients show.
type SharedJSON struct {
	Code    string `json:"code"`
	Clients int    `json:"clients"`
	Count   int    `json:"count"`
	Ours    bool   `json:"ours,omitempty"`
}

// TryingJSON is the running experiment.
type TryingJSON struct {
	Code  string       `json:"code"`
	Since rapport.Date `json:"since"`
}

// WorthOfJSON is what a client's hour is worth.
type WorthOfJSON struct {
	Client string `json:"client"`
	WorthJSON
}

// DrainJSON is how much of the energy noted went to a client.
type DrainJSON struct {
	Client  string  `json:"client"`
	Points  int     `json:"points"`
	Minutes int     `json:"minutes,omitempty"` // unbilled
	Share   float64 `json:"share"`             // of all points, or of all minutes where none were noted, to hundredths
}

// AdviceJSON counts decisions and how they turned out.
type AdviceJSON struct {
	Followed       int `json:"followed"`
	FollowedRight  int `json:"followed_right,omitempty"`
	FollowedWrong  int `json:"followed_wrong,omitempty"`
	Otherwise      int `json:"otherwise"`
	OtherwiseRight int `json:"otherwise_right,omitempty"`
	OtherwiseWrong int `json:"otherwise_wrong,omitempty"`
	Open           int `json:"open,omitempty"`
}

// TestJSON is the back test of one client.
type TestJSON struct {
	Client string `json:"client"`
	BackTestJSON
}

// EarlierJSON is the answer so many days before.
type EarlierJSON struct {
	Days    int             `json:"days"`
	Verdict rapport.Verdict `json:"verdict"`
	Pattern float64         `json:"pattern"` // share, to hundredths
}

// NewInsightsJSON words a survey for other programs.
func NewInsightsJSON(s *Speaker, v *assess.Survey, g Goals) InsightsJSON {
	answer, _ := s.isItMe(v)
	insights := InsightsJSON{
		From: v.From, To: v.To, Clients: v.Clients, IsItMe: v.IsItMe(), Answer: answer, Try: v.Try(),
	}
	for _, c := range v.Shared {
		insights.Shared = append(insights.Shared, SharedJSON{Code: c.Code, Clients: len(c.Clients), Count: c.Count, Ours: c.Ours})
	}
	if g.Trying != "" {
		insights.Trying = &TryingJSON{Code: g.Trying, Since: g.Since}
	}
	for _, w := range v.Worths {
		insights.Worth = append(insights.Worth, WorthOfJSON{Client: w.Name, WorthJSON: worthJSON(w.Worth)})
	}
	for _, d := range v.Drains {
		insights.Drains = append(insights.Drains, DrainJSON{Client: d.Name, Points: d.Points, Minutes: d.Minutes, Share: round(d.Share, 100)})
	}
	if v.Advice.Followed+v.Advice.Otherwise > 0 {
		insights.Advice = adviceJSON(v.Advice)
	}
	for _, w := range v.WonBack {
		insights.WonBack = append(insights.WonBack, wonBackJSON(w))
	}
	for _, test := range v.Tests {
		insights.Tests = append(insights.Tests, TestJSON{
			Client: test.Name, BackTestJSON: BackTestJSON{Ended: test.Ended, Before: earlierJSON(test.Before)},
		})
	}
	return insights
}

func adviceJSON(r assess.AdviceRecord) *AdviceJSON {
	return &AdviceJSON{
		Followed: r.Followed, FollowedRight: r.FollowedRight, FollowedWrong: r.FollowedWrong,
		Otherwise: r.Otherwise, OtherwiseRight: r.OtherwiseRight, OtherwiseWrong: r.OtherwiseWrong, Open: r.Open,
	}
}

func earlierJSON(before []assess.Earlier) []EarlierJSON {
	return each(before, func(e assess.Earlier) EarlierJSON {
		return EarlierJSON{Days: e.Days, Verdict: e.Verdict, Pattern: round(e.Pattern, 100)}
	})
}

func wonBackJSON(w assess.WonBack) WonBackJSON {
	won := WonBackJSON{
		Client: w.Name, On: w.On, Again: w.Again, Minutes: w.Minutes, Friction: w.Friction, Before: w.Before,
		Course: w.Course, Ended: w.Ended,
	}
	if w.Given.Minor > 0 {
		won.Given = amountJSON(w.Given)
	}
	for _, paid := range w.Since {
		won.Since = append(won.Since, *amountJSON(paid))
	}
	return won
}
