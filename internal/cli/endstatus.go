package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) endStatusCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{
		name: "status", code: "end_status", takes: [2]int{1, 1}, complete: a.completeEnding,
		run: func(cmd *cobra.Command, args []string) error {
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				file, err := p.EndingOf(ctx, c.ID)
				if err != nil {
					return err
				}
				if file.Plan == nil {
					return rapport.Refuse(errNoEnding, rapport.Args{"client": c.Name})
				}
				if asJSON {
					return a.printJSON(a.endJSON(ctx, file))
				}
				return a.printEnding(ctx, p, file)
			})
		},
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// endStatus writes where the ending of a client stands.
func (a *app) endStatus(ctx context.Context, p *practice.Practice, client rapport.ID) error {
	file, err := p.EndingOf(ctx, client)
	if err != nil {
		return err
	}
	a.paper.blank()
	return a.printEnding(ctx, p, file)
}

// printEnding writes the page of an ending: the answer, what is in the way, what is
// owed on both sides, the days, what waiting costs, and what may be feared.
func (a *app) printEnding(ctx context.Context, p *practice.Practice, file practice.EndingFile) error {
	k, err := a.known(ctx, p, file.ClientFile)
	if err != nil {
		return err
	}
	s := a.say(ctx)
	status := file.Status
	status.On = a.today // zero where the ending is over
	page := present.NewEndingPage(s, k, present.EndingFacts{Plan: *file.Plan, Status: status, Claims: file.Claims, Unclaimed: file.Not})
	head := page.Head
	a.paper.line(a.paper.bold(clean(head.Name)) + "  " + a.paper.hue(head.Verdict, head.Word))
	for _, text := range []string{head.Answer, head.Line, head.Since, page.Reopened} {
		a.paper.prose(0, text)
	}
	a.printInTheWay(s, page)
	a.printBothSides(s, file, page)
	a.printEarliest(page.Earliest)
	a.printCost(page.Waiting)
	a.passage(page.Story.Prompt, page.Story.Text, page.Story.Note)
	t := newTable(column{fit: flows}, column{fit: flows})
	for _, fear := range page.Fears {
		t.add(fear.Text, fear.Answer)
	}
	a.titled(s.T("cli.end.fears"), t)
	return nil
}

// printInTheWay writes what still locks the ending, and what to type about it.
func (a *app) printInTheWay(s *present.Speaker, page present.EndingPage) {
	if page.Head.State != present.EndingOpen {
		return
	}
	a.paper.heading(s.T("cli.end.in_the_way"))
	a.paper.prose(2, page.Finish.Why)
	for _, step := range page.Finish.Steps {
		a.paper.item(2, "-", step)
	}
	a.paper.prose(2, page.Finish.Note)
	if len(page.Asks) > 0 {
		t := newTable(column{}, column{fit: flows}, column{fit: flows})
		for _, ask := range page.Asks {
			t.put(cell{text: string(ask.Kind), paint: a.paper.bold}, cell{text: ask.Question}, cell{text: ask.Example, paint: a.paper.dim})
		}
		a.titled(s.T("cli.end.asks"), t)
		a.paper.prose(2, s.T("cli.end.ask_how", present.Args{"Client": typed(page.Head.Name)}))
	}
}

// printBothSides writes what is owed to them, by them, and in money.
func (a *app) printBothSides(s *present.Speaker, file practice.EndingFile, page present.EndingPage) {
	ids := map[rapport.ID]string{}
	for _, o := range file.History.Obligations {
		ids[o.ID] = shortID(o.ID, shortLength(file.History.Obligations))
	}
	for _, m := range file.Way.Promises {
		ids[m.ID] = shortID(m.ID, lettersFor(namedAll(file.Way.Promises, promiseNamed)))
	}
	rows := func(list []present.OwedRow) *table {
		t := newTable(column{}, column{fit: flows}, column{fit: flows})
		for _, row := range list {
			id := cell{}
			if row.State == present.OwedOpen {
				id = cell{text: ids[row.Obligation] + ids[row.Promise], paint: a.paper.bold}
			}
			t.put(id, cell{text: row.What}, cell{text: row.Text})
		}
		return t
	}
	a.titled(page.Ours.Title, rows(page.Ours.Rows))
	a.titled(s.T("cli.end.theirs"), rows(page.Theirs))
	if len(page.Claims.Tables) > 0 || len(page.Claims.Unclaimed) > 0 {
		a.paper.blank()
		a.printClaims(s, page.Claims)
		a.paper.prose(2, page.Claims.Note)
	}
}

// printEarliest writes the earliest last day and what it rests on.
func (a *app) printEarliest(card present.EarliestCard) {
	if card.Day == "" {
		return
	}
	a.paper.heading(card.Label)
	a.paper.line("  " + a.paper.bold(card.Day))
	a.paper.prose(2, card.Line)
	a.paper.table(2, a.facts(card.Rows))
	a.paper.prose(2, card.Note)
}

// printCost writes what waiting has cost and what losing the client would.
func (a *app) printCost(card present.CostCard) {
	a.paper.heading(card.Label)
	a.paper.table(2, a.facts(card.Rows))
	a.paper.prose(2, card.Empty)
	a.paper.prose(2, card.Income)
}

// facts are labels with what they say.
func (a *app) facts(rows []present.Fact) *table {
	t := newTable(column{fit: flows}, column{fit: flows})
	for _, row := range rows {
		t.put(cell{text: row.Label, paint: a.paper.dim}, cell{text: row.Value})
	}
	return t
}

// endJSON is where an ending stands, for other programs.
type endJSON struct {
	On         rapport.Date        `json:"on"`
	Client     string              `json:"client"`
	State      present.EndingState `json:"state"`
	Begun      rapport.Date        `json:"begun"`
	Ready      bool                `json:"ready"`
	Blocks     []blockJSON         `json:"blocks,omitempty"`
	Earliest   rapport.Date        `json:"earliest,omitzero"`
	Letter     rapport.Date        `json:"letter,omitzero"`
	NoticeEnds rapport.Date        `json:"notice_ends,omitzero"`
	CureEnds   rapport.Date        `json:"cure_ends,omitzero"`
	LastDay    rapport.Date        `json:"last_day,omitzero"`
	Over       *overJSON           `json:"over,omitempty"`
}

// overJSON is how an ending was over.
type overJSON struct {
	Finished rapport.Date `json:"finished,omitzero"`
	Reopened rapport.Date `json:"reopened,omitzero"`
	Why      string       `json:"why,omitempty"`
}

// blockJSON is one thing in the way.
type blockJSON struct {
	Code  string          `json:"code"`
	Kind  rapport.OweKind `json:"kind,omitempty"`
	What  string          `json:"what,omitempty"`
	Due   rapport.Date    `json:"due,omitzero"`
	Until rapport.Date    `json:"until,omitzero"`
	Text  string          `json:"text"`
}

func (a *app) endJSON(ctx context.Context, file practice.EndingFile) endJSON {
	plan, status := file.Plan, file.Status
	j := endJSON{On: a.today, Client: file.History.Client.Name, State: present.EndingOpen, Begun: plan.Begun, LastDay: plan.LastDay}
	if !plan.Open() {
		j.State, j.Over = present.EndingFinished, &overJSON{plan.Finished, plan.Reopened, plan.Why}
		if !plan.Reopened.IsZero() {
			j.State = present.EndingReopened
		}
		return j
	}
	j.Ready, j.Earliest, j.Letter = status.Ready(), status.Earliest, status.Letter
	j.NoticeEnds, j.CureEnds = status.NoticeEnds, status.CureEnds
	for _, b := range status.Blocks {
		block := blockJSON{Code: b.Code, Kind: b.Item, What: b.Obligation.What + b.Promise.What, Due: max(b.Obligation.Due, b.Promise.By), Until: b.Until}
		if texts := a.say(ctx).Blocks([]ending.Block{b}, a.today); len(texts) > 0 {
			block.Text = texts[0]
		}
		j.Blocks = append(j.Blocks, block)
	}
	return j
}
