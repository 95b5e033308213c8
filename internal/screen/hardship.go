package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// hardshipFields say how long a hardship explains things: from its start, which
// may lie before the day it was heard of, to the day to look again.
type hardshipFields struct {
	box           *fyne.Container
	start, review *widgets.DateField
	stored        rapport.Circumstance // as the book has it; zero for none
	filled        [2]string            // what was put into the fields
}

func newHardshipFields(h Host, day rapport.Date, stored rapport.Circumstance) hardshipFields {
	shown := stored
	if shown.Start.IsZero() {
		shown = usualSpell(day)
	}
	t := h.Speaker().T
	f := hardshipFields{stored: stored,
		start:  dateField(h, t("entry.start"), shown.Start),
		review: dateField(h, t("entry.review"), shown.Review)}
	f.filled = [2]string{f.start.Text(), f.review.Text()}
	f.box = widgets.NewColumn(8, widgets.NewGrid(16, 220, f.start, f.review),
		widgets.NewText(t("entry.review_hint"), widgets.ColorSoft))
	return f
}

// usualSpell is what a hardship gets when nobody says more.
func usualSpell(day rapport.Date) rapport.Circumstance {
	return rapport.Circumstance{Start: day, Review: day.AddDays(rapport.DefaultReviewDays)}
}

// read returns how long the entry, changed from old to now, explains things; zero
// if it is no hardship. A field nobody touched follows the day of the entry.
func (f hardshipFields) read(h Host, old, now rapport.Entry) (spell rapport.Circumstance, err error) {
	if now.Kind != rapport.Hardship {
		return spell, nil
	}
	spell = usualSpell(now.On)
	if !f.stored.Start.IsZero() {
		spell = f.stored
		if spell.Start == old.On {
			spell.Start = now.On
			spell.Review = max(spell.Review, now.On)
		}
	}
	if f.start.Text() != f.filled[0] {
		if spell.Start, err = dayOf(h, f.start, "start"); err != nil {
			return spell, err
		}
	}
	if f.review.Text() != f.filled[1] {
		if spell.Review, err = dayOf(h, f.review, "review"); err != nil {
			return spell, err
		}
	}
	return spell, spell.Check(h.Practice().Today())
}
