package screen

import (
	"context"
	"sync/atomic"
)

// turns lets only the newest of several questions be answered: while a search is
// being typed, what was asked a letter ago is of no interest any more. Questions
// are numbered on the UI goroutine and asked on the worker.
type turns struct {
	newest atomic.Int64
	cancel atomic.Pointer[context.CancelFunc] // stops the question being asked
}

// next begins another turn and stops what is being asked.
func (t *turns) next() int64 {
	turn := t.newest.Add(1)
	if cancel := t.cancel.Load(); cancel != nil {
		(*cancel)()
	}
	return turn
}

// now is the present turn.
func (t *turns) now() int64 { return t.newest.Load() }

// is reports whether a turn is still the newest.
func (t *turns) is(turn int64) bool { return t.newest.Load() == turn }

// begin returns the context to ask in, which is done as soon as another turn
// begins; at once if that has happened. The order matters: first the way to stop
// is left where next finds it, then the turn is compared, so that one of the two
// notices the other.
func (t *turns) begin(ctx context.Context, turn int64) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	t.cancel.Store(&cancel)
	if !t.is(turn) {
		cancel()
	}
	return ctx, cancel
}
