package deferred_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
)

type task = func(context.Context, int) (int, error)

// plus adds n to the result of the task before, and takes a second.
func plus(r *record, n int) task {
	return func(_ context.Context, before int) (int, error) {
		r.add(before)
		_, err := deferred.Wait(context.Background(), time.Second).Await(context.Background())
		return before + n, err
	}
}

func TestSeriesGivesEachTheResultOfTheOneBefore(t *testing.T) {
	for name, row := range map[string]struct {
		tasks   func(*record) []task
		befores []any
		result  int
	}{
		"none":  {func(*record) []task { return nil }, nil, 0},
		"one":   {func(r *record) []task { return []task{plus(r, 5)} }, []any{0}, 5},
		"three": {func(r *record) []task { return []task{plus(r, 1), plus(r, 2), plus(r, 4)} }, []any{0, 1, 3}, 7},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var r record
				start := time.Now()
				tasks := row.tasks(&r)
				got, err := result(t, deferred.Series(t.Context(), tasks...))
				assert.NoError(t, err)
				assert.Equal(t, row.result, got)
				assert.Equal(t, row.befores, r.take())
				assert.Equal(t, time.Duration(len(tasks))*time.Second, time.Since(start), "never two at a time")
			})
		})
	}
}

func TestSeriesStopsAtTheFirstFailure(t *testing.T) {
	for name, fail := range map[string]task{
		"test":        func(context.Context, int) (int, error) { return 5, errTest },
		"panic: test": func(context.Context, int) (int, error) { panic(errTest) },
	} {
		synctest.Test(t, func(t *testing.T) {
			var r record
			got, err := result(t, deferred.Series(t.Context(), plus(&r, 1), fail, plus(&r, 2)))
			assert.EqualError(t, err, name)
			assert.ErrorIs(t, err, errTest)
			assert.Zero(t, got)
			assert.Equal(t, []any{0}, r.take())
		})
	}
}

func TestSeriesEndsWithItsContextAndWithAbort(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		ctx, cancel := context.WithCancelCause(t.Context())
		ends := func(_ context.Context, before int) (int, error) { cancel(errTest); return before, nil }
		_, err := result(t, deferred.Series(ctx, plus(&r, 1), ends, plus(&r, 2)))
		assert.Equal(t, errTest, err)
		assert.Equal(t, []any{0}, r.take(), "what is left is not started")

		_, err = result(t, deferred.Series(ctx, plus(&r, 1)))
		assert.Equal(t, errTest, err)
		assert.Empty(t, r.take())

		last, end := context.WithCancelCause(t.Context())
		got, err := result(t, deferred.Series(last, plus(&r, 1), func(_ context.Context, before int) (int, error) {
			end(errTest)
			return before, nil
		}))
		assert.NoError(t, err, "the last one has a result all the same")
		assert.Equal(t, 1, got)
		r.take()

		forever := func(ctx context.Context, _ int) (int, error) {
			<-ctx.Done()
			r.add(context.Cause(ctx))
			return 0, nil
		}
		p := deferred.Series(t.Context(), forever, plus(&r, 1))
		synctest.Wait()
		p.Abort(errOther)
		_, err = p.Result()
		assert.Equal(t, errOther, err)
		synctest.Wait()
		assert.Equal(t, []any{errOther}, r.take())
	})
}
