package present

import (
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// GuidePage is one guide under way with one client. Every step that applies is
// worded, so that a window can go back and forth without asking again.
type GuidePage struct {
	Code    string
	Client  string // the client's name
	Title   string // "Apologise and mend"
	Line    string // when it helps
	Verdict rapport.Verdict
	Word    string      // the verdict's name
	Place   string      // "Step 5 of 8", "" once it is done
	Now     int         // index into Steps, len(Steps) once it is done
	Steps   []GuideStep // those that apply
	End     GuideEnd
}

// GuideStep is one step.
type GuideStep struct {
	guide.Step // as it stands in the data: code, kind, seconds, pace, entry, letter
	Title      string
	Text       string
	Items      []GuideItem // of tick and choose
	Written    string      // of ask: what was written so far; of log: what the note begins with
	State      StepState
	Why        string // why it was skipped, in the user's words
	Facts      FactsCard
	Primary    string // words of the button that goes on
	Skip       string // words of the quiet one, "" where the step cannot be skipped
	GateLine
}

// StepState says how far a step is.
type StepState string

// The states of a step.
const (
	StepDone    StepState = "done"
	StepCurrent StepState = "current"
	StepComing  StepState = "coming"
	StepSkipped StepState = "skipped"
)

// GuideItem is one thing to tick or choose.
type GuideItem struct {
	Code string
	Text string
	Why  string // "" where it needs none
	On   bool   // ticked or chosen
}

// GuideEnd is what is said when a guide is done.
type GuideEnd struct {
	Text  string       // what to expect now
	Did   []string     // what was done, step by step
	Next  string       // what to do now, as the judgement has it
	Again rapport.Date // a day to look back, zero where none is proposed
}

// NewGuidePage words a guide as far as the run has come. Without a client (a zero
// [Known]) the guide is only read: nothing is shown from the book, and gates are
// open.
func NewGuidePage(s *Speaker, g guide.Guide, run rapport.Run, k Known) GuidePage {
	key, verdict := "guide."+g.Code, k.Standing.Assessment.Verdict
	page := GuidePage{
		Code: g.Code, Client: k.client().Name, Title: s.T(key + ".title"), Line: s.T(key + ".line"), Verdict: verdict,
	}
	if verdict != "" {
		page.Word = s.Verdict(verdict)
	}
	visible := g.Visible(run.Kept)
	page.Now = stepNow(visible, run)
	for i, step := range visible {
		page.Steps = append(page.Steps, s.guideStep(g.Code, step, run, k, i == page.Now))
	}
	if page.Now < len(visible) {
		page.Place = s.T("step.place", Args{"N": page.Now + 1, "Of": len(visible)})
	}
	page.End = s.guideEnd(g, page.Steps, k)
	return page
}

// stepNow returns the index of the step to go on with: the one the run names, or
// else the first that was not passed.
func stepNow(steps []guide.Step, run rapport.Run) int {
	if !run.Done.IsZero() {
		return len(steps)
	}
	at := slices.IndexFunc(steps, func(step guide.Step) bool { return step.Code == run.Step })
	if at < 0 {
		at = slices.IndexFunc(steps, func(step guide.Step) bool { return run.Kept[step.Code] == "" })
	}
	if at < 0 {
		return len(steps)
	}
	return at
}

func (s *Speaker) guideStep(code string, step guide.Step, run rapport.Run, k Known, now bool) GuideStep {
	key, entry := "guide."+code+"."+step.Code, run.Kept[step.Code]
	worded := GuideStep{
		Step: step, Title: s.T(key + ".title"), Text: s.T(key + ".text"), State: StepComing,
		Facts: s.factsOf(step.Show, k), Primary: s.primary(step), Skip: s.T("step.skip"),
	}
	switch {
	case now:
		worded.State = StepCurrent
	case entry == guide.Skipped:
		worded.State = StepSkipped
	case entry != "":
		worded.State = StepDone
	}
	if entry == guide.Skipped {
		worded.Why = run.Kept[step.Code+guide.Why]
	}
	switch {
	case step.Kind == guide.Ask && !step.Burn:
		worded.Written = written(entry)
	case step.Entry != nil:
		worded.Written = written(run.Kept[step.Entry.From])
	}
	if step.Kind == guide.Gate {
		worded.Skip, worded.GateLine = "", s.gate(step.Gate, run, k)
	}
	on := guide.Ticked(entry)
	for _, item := range step.Items {
		row := GuideItem{Code: item, Text: s.T(key + "." + item), On: slices.Contains(on, item)}
		if why := key + "." + item + ".why"; s.has(why) {
			row.Why = s.T(why)
		}
		worded.Items = append(worded.Items, row)
	}
	return worded
}

// written is what a run keeps of an answer in writing, "" where the step was only
// passed.
func written(entry string) string {
	if entry == guide.Done || entry == guide.Skipped {
		return ""
	}
	return entry
}

// primary are the words of the button that goes on: what pressing it does.
func (s *Speaker) primary(step guide.Step) string {
	switch {
	case step.Burn:
		return s.T("step.burn")
	case slices.Contains([]guide.StepKind{guide.WriteTo, guide.Log, guide.Promise, guide.Obligation, guide.Gate}, step.Kind):
		return s.T("step." + string(step.Kind))
	default:
		return s.T("step.next")
	}
}

func (s *Speaker) guideEnd(g guide.Guide, steps []GuideStep, k Known) GuideEnd {
	end := GuideEnd{Text: s.T("guide." + g.Code + ".done")}
	for _, step := range steps {
		if step.State != StepDone {
			continue
		}
		did := step.Title
		for _, item := range step.Items {
			switch {
			case !item.On || step.Kind != guide.Choose:
			case strings.HasSuffix(did, "?"):
				did += " " + item.Text // a question and its answer
			default:
				did = s.T("step.did", Args{"Step": did, "What": item.Text})
			}
		}
		end.Did = append(end.Did, did)
	}
	if next := k.Standing.Assessment.Next; next != "" {
		end.Next = s.Next(next)
	}
	tries := []rapport.Verdict{rapport.ExtraMile, rapport.Mend, rapport.Trial}
	if !k.on().IsZero() && slices.ContainsFunc(g.For.Verdicts, func(v rapport.Verdict) bool { return slices.Contains(tries, v) }) {
		end.Again = k.on().AddDays(assess.TrialDays)
	}
	return end
}

// Passages is the page as text: where the guide stands, every step with its state,
// and what is to be done now.
func (p GuidePage) Passages(s *Speaker) []Passage {
	all := []Passage{{"", lines(p.Title, p.Line, p.Place)}}
	rail := each(p.Steps, func(step GuideStep) string { return step.Title + ": " + s.T("step_state."+string(step.State)) })
	all = append(all, Passage{s.T("text.steps"), rail})
	if p.Now >= len(p.Steps) {
		return told(append(all, Passage{s.T("text.end"), append(lines(p.End.Text, p.End.Next), p.End.Did...)}))
	}
	step := p.Steps[p.Now]
	asked := append(lines(step.Text, step.Shut), each(step.Items, func(i GuideItem) string {
		return strings.Join(lines(i.Text, i.Why), ". ")
	})...)
	facts := append(lines(step.Facts.Empty), each(step.Facts.Rows, func(f FactRow) string {
		return strings.Join(lines(f.When, f.Text), ": ")
	})...)
	return told(append(all, Passage{step.Title, asked}, Passage{step.Facts.Title, facts}))
}
