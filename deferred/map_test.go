package deferred_test

import (
	"context"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// slowly doubles, and records how many do so at the same time.
func slowly(r *record) func(context.Context, int) (int, error) {
	under := make(chan struct{}, 100)
	return func(ctx context.Context, v int) (int, error) {
		under <- struct{}{}
		r.add(len(under))
		defer func() { <-under }()
		_, err := deferred.Wait(ctx, time.Duration(10-v)*time.Second).Await(context.Background())
		return 2 * v, err
	}
}

func TestMapKeepsTheOrderAndTheLimit(t *testing.T) {
	for name, row := range map[string]struct{ concurrency, most int }{"two": {2, 2}, "one": {1, 1}, "no limit": {0, 5}, "more than there are": {9, 5}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var r record
				got, err := result(t, deferred.Map(t.Context(), []int{1, 2, 3, 4, 5}, row.concurrency, slowly(&r)))
				assert.NoError(t, err)
				assert.Equal(t, []int{2, 4, 6, 8, 10}, got)
				most := 0
				for _, n := range r.take() {
					most = max(most, n.(int))
				}
				assert.Equal(t, row.most, most)
			})
		})
	}
}

func TestMapOfNothing(t *testing.T) {
	got, err := result(t, deferred.Map(t.Context(), nil, 2, func(context.Context, int) (int, error) { panic("not called") }))
	assert.NoError(t, err)
	assert.Empty(t, got)
}

func TestMapStopsAtTheFirstFailure(t *testing.T) {
	for name, fail := range map[string]func() (int, error){
		"test":        func() (int, error) { return 0, errTest },
		"panic: test": func() (int, error) { panic(errTest) },
	} {
		synctest.Test(t, func(t *testing.T) {
			var r record
			_, err := result(t, deferred.Map(t.Context(), []int{1, 2, 3, 4}, 2, func(ctx context.Context, v int) (int, error) {
				r.add(v)
				if v == 2 {
					return fail()
				}
				<-ctx.Done()
				r.add(context.Cause(ctx).Error())
				return 0, ctx.Err()
			}))
			assert.EqualError(t, err, name)
			assert.ElementsMatch(t, []any{1, 2, name}, r.take())
		})
	}
}

// What fn makes of the end of the context is the result, not the end itself.
func TestMapRejectsWithTheErrorOfTheFunction(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		p := deferred.Map(ctx, []int{1, 2}, 1, func(ctx context.Context, _ int) (int, error) {
			<-ctx.Done()
			return 0, errTest
		})
		synctest.Wait()
		cancel(errOther)
		_, err := result(t, p)
		assert.Equal(t, errTest, err)
	})
}

func TestTheContextOfAFunctionEndsWithIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var inside context.Context
		_, err := result(t, deferred.Go(t.Context(), func(ctx context.Context) (int, error) { inside = ctx; return 1, nil }))
		assert.NoError(t, err)
		<-inside.Done()
		_, err = result(t, deferred.Map(t.Context(), []int{1}, 1, func(ctx context.Context, v int) (int, error) { inside = ctx; return v, nil }))
		assert.NoError(t, err)
		<-inside.Done()
	})
}

func TestMapEndsWithItsContextAndWithAbort(t *testing.T) {
	forever := func(ctx context.Context, _ int) (int, error) { <-ctx.Done(); return 0, context.Cause(ctx) }
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		p := deferred.Map(ctx, []int{1, 2}, 1, forever)
		go cancel(errTest)
		_, err := result(t, p)
		assert.Equal(t, errTest, err)

		p = deferred.Map(t.Context(), []int{1, 2}, 1, forever)
		p.Abort(errOther)
		_, err = p.Result()
		assert.Equal(t, errOther, err)
	})
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, err := result(t, deferred.Wait(t.Context(), time.Hour))
		assert.NoError(t, err)
		assert.Equal(t, time.Hour, time.Since(start))

		ctx, cancel := context.WithCancelCause(t.Context())
		p := deferred.Wait(ctx, time.Hour)
		cancel(errTest)
		_, err = result(t, p)
		assert.Equal(t, errTest, err)
		_, err = result(t, deferred.Wait(ctx, 0))
		assert.Equal(t, errTest, err)
		deferred.Wait(t.Context(), time.Hour).Abort(nil) // and no goroutine is left
	})
}

func TestWaitPrefersTheEndOfItsContext(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errTest)
	for range 100 { // select would choose by chance
		_, err := result(t, deferred.Wait(ctx, 0))
		assert.Equal(t, errTest, err)
	}
}

func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		d := working(&r)
		p := deferred.Timeout(d.Promise(), time.Second)
		p.Progress(func(v any) { r.add(v) })
		d.Notify("progress")
		_, err := result(t, p)
		assert.ErrorIs(t, err, deferred.ErrTimeout)
		assert.ErrorIs(t, err, context.DeadlineExceeded)
		assert.Equal(t, []any{"progress", deferred.ErrTimeout}, r.take(), "nobody else waits: the work ends")

		d = working(&r)
		p = deferred.Timeout(d.Promise(), time.Second)
		d.Resolve(1)
		v, err := result(t, p)
		assert.NoError(t, err)
		assert.Equal(t, 1, v)

		d = working(&r)
		deferred.Timeout(d.Promise(), time.Second).Abort(errTest)
		assert.Equal(t, []any{errTest}, r.take())

		_, err = result(t, deferred.Timeout(deferred.New[int]().Promise(), -1))
		assert.Equal(t, deferred.ErrTimeout, err)
	})
}

func TestGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		v, err := result(t, deferred.Go(t.Context(), func(context.Context) (int, error) { return 5, nil }))
		assert.NoError(t, err)
		assert.Equal(t, 5, v)
		_, err = result(t, deferred.Go(t.Context(), func(context.Context) (int, error) { panic(errTest) }))
		assert.ErrorIs(t, err, errTest)
		_, err = result(t, deferred.Go(t.Context(), func(context.Context) (int, error) { runtime.Goexit(); return 0, nil }))
		assert.ErrorContains(t, err, "Goexit")

		var r record
		p := deferred.Go(t.Context(), func(ctx context.Context) (int, error) {
			<-ctx.Done()
			r.add(context.Cause(ctx))
			return 0, nil
		})
		p.Abort(errTest)
		_, err = p.Result()
		assert.Equal(t, errTest, err)
		synctest.Wait()
		assert.Equal(t, []any{errTest}, r.take())
	})
}

// The reason counts, however fast the work returns.
func TestAbortOfGoIsFasterThanItsWork(t *testing.T) {
	for range 2000 {
		p := deferred.Go(t.Context(), func(ctx context.Context) (int, error) {
			for ctx.Err() == nil {
				runtime.Gosched()
			}
			return 0, nil
		})
		p.Abort(errTest)
		_, err := p.Result()
		require.Equal(t, errTest, err)
	}
}
