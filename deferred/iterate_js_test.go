package deferred_test

import (
	"context"
	"iter"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

const readAll = `async (iterable) => { const got = []; for await (const value of iterable) got.push(value); return got.join() }`

func numbers(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, nil) {
				return
			}
		}
	}
}

func TestThePageReadsASequence(t *testing.T) {
	leakless(t)
	iterable, err := deferred.AsyncIterable(numbers(3))
	require.NoError(t, err)
	got, err := run(t, readAll, iterable)
	require.NoError(t, err)
	assert.Equal(t, "0,1,2", got)
	got, err = run(t, readAll, iterable)
	require.NoError(t, err)
	assert.Empty(t, got, "it is read once")
}

func TestASequenceOfAnything(t *testing.T) {
	leakless(t)
	seq := func(yield func(any, error) bool) { _ = yield(1, nil) && yield("two", nil) }
	iterable, err := deferred.AsyncIterable(seq)
	require.NoError(t, err)
	got, err := run(t, readAll, iterable)
	require.NoError(t, err)
	assert.Equal(t, "1,two", got)
	_, err = deferred.Value(seq)
	assert.ErrorContains(t, err, "see Export, and AsyncIterable for a sequence")
	_, err = deferred.AsyncIterable[int](nil)
	assert.EqualError(t, err, "seq must be a sequence, not nil")
}

func TestASequenceStandsStillUntilThePageAsks(t *testing.T) {
	leakless(t)
	made, ended := 0, false
	iterable, err := deferred.AsyncIterable(func(yield func(int, error) bool) {
		defer func() { ended = true }()
		for made = 1; yield(made, nil); made++ {
		}
	})
	require.NoError(t, err)
	turn(t)
	assert.Zero(t, made)
	got, err := run(t, `async (it) => (await it.next()).value`, iterable)
	require.NoError(t, err)
	turn(t)
	assert.Equal(t, "1", got)
	assert.Equal(t, 1, made)
	got, err = run(t, `async (it) => { const all = await Promise.all([it.next(), it.next()]); return all.map((r) => r.value).join() }`, iterable)
	require.NoError(t, err)
	assert.Equal(t, "2,3", got)
	got, err = run(t, `async (it) => JSON.stringify([await it.return("r"), await it.next(), await it.return(5)])`, iterable)
	require.NoError(t, err)
	assert.Equal(t, `[{"value":"r","done":true},{"done":true},{"value":5,"done":true}]`, got)
	assert.True(t, ended)
}

func TestBreakInThePageEndsTheSequence(t *testing.T) {
	leakless(t)
	ended := false
	iterable, err := deferred.AsyncIterable(func(yield func(int, error) bool) {
		defer func() { ended = true }()
		for yield(1, nil) {
		}
	})
	require.NoError(t, err)
	_, err = run(t, `async (it) => { for await (const value of it) break }`, iterable)
	require.NoError(t, err)
	assert.True(t, ended)
}

func TestReturnBeforeTheStartRunsNothing(t *testing.T) {
	leakless(t)
	ran := false
	iterable, err := deferred.AsyncIterable(func(func(int, error) bool) { ran = true })
	require.NoError(t, err)
	got, err := run(t, `async (it) => JSON.stringify(await Promise.all([it.return(1), it.next()]))`, iterable)
	require.NoError(t, err)
	assert.Equal(t, `[{"value":1,"done":true},{"done":true}]`, got)
	assert.False(t, ran)
}

func TestAnErrorOfASequenceRejectsAndEndsIt(t *testing.T) {
	for name, row := range map[string]struct {
		seq      iter.Seq2[any, error]
		want     string
		reported int
	}{
		"an error": {func(yield func(any, error) bool) {
			assert.True(t, yield(1, nil))
			assert.False(t, yield(nil, errTest))
		}, "Error: test", 0},
		"no value for a page": {func(yield func(any, error) bool) {
			assert.True(t, yield(1, nil))
			assert.False(t, yield(make(chan int), nil))
		}, "TypeError: a page has no value for a chan int", 0},
		"a panic": {func(yield func(any, error) bool) {
			yield(1, nil)
			panic("broken")
		}, "Error: panic: broken", 1},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			reported := reports(t)
			iterable, err := deferred.AsyncIterable(row.seq)
			require.NoError(t, err)
			got, err := run(t, `async (it) => {
				const settled = await Promise.allSettled([it.next(), it.next(), it.next()])
				return settled.map((s) => s.reason ?? s.value.done).join()
			}`, iterable)
			require.NoError(t, err)
			assert.Equal(t, "false,"+row.want+",true", got)
			assert.Len(t, reported.take(), row.reported)
		})
	}
}

func TestAPanicOfASequenceAtItsEndRejectsReturn(t *testing.T) {
	leakless(t)
	reported := reports(t)
	iterable, err := deferred.AsyncIterable(func(yield func(int, error) bool) {
		for yield(1, nil) {
		}
		panic("broken")
	})
	require.NoError(t, err)
	_, err = run(t, `async (it) => { for await (const value of it) break }`, iterable)
	assert.EqualError(t, err, "Error: panic: broken")
	assert.Len(t, reported.take(), 1)
}

// Between two values, this sequence waits for the page, which asks for more meanwhile.
func TestWhatThePageAsksWhileASequenceWorksWaits(t *testing.T) {
	leakless(t)
	iterable, err := deferred.AsyncIterable(func(yield func(int, error) bool) {
		for i := range 2 {
			turn(t)
			if !yield(i, nil) {
				return
			}
		}
		turn(t)
		yield(0, errTest)
	})
	require.NoError(t, err)
	got, err := run(t, `async (it) => {
		const settled = await Promise.allSettled([it.next(), it.next(), it.next(), it.next(), it.return("r")])
		return settled.map((s) => s.reason ?? JSON.stringify(s.value)).join()
	}`, iterable)
	require.NoError(t, err)
	assert.Equal(t, `{"value":0,"done":false},{"value":1,"done":false},Error: test,{"done":true},{"value":"r","done":true}`, got)
}

// iterated are the values of a sequence and its error.
func iterated(seq iter.Seq2[safejs.Value, error]) (all []string, last error) {
	for value, err := range seq {
		if err != nil {
			last = err
			continue
		}
		all = append(all, shown(value))
	}
	return all, last
}

func TestGoReadsWhatThePageIterates(t *testing.T) {
	for name, value := range map[string]string{
		"an async generator": `(async function* () { yield 1; yield await "two"; })()`,
		"an async iterable":  `{ async *[Symbol.asyncIterator]() { yield 1; yield "two" } }`,
		"a generator":        `(function* () { yield 1; yield "two" })()`,
		"an array":           `[1, "two"]`,
		"promises":           `[Promise.resolve(1), "two"]`,
		"a Set":              `new Set([1, "two"])`,
		"a stream":           `new ReadableStream({ start(c) { c.enqueue(1); c.enqueue("two"); c.close() } })`,
		"a stream that is no iterable": `(() => {
			const stream = new ReadableStream({ start(c) { c.enqueue(1); c.enqueue("two"); c.close() } })
			return { getReader: () => stream.getReader() }
		})()`,
		"an iterator without promises": `{ [Symbol.asyncIterator]: () => [1, "two"].values() }`,
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			all, err := iterated(deferred.Iterate(t.Context(), script(value)))
			require.NoError(t, err)
			assert.Equal(t, []string{"1", "two"}, all)
		})
	}
}

func TestIterateTellsWhatIsWrong(t *testing.T) {
	for value, want := range map[string]string{
		`5`:         "value must be an iterable, an async iterable or a ReadableStream, not 5",
		`undefined`: "value must be an iterable, an async iterable or a ReadableStream, not undefined",
		`{}`:        "value must be an iterable, an async iterable or a ReadableStream, not an object",
		`"text"`:    `value must be an iterable, an async iterable or a ReadableStream, not "text"`,
		`(async function* () { yield 1; throw new RangeError("own") })()`:                                  "RangeError: own",
		`(function* () { yield 1; throw new RangeError("own") })()`:                                        "RangeError: own",
		`[1, Promise.reject(new RangeError("own"))]`:                                                       "RangeError: own",
		`{ get [Symbol.asyncIterator]() { throw new RangeError("own") } }`:                                 "RangeError: own",
		`{ [Symbol.asyncIterator]() { throw new RangeError("own") } }`:                                     "RangeError: own",
		`{ [Symbol.asyncIterator]: () => 5 }`:                                                              "the iterator of value must be an object, not 5",
		`{ [Symbol.asyncIterator]: () => ({ next: () => 5 }) }`:                                            "the result of the iterator must be an object, not 5",
		`{ [Symbol.iterator]: () => ({ next: () => ({ get done() { throw new RangeError("own") } }) }) }`:  "RangeError: own",
		`{ [Symbol.iterator]: () => ({ next: () => ({ get value() { throw new RangeError("own") } }) }) }`: "RangeError: own",
	} {
		leakless(t)
		_, err := iterated(deferred.Iterate(t.Context(), script(value)))
		assert.EqualError(t, err, want, value)
	}
}

// tracked is an endless async iterable of the page's that notes how it ends.
const tracked = `({
	ended: "no",
	async *[Symbol.asyncIterator]() { try { for (let i = 0; ; i++) yield i } finally { await null; this.ended = "yes" } },
})`

func TestBreakInGoEndsThePagesIterator(t *testing.T) {
	leakless(t)
	iterable := script(tracked)
	for value, err := range deferred.Iterate(t.Context(), iterable) {
		require.NoError(t, err)
		if shown(value) == "2" {
			break
		}
	}
	assert.Equal(t, "yes", safejs.Unsafe(iterable).Get("ended").String(), "break waits for the end")
}

func TestAPanicInALoopEndsThePagesIterator(t *testing.T) {
	leakless(t)
	iterable := script(tracked)
	assert.Panics(t, func() {
		for range deferred.Iterate(t.Context(), iterable) {
			panic("loop")
		}
	})
	turn(t)
	assert.Equal(t, "yes", safejs.Unsafe(iterable).Get("ended").String())
}

func TestTheEndOfTheContextEndsThePagesIterator(t *testing.T) {
	leakless(t)
	iterable := script(`({
		ended: "no",
		[Symbol.asyncIterator]() { return { next: () => new Promise(() => {}), return: () => { this.ended = "yes" } } },
	})`)
	ctx, cancel := context.WithCancelCause(t.Context())
	go cancel(errTest)
	_, err := iterated(deferred.Iterate(ctx, iterable))
	assert.Equal(t, errTest, err)
	assert.Equal(t, "yes", safejs.Unsafe(iterable).Get("ended").String())
	_, err = iterated(deferred.Iterate(ctx, script(`5`)))
	assert.Equal(t, errTest, err)
}

func TestAnErrorOfReturnAfterBreakIsReported(t *testing.T) {
	leakless(t)
	reported := reports(t)
	for _, end := range []string{`throw new RangeError("own")`, `return Promise.reject(new RangeError("own"))`} {
		for range deferred.Iterate(t.Context(), script(`{ [Symbol.asyncIterator]: () => ({ next: () => ({}), return() { `+end+` } }) }`)) {
			break
		}
	}
	assert.Equal(t, []any{"RangeError: own", "RangeError: own"}, reported.take())
}
