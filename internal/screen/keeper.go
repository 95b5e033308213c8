package screen

import (
	"context"
	"sync/atomic"
)

// keeper stores what is being worked on while it is worked on, so that nothing
// typed can be lost. Every change hands over the whole of it; a change that comes
// while an earlier one still waits its turn replaces it, so a fast typist writes to
// the disk no more often than it keeps up with, and always what was typed last.
type keeper[T any] struct {
	host    Host
	store   func(context.Context, T) (T, error) // returns it as it was stored
	stored  func(T)                             // hears of that, nil for nobody
	waiting atomic.Pointer[T]
}

// keep has the present state stored.
func (k *keeper[T]) keep(state T) {
	if k.waiting.Swap(&state) != nil {
		return // the job that waits will find this state
	}
	var kept *T
	k.host.Work(func(ctx context.Context) error {
		latest := k.waiting.Swap(nil)
		if latest == nil {
			return nil
		}
		result, err := k.store(ctx, *latest)
		if err == nil {
			kept = &result
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			k.host.Fail(err)
		case kept != nil && k.stored != nil:
			k.stored(*kept)
		}
	})
}
