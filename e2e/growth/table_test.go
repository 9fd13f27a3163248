package growth

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/profiler"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

var (
	record  = flag.Bool("record", false, "write docs/GROWTH.md")
	topmost = flag.Int("largest", 10_000, "the largest n: to 100,000 it takes some minutes")
	only    = flag.String("rows", "", "only the rows whose name this regular expression finds")
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

// The largest exponent: work that grows as n log n has 1.08 between 1,000 and 100,000.
const largest = 1.1

// A row of the table, as e2e/pages/growth/growth.js lists it.
type row struct {
	Name string `json:"name"`
	Top  int    `json:"top"`
	Why  string `json:"why"`
}

// measured is how many steps a row took for each n.
type measured struct {
	row
	sizes    []int
	steps    []float64
	exponent float64
	took     time.Duration
}

// excused has the rows that may have a larger exponent, and the reason that COMPAT.md gives.
var excused = map[string]string{
	"fn.queue: functions of one": "a queue is a list that `queue()` returns, as in jQuery, and its first function is removed from it",
}

func TestStepsOfEachFunctionGrowNoFasterThanTheirNumber(t *testing.T) {
	harness.RequireDist(t)
	harness.RequireModules(t)
	tab := open(t)
	require.Empty(t, harness.Eval[[]string](tab, "growth.missing()"), "functions without a row in e2e/pages/growth")
	wanted := regexp.MustCompile(*only)
	var table []measured
	for _, row := range harness.Eval[[]row](tab, "growth.rows") {
		if !wanted.MatchString(row.Name) {
			continue
		}
		one := measure(tab, row)
		// V8 counts fewer blocks of code that it has optimized, so a row can seem to grow. One that does grows each time.
		for range 2 {
			if one.exponent > largest && excused[row.Name] == "" {
				one = measure(tab, row)
			}
		}
		t.Logf("%.2f %s %.0f %v", one.exponent, one.Name, one.steps, one.took.Round(time.Millisecond))
		assert.GreaterOrEqualf(t, one.steps[0], 0.5*float64(one.sizes[0]), "%s: these steps are too few to count its work", row.Name)
		if excused[row.Name] == "" {
			assert.LessOrEqualf(t, one.exponent, largest, "%s: %.0f steps for %v", row.Name, one.steps, one.sizes)
		}
		table = append(table, one)
	}
	assert.Empty(t, tab.Errors())
	if *record {
		path := filepath.Join(harness.Root(), "docs", "GROWTH.md")
		require.NoError(t, os.WriteFile(path, []byte(document(table)), 0o644))
	}
}

func open(t *testing.T) *harness.Tab {
	t.Helper()
	tab := harness.NewTab(t)
	yes := true
	do(tab, "enable the profiler", profiler.Enable, cdp.Empty{})
	do(tab, "count blocks", profiler.StartPreciseCoverage, profiler.StartPreciseCoverageParams{CallCount: &yes, Detailed: &yes})
	tab.Open(harness.Serve(t, answers()...).URL + "/pages/growth/growth.html")
	tab.WaitFor("window.growth")
	return tab
}

func measure(tab *harness.Tab, row row) measured {
	start := time.Now()
	one := measured{row: row, sizes: sizes(row.Top)}
	steps(tab, row.Name, one.sizes[1]) // makes what is made once, and optimizes what will be
	for _, n := range one.sizes {
		one.steps = append(one.steps, steps(tab, row.Name, n))
	}
	one.exponent = exponent(one.sizes, one.steps)
	one.took = time.Since(start)
	return one
}

// sizes are powers of ten up to the largest; for a row that stops early, they lie closer.
func sizes(top int) []int {
	top = min(top, *topmost)
	if top < 10_000 {
		return []int{top / 10, 3 * top / 10, top}
	}
	return []int{top / 100, top / 10, top}
}

// steps is how many blocks of the script ran, and how far lists were walked.
func steps(tab *harness.Tab, name string, n int) float64 {
	count := take(tab) * 0 // from 0 again
	count += harness.Eval[float64](tab, fmt.Sprintf("growth.run(%q, %d)", name, n))
	return count + take(tab)
}

func take(tab *harness.Tab) (count float64) {
	for _, script := range do(tab, "take the counts", profiler.TakePreciseCoverage, cdp.Empty{}).Result {
		if !strings.HasSuffix(script.URL, "/godeferred.mjs") {
			continue
		}
		for _, function := range script.Functions {
			for _, block := range function.Ranges {
				count += float64(block.Count)
			}
		}
	}
	return count
}

func do[P, R any](tab *harness.Tab, what string, command cdp.Command[P, R], params P) (result R) {
	tab.Do(what, chromedp.Func(func(ctx context.Context, target *chromedp.Target) (err error) {
		result, err = cdp.Call(ctx, target, command, params)
		return err
	}))
	return result
}

// exponent is b of the curve steps = a · n^b that fits best: the slope of a line through the logarithms.
func exponent(sizes []int, steps []float64) float64 {
	var x, y, xx, xy float64
	for i, n := range sizes {
		a, b := math.Log(float64(n)), math.Log(steps[i])
		x, y, xx, xy = x+a, y+b, xx+a*a, xy+a*b
	}
	k := float64(len(sizes))
	return (k*xy - x*y) / (k*xx - x*x)
}

func TestExponentOfASquareIsTwo(t *testing.T) {
	assert.InDelta(t, 2, exponent([]int{10, 100, 1000}, []float64{3e2, 3e4, 3e6}), 1e-9)
	assert.InDelta(t, 1, exponent([]int{10, 100, 1000}, []float64{70, 700, 7000}), 1e-9)
}
