package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// TrialDays is how long a trial or an extra mile is given before looking again.
const TrialDays = 28

// Signs are what will count when a trial is looked at again: codes worded as
// "sign.<code>".
type Signs struct {
	Better []string `json:"better,omitempty"`
	Worse  []string `json:"worse,omitempty"`
}

// SignsOf says what would count as better or as worse from now on.
func SignsOf(h History, a Assessment) Signs { return Signs{} }

// Course is how a trial went.
type Course string

// The courses.
const (
	Better  Course = "better"
	Worse   Course = "worse"
	Same    Course = "same"
	Pending Course = "pending" // the day to look again has not come
)

// Progress answers a trial: what happened between the decision and the day.
type Progress struct {
	Course Course
	Good   []rapport.ID // entries that count as better
	Bad    []rapport.ID // and as worse
}

// ProgressOf tells how the trial decided on went until the given day.
func ProgressOf(h History, d rapport.Decision, on rapport.Date) Progress {
	return Progress{Course: Pending}
}

// Driver says what a decision follows.
type Driver string

// The drivers.
const (
	FollowsFacts  Driver = "facts"
	FollowsEnergy Driver = "energy" // it goes further than the facts, and what is heavy is what it costs
)

// DriverOf says whether choosing otherwise follows the facts or the fatigue.
func DriverOf(a Assessment, chosen rapport.Verdict) Driver { return FollowsFacts }

// BackTest is what would have been said before an engagement ended.
type BackTest struct {
	Ended  rapport.Date
	Before []Earlier // 90, 60 and 30 days before
}

// Earlier is the answer so many days before.
type Earlier struct {
	Days    int
	Verdict rapport.Verdict
	Pattern float64 // share of the pattern
}

// BackTestOf looks back from the last ended entry; nil if there is none.
func BackTestOf(h History) *BackTest { return nil }
