package practice

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ErrRemedyOverLimit is why a remedy is not logged without a word: it costs more than
// the user once said, in a calm hour, that one may. It carries limit, an amount. The
// note says why, and the same remedy is stored.
var ErrRemedyOverLimit = &rapport.Problem{Code: "remedy_over_limit"}

// reasoned refuses what was given beyond the user's own limit with no reason beside it.
// Nothing is converted: a client whose money is another has no limit. It is a rule for
// what is typed in; what an import brings was given long ago.
func reasoned(tx *book.Tx, e rapport.Entry) error {
	if e.Cost.Given == 0 || strings.TrimSpace(e.Note) != "" {
		return nil
	}
	settings, err := settingsOf(tx)
	if err != nil || settings.RemedyLimit == 0 || e.Cost.Given <= settings.RemedyLimit {
		return err
	}
	client, err := tx.Client(e.Client)
	if err != nil || client.Terms.Currency != settings.currency() {
		return err
	}
	limit := rapport.Money{Minor: settings.RemedyLimit, Currency: settings.currency()}
	return rapport.Refuse(ErrRemedyOverLimit, rapport.Args{"limit": limit})
}
