package desktop

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/screen"
)

// The clock of these tests stands still while anything is going on, and jumps
// when everybody waits (package testing/synctest): a second costs none.

// wait lets time pass and takes up what that brought to the screen, without
// waiting for jobs.
func (s *stage) wait(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
	s.drain()
}

// deafen stops listening for a second start. Time stands still in a test while
// anybody waits for the network.
func (s *stage) deafen() { s.session.release() }

func TestJobsRunOneAfterAnotherEachSeeingTheOneBefore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		var ran, want []int
		for i := range 50 {
			s.Work(func(context.Context) error { ran = append(ran, i); return nil },
				func(error) { ran = append(ran, -i) })
			want = append(want, i, -i)
		}
		s.settle()
		if diff := cmp.Diff(want, ran); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAJobThatPanicsIsAFailureAndTheWindowLives(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		s.Work(func(context.Context) error { panic("the worst") }, s.Fail)
		s.settle()
		s.says("That could not be done", "the worst")
		ran := false
		s.Work(func(context.Context) error { ran = true; return nil }, nil)
		s.settle()
		if !ran {
			t.Error("after a panic no job runs any more")
		}
	})
}

func TestASlowJobSaysSoAndCanBeCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		var got error
		s.Work(func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() },
			func(err error) { got = err; s.Fail(err) })
		s.wait(patience - time.Millisecond)
		s.hides("At work")
		s.wait(2 * time.Millisecond)
		s.says("At work")
		s.click("Cancel")
		if !errors.Is(got, context.Canceled) {
			t.Errorf("the job ended with %v", got)
		}
		s.hides("At work", "That could not be done")
		s.says("Cancelled. Nothing was changed.")
	})
}

func TestASlowJobThatEndsTakesItsBannerAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		s.Work(func(context.Context) error { time.Sleep(2 * patience); return nil }, nil)
		s.wait(patience + time.Millisecond)
		s.says("At work")
		s.wait(patience)
		s.hides("At work")
	})
}

func TestAJobOverInTimeShowsNoBanner(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		for range 3 { // each swift, together slow
			s.Work(func(context.Context) error { time.Sleep(patience * 9 / 10); return nil }, nil)
		}
		for range 30 {
			s.wait(patience / 10)
			s.hides("At work")
		}
	})
}

func TestClosingWaitsForWhatIsUnderWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		var stored []string
		for _, deed := range []string{"under way", "asked for"} {
			s.Work(func(ctx context.Context) error {
				time.Sleep(closingTime / 3)
				stored = append(stored, deed)
				return ctx.Err()
			}, nil)
		}
		s.worker.close()
		if diff := cmp.Diff([]string{"under way", "asked for"}, stored); diff != "" {
			t.Error(diff)
		}
	})
}

func TestClosingCancelsWhatDoesNotEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		began := time.Now()
		var got error
		s.Work(func(ctx context.Context) error { <-ctx.Done(); got = ctx.Err(); return got }, nil)
		s.worker.close()
		if got == nil || time.Since(began) != closingTime {
			t.Errorf("after %v the job ended with %v", time.Since(began), got)
		}
	})
}

func TestNothingRunsAfterClosing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		late := func(what string) func() { return func() { t.Errorf("%s ran after closing", what) } }
		s.Work(func(context.Context) error { return nil }, func(error) { late("what follows a job")() })
		synctest.Wait() // the job is done, what follows is on its way to the screen
		s.worker.every(time.Second, late("what runs every second"))
		s.worker.close()
		s.Work(func(context.Context) error { late("a job")(); return nil }, nil)
		s.wait(time.Minute)
		s.worker.close() // once more does no harm
	})
}

func TestQuittingWhileAScreenLoadsIsQuiet(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.Go(screen.Place{Name: screen.AtReview})
	s.Go(screen.Place{Name: screen.AtJournal})
	s.Go(screen.Place{Name: screen.AtClient, Client: s.clientOf("end")})
	s.quit()
	s.settle() // whatever still comes to the screen finds no book
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("quitting told of a problem:", s.texts())
	}
}

func TestAWindowUsedWhileAnotherBookOpensTellsOfNoFailure(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	client := screen.Place{Name: screen.AtClient, Client: s.clientOf("end")}
	s.Go(client)
	s.Open(screen.Opening{New: true})
	for range 3 { // the user does not wait
		s.Go(client)
		s.Go(screen.Place{Name: screen.AtJournal})
	}
	s.settle()
	s.says("My book", "Begin with the client on your mind")
	s.hides("That could not be done", "Undo")
}
