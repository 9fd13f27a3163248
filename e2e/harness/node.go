package harness

import (
	"bytes"
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// RunNode runs a script of e2e/ in Node and turns each of the results that it prints, as JSON on its last line, into
// a subtest. It takes Node's own flags and the script's arguments in one list, as a command line has them.
func RunNode(t *testing.T, args ...string) {
	t.Helper()
	NodeReport(t, args...).Each(t)
}

// NodeReport is RunNode for tests of the tests: it answers the report and judges nothing in it.
func NodeReport(t *testing.T, args ...string) Report {
	t.Helper()
	RequireModules(t)
	ctx, cancel := within(context.Background())
	defer cancel()
	var stdout, stderr bytes.Buffer
	node := exec.CommandContext(ctx, "node", args...)
	node.Dir = filepath.Join(Root(), "e2e")
	node.Stdout, node.Stderr = &stdout, &stderr
	require.NoErrorf(t, node.Run(), "node %q\n%s", args, stderr.String())

	lines := bytes.Split(bytes.TrimSpace(stdout.Bytes()), []byte("\n"))
	var report Report
	require.NoErrorf(t, json.Unmarshal(lines[len(lines)-1], &report), "the last line of node %q is no report:\n%s\n%s",
		args, stdout.String(), stderr.String())
	return report
}
