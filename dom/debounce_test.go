package dom_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
)

const pause = 300 * time.Millisecond

func TestDebounceCallsWithTheLastArgumentAfterAPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got []string
		var at []time.Duration
		began := time.Now()
		search := dom.Debounce(t.Context(), pause, func(_ context.Context, text string) {
			got, at = append(got, text), append(at, time.Since(began))
		})
		for _, text := range []string{"t", "te", "tea"} {
			search(text)
			time.Sleep(pause - 1)
		}
		assert.Empty(t, got, "the pause begins anew with each call")
		time.Sleep(pause)
		search("cup")
		time.Sleep(pause)
		synctest.Wait()
		assert.Equal(t, []string{"tea", "cup"}, got)
		assert.Equal(t, []time.Duration{3*pause - 2, 5*pause - 3}, at)
	})
}

func TestDebounceEndsTheContextOfTheCallBefore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := map[string]time.Duration{}
		began := time.Now()
		search := dom.Debounce(t.Context(), pause, func(ctx context.Context, text string) {
			if text == "quick" {
				return
			}
			<-ctx.Done()
			ended[text] = time.Since(began)
		})
		search("slow")
		time.Sleep(2 * pause)
		search("slower")
		synctest.Wait()
		assert.Empty(t, ended, "a search ends when the next one begins, not when something is typed")
		time.Sleep(pause)
		synctest.Wait()
		assert.Equal(t, map[string]time.Duration{"slow": 3 * pause}, ended)
		search("quick")
		time.Sleep(pause)
		synctest.Wait()
		assert.Contains(t, ended, "slower")
	})
}

func TestDebounceEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		reason := errors.New("reason")
		var got []error
		search := dom.Debounce(ctx, pause, func(ctx context.Context, _ string) {
			<-ctx.Done()
			got = append(got, context.Cause(ctx))
		})
		search("runs")
		time.Sleep(pause)
		synctest.Wait()
		search("waits")
		cancel(reason)
		time.Sleep(2 * pause)
		search("late")
		time.Sleep(2 * pause)
		synctest.Wait()
		assert.Equal(t, []error{reason}, got)
	})
}

func TestAPanicInWhatIsDebouncedIsReportedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var reports []error
		defer page.OnReport(func(err error) { reports = append(reports, err) })()
		why := errors.New("a panic")
		calls := 0
		search := dom.Debounce(t.Context(), pause, func(context.Context, int) { calls++; panic(why) })
		for range 2 {
			search(0)
			time.Sleep(pause)
			synctest.Wait()
		}
		require.Len(t, reports, 2)
		assert.ErrorIs(t, reports[0], why)
		assert.Equal(t, 2, calls)
	})
}
