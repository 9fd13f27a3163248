package deferred_test

import (
	"encoding/json"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// An aborts is what can be aborted.
type aborts interface{ Abort(reason error) }

// waitFor has something wait for p, by the names of waiting.json. What it returns can be aborted, too; nil cannot.
var waitFor = map[string]func(p *deferred.Promise[int]) aborts{
	"done":     func(p *deferred.Promise[int]) aborts { p.Done(func(int) {}); return nil },
	"fail":     func(p *deferred.Promise[int]) aborts { p.Fail(func(error) {}); return nil },
	"always":   func(p *deferred.Promise[int]) aborts { p.Always(func() {}); return nil },
	"progress": func(p *deferred.Promise[int]) aborts { p.Progress(func(any) {}); return nil },
	"done without a function": func(p *deferred.Promise[int]) aborts {
		p.Done().Done(nil)
		return nil
	},
	"state":   func(p *deferred.Promise[int]) aborts { p.State(); return nil },
	"then":    func(p *deferred.Promise[int]) aborts { return deferred.Then(p, same) },
	"catch":   func(p *deferred.Promise[int]) aborts { return p.Catch(func(err error) (int, error) { return 0, err }) },
	"finally": func(p *deferred.Promise[int]) aborts { return p.Finally(func() error { return nil }) },
	"a chain": func(p *deferred.Promise[int]) aborts { return deferred.Then(deferred.Then(p, same), same) },
	"done and then": func(p *deferred.Promise[int]) aborts {
		p.Done(func(int) {})
		return deferred.Then(p, same)
	},
	"a promise that follows": func(p *deferred.Promise[int]) aborts {
		follower := deferred.ThenPromise(deferred.Resolved(1), func(int) *deferred.Promise[int] { return p })
		synctest.Wait()
		return follower
	},
	"timeout":    func(p *deferred.Promise[int]) aborts { return deferred.Timeout(p, time.Minute) },
	"when":       func(p *deferred.Promise[int]) aborts { return deferred.When(p, deferred.New[int]().Promise()) },
	"all":        func(p *deferred.Promise[int]) aborts { return deferred.All(p, deferred.New[int]().Promise()) },
	"any":        func(p *deferred.Promise[int]) aborts { return deferred.Any(p, deferred.New[int]().Promise()) },
	"race":       func(p *deferred.Promise[int]) aborts { return deferred.Race(p, deferred.New[int]().Promise()) },
	"allSettled": func(p *deferred.Promise[int]) aborts { return deferred.AllSettled(p, deferred.New[int]().Promise()) },
	"a settled join": func(p *deferred.Promise[int]) aborts {
		deferred.All(deferred.Rejected[int](errTest), p).Fail(func(error) {})
		synctest.Wait()
		return nil
	},
}

// Who keeps work going that another branch gives up. The page is asked the same rows: see e2e/pages/deferred/abort.js.
func TestWhoWaitsForWork(t *testing.T) {
	file, err := os.ReadFile("../e2e/pages/deferred/waiting.json")
	require.NoError(t, err)
	var rows []struct {
		Name          string
		Waits, Leaves bool
	}
	require.NoError(t, json.Unmarshal(file, &rows))
	require.Len(t, rows, len(waitFor))
	for _, row := range rows {
		t.Run(row.Name, func(t *testing.T) {
			require.Contains(t, waitFor, row.Name)
			synctest.Test(t, func(t *testing.T) {
				var r record
				d := working(&r)
				waits := waitFor[row.Name](d.Promise())
				deferred.Then(d.Promise(), same).Abort(errTest)
				goesOn := len(r.take()) == 0
				assert.Equal(t, row.Waits, goesOn, "it waits")
				if waits != nil {
					waits.Abort(errTest)
				}
				assert.Equal(t, row.Leaves, goesOn && len(r.take()) == 1, "it can leave")
				d.Resolve(1)
				synctest.Wait()
			})
		})
	}
}

// The work of forgetting one of many that wait is measured by the bytes that it allocates: it was a copy of all others.
func TestForgettingOneOfManyTakesNoMoreWorkThanOneOfFew(t *testing.T) {
	for name, row := range map[string]struct {
		wait func(shared *deferred.Promise[int]) *deferred.Promise[int]
		end  func(waits *deferred.Promise[int])
	}{
		"Then, aborted": {func(shared *deferred.Promise[int]) *deferred.Promise[int] {
			return deferred.Then(shared, func(int) (int, error) { return 1, nil })
		}, func(p *deferred.Promise[int]) { p.Abort(nil) }},
		"Race, aborted": {func(shared *deferred.Promise[int]) *deferred.Promise[int] {
			return deferred.Race(shared, shared)
		}, func(p *deferred.Promise[int]) { p.Abort(nil) }},
	} {
		t.Run(name, func(t *testing.T) {
			bytesEach := func(n int) float64 {
				shared := deferred.New[int]().Promise()
				waits := make([]*deferred.Promise[int], n)
				for i := range waits {
					waits[i] = row.wait(shared)
				}
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				for _, p := range waits {
					row.end(p)
				}
				runtime.ReadMemStats(&after)
				return float64(after.TotalAlloc-before.TotalAlloc) / float64(n)
			}
			few, many := bytesEach(500), bytesEach(8000)
			assert.Less(t, many, 3*few, "bytes for each of 8,000, and of 500: %.0f", few)
		})
	}
}

// A stack of Go's in a page has 250 MB at most.
func TestALongChainIsAborted(t *testing.T) {
	old := debug.SetMaxStack(1 << 20)
	defer debug.SetMaxStack(old)
	d := deferred.New[int]()
	var stopped error
	d.OnAbort(func(reason error) { stopped = reason })
	p := d.Promise()
	for range 100_000 {
		p = deferred.Then(p, func(v int) (int, error) { return v, nil })
	}
	p.Abort(errTest)
	assert.Equal(t, errTest, stopped)
}
