package practice

import (
	"cmp"
	"context"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// EndingFile is where the way out of one engagement stands today.
type EndingFile struct {
	ClientFile
	Plan   *rapport.EndPlan       // the one under way, or the last there was; nil without one
	Past   []rapport.EndPlan      // those before it, oldest first
	Status ending.Status          // of the plan under way; only its day without one
	Claims []interest.Claim       // what may be claimed today for what they have not paid
	Not    []interest.Unclaimable // overdue invoices no claim can be worked out for, and why
}

// EndingOf returns the file of an ending. Without one it has everything else, so that
// somebody who wonders can look before beginning.
func (p *Practice) EndingOf(ctx context.Context, client rapport.ID) (EndingFile, error) {
	var file EndingFile
	today := p.today()
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		if file.ClientFile, err = fileOf(ctx, tx, client, today); err != nil {
			return err
		}
		if err := file.complete(tx, today); err != nil {
			return err
		}
		plans, err := tx.EndingsOf(client)
		if err != nil {
			return err
		}
		if last := len(plans) - 1; last >= 0 {
			file.Plan, file.Past = &plans[last], plans[:last]
		}
		file.Status.On = today
		if file.Plan != nil && file.Plan.Open() {
			file.Status = ending.StatusOf(*file.Plan, file.History.Obligations, file.Way.Promises, today)
		}
		file.Claims, file.Not, err = claimsOf(tx, file.History.Client, file.History.Invoices, today)
		return err
	})
	return file, err
}

// StartEnding begins the way out of an engagement, which is in the state of ending
// from then on, and returns the plan as it was stored. A client whose ending is under
// way is refused with [rapport.ErrEndingOpen], one whose engagement ended properly and
// was not reopened with [ErrEnded]. The ending begins with the decision for
// it, should that be the last one made, else today; the time of notice is that of the
// client's terms unless the plan says otherwise, and their story the one written in a
// guide since any former ending was over. Notice in the plan may have been given before,
// never in the future.
func (p *Practice) StartEnding(ctx context.Context, e rapport.EndPlan) (rapport.EndPlan, error) {
	err := p.doFor(ctx, DeedStartEnding, e.Client, func(tx *book.Tx) (err error) {
		client, err := tx.Client(e.Client)
		if err != nil {
			return err
		}
		if e, err = p.begin(tx, client, e); err != nil {
			return err
		}
		client.State = rapport.Ending
		return tx.SetClient(client)
	})
	return e, err
}

// begin stores a new plan for a client.
func (p *Practice) begin(tx *book.Tx, client rapport.Client, e rapport.EndPlan) (rapport.EndPlan, error) {
	open, err := tx.OpenEnding(client.ID)
	if err != nil {
		return e, err
	}
	if open != nil {
		return e, rapport.Refuse(rapport.ErrEndingOpen, rapport.Args{"begun": open.Begun})
	}
	if err := stayEnded(tx, client.ID); err != nil {
		return e, err
	}
	if e.ID == (rapport.ID{}) {
		e.ID = rapport.NewID()
	}
	if e.Begun.IsZero() {
		if e.Begun, err = p.decidedOn(tx, client.ID); err != nil {
			return e, err
		}
	}
	if e.Notice.Days == 0 {
		e.Notice.Days = client.Terms.NoticeDays
	}
	if e.Story == "" {
		if e.Story, err = storyOf(tx, client.ID); err != nil {
			return e, err
		}
	}
	e.Client, e.Finished, e.Reopened, e.Why = client.ID, 0, 0, ""
	if err := e.Check(p.today()); err != nil {
		return e, err
	}
	if err := p.notAhead(e.Notice.From); err != nil {
		return e, err
	}
	return e, tx.AddEnding(e)
}

// decidedOn returns the day it was decided to end, today if the last decision says
// otherwise or was made before an ending that is over.
func (p *Practice) decidedOn(tx *book.Tx, client rapport.ID) (rapport.Date, error) {
	decisions, err := tx.DecisionsOf(client)
	if err != nil || len(decisions) == 0 {
		return p.today(), err
	}
	over, err := lastOver(tx, client)
	if err != nil {
		return 0, err
	}
	last := decisions[len(decisions)-1]
	if last.Chosen != rapport.End || last.On < over {
		return p.today(), nil
	}
	return last.On, nil
}

// lastOver returns the day the last ending of a client was over, finished or reopened;
// zero when there was none.
func lastOver(tx *book.Tx, client rapport.ID) (over rapport.Date, err error) {
	plans, err := tx.EndingsOf(client)
	for _, plan := range plans {
		over = max(over, plan.Finished, plan.Reopened)
	}
	return over, err
}

// ErrNoticeBefore is why notice is not noted as served on a day before the ending was
// begun: mostly a slip, and its period would be over before anything was decided. It
// carries date, and begun. Where it is so, [Practice.NoticeGivenBefore] notes it.
var ErrNoticeBefore = &rapport.Problem{Code: "notice_before"}

// EditEnding changes the plan of an ending under way: the other side's story, the
// periods, what was considered, the last day. When it began, and whether it is over,
// is not changed that way. One that is over is refused with [rapport.ErrNotFound],
// notice served in the future with [rapport.ErrDateFuture], and before the ending began
// with [ErrNoticeBefore], a last day before its periods are over with
// [rapport.ErrDayBefore].
func (p *Practice) EditEnding(ctx context.Context, e rapport.EndPlan) error {
	return p.editEnding(ctx, e, false)
}

// NoticeGivenBefore is [Practice.EditEnding] for somebody who gave notice first and
// took up the ending here afterwards. The day the ending was begun stays what it is:
// the day from which it is on record here, and from which its night is counted.
func (p *Practice) NoticeGivenBefore(ctx context.Context, e rapport.EndPlan) error {
	return p.editEnding(ctx, e, true)
}

func (p *Practice) editEnding(ctx context.Context, e rapport.EndPlan, given bool) error {
	return p.do(ctx, DeedEditEnding, func(tx *book.Tx, c *Change) error {
		before, err := underWay(tx, e.Client)
		if err != nil {
			return err
		}
		if before.ID != e.ID {
			return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "ending"})
		}
		e.Begun, e.Finished, e.Reopened, e.Why = before.Begun, 0, 0, ""
		if err := e.Check(p.today()); err != nil {
			return err
		}
		if !given && e.Notice.From != before.Notice.From { // a day once said to be earlier stays so
			if err := p.servedSince(e); err != nil {
				return err
			}
		}
		if err := p.notAhead(e.Notice.From); err != nil {
			return err
		}
		if err := lastDayFits(before, e); err != nil {
			return err
		}
		if err := tx.SetEnding(e); err != nil {
			return err
		}
		return c.touch(tx, e.Client)
	})
}

// servedSince refuses notice served before the ending began.
func (p *Practice) servedSince(e rapport.EndPlan) error {
	if from := e.Notice.From; !from.IsZero() && from < e.Begun {
		return rapport.Refuse(ErrNoticeBefore, rapport.Args{"date": from, "begun": e.Begun})
	}
	return nil
}

// lastDayFits refuses a last day newly set before the ending began or before its
// periods are over: a letter would name a day on which nothing had ended.
func lastDayFits(before, e rapport.EndPlan) error {
	first := max(e.Begun, ending.EndOf(e.Notice), ending.EndOf(e.Cure))
	if e.LastDay.IsZero() || e.LastDay == before.LastDay || e.LastDay >= first {
		return nil
	}
	return rapport.Refuse(rapport.ErrDayBefore, rapport.Args{"field": "last_day", "date": e.LastDay, "first": first})
}

// notAhead refuses a day that has not come.
func (p *Practice) notAhead(day rapport.Date) error {
	if day > p.today() {
		return rapport.Refuse(rapport.ErrDateFuture, rapport.Args{"date": day, "today": p.today()})
	}
	return nil
}

// underWay returns the ending of a client that is neither finished nor reopened.
func underWay(tx *book.Tx, client rapport.ID) (rapport.EndPlan, error) {
	open, err := tx.OpenEnding(client)
	if err != nil {
		return rapport.EndPlan{}, err
	}
	if open == nil {
		return rapport.EndPlan{}, rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "ending"})
	}
	return *open, nil
}

// FinishEnding ends an engagement: the only way there is while an ending is under way
// or anything is owed by us. While something is in the way it is refused with
// [rapport.ErrEndingLocked], which carries what that is and the earliest last day.
// What follows, the closing letter, the dossier and a flag, are deeds of their own.
func (p *Practice) FinishEnding(ctx context.Context, client rapport.ID) error {
	today := p.today()
	return p.doFor(ctx, DeedFinishEnding, client, func(tx *book.Tx) error {
		plan, err := underWay(tx, client)
		if err != nil {
			return err
		}
		owed, err := tx.ObligationsOf(client)
		if err != nil {
			return err
		}
		promises, err := tx.PromisesOf(client)
		if err != nil {
			return err
		}
		if status := ending.StatusOf(plan, owed, promises, today); !status.Ready() {
			return locked(status.Blocks, status.Earliest)
		}
		plan.LastDay, plan.Finished = cmp.Or(plan.LastDay, today), today
		if err := plan.Check(today); err != nil {
			return err
		}
		if err := tx.SetEnding(plan); err != nil {
			return err
		}
		if err := p.addEntry(tx, rapport.Entry{Client: client, On: today, Kind: rapport.Ended,
			Severity: rapport.DefaultSeverity}); err != nil {
			return err
		}
		return enter(tx, client, rapport.EndedState)
	})
}

// locked is the refusal of an ending that something is in the way of.
func locked(blocks []ending.Block, earliest rapport.Date) error {
	return rapport.Refuse(rapport.ErrEndingLocked, rapport.Args{"blocks": blocks, "earliest": earliest})
}

// enter moves a client to another state.
func enter(tx *book.Tx, client rapport.ID, state rapport.State) error {
	c, err := tx.Client(client)
	if err != nil {
		return err
	}
	c.State = state
	return tx.SetClient(c)
}

// Reopen takes an engagement up again, whether its ending was finished or is still
// under way. The reason is remembered with the plan, and so is that there was an
// ending. Where nothing was ended it is refused with [rapport.ErrNotFound].
func (p *Practice) Reopen(ctx context.Context, client rapport.ID, why string) error {
	return p.doFor(ctx, DeedReopen, client, func(tx *book.Tx) error {
		plan, err := p.closed(tx, client)
		if err != nil {
			return err
		}
		plan.Reopened, plan.Why = p.today(), why
		if err := plan.Check(p.today()); err != nil {
			return err
		}
		if err := tx.SetEnding(plan); err != nil {
			return err
		}
		return enter(tx, client, rapport.Active)
	})
}

// closed returns the plan to be reopened. An engagement that ended before there were
// plans, or was only noted as ended, gets one that is over, to remember it by.
func (p *Practice) closed(tx *book.Tx, client rapport.ID) (rapport.EndPlan, error) {
	plans, err := tx.EndingsOf(client)
	if err != nil {
		return rapport.EndPlan{}, err
	}
	if last := len(plans) - 1; last >= 0 && plans[last].Reopened.IsZero() {
		return plans[last], nil
	}
	c, err := tx.Client(client)
	if err != nil {
		return rapport.EndPlan{}, err
	}
	if c.State != rapport.EndedState && c.State != rapport.Ending {
		return rapport.EndPlan{}, rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "ending"})
	}
	plan := rapport.EndPlan{ID: rapport.NewID(), Client: client, Begun: p.today()}
	if c.State == rapport.EndedState {
		if plan.Finished, err = endedOn(tx, client); err != nil {
			return plan, err
		}
		plan.Finished = cmp.Or(plan.Finished, p.today())
		plan.Begun = plan.Finished
	}
	return plan, tx.AddEnding(plan)
}

// endedOn returns the day an engagement ended: that of its plan, or of the last entry
// that says so; zero when nobody said when.
func endedOn(tx *book.Tx, client rapport.ID) (day rapport.Date, err error) {
	plans, err := tx.EndingsOf(client)
	if err != nil {
		return 0, err
	}
	for _, plan := range plans {
		day = max(day, plan.Finished)
	}
	entries, err := tx.EntriesOf(client)
	for _, e := range entries {
		if e.Kind == rapport.Ended {
			day = max(day, e.On)
		}
	}
	return day, err
}
