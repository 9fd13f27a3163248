package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// TestFloorOfAwait prints what an await takes at least, which docs/BENCHMARKS.md quotes. It judges answers and no times:
//
//	go test -count=1 -v -run TestFloorOfAwait .
func TestFloorOfAwait(t *testing.T) {
	harness.RequireDist(t)
	tab := harness.NewTab(t)
	tab.Open(harness.Serve(t).URL + "/pages/deferred/await-floor.html")
	tab.WaitFor("window.measure")
	for _, result := range harness.Eval[[]string](tab, "measure()") {
		t.Log(result)
	}
	assert.Empty(t, tab.Errors())
}
