package practice

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/book"
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
}

// fields ties each setting to its key in the book.
func (s *Settings) fields() map[string]*string {
	return map[string]*string{
		"language": &s.Language,
		"formats":  &s.Formats,
		"theme":    &s.Theme,
		"scale":    &s.Scale,
		"currency": &s.Currency,
		"name":     &s.Name,
		"sample":   &s.Sample,
	}
}

// Settings returns the user's choices.
func (p *Practice) Settings(ctx context.Context) (Settings, error) {
	var s Settings
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		stored, err := tx.Settings()
		if err != nil {
			return err
		}
		for key, field := range s.fields() {
			*field = stored[key]
		}
		return nil
	})
	return s, err
}

// EditSettings stores the user's choices. It is not among the deeds Undo takes
// back: a choice is changed back where it was made.
func (p *Practice) EditSettings(ctx context.Context, s Settings) error {
	err := p.book.Write(ctx, book.Step{}, func(tx *book.Tx) error {
		for key, field := range s.fields() {
			if err := tx.SetSetting(key, *field); err != nil {
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
