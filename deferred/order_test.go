package deferred

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A part of what TestExportPrograms writes: every seed, and some short random programs. In a browser
// nothing can be run that would write them.
//
//go:embed testdata/programs.jsonl
var somePrograms []byte

// runPrograms wants of each plain program that exactly the same happens as in the model of jQuery.
// The others drain the queue inside of callbacks, which no queue of this package does.
func runPrograms(t *testing.T, from io.Reader) (programs int) {
	events := map[string]int{}
	lines := json.NewDecoder(bufio.NewReader(from))
	for lines.More() {
		var p exportedProgram
		require.NoError(t, lines.Decode(&p))
		if !p.Plain {
			continue
		}
		programs++
		r := newProgramRun()
		r.run(p.Program, true)
		for i := range min(len(p.Trace), len(r.trace)) {
			require.Equal(t, p.Trace[i], r.trace[i], "%s: event %d", p.Name, i)
		}
		require.Len(t, r.trace, len(p.Trace), p.Name)
		for _, e := range r.trace {
			events[e.what]++
		}
	}
	// Programs in which little happens would agree about nothing.
	for _, what := range []string{"c", "t", "s", "u", "r"} {
		assert.Greater(t, events[what], 5, "events %q", what)
	}
	t.Logf("%d programs, events %v", programs, events)
	return programs
}

func TestTheOrderOfCallbacksIsJQuerys(t *testing.T) {
	assert.Greater(t, runPrograms(t, bytes.NewReader(somePrograms)), 100)
}

// The same for all of them, as the machine's tests are now.
func TestTheOrderOfCallbacksIsTheMachines(t *testing.T) {
	if runtime.GOOS == "js" || testing.Short() {
		t.Skip("needs go test, and seconds")
	}
	file := os.Getenv("ORACLE_PROGRAMS")
	if file == "" {
		file = filepath.Join(t.TempDir(), "programs.jsonl")
		out, err := exec.CommandContext(t.Context(), "go", "test", "./internal/machine", "-run", "^TestExportPrograms$", "-programs", file).CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	in, err := os.Open(file)
	require.NoError(t, err)
	defer in.Close()
	assert.Greater(t, runPrograms(t, in), 3000)
}
