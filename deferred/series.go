package deferred

import "context"

// Series runs tasks one after the other, in one goroutine, each given what the one before returned; the
// first gets the zero value. It returns a promise of what the last one returns; no tasks at all resolve
// it with the zero value. For values of different types, chain the work with ThenPromise instead.
//
// The first failure, a panic included, rejects the promise, and no more are started. The end of ctx
// cancels the context of the task under way; once that has returned, the promise is settled: rejected
// with what it made of that or, if tasks are left that are not started any more, with ctx's cause. Abort
// cancels with the reason and rejects at once.
func Series[T any](ctx context.Context, tasks ...func(ctx context.Context, before T) (T, error)) *Promise[T] {
	return Go(ctx, func(ctx context.Context) (last T, err error) {
		var none T
		for _, task := range tasks {
			if ctx.Err() != nil {
				return none, context.Cause(ctx)
			}
			if last, err = task(ctx, last); err != nil {
				return none, err
			}
		}
		return last, nil
	})
}
