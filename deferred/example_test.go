package deferred_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/godeferred/godeferred/deferred"
)

func ExampleNew() {
	d := deferred.New[string]()
	d.Promise().
		Done(func(v string) { fmt.Println("first", v) }).
		Fail(func(error) { fmt.Println("not called") }).
		Always(func() { fmt.Println("second") })
	d.Resolve("value")
	d.Promise().Done(func(v string) { fmt.Println("late", v) })
	// Output:
	// first value
	// second
	// late value
}

func ExampleNewOn() {
	var q deferred.Queue // one order of handlers for both
	a, b := deferred.NewOn[string](&q), deferred.NewOn[string](&q)
	print := func(v string) (string, error) { fmt.Println(v); return v, nil }
	last := deferred.Then(a.Promise(), print)
	deferred.Then(b.Promise(), print)
	b.Resolve("b first")
	a.Resolve("then a")
	_, _ = last.Await(context.Background())
	// Output:
	// b first
	// then a
}

func ExampleDeferred_Settle() {
	d := deferred.New[int]()
	d.Settle(strconv.Atoi("five"))
	_, err := d.Promise().Result()
	fmt.Println(d.Promise().State(), errors.Is(err, strconv.ErrSyntax))
	// Output: rejected true
}

func ExampleDeferred_Notify() {
	d := deferred.New[string]()
	d.Promise().Progress(func(v any) { fmt.Println(v, "%") })
	d.Notify(50)
	d.Notify(100)
	d.Promise().Progress(func(v any) { fmt.Println("late:", v, "%") })
	// Output:
	// 50 %
	// 100 %
	// late: 100 %
}

func ExampleDeferred_OnAbort() {
	d := deferred.New[int]()
	d.OnAbort(func(reason error) { fmt.Println("stop the work:", reason) })
	p := deferred.Then(d.Promise(), func(v int) (string, error) { return strconv.Itoa(v), nil })
	p.Abort(errors.New("the page is left")) // nothing else waits for d
	_, err := p.Result()
	fmt.Println(err)
	// Output:
	// stop the work: the page is left
	// the page is left
}

func ExampleThen() {
	n := deferred.Then(deferred.Resolved("5"), strconv.Atoi)
	double := deferred.Then(n, func(n int) (int, error) { return 2 * n, nil })
	fmt.Println(double.Await(context.Background()))
	// Output: 10 <nil>
}

func ExampleThenPromise() {
	ctx := context.Background()
	p := deferred.ThenPromise(deferred.Resolved("user 5"), func(name string) *deferred.Promise[string] {
		return deferred.Go(ctx, func(context.Context) (string, error) { return "the address of " + name, nil })
	})
	fmt.Println(p.Await(ctx))
	// Output: the address of user 5 <nil>
}

func ExampleHandle() {
	p := deferred.Handle(deferred.Rejected[int](errors.New("no answer")), func(n int, err error) (string, error) {
		if err != nil {
			return "unknown", nil
		}
		return strconv.Itoa(n), nil
	})
	fmt.Println(p.Await(context.Background()))
	// Output: unknown <nil>
}

func ExampleHandlePromise() {
	first := deferred.Rejected[string](errors.New("the mirror is down"))
	p := deferred.HandlePromise(first, func(v string, err error) *deferred.Promise[string] {
		if err == nil {
			return deferred.Resolved(v)
		}
		return deferred.Resolved("from the other mirror")
	})
	fmt.Println(p.Await(context.Background()))
	// Output: from the other mirror <nil>
}

func ExamplePromise_Catch() {
	p := deferred.Rejected[int](errors.New("no answer")).Catch(func(err error) (int, error) {
		return 0, fmt.Errorf("load the count: %w", err)
	})
	_, err := p.Await(context.Background())
	fmt.Println(err)
	// Output: load the count: no answer
}

func ExamplePromise_Finally() {
	p := deferred.Resolved(5).Finally(func() error {
		fmt.Println("hide the spinner")
		return nil
	})
	fmt.Println(p.Await(context.Background()))
	// Output:
	// hide the spinner
	// 5 <nil>
}

func ExamplePromise_Await() {
	ctx, cancel := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("nobody came"))
	defer cancel()
	_, err := deferred.New[int]().Promise().Await(ctx)
	fmt.Println(err)
	// Output: nobody came
}

func ExamplePromise_Settled() {
	p := deferred.Go(context.Background(), func(context.Context) (int, error) { return 5, nil })
	select {
	case <-p.Settled():
		fmt.Println(p.Result())
	case <-time.After(time.Minute):
		fmt.Println("too slow")
	}
	// Output: 5 <nil>
}

func ExampleGo() {
	p := deferred.Go(context.Background(), func(context.Context) (int, error) {
		var list []int
		return list[5], nil
	})
	_, err := p.Await(context.Background())
	var panicked *deferred.PanicError
	fmt.Println(errors.As(err, &panicked), err)
	// Output: true panic: runtime error: index out of range [5] with length 0
}

func ExampleAll() {
	fmt.Println(deferred.All(deferred.Resolved(1), deferred.Resolved(2)).Result())
	fmt.Println(deferred.All(deferred.Resolved(1), deferred.Rejected[int](errors.New("no answer"))).Result())
	// Output:
	// [1 2] <nil>
	// [] no answer
}

func ExampleAllSettled() {
	ends, _ := deferred.AllSettled(deferred.Resolved(1), deferred.Rejected[int](errors.New("no answer"))).Result()
	for _, end := range ends {
		fmt.Println(end.Value, end.Err)
	}
	// Output:
	// 1 <nil>
	// 0 no answer
}

func ExampleAny() {
	fmt.Println(deferred.Any(deferred.Rejected[string](errors.New("down")), deferred.Resolved("up")).Result())
	// Output: up <nil>
}

func ExampleRace() {
	fmt.Println(deferred.Race(deferred.New[string]().Promise(), deferred.Resolved("first")).Result())
	// Output: first <nil>
}

func ExampleWhen() {
	d := deferred.New[string]()
	deferred.When(deferred.Resolved(5), d.Promise()).Done(func(values []any) { fmt.Println(values...) })
	d.Resolve("and a string")
	// Output: 5 and a string
}

func ExampleWhen2() {
	both := deferred.When2(deferred.Resolved(5), deferred.Resolved("five"))
	both.Done(func(v deferred.Pair[int, string]) { fmt.Println(v.A, v.B) })
	// Output: 5 five
}

func ExampleWhen3() {
	triple := deferred.When3(deferred.Resolved(1), deferred.Resolved("one"), deferred.Resolved(true))
	triple.Done(func(v deferred.Triple[int, string, bool]) { fmt.Println(v.A, v.B, v.C) })
	// Output: 1 one true
}

func ExampleResolved() {
	deferred.Resolved(5).Done(func(v int) { fmt.Println(v, "at once") })
	// Output: 5 at once
}

func ExampleRejected() {
	deferred.Rejected[int](errors.New("closed")).Fail(func(err error) { fmt.Println(err) })
	// Output: closed
}

func ExampleMap() {
	ctx := context.Background()
	lengths := deferred.Map(ctx, []string{"a", "bb", "ccc"}, 2, func(_ context.Context, s string) (int, error) {
		return len(s), nil
	})
	fmt.Println(lengths.Await(ctx))
	// Output: [1 2 3] <nil>
}

func ExampleSeries() {
	add := func(line string) func(context.Context, []string) ([]string, error) {
		return func(_ context.Context, before []string) ([]string, error) { return append(before, line), nil }
	}
	ctx := context.Background()
	fmt.Println(deferred.Series(ctx, add("log in"), add("load"), add("log out")).Await(ctx))
	// Output: [log in load log out] <nil>
}

func ExampleWait() {
	ctx := context.Background()
	_, err := deferred.Wait(ctx, time.Millisecond).Await(ctx)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleTimeout() {
	p := deferred.Timeout(deferred.New[int]().Promise(), time.Millisecond)
	_, err := p.Await(context.Background())
	fmt.Println(errors.Is(err, deferred.ErrTimeout), errors.Is(err, context.DeadlineExceeded))
	// Output: true true
}

func ExampleOnReport() {
	restore := deferred.OnReport(func(err error) {
		var panicked *deferred.PanicError
		if errors.As(err, &panicked) {
			fmt.Println("reported:", err)
		}
	})
	defer restore()
	deferred.Resolved(5).Done(
		func(int) { panic("a mistake") },
		func(v int) { fmt.Println("still called:", v) },
	)
	// Output:
	// reported: panic: a mistake
	// still called: 5
}
