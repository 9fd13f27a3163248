package main

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

// workshop is a builder whose builds the test begins and ends.
type workshop struct {
	*builder
	changes chan change
	begun   atomic.Int32
	over    atomic.Int32 // builds that have ended
	end     chan error   // ends the build under way
}

// inWorkshop runs the test with a builder, in a bubble with a clock of its own.
func inWorkshop(t *testing.T, test func(t *testing.T, w *workshop)) {
	synctest.Test(t, func(t *testing.T) {
		w := &workshop{changes: make(chan change), end: make(chan error)}
		w.builder = &builder{live: newLive(), changes: w.changes, build: func(ctx context.Context) error {
			w.begun.Add(1)
			defer func() { w.over.Add(1) }()
			select {
			case err := <-w.end:
				return err
			case <-ctx.Done():
				time.Sleep(time.Minute) // the go command ends its compilers; by the bubble's clock
				return ctx.Err()
			}
		}}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() { w.run(ctx); close(ended) }()
		test(t, w)
		cancel()
		<-ended
		assert.Equal(t, w.begun.Load(), w.over.Load(), "a build is under way, and writes files")
	})
}

// after is how many builds have begun once all has become calm.
func (w *workshop) after() int {
	synctest.Wait()
	return int(w.begun.Load())
}

func (w *workshop) version() string {
	synctest.Wait()
	now, _ := w.live.state()
	return now.Version
}

func TestChangesAreGatheredIntoOneBuild(t *testing.T) {
	inWorkshop(t, func(t *testing.T, w *workshop) {
		assert.Equal(t, 1, w.after(), "at the start")
		w.end <- nil
		for range 10 {
			w.changes <- ofSource
			time.Sleep(quiet - 1) // the bubble's clock: no time passes
			assert.Equal(t, 1, w.after(), "files still change")
		}
		time.Sleep(time.Nanosecond)
		assert.Equal(t, 2, w.after())
		w.end <- nil
		time.Sleep(time.Hour)
		assert.Equal(t, 2, w.after())
	})
}

func TestAChangeDuringABuildBuildsAgain(t *testing.T) {
	inWorkshop(t, func(t *testing.T, w *workshop) {
		assert.Equal(t, 1, w.after())
		w.changes <- ofSource
		w.changes <- ofPage
		time.Sleep(time.Hour)
		assert.Equal(t, 1, w.after(), "one at a time")
		w.end <- nil
		assert.Equal(t, 2, w.after())
		w.end <- nil
		assert.Equal(t, 2, w.after())
		// The end comes before the files are calm.
		w.changes <- ofSource
		time.Sleep(quiet)
		assert.Equal(t, 3, w.after())
		w.changes <- ofSource
		w.end <- nil
		assert.Equal(t, 3, w.after())
		time.Sleep(quiet)
		assert.Equal(t, 4, w.after())
	})
}

func TestPagesAreToldOfBuilds(t *testing.T) {
	inWorkshop(t, func(t *testing.T, w *workshop) {
		state := func() state { now, _ := w.live.state(); return now }
		first := w.version()
		w.end <- nil
		second := w.version()
		assert.NotEqual(t, first, second, "a build that ends well is a reason to load again")

		w.changes <- ofSource
		time.Sleep(quiet)
		w.end <- errors.New("it does not compile")
		assert.Equal(t, second, w.version(), "one that fails is none: the page stays, with the error over it")
		assert.Equal(t, "it does not compile", state().Error)

		w.changes <- ofPage
		time.Sleep(quiet)
		third := w.version()
		assert.NotEqual(t, second, third, "another page")
		assert.Equal(t, "it does not compile", state().Error, "the program is as wrong as before")
		assert.Equal(t, 2, w.after(), "a page needs no build")

		w.changes <- ofSource
		time.Sleep(quiet)
		w.end <- nil
		assert.NotEqual(t, third, w.version())
		assert.Empty(t, state().Error)
	})
}

func TestABuildUnderWayEndsWithTheServer(t *testing.T) {
	inWorkshop(t, func(t *testing.T, w *workshop) {
		assert.Equal(t, 1, w.after())
		// inWorkshop cancels, and waits for the end.
	})
}
