package practice

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Working is how the user works and under what law: what guides, warnings and claims
// go by.
type Working struct {
	Hours       int              // minutes of work there are in a week; 0 when nobody said
	WinHours    int              // hours it takes to win a client; 0 when nobody said
	RemedyLimit int64            // the most a remedy may cost, in minor units of the currency; 0 for none
	Trade       string           // code of a trade; "" for none
	Firm        string           // what is not negotiable, one a line
	Country     string           // whose law on late payment holds where the client's terms name none
	Helpers     []rapport.Helper // whom to turn to
	Rates       []interest.Rate  // added by the user to those the program knows
}

const (
	keyRemedyLimit = "remedy_limit"
	keyHelpers     = "helpers"
	keyRates       = "rates"
)

// mostWinHours is the most working time winning a client may take: a year.
const mostWinHours = 2000

// FirmLines is what is not negotiable, line by line.
func (w Working) FirmLines() []string {
	var firm []string
	for line := range strings.Lines(w.Firm) {
		if line = strings.TrimSpace(line); line != "" {
			firm = append(firm, line)
		}
	}
	return firm
}

// check refuses what nobody can work by.
func (w Working) check(currency rapport.Currency) error {
	if w.Hours < 0 || w.Hours > rapport.MaxMinutes {
		return rapport.Refuse(rapport.ErrHours, rapport.Args{"value": hours(w.Hours), "most": rapport.MaxMinutes / 60})
	}
	if w.WinHours < 0 || w.WinHours > mostWinHours {
		return rapport.Refuse(rapport.ErrHours, rapport.Args{"value": strconv.Itoa(w.WinHours), "most": mostWinHours})
	}
	// A limit is an amount like a rate an hour, and bound by the same rules.
	if err := (rapport.Terms{Currency: currency, HourlyRate: w.RemedyLimit}).Check(); err != nil {
		return err
	}
	if w.Country != "" {
		if err := rapport.CheckCountry(w.Country); err != nil {
			return err
		}
	}
	if len(w.Rates) == 0 {
		return nil
	}
	known, err := interest.Read(assets.Rates)
	if err != nil {
		return err
	}
	_, err = known.With(w.Rates)
	return err
}

// hours writes minutes as hours.
func hours(minutes int) string { return strconv.FormatFloat(float64(minutes)/60, 'f', -1, 64) }

// texts and numbers tie the choices to their keys in the book, as those of Settings.
func (w *Working) texts() map[string]*string {
	return map[string]*string{"trade": &w.Trade, "firm": &w.Firm, "country": &w.Country}
}

func (w *Working) numbers() map[string]*int {
	return map[string]*int{"work_minutes": &w.Hours, "win_hours": &w.WinHours}
}

// read takes in what is kept in forms of its own. What cannot be read, or cannot be,
// counts as not chosen.
func (w *Working) read(stored map[string]string, currency rapport.Currency) {
	w.RemedyLimit, _ = strconv.ParseInt(stored[keyRemedyLimit], 10, 64)
	if json.Unmarshal([]byte(stored[keyHelpers]), &w.Helpers) != nil {
		w.Helpers = nil
	}
	if json.Unmarshal([]byte(stored[keyRates]), &w.Rates) != nil {
		w.Rates = nil
	}
	if w.check(currency) == nil {
		return
	}
	*w = Working{Trade: w.Trade, Firm: w.Firm, Helpers: w.Helpers}
}

// values are the choices that are kept in forms of their own.
func (w *Working) values() (map[string]string, error) {
	helpers, err := listed(w.Helpers)
	if err != nil {
		return nil, err
	}
	rates, err := listed(w.Rates)
	return map[string]string{keyRemedyLimit: written(w.RemedyLimit), keyHelpers: helpers, keyRates: rates}, err
}

// listed is a list as it is kept, nothing for an empty one.
func listed[T any](list []T) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	text, err := json.Marshal(list)
	return string(text), err
}
