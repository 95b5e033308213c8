package practice

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ErrReminderPaused is why a letter that asks for money does not go out: a hardship
// stands. It carries until, the day the hardship is looked at again.
var ErrReminderPaused = &rapport.Problem{Code: "reminder_paused"}

// ErrClosingTooSoon is why a closing letter does not go out: the engagement has not
// ended, and only [Practice.FinishEnding] ends it. Nothing releases it sooner: the page
// of the ending says what is in the way.
var ErrClosingTooSoon = &rapport.Problem{Code: "closing_too_soon"}

// KeepLetter stores a draft and returns it with its id. One written on a day on which
// anger was noted about the client is held for the night, and so is one that gives
// notice on the day the ending was begun. A letter that was sent is
// refused with [rapport.ErrLetterSent]: it never changes.
func (p *Practice) KeepLetter(ctx context.Context, l rapport.Letter) (rapport.Letter, error) {
	if l.ID == (rapport.ID{}) {
		l.ID = rapport.NewID()
	}
	l.Written, l.Sent, l.Way = cmp.Or(l.Written, p.today()), 0, ""
	if err := l.Check(p.today()); err != nil {
		return l, err
	}
	err := p.draft(ctx, DeedDraft, l.Client, func(tx *book.Tx) error {
		if err := p.hold(tx, &l); err != nil {
			return err
		}
		before, err := tx.Letter(l.ID)
		switch {
		case errors.Is(err, rapport.ErrNotFound):
			return tx.PutDraft(l)
		case err != nil:
			return err
		case !before.Draft():
			return rapport.Refuse(rapport.ErrLetterSent, rapport.Args{"sent": before.Sent})
		case before.Client != l.Client:
			return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "letter"})
		}
		return tx.PutDraft(l)
	})
	return l, err
}

// angry is from which rating of one's own anger a letter had better wait. It is lower
// than where a rating begins to count half: to wait costs a night and no more. The
// guides' gate of calm opens below it.
const angry = 5

// hold keeps a draft from going out today if it is written in anger, or if it gives
// notice and no night lies between the decision and the letter. Whoever said today that
// it lies overnight, or that it need not, is not asked again.
func (p *Practice) hold(tx *book.Tx, l *rapport.Letter) error {
	today := p.today()
	if l.Held >= today {
		return nil
	}
	entries, err := tx.EntriesOf(l.Client)
	if err != nil {
		return err
	}
	for _, e := range slices.Backward(entries) { // newest first
		if e.On < today {
			break
		}
		if n, said := e.Cost.Anger.Get(); said && n >= angry {
			l.Held = today.AddDays(1)
		}
	}
	if l.Kind != rapport.LetterNotice {
		return nil
	}
	open, err := tx.OpenEnding(l.Client)
	if err == nil && open != nil && open.Notice.From.IsZero() && open.Begun >= today {
		l.Held = open.Begun.AddDays(1)
	}
	return err
}

// DropLetter throws a draft away. A letter that was sent stays.
func (p *Practice) DropLetter(ctx context.Context, letter rapport.ID) error {
	var l rapport.Letter
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		l, err = tx.Letter(letter)
		return err
	})
	if err != nil {
		return err
	}
	return p.draft(ctx, DeedDraft, l.Client, func(tx *book.Tx) error {
		l, err := tx.Letter(letter) // it may have gone out meanwhile
		if err != nil {
			return err
		}
		if !l.Draft() {
			return rapport.Refuse(rapport.ErrLetterSent, rapport.Args{"sent": l.Sent})
		}
		return tx.DropDraft(letter)
	})
}

// SendLetter records that a draft went out today, one of the ways of [rapport.Letter],
// and logs what it did: an apology, a limit, a reminder. One that is held for the
// night is refused with [rapport.ErrLetterHeld], one that asks for money while a
// hardship stands with [ErrReminderPaused]; release sends it on purpose all the same.
// A closing letter is refused with [ErrClosingTooSoon] until the engagement has ended.
// The sheet of expectations counts as agreed when its letter goes out, and the notice
// of an ending as served.
func (p *Practice) SendLetter(ctx context.Context, letter rapport.ID, way string, release bool) error {
	return p.do(ctx, DeedSendLetter, func(tx *book.Tx, c *Change) error {
		l, err := tx.Letter(letter)
		if err != nil {
			return err
		}
		if !l.Draft() {
			return rapport.Refuse(rapport.ErrLetterSent, rapport.Args{"sent": l.Sent})
		}
		if err := p.mayClose(tx, l); err != nil {
			return err
		}
		if !release {
			if err := p.mayGo(tx, l); err != nil {
				return err
			}
		}
		l.Sent, l.Way = p.today(), way
		if err := l.Check(p.today()); err != nil {
			return err
		}
		if err := tx.SendLetter(l); err != nil {
			return err
		}
		if err := p.follow(tx, l); err != nil {
			return err
		}
		return c.touch(tx, l.Client)
	})
}

// mayGo refuses a letter that had better wait.
func (p *Practice) mayGo(tx *book.Tx, l rapport.Letter) error {
	if err := l.Releasable(p.today()); err != nil || !asksForMoney(l.Kind) {
		return err
	}
	until, err := hardUntil(tx, l.Client, p.today())
	if err == nil && !until.IsZero() {
		return rapport.Refuse(ErrReminderPaused, rapport.Args{"until": until})
	}
	return err
}

// mayClose refuses the closing letter of an engagement that has not ended.
func (p *Practice) mayClose(tx *book.Tx, l rapport.Letter) error {
	if l.Kind != rapport.LetterClosing {
		return nil
	}
	client, err := tx.Client(l.Client)
	if err != nil || client.State == rapport.EndedState {
		return err
	}
	return rapport.Refuse(ErrClosingTooSoon, nil)
}

// asksForMoney reports whether a kind of letter presses for payment. A plan to pay in
// parts is help and never waits.
func asksForMoney(kind string) bool {
	return kind == "reminder" || kind == "demand" || kind == "interest_claim"
}

// hardUntil returns the day the last hardship that stands is looked at again, zero
// when none does.
func hardUntil(tx *book.Tx, client rapport.ID, on rapport.Date) (until rapport.Date, err error) {
	hardships, err := tx.Circumstances(client)
	for _, c := range hardships {
		if c.Start <= on && on < c.Review {
			until = max(until, c.Review)
		}
	}
	return until, err
}

// follow stores what sending a letter means beside the letter.
func (p *Practice) follow(tx *book.Tx, l rapport.Letter) error {
	var err error
	switch l.Kind {
	case "expectations":
		err = agree(tx, l)
	case rapport.LetterNotice:
		err = serve(tx, l)
	}
	if err != nil {
		return err
	}
	kind := loggedAs(l.Kind)
	if kind == "" {
		return nil
	}
	e := rapport.Entry{Client: l.Client, On: l.Sent, Kind: kind, Severity: rapport.DefaultSeverity, Note: l.Subject}
	if l.Way == rapport.WayMail {
		e.Channel = rapport.ByMail
	}
	return p.addEntry(tx, e)
}

// agree dates the sheet a letter carries.
func agree(tx *book.Tx, l rapport.Letter) error {
	sheet, err := tx.Sheet(l.Client)
	if err != nil || sheet == nil || !sheet.Agreed.IsZero() {
		return err
	}
	sheet.Agreed = l.Sent
	return tx.PutSheet(*sheet)
}

// serve dates the notice of an ending under way.
func serve(tx *book.Tx, l rapport.Letter) error {
	plan, err := tx.OpenEnding(l.Client)
	if err != nil || plan == nil || !plan.Notice.From.IsZero() {
		return err
	}
	plan.Notice.From = l.Sent
	return tx.SetEnding(*plan)
}

// loggedAs is the kind of entry a letter of a kind comes to. One that announces a good
// turn is a contact: the deed is logged when it is done. A closing letter comes to none,
// since an engagement has ended only when [Practice.FinishEnding] says so.
func loggedAs(letter string) rapport.Kind {
	switch letter {
	case "reminder", "interest_claim", "payment_plan":
		return rapport.Reminder
	case "demand":
		return rapport.Escalation
	case "expectations":
		return rapport.Expectations
	case "boundary", "firm_no", "insult_reply", rapport.LetterNotice:
		return rapport.Boundary
	case "apology":
		return rapport.OurApology
	case "half_way":
		return rapport.Remedy
	case rapport.LetterClosing:
		return ""
	}
	return rapport.Contact
}
