// Package oracle compares the rules of the machine with jQuery itself and with the shipped files: thousands of random
// programs, all that can be seen of them. The tests are Node's, and run alone as well:
//
//	node --test e2e/oracle/jquery.test.js e2e/oracle/dist.test.js
//
// Each has the machine's own tests write the programs, with what the Go model did (TestExportPrograms); set
// ORACLE_PROGRAMS to a file that is written already.
package oracle

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestTheModelIsJQuery(t *testing.T) { runNodeTest(t, "jquery.test.js") }

func TestTheShippedFilesAreTheModel(t *testing.T) {
	harness.RequireDist(t)
	runNodeTest(t, "dist.test.js")
}

var passed = regexp.MustCompile(`(?m)^# pass 1$`)

func runNodeTest(t *testing.T, script string) {
	t.Helper()
	harness.RequireModules(t)
	node := exec.CommandContext(t.Context(), "node", "--test", "--test-reporter=tap", script)
	node.Dir = filepath.Join(harness.Root(), "e2e", "oracle")
	output, err := node.CombinedOutput()
	require.NoErrorf(t, err, "node --test %s\n%s", script, output)
	// Node passes a file in which it finds no test.
	assert.Regexp(t, passed, string(output))
	t.Logf("%s", output)
}
