package practice

import (
	"context"
	"maps"
	"strconv"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Settings are the user's choices. They live in the book, so they move with it;
// an empty field means the program decides.
type Settings struct {
	Language string // "en", "de", "tr", "nl"
	Formats  string // locale of dates, numbers and money
	Theme    string // "light", "dark"; empty follows the system
	Scale    string // "1", "1.25", "1.5"
	Currency string // of new clients
	Name     string // of the practice, shown at the foot of the rail
	Sample   string // "yes" in the sample practice

	Limits     rapport.Limits // for every client that has none of its own
	TargetRate int64          // what an hour is to bring, in minor units of Currency; 0 when nobody said
	Trying     Trying         // the experiment under way
	Working                   // how the user works, and what for
}

// Trying is an experiment with one's own ways: what is tried, and since when. The
// zero value is none.
type Trying struct {
	Code  string // one of [assess.Survey.Try]
	Since rapport.Date
}

// texts ties each setting to its key in the book.
func (s *Settings) texts() map[string]*string {
	texts := map[string]*string{
		"language": &s.Language,
		"formats":  &s.Formats,
		"theme":    &s.Theme,
		"scale":    &s.Scale,
		"currency": &s.Currency,
		"name":     &s.Name,
		"sample":   &s.Sample,
		"trying":   &s.Trying.Code,
	}
	maps.Copy(texts, s.Working.texts())
	return texts
}

// numbers ties those settings that are whole numbers, 0 being none.
func (s *Settings) numbers() map[string]*int {
	numbers := map[string]*int{
		"limit_hostility":  &s.Limits.Hostility,
		"limit_complexity": &s.Limits.Complexity,
		"limit_minutes":    &s.Limits.Minutes,
	}
	maps.Copy(numbers, s.Working.numbers())
	return numbers
}

const (
	keyTargetRate  = "target_rate"
	keyTryingSince = "trying_since"
)

// Check refuses limits nothing could cross, rates nobody could earn and hours nobody
// could work.
func (s Settings) Check() error {
	if err := s.Limits.Check(); err != nil {
		return err
	}
	if err := s.Working.check(s.currency()); err != nil {
		return err
	}
	return s.checkRate()
}

func (s Settings) checkRate() error {
	return rapport.Terms{Currency: s.currency(), HourlyRate: s.TargetRate}.Check()
}

// Settings returns the user's choices.
func (p *Practice) Settings(ctx context.Context) (Settings, error) {
	var s Settings
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		s, err = settingsOf(tx)
		return err
	})
	return s, err
}

// settingsOf reads the choices. One that another program has made unreadable
// counts as not made: no book is kept shut over it.
func settingsOf(tx *book.Tx) (s Settings, err error) {
	stored, err := tx.Settings()
	if err != nil {
		return s, err
	}
	for key, field := range s.texts() {
		*field = stored[key]
	}
	for key, field := range s.numbers() {
		*field, _ = strconv.Atoi(stored[key])
	}
	if s.Limits.Check() != nil {
		s.Limits = rapport.Limits{}
	}
	s.TargetRate, _ = strconv.ParseInt(stored[keyTargetRate], 10, 64)
	if s.checkRate() != nil {
		s.TargetRate = 0
	}
	s.Trying.Since, _ = rapport.ParseDate(stored[keyTryingSince])
	s.Working.read(stored, s.currency())
	return s, nil
}

// EditSettings stores the user's choices. It is not among the deeds Undo takes
// back: a choice is changed back where it was made.
func (p *Practice) EditSettings(ctx context.Context, s Settings) error {
	if err := s.Check(); err != nil {
		return err
	}
	return p.choose(ctx, func(*book.Tx) (Settings, error) { return s, nil })
}

// choose stores choices that may depend on those made before.
func (p *Practice) choose(ctx context.Context, choice func(tx *book.Tx) (Settings, error)) error {
	err := p.book.Write(ctx, book.Step{}, func(tx *book.Tx) error {
		s, err := choice(tx)
		if err != nil {
			return err
		}
		values, err := s.values()
		if err != nil {
			return err
		}
		for key, value := range values {
			if err := tx.SetSetting(key, value); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	p.announce(Change{Deed: DeedEditSettings})
	return nil
}

// values are the choices as the book keeps them.
func (s *Settings) values() (map[string]string, error) {
	values, err := s.Working.values()
	if err != nil {
		return nil, err
	}
	values[keyTargetRate], values[keyTryingSince] = written(s.TargetRate), s.Trying.Since.String()
	for key, field := range s.texts() {
		values[key] = *field
	}
	for key, field := range s.numbers() {
		values[key] = written(int64(*field))
	}
	return values, nil
}

// written is a number as it is kept, nothing for none.
func written(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}
