package interest_test

import (
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/interest"
)

const small = `{"series": [{"code": "x", "name": "X", "publisher": "Bank", "address": "https://example.org", "as_of": "2026-01-05",
 "every": "half_year", "rates": [{"from": "2025-01-01", "percent": 2}, {"from": "2025-07-01", "percent": 1.5}]}],
 "countries": [{"code": "XX", "business": {"law": "§ 1", "series": "x", "points": 8, "flat": [{"amount": {"minor": 4000, "currency": "EUR"}}]}}]}`

func TestATableThatContradictsItselfIsRefused(t *testing.T) {
	if _, err := interest.Read([]byte(small)); err != nil {
		t.Fatalf("the sound one: %v", err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"no JSON", small, "rates", "invalid character"},
		{"nothing in it", small, "{}", "none"},
		{"two tables", small, small + small, "follows"},
		{"a field nobody knows", `"points"`, `"pionts"`, "unknown field"},
		{"a series twice", `"countries"`, `"series": [], "countries"`, "none"},
		{"no source", `"https://example.org"`, `"a shelf"`, "who publishes it where"},
		{"no day it was looked up", `"2026-01-05"`, `""`, "looked up"},
		{"a period nobody keeps", `"half_year"`, `"month"`, `"month"`},
		{"no rates", `{"from": "2025-01-01", "percent": 2}, {"from": "2025-07-01", "percent": 1.5}`, ``, "no rates"},
		{"a rate within a period", `"2025-07-01"`, `"2025-08-01"`, "no rate begins"},
		{"a rate without a day", `"2025-01-01"`, `""`, "no rate begins"},
		{"rates out of turn", `"2025-07-01"`, `"2024-07-01"`, "out of turn"},
		{"an end to what ends by itself", `"percent": 1.5`, `"until": "2025-08-01", "percent": 1.5`, "cannot end"},
		{"a rate out of all proportion", `1.5`, `1500`, "cannot be"},
		{"three decimals", `1.5`, `1.555`, "cannot be"},
		{"a country without a law", `"business"`, `"consumer"`, "no law between businesses"},
		{"a law without a rate", `"series": "x"`, `"series": "y"`, `no series "y"`},
		{"a code of three letters", `"XX"`, `"XXX"`, "two capitals"},
		{"points below nothing", `"points": 8`, `"points": -8`, "points"},
		{"a flat sum of nothing", `4000`, `0`, "flat sum 1"},
		{"flat sums in two currencies", `"EUR"}}`, `"EUR"}}, {"least": 100000, "amount": {"minor": 7000, "currency": "GBP"}}`, "flat sum 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(small, c.old, c.new, 1)
			if text == small {
				t.Fatalf("%q does not stand there", c.old)
			}
			_, err := interest.Read([]byte(text))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want it to say %q", err, c.want)
			}
		})
	}
}

func TestTheProgramCarriesTheCountriesItSpeaksTo(t *testing.T) {
	rates, err := interest.Read(assets.Rates)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rates.Codes(), " "); got != "DE AT NL EU UK TR" {
		t.Errorf("it knows %s", got)
	}
	if c, ok := rates.Country("gb"); !ok || c.Code != "UK" {
		t.Errorf("the other code of the United Kingdom finds %q", c.Code)
	}
}
