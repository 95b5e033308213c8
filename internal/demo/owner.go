package demo

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// What the owner of the sample has set, in euros and hours.
const (
	targetRate  = 70_00 // an hour
	remedyLimit = 300_00
	weekHours   = 32
	winHours    = 30
	homeCountry = "DE"
	homeTrade   = "design"
	homeName    = "Studio Zaunkönig"
)

var personalLimits = rapport.Limits{Hostility: 4, Complexity: 4, Minutes: 240}

// settle keeps whatever was chosen before, such as the language.
func (st store) settle(ctx context.Context) error {
	settings, err := st.practice.Settings(ctx)
	if err != nil {
		return err
	}
	settings.Currency, settings.TargetRate, settings.Limits = "EUR", targetRate, personalLimits
	settings.Name = cmp.Or(settings.Name, homeName)
	settings.Working = practice.Working{
		Hours: weekHours * 60, WinHours: winHours, RemedyLimit: remedyLimit, Country: homeCountry,
		Trade: homeTrade, Firm: strings.Join(st.speaker.Trade(homeTrade).Firm, "\n"),
		Helpers: []rapport.Helper{
			{Name: "Ilse Habichtsberg", For: st.text("demo.helper.law"), Reach: "kanzlei@habichtsberg.example"},
			{Name: "Tom Birkenau", For: st.text("demo.helper.second_opinion"), Reach: "+49 30 23125 099"},
		},
		Rates: ratesUntil(present.Rates(), st.today),
	}
	return st.practice.EditSettings(ctx, settings)
}

// ratesUntil carries the last published rates of the sample's countries on to a day
// nobody knew them for yet, as its owner might have looked them up; claims say that
// they were added by the user.
func ratesUntil(table interest.Table, until rapport.Date) []interest.Rate {
	var added []interest.Rate
	for _, code := range []string{"de_base", "ecb_refi", "boe_base"} {
		series, ok := table.Find(code)
		if !ok || len(series.Rates) == 0 {
			continue
		}
		last := series.Rates[len(series.Rates)-1].Percent
		for next := series.Next(); !next.IsZero() && next <= until; next = series.Next() {
			rate := interest.Rate{Series: code, From: next, Percent: last}
			added = append(added, rate)
			series.Rates = append(series.Rates, rate)
		}
	}
	return added
}

// The guide that is laid aside, where, and with whom: somebody who deserves the extra
// mile. Before its step come one question answered, one choice and two steps done.
const (
	laidAside     = "extra_mile"
	laidAsideAt   = "deed"
	laidAsideWith = "İki Martı Balıkevi"
)

// layAside leaves the guide of the extra mile half way, two days ago.
func (st store) layAside(ctx context.Context, stories []Story) error {
	at := slices.IndexFunc(stories, func(s Story) bool { return s.Client.Name == laidAsideWith })
	return st.practice.Book().Write(ctx, book.Step{}, func(tx *book.Tx) error {
		return tx.PutRun(rapport.Run{
			ID: rapport.NewID(), Client: stories[at].Client.ID, Guide: laidAside, Step: laidAsideAt,
			Started: st.today.AddDays(-2), Touched: st.today.AddDays(-2),
			Kept: map[string]string{"how": st.text("demo.answer.how"), "hardship": "money", "circumstance": "done", "worth": "done"},
		})
	})
}
