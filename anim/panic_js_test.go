package anim_test

import (
	"context"
	"errors"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/anim"
	"github.com/godeferred/godeferred/internal/page"
)

// A panic in Each used to end the program where the program itself ended the animation.
func TestAPanicOfTheProgramIsReportedOnceAndEndsNothing(t *testing.T) {
	why := errors.New("a panic")
	panics := anim.Each(func(safejs.Value) { panic(why) })
	begin := func(t *testing.T, ctx context.Context, opts ...anim.Option) (a, b safejs.Value, run *anim.Run) {
		a, b = element(), element()
		run, err := anim.SlideDown(ctx, []safejs.Value{a, b}, append(opts, panics)...)
		require.NoError(t, err)
		return a, b, run
	}
	for name, row := range map[string]struct {
		run  func(t *testing.T) error
		want int // how often the function is called
		err  error
	}{
		"Each, at the end of the animation": {want: 2, run: func(t *testing.T) error {
			a, b, run := begin(t, t.Context())
			safejs.Unsafe(a).Call("end", "finish")
			safejs.Unsafe(b).Call("end", "finish")
			return run.Wait()
		}},
		"Each, by Finish": {want: 2, run: func(t *testing.T) error {
			_, b, run := begin(t, t.Context())
			run.Finish()
			assert.Equal(t, 1, get(b, "cancelled").Int(), "the second ends, too")
			return run.Wait()
		}},
		"Each, by the end of the context": {want: 2, err: context.Canceled, run: func(t *testing.T) error {
			ctx, cancel := context.WithCancel(t.Context())
			_, _, run := begin(t, ctx)
			cancel()
			return run.Wait()
		}},
		"Each, where nothing moves": {want: 2, run: func(t *testing.T) error {
			_, _, run := begin(t, t.Context(), anim.Duration(0))
			return run.Wait()
		}},
		"an effect in a queue": {want: 1, err: why, run: func(t *testing.T) error {
			q := anim.NewQueue(nil)
			turn := q.Add(t.Context(), func(context.Context, []safejs.Value, ...anim.Option) (*anim.Run, error) { panic(why) })
			return turn.Wait()
		}},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			var reports []error
			defer page.OnReport(func(err error) { reports = append(reports, err) })()
			assert.ErrorIs(t, row.run(t), row.err)
			require.Len(t, reports, row.want)
			for _, err := range reports {
				assert.ErrorIs(t, err, why)
			}
		})
	}
}
