package practice

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Insights gathers what the clients of the practice, archived ones included, have
// in common from one day to another, both included, and what the experiment under
// way has changed so far. It is one pass through the book.
func (p *Practice) Insights(ctx context.Context, from, to rapport.Date) (*assess.Survey, error) {
	survey := assess.NewSurvey(from, to)
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		settings, err := settingsOf(tx)
		if err != nil {
			return err
		}
		if settings.Trying.Code != "" {
			survey.Watch(settings.Trying.Code, settings.Trying.Since)
		}
		return tx.Histories(book.Sweep{Archived: true}, func(h assess.History) error {
			survey.Add(h)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return survey.Done(), nil
}

// commonDays is how far back [Practice.Common] looks: half a year is long enough for
// a pattern and short enough to change.
const commonDays = 182

// Common returns the frictions several clients have in common lately, the most
// telling first, and how many clients there were to compare. It is one pass through
// the book.
func (p *Practice) Common(ctx context.Context) (shared []assess.Common, clients int, err error) {
	survey, err := p.Insights(ctx, p.today().AddDays(-commonDays), p.today())
	if err != nil {
		return nil, 0, err
	}
	return survey.Shared, survey.Clients, nil
}

// Histories streams what is known about every client that is not archived, the
// others as they are today included, for whoever has a question of each. A history
// is the function's for the duration of the call; it comes without notes.
func (p *Practice) Histories(ctx context.Context, fn func(assess.History) error) error {
	return p.book.Read(ctx, func(tx *book.Tx) error { return passing(ctx, tx, p.today(), fn) })
}

// Try begins an experiment with one's own ways, one of [assess.Survey.Try], today.
// It takes the place of the one before; "" ends it. Like the settings it is changed
// back where it was made and not among the deeds Undo takes back.
func (p *Practice) Try(ctx context.Context, code string) error {
	var trying Trying
	if code != "" {
		trying = Trying{Code: code, Since: p.today()}
	}
	return p.choose(ctx, func(tx *book.Tx) (Settings, error) {
		s, err := settingsOf(tx)
		s.Trying = trying
		return s, err
	})
}
