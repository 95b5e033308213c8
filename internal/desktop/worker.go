package desktop

import (
	"context"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// patience is how long a job may take before the window says that it is at work.
const patience = time.Second

// job is one piece of work and what follows it.
type job struct {
	run  func(context.Context) error
	done func(error) // on the UI goroutine
}

// worker runs jobs one after another, away from the UI goroutine.
type worker struct {
	jobs    chan job
	closing chan struct{} // closed when no more jobs are wanted
	closed  chan struct{} // closed when the last job is done
	ctx     context.Context
	stop    context.CancelFunc
	// slow is told, on the UI goroutine, that the present job takes its time and
	// how to cancel it; swift, that it is over.
	slow  func(cancel context.CancelFunc)
	swift func()
	once  sync.Once
}

// queued is how many jobs may wait. A person cannot ask for as many.
const queued = 1024

func newWorker(slow func(context.CancelFunc), swift func()) *worker {
	ctx, stop := context.WithCancel(context.Background())
	w := &worker{jobs: make(chan job, queued), closing: make(chan struct{}), closed: make(chan struct{}),
		ctx: ctx, stop: stop, slow: slow, swift: swift}
	go w.loop()
	return w
}

// do queues a job.
func (w *worker) do(run func(context.Context) error, done func(error)) {
	select {
	case <-w.ctx.Done():
	default:
		w.jobs <- job{run: run, done: done}
	}
}

func (w *worker) loop() {
	defer close(w.closed)
	for {
		select {
		case <-w.ctx.Done():
			return
		case j := <-w.jobs:
			w.run(j)
		}
	}
}

// run does one job. A job that panics is one that failed: the book rolled its
// transaction back, and the user keeps the window.
func (w *worker) run(j job) {
	ctx, cancel := context.WithCancel(w.ctx)
	defer cancel()
	var over atomic.Bool // the alarm may go off while the job comes to its end
	late := time.AfterFunc(patience, func() {
		fyne.Do(func() {
			if !over.Load() {
				w.slow(cancel)
			}
		})
	})
	err := guarded(ctx, j.run)
	over.Store(true)
	if !late.Stop() {
		fyne.Do(w.swift)
	}
	if j.done != nil {
		w.conclude(func() { j.done(err) })
	}
}

// conclude calls what follows a job on the UI goroutine, unless the window has
// closed meanwhile. The next job waits for it, and so finds the book that was
// opened and not the one before; a window that closes is not waited for, since it
// waits for the worker itself.
func (w *worker) conclude(done func()) {
	over := make(chan struct{})
	fyne.Do(func() {
		defer close(over)
		if w.ctx.Err() == nil {
			done()
		}
	})
	select {
	case <-over:
	case <-w.closing:
	}
}

func guarded(ctx context.Context, run func(context.Context) error) (err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("this should not have happened: %v", failure)
		}
	}()
	return run(ctx)
}

// close lets what was asked for finish or, after a short wait, cancels it; jobs not
// begun by then are dropped. Nothing acknowledged is lost: a deed is done when it is
// stored, and its form stays open until then.
func (w *worker) close() {
	w.once.Do(func() {
		close(w.closing)
		finished := make(chan struct{})
		w.do(func(context.Context) error { close(finished); return nil }, nil)
		select {
		case <-finished:
		case <-time.After(closingTime):
		}
		w.stop()
		<-w.closed
	})
}

// closingTime is how long the window waits for what is under way when it closes.
const closingTime = 3 * time.Second

// every calls f on the UI goroutine at an interval until the worker closes.
func (w *worker) every(interval time.Duration, f func()) {
	go func() {
		tick := time.NewTicker(interval)
		defer tick.Stop()
		for {
			select {
			case <-w.ctx.Done():
				return
			case <-tick.C:
				fyne.Do(func() {
					if w.ctx.Err() == nil {
						f()
					}
				})
			}
		}
	}()
}

// after calls f on the UI goroutine once, later. The result stops it.
func after(delay time.Duration, f func()) (stop func()) {
	timer := time.AfterFunc(delay, func() { fyne.Do(f) })
	return func() { timer.Stop() }
}

// answer calls f on the UI goroutine for every visitor of a listener, until it is
// closed.
func answer(l net.Listener, f func()) {
	go func() {
		for {
			visitor, err := l.Accept()
			if err != nil {
				return // closed, or broken: a second start then says that the book is in use
			}
			_ = visitor.Close()
			fyne.Do(f)
		}
	}()
}

// atLast calls f later, on no goroutine in particular: for when the UI goroutine
// may be gone.
func atLast(delay time.Duration, f func()) {
	if f != nil {
		time.AfterFunc(delay, f)
	}
}

// onScreen calls f on the UI goroutine, from wherever.
func onScreen(f func()) { fyne.Do(f) }
