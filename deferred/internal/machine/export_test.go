package machine

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// The programs go to jQuery itself and to the shipped files by way of a file: see e2e/oracle.
var programsFile = flag.String("programs", "", "the `file` that TestExportPrograms writes programs and traces to")

// How many programs are written besides the seeds; half of them are plain.
const exported = 8000

// A line of that file.
type exportedProgram struct {
	Name string `json:"name"`
	// Plain programs drain the queue at their outermost level only and end with that, their queue
	// comes to its end, and no deferreds wait for each other in a ring: so they also run where the
	// queue is a microtask, and where a ring is refused.
	Plain bool `json:"plain"`
	// Whole programs ran to their end; the others ran out of steps.
	Whole   bool    `json:"whole"`
	Program program `json:"program"`
	Trace   []event `json:"trace"`
}

func (s step) MarshalJSON() ([]byte, error) {
	body := s.body
	if body == nil {
		body = program{}
	}
	return json.Marshal([]any{s.verb, s.d, s.arg, body})
}

func (e event) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{string(rune(e.what)), e.name, e.d, e.v, e.state})
}

// plain answers the program without the drains inside its callbacks, and with one at its end.
func plain(p program) program { return append(withoutDrains(p, true), drain()) }

func withoutDrains(p program, outermost bool) (kept program) {
	for _, s := range p {
		if s.verb != vDrain || outermost {
			s.body = withoutDrains(s.body, false)
			kept = append(kept, s)
		}
	}
	return kept
}

func TestExportPrograms(t *testing.T) {
	if *programsFile == "" {
		t.Skip("writes only where -programs FILE says")
	}
	file, err := os.Create(*programsFile)
	require.NoError(t, err)
	out := bufio.NewWriter(file)
	lines := json.NewEncoder(out)
	write := func(name string, p program, isPlain bool) {
		did, oracle := runBoth(t, p)
		isPlain = isPlain && oracle.patience > 0 && !oracle.ring
		require.NoError(t, lines.Encode(exportedProgram{name, isPlain, did.steps <= maxSteps && len(did.trace) <= maxTrace, p, did.trace}))
	}
	for _, seed := range seeds {
		write(seed.name, seed.program, false)
		write(seed.name+", plain", plain(seed.program), true)
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	for i := range exported / 2 {
		write(fmt.Sprintf("random %d", i), mixed(rnd), false)
		write(fmt.Sprintf("random %d, plain", i), plain(mixed(rnd)), true)
	}
	require.NoError(t, out.Flush())
	require.NoError(t, file.Close())
}
