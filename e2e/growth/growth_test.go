// Package growth checks that the shipped files do not slow down with what they have done before, and keep nothing of it.
// It counts steps and bytes, so that a busy machine changes nothing. Steps are counted in Chromium; docs/GROWTH.md has them. The bytes of
// what is over are counted by a test of Node's, which runs alone as well:
//
//	node --expose-gc --test e2e/growth/growth.test.js
//
// The same holds for what devtools() records: devtools.test.js.
package growth

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestNothingIsKeptOfWhatIsOver(t *testing.T) { runTests(t, "growth.test.js") }

func TestTheRecorderHoldsAndLeavesNothing(t *testing.T) { runTests(t, "devtools.test.js") }

// runTests runs a file of tests in Node.
func runTests(t *testing.T, file string) {
	t.Helper()
	harness.RequireDist(t)
	node := exec.CommandContext(t.Context(), "node", "--expose-gc", "--test", "--test-reporter=tap", file)
	node.Dir = filepath.Join(harness.Root(), "e2e", "growth")
	output, err := node.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	require.Regexp(t, `(?m)^# pass (?:[2-9]|[1-9]\d)`, string(output), "Node passes a file in which it finds no test")
	t.Logf("%s", output)
}
