package screen

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// fileAndOwn is what the pages about the way with one client are worded from.
type fileAndOwn struct {
	file     practice.ClientFile
	settings practice.Settings
	shared   []assess.Common // what several clients have in common, where it was asked for
	clients  int             // how many there are to compare
}

// fetchKnown reads a client's file and what the user set for everybody. It touches
// the disk: call it inside Work.
func fetchKnown(ctx context.Context, h Host, client rapport.ID) (found fileAndOwn, err error) {
	if found.file, err = h.Practice().Client(ctx, client); err != nil {
		return found, err
	}
	found.settings, err = h.Practice().Settings(ctx)
	return found, err
}

// known is what was fetched, as package present takes it.
func (f fileAndOwn) known(h Host) present.Known {
	return present.Known{History: f.file.History, Standing: f.file.Standing, Way: f.file.Way,
		Own: ownOf(h, f.settings), Waiting: f.file.Waiting,
		Shared: f.shared, Clients: f.clients}
}

// ownOf is what the user set once for everybody.
func ownOf(h Host, s practice.Settings) present.Own {
	return present.Own{
		Trade: s.Trade, Firm: s.FirmLines(), Helpers: s.Helpers, Hours: s.Hours, WinHours: s.WinHours,
		Remedy: rapport.Money{Minor: s.RemedyLimit, Currency: ownCurrency(h, s)}, Target: target(h, s),
	}
}
