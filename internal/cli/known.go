package cli

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// known gathers what the pages about the way with one client are worded from.
func (a *app) known(ctx context.Context, p *practice.Practice, file practice.ClientFile) (present.Known, error) {
	settings, err := p.Settings(ctx)
	if err != nil {
		return present.Known{}, err
	}
	return present.Known{
		History: file.History, Standing: file.Standing, Way: file.Way, Own: ownOf(settings), Waiting: file.Waiting,
	}, nil
}

// knownWidely is known, with what the other clients show as well. It reads all of
// them, which only a guide needs.
func (a *app) knownWidely(ctx context.Context, p *practice.Practice, file practice.ClientFile) (present.Known, error) {
	k, err := a.known(ctx, p, file)
	if err != nil {
		return k, err
	}
	k.Shared, k.Clients, err = p.Common(ctx)
	return k, err
}

// ownOf is what the user set for everybody.
func ownOf(settings practice.Settings) present.Own {
	currency := currencyOf(settings)
	return present.Own{
		Trade: settings.Trade, Firm: settings.FirmLines(), Helpers: settings.Helpers,
		Hours: settings.Hours, WinHours: settings.WinHours,
		Remedy: rapport.Money{Minor: settings.RemedyLimit, Currency: currency},
		Target: rapport.Money{Minor: settings.TargetRate, Currency: currency},
	}
}
