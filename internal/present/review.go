package present

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ReviewPage is the answer to "who needs a decision, and why", for all clients.
type ReviewPage struct {
	On       rapport.Date
	Answer   string     // one sentence: "Three clients need a decision"
	Subline  string     // the day, how many clients, how many going well
	Sections []Section  // all three, in order; a section may be empty
	Count    int        // clients shown
	Today    []TodayRow // trials whose day is near, decisions to look back on
}

// SectionCode names one of the three sections.
type SectionCode string

// The sections, in their order on the page.
const (
	NeedsDecision SectionCode = "decide"
	KeepAnEye     SectionCode = "watch"
	GoingWell     SectionCode = "well"
)

// Section is one part of the page.
type Section struct {
	Code  SectionCode
	Title string
	Rows  []ReviewRow
}

// ReviewRow is one client on the page.
type ReviewRow struct {
	Client  rapport.ID
	Name    string
	Verdict rapport.Verdict
	Word    string    // the verdict's name
	Why     string    // one sentence; wrap it, never cut it
	Weeks   []float64 // strain at the end of each of the last twelve weeks
	Strain  int       // 0–100
	Overdue Overdue
	Open    int // open obligations
}

// Overdue is money past its day. Both texts are empty when there is none.
type Overdue struct {
	Amount string // "€3,480.00", several currencies side by side
	Age    string // "47 days", of the oldest
}

// decisionHolds is how many days a decision answers for: a quarter of a year,
// after which the same verdict is put to the user again.
const decisionHolds = 91

// Review arranges the standings of one day. Clients whose engagement has ended
// are left out unless something is still open.
func Review(s *Speaker, standings []assess.Standing, on rapport.Date) ReviewPage {
	rows := make(map[SectionCode][]assess.Standing)
	count := 0
	for _, st := range standings {
		if over(st) {
			continue
		}
		count++
		code := sectionOf(st, on)
		rows[code] = append(rows[code], st)
	}
	page := ReviewPage{On: on, Count: count}
	for _, code := range []SectionCode{NeedsDecision, KeepAnEye, GoingWell} {
		slices.SortStableFunc(rows[code], func(a, b assess.Standing) int { return graver(a, b, on) })
		section := Section{Code: code, Title: s.T("section." + string(code))}
		for _, st := range rows[code] {
			section.Rows = append(section.Rows, s.reviewRow(st, on))
		}
		page.Sections = append(page.Sections, section)
	}
	page.Today = s.today(standings, on)
	page.Answer = s.answer(count, len(rows[NeedsDecision]), len(rows[KeepAnEye]))
	page.Subline = s.subline(count, len(rows[GoingWell]), on)
	return page
}

// over reports whether an engagement has ended with nothing left to do.
func over(st assess.Standing) bool {
	return st.Client.State == rapport.EndedState && len(st.Overdue) == 0 && st.Open == 0
}

// parting reports whether an engagement is ending or over.
func parting(st assess.Standing) bool {
	return st.Client.State == rapport.Ending || st.Client.State == rapport.EndedState
}

// sectionOf says where a client belongs.
//
// A verdict asks for a decision when it calls for a deed (extra mile, mend, end,
// safety), or when it calls for patience (trial, renegotiate) and differs from
// the one the user decided on last: something changed. A decision answers the
// verdict it was offered, whether the user agreed or chose otherwise, for
// [decisionHolds] days; meanwhile the client is only watched. Keep never asks for
// a decision, unclear asks a question instead, and an engagement that is ending
// or over was decided already; safety excepted.
//
// A trial whose day to look again has come asks for a decision whatever the
// verdict, since that is what the day was set for.
func sectionOf(st assess.Standing, on rapport.Date) SectionCode {
	verdict := st.Assessment.Verdict
	switch {
	case course(st, on) != "":
		return NeedsDecision
	case decided(st, on):
		return KeepAnEye
	case verdict == rapport.Safety:
		return NeedsDecision
	case parting(st):
		return KeepAnEye
	}
	switch verdict {
	case rapport.Keep:
		return GoingWell
	case rapport.ExtraMile, rapport.Mend, rapport.End:
		return NeedsDecision
	case rapport.Trial, rapport.Renegotiate:
		if st.Decision != nil {
			return NeedsDecision
		}
	}
	return KeepAnEye
}

// course tells how the trial went whose day to look again has come, "" where there
// is no such trial or the engagement is parting anyway.
func course(st assess.Standing, on rapport.Date) assess.Course {
	d := current(st.Decision, on)
	if d == nil || parting(st) || d.Again > on || st.Progress == nil || st.Progress.Course == assess.Pending {
		return ""
	}
	return st.Progress.Course
}

// decided reports whether the user has answered the present verdict lately.
func decided(st assess.Standing, on rapport.Date) bool {
	d := st.Decision
	if d == nil || d.On > on || on.DaysSince(d.On) > decisionHolds {
		return false
	}
	return d.Offered == st.Assessment.Verdict && d.Offered != rapport.Keep
}

// gravity groups the verdicts for sorting: what cannot wait, what parts ways,
// what asks for a deed or for patience, and the rest.
func gravity(v rapport.Verdict) int {
	switch v {
	case rapport.Safety:
		return 3
	case rapport.End:
		return 2
	case rapport.ExtraMile, rapport.Mend, rapport.Trial, rapport.Renegotiate:
		return 1
	default:
		return 0
	}
}

// urgency puts a trial whose day has come above all but a threat: its answer was
// waited for.
func urgency(st assess.Standing, on rapport.Date) int {
	grave := gravity(st.Assessment.Verdict)
	if grave < gravity(rapport.Safety) && course(st, on) != "" {
		return gravity(rapport.Safety)
	}
	if grave == gravity(rapport.Safety) {
		grave++
	}
	return grave
}

// graver sorts the most urgent first, then the heaviest, then by name.
func graver(a, b assess.Standing, on rapport.Date) int {
	return cmp.Or(
		cmp.Compare(urgency(b, on), urgency(a, on)),
		cmp.Compare(b.Assessment.Strain, a.Assessment.Strain),
		strings.Compare(strings.ToLower(a.Client.Name), strings.ToLower(b.Client.Name)),
		slices.Compare(a.Client.ID[:], b.Client.ID[:]),
	)
}

// answer is the page's one sentence.
func (s *Speaker) answer(count, decide, watch int) string {
	switch {
	case count == 0:
		return s.T("answer.empty")
	case decide > 0:
		return s.N("answer.decide", decide)
	case watch > 0:
		return s.N("answer.watch", watch)
	default:
		return s.T("answer.calm")
	}
}

// subline says the day and what the rest is like.
func (s *Speaker) subline(count, well int, on rapport.Date) string {
	line := s.Capital(s.DateLong(on)) + "."
	switch {
	case count == 0:
		return line
	case well == count:
		return line + " " + s.N("subline.all_well", count) + "."
	case well > 0:
		return line + " " + s.N("subline.clients", count) + ", " + s.N("subline.well", well) + "."
	default:
		return line + " " + s.N("subline.clients", count) + "."
	}
}

// reviewRow words one client.
func (s *Speaker) reviewRow(st assess.Standing, on rapport.Date) ReviewRow {
	return ReviewRow{
		Client: st.Client.ID, Name: st.Client.Name,
		Verdict: st.Assessment.Verdict, Word: s.verdictUntil(st, on),
		Why: s.whyNow(st, on), Weeks: st.Assessment.Weeks,
		Strain: whole(st.Assessment.Strain), Overdue: s.overdue(st), Open: st.Open,
	}
}

// verdictUntil names the verdict, and of a trial under way its day to look again.
func (s *Speaker) verdictUntil(st assess.Standing, on rapport.Date) string {
	word := s.Verdict(st.Assessment.Verdict)
	if d := current(st.Decision, on); d != nil && d.Chosen == st.Assessment.Verdict && d.Again > on {
		return s.T("trial.until", Args{"Chosen": word, "Day": s.Day(d.Again, on)})
	}
	return word
}

// whyNow is why a client stands where they stand: where a trial's day has come,
// how it went and what that rests on; where the user chose otherwise, their choice;
// else what the verdict turns on.
func (s *Speaker) whyNow(st assess.Standing, on rapport.Date) string {
	went := course(st, on)
	switch {
	case went != "":
	case decided(st, on) && !st.Decision.Agreed():
		return s.decision(*st.Decision) + "."
	default:
		return s.why(st.Assessment, on)
	}
	p, told := st.Progress, []string{s.T("course." + string(went) + ".now")}
	var since []string
	if good := len(p.Good) + len(p.Paid); good > 0 {
		since = append(since, s.N("trial.for_better", good))
	}
	if bad := len(p.Bad) + len(p.Unpaid); bad > 0 {
		since = append(since, s.N("trial.for_worse", bad))
	}
	if len(since) > 0 {
		told = append(told, s.T("trial.tally", Args{"Day": s.Day(st.Decision.On, on), "What": s.List(since)}))
	}
	return strings.Join(append(told, lines(s.before(*p))...), " ")
}

func (s *Speaker) overdue(st assess.Standing) Overdue {
	if len(st.Overdue) == 0 {
		return Overdue{}
	}
	return Overdue{Amount: s.MoneyList(st.Overdue), Age: s.N("span.days", st.OverdueDays)}
}

// why tells in a sentence or two what the verdict turns on: the leading reasons,
// one where all is well; without any, what the rule says by itself.
func (s *Speaker) why(a assess.Assessment, on rapport.Date) string {
	lead := leading(a)
	if len(lead) == 0 {
		return s.headline(a)
	}
	most := 2
	if a.Verdict == rapport.Keep || a.Verdict == rapport.Unclear {
		most = 1
	}
	var told []string
	for _, r := range lead[:min(most, len(lead))] {
		if len(told) > 0 && telling(r.Code) == 2 {
			break
		}
		told = append(told, s.Reason(r, on)+".")
	}
	return strings.Join(told, " ")
}

// whole rounds a strain to the whole number shown.
func whole(strain float64) int { return clamp(int(math.Round(strain)), 0, 100) }
