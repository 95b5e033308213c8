package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// lawFields are what can be said about a client beyond name and terms: whose law on
// late payment holds, and what helps before a contact.
type lawFields struct {
	country       string
	consumer      bool
	people, needs string
}

// flags offers every field as an option.
func (f *lawFields) flags(a *app, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.country, "country", "", "country")
	flags.BoolVar(&f.consumer, "consumer", false, "consumer")
	flags.StringVar(&f.people, "people", "", "people")
	flags.StringVar(&f.needs, "needs", "", "needs")
	a.offer(cmd, "country", present.Rates().Codes)
}

// onto writes the options that were given onto a client.
func (f *lawFields) onto(cmd *cobra.Command, c *rapport.Client) {
	given := cmd.Flags().Changed
	if given("country") {
		c.Terms.Country = strings.ToUpper(strings.TrimSpace(f.country))
	}
	if given("consumer") {
		c.Terms.Consumer = f.consumer
	}
	if given("people") {
		c.About.People = strings.TrimSpace(f.people)
	}
	if given("needs") {
		c.About.Needs = strings.TrimSpace(f.needs)
	}
}
