package cli

import (
	"context"
	"slices"
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// examineAll is up to how many clients all of them are examined. An examination
// judges some fifty times over; in a larger practice those with whom it is going
// well are spared it, and what would change that is not looked for.
const examineAll = 500

// A review that takes long says how far it is: after so long, and again as often.
const patienceOfReaders = 3 * time.Second

// examiner makes the JSON of one client after the other.
type examiner struct {
	app   *app
	total int
	done  int
	said  time.Time // when something was last said about how far it is
}

func (a *app) newExaminer(total int) *examiner {
	return &examiner{app: a, total: total, said: a.out.Now()}
}

// client words one judgement, examined where that is worth its time.
func (e *examiner) client(ctx context.Context, h assess.History, judged assess.Assessment, f present.Findings) present.ClientJSON {
	one := present.Judged{History: h, Assessment: judged, Findings: f}
	if e.total <= examineAll || judged.Verdict != rapport.Keep {
		x := assess.Examine(h, judged)
		one.Examination = &x
	}
	e.done++
	if now := e.app.out.Now(); now.Sub(e.said) >= patienceOfReaders {
		e.said = now
		e.app.margin.line(e.app.say(ctx).T("cli.review.progress", present.Args{"Done": e.done, "All": e.total}))
		_ = e.app.margin.flush() // a line that comes at the end comes too late; a failure is told there all the same
	}
	return present.NewReviewJSON(e.app.say(ctx), []present.Judged{one}, e.app.today).Clients[0]
}

// reviewJSON writes the standings with what they rest on, one file open at a time:
// the histories of a large practice would not fit in memory together.
func (a *app) reviewJSON(ctx context.Context, p *practice.Practice, standings []assess.Standing) error {
	slices.SortStableFunc(standings, byName)
	e := a.newExaminer(len(standings))
	review := present.ReviewJSON{On: a.today, Clients: make([]present.ClientJSON, len(standings))}
	for i, st := range standings {
		file, err := p.Client(ctx, st.Client.ID)
		if err != nil {
			return err
		}
		review.Clients[i] = e.client(ctx, file.History, file.Standing.Assessment, findingsOf(file))
	}
	return a.printJSON(review)
}
