package present

import "strings"

// Trade is a preset: what people of a trade rarely give way on, and by what they
// notice that an engagement goes wrong. All of it is proposed, to choose from.
type Trade struct {
	Code    string
	Name    string
	Firm    []string // non-negotiables
	Signals []string
}

// TradeCodes returns the codes of the trades, in the order they are offered.
func TradeCodes() []string {
	return []string{"design", "software", "building", "consulting", "shop"}
}

// Trades words the presets, in the order they are offered.
func (s *Speaker) Trades() []Trade { return each(TradeCodes(), s.Trade) }

// Trade words one preset.
func (s *Speaker) Trade(code string) Trade {
	key := "trade." + code
	return Trade{
		Code: code, Name: s.T(key),
		Firm: strings.Split(s.T(key+".firm"), "\n"), Signals: strings.Split(s.T(key+".signals"), "\n"),
	}
}
