package harness

import (
	"context"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// NodePrints runs a module's text in Node, in the project's folder, and answers what it prints. The
// module has to let Node end: a pending runtime does not keep it alive. Flags are Node's own.
func NodePrints(t testing.TB, module string, flags ...string) string {
	t.Helper()
	ctx, cancel := within(context.Background())
	defer cancel()
	node := exec.CommandContext(ctx, "node", append(flags, "--input-type=module", "--eval", module)...)
	node.Dir = Root()
	output, err := node.Output()
	require.NoErrorf(t, err, "node printed %q", output)
	return string(output)
}
