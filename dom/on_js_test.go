package dom_test

import (
	"context"
	"errors"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
)

func TestOnHearsEveryEventOfItsNames(t *testing.T) {
	leakless(t)
	target := counting()
	var heard []string
	stop, err := dom.On(t.Context(), target, " x  y ", func(event safejs.Value) { heard = append(heard, textOf(event, "type")) })
	require.NoError(t, err)
	assert.Equal(t, 2, listeners(target))
	for _, event := range []string{"x", "other", "y", "x"} {
		dispatch(target, event)
	}
	assert.Equal(t, []string{"x", "y", "x"}, heard)
	stop()
	stop()
	assert.Zero(t, listeners(target))
	dispatch(target, "x")
	assert.Len(t, heard, 3)
}

func TestOnReleasesItsCallbackAtItsUndo(t *testing.T) {
	before := page.Live()
	stop, err := dom.On(t.Context(), counting(), "x", func(safejs.Value) {})
	require.NoError(t, err)
	assert.Equal(t, before+1, page.Live())
	stop()
	assert.Equal(t, before, page.Live())
}

func TestOnEndsWithItsContext(t *testing.T) {
	leakless(t)
	target := counting()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := dom.On(ctx, target, "x y", func(safejs.Value) { t.Error("heard it") })
	require.NoError(t, err)
	cancel()
	turn(t)
	dispatch(target, "x")
	assert.Zero(t, listeners(target))
}

func TestOnStoppedByItsOwnHandler(t *testing.T) {
	leakless(t)
	target := counting()
	var stop func()
	calls := 0
	stop, err := dom.On(t.Context(), target, "x y", func(safejs.Value) {
		calls++
		stop()
		dispatch(target, "y") // an event inside the event
	})
	require.NoError(t, err)
	dispatch(target, "x")
	assert.Equal(t, 1, calls)
	assert.Zero(t, listeners(target))
}

func TestOnWithWrongArguments(t *testing.T) {
	leakless(t)
	never := func(safejs.Value) {}
	_, err := dom.On(t.Context(), safejs.Null(), "x", never)
	assert.EqualError(t, err, "target must be an element, the document or the window, not null")
	_, err = dom.On(t.Context(), counting(), " ", never)
	assert.EqualError(t, err, `events must be names of events, separated by spaces, not " "`)
	reason := errors.New("reason")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(reason)
	_, err = dom.On(ctx, counting(), "x", never)
	assert.Equal(t, reason, err)
	mean := script(`({ added: [], removed: [],
		addEventListener(name) { if (name === "bad") throw new RangeError("mean"); this.added.push(name) },
		removeEventListener(name) { this.removed.push(name) } })`)
	_, err = dom.On(t.Context(), mean, "good bad", never)
	assert.EqualError(t, err, "RangeError: mean")
	assert.Equal(t, "good", safejs.Unsafe(mean).Get("removed").Call("join").String())
}

func TestAPanicInAHandlerIsReportedOnceAndEndsNothing(t *testing.T) {
	why := errors.New("a panic")
	panics := func(safejs.Value) { panic(why) }
	for name, listen := range map[string]func(target safejs.Value) (func(), error){
		"On":   func(target safejs.Value) (func(), error) { return dom.On(t.Context(), target, "x", panics) },
		"Once": func(target safejs.Value) (func(), error) { return dom.Once(t.Context(), target, "x", panics) },
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			var reports []error
			defer page.OnReport(func(err error) { reports = append(reports, err) })()
			target := counting()
			stop, err := listen(target)
			require.NoError(t, err)
			defer stop()
			dispatch(target, "x")
			require.Len(t, reports, 1)
			assert.ErrorIs(t, reports[0], why)
			dispatch(target, "x")
			assert.Len(t, reports, map[string]int{"On": 2, "Once": 1}[name], "each event that is heard")
		})
	}
}
