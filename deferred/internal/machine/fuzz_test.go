package machine

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// runBoth runs a program on the machine and on the model, and wants to see no difference. It
// answers what the model did.
func runBoth(t *testing.T, p program) (*run, *model) {
	oracle := &model{patience: patience}
	want := newRun(oracle)
	oracle.unhandled = func(d, v int) { want.write(event{what: 'u', d: d, v: v}) }
	oracle.relieved = func(d, v int) { want.write(event{what: 'r', d: d, v: v}) }
	require.NoError(t, want.program(p, true))

	tested := &faceRunner{face: newFace(t)}
	got := newRun(tested)
	got.atRest = tested.atRest
	tested.unhandled = func(d *holder) { got.write(event{what: 'u', d: d.id, v: d.value}) }
	tested.relieved = func(d *holder) { got.write(event{what: 'r', d: d.id, v: d.value}) }
	require.NoError(t, got.program(p, true))

	for i := range min(len(want.trace), len(got.trace)) {
		require.Equal(t, want.trace[i], got.trace[i], "event %d", i)
	}
	require.Len(t, got.trace, len(want.trace))
	return want, oracle
}

func FuzzMachineAgainstModel(f *testing.F) {
	for _, seed := range seeds {
		f.Add(encode(seed.program))
	}
	f.Fuzz(func(t *testing.T, in []byte) { runBoth(t, decode(in)) })
}

func TestMachineAgreesWithTheModelOnEverySeed(t *testing.T) {
	for _, seed := range seeds {
		t.Run(seed.name, func(t *testing.T) { runBoth(t, seed.program) })
	}
}

// mixed is what the fuzzer does, for every run of the tests: seeds one after the other, with
// changed bytes.
func mixed(rnd *rand.Rand) program {
	var in []byte
	for range rnd.IntN(4) + 1 {
		in = append(in, encode(seeds[rnd.IntN(len(seeds))].program)...)
	}
	for range rnd.IntN(12) {
		in[rnd.IntN(len(in))] = byte(rnd.Uint32())
	}
	return decode(in)
}

func TestMachineAgreesWithTheModelOnMixedSeeds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	seen := map[byte]int{}
	for range 4000 {
		did, _ := runBoth(t, mixed(rnd))
		for _, e := range did.trace {
			seen[e.what]++
		}
	}
	// Programs in which little happens would agree about nothing.
	for _, what := range "ctsur" {
		assert.Greater(t, seen[byte(what)], 100, "events %q", what)
	}
}

// A seed that the fuzzer would read as another program would test something else than its name.
func TestSeedsReadAsWritten(t *testing.T) {
	names := map[string]bool{}
	for _, seed := range seeds {
		assert.Equal(t, seed.program, decode(encode(seed.program)), seed.name)
		assert.False(t, names[seed.name], "two seeds of one name: %s", seed.name)
		names[seed.name] = true
	}
}
