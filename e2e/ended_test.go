package e2e_test

import (
	"net/http"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestTheRuntimeEnds(t *testing.T) {
	out := filepath.Join(harness.Root(), "e2e", "artifacts", "crashing")
	cmd := exec.Command("go", "run", "./dist", "-root", harness.Root(), "-out", out, "-tags", "stress", "-fast")
	cmd.Dir = filepath.Join(harness.Root(), "tools")
	output, err := cmd.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	slow := harness.With("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ended.js", slow, harness.AllowErrors())
	})
}
