package machine

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A faceRunner runs programs on a face.
type faceRunner struct {
	*face
	all []*holder
}

func (r *faceRunner) create() int {
	d := r.face.create()
	d.id = len(r.all)
	r.all = append(r.all, d)
	return d.id
}

func (r *faceRunner) state(d int) int32 { return r.face.state(r.all[d]) }

func (r *faceRunner) add(d int, kind int32, fns []func(int)) { r.face.add(r.all[d], kind, fns...) }

func (r *faceRunner) settle(d int, outcome int32, v int) { r.face.settle(r.all[d], outcome, v) }

func (r *faceRunner) notify(d, v int) { r.face.notify(r.all[d], v) }

func (r *faceRunner) then(d int, h handlers) int {
	n := r.create()
	child := r.all[n]
	r.face.then(r.all[d], func(kind int32, v int) {
		switch res := h.call(kind, v); {
		case kind == Progress:
			r.face.notify(child, res.v)
		case res.adopt < 0:
			r.face.settle(child, res.outcome, res.v)
		case res.adopt == n: // Promises/A+ 2.3.1
			r.face.settle(child, Rejected, selfResolution)
		default:
			r.adopt(child, r.all[res.adopt])
		}
	})
	return n
}

func (r *faceRunner) join(ds []int) int {
	n := r.create()
	primary := r.all[n]
	if got := r.m.Expect(primary.slot, int32(len(ds))); got != int32(len(ds)) {
		r.t.Fatalf("Expect answered %d", got)
	}
	values := make([]int, len(ds))
	for i := len(ds) - 1; i >= 0; i-- {
		r.face.add(r.all[ds[i]], Done, func(v int) {
			values[i] = v
			if r.m.Arrive(primary.slot) == 0 {
				r.face.settle(primary, Resolved, mix(values))
			}
		})
		r.face.add(r.all[ds[i]], Fail, func(v int) { r.face.settle(primary, Rejected, v) })
	}
	return n
}

// atRest answers what is wrong between two outer steps, when no callback is running.
func (r *faceRunner) atRest() error {
	if err := check(r.m); err != nil {
		return err
	}
	if r.m.depth != 0 || int(r.m.queued) != len(r.queue) || r.m.scheduled != r.scheduled {
		return fmt.Errorf("depth %d, queued %d of %d, scheduled %v of %v",
			r.m.depth, r.m.queued, len(r.queue), r.m.scheduled, r.scheduled)
	}
	held := make(map[int32]int)
	for _, d := range r.all {
		pending := r.face.state(d) == Pending
		if pending != (d.slot >= firstBlock) || !pending && d.slot >= shared {
			return fmt.Errorf("deferred %d has slot %d, pending: %v", d.id, d.slot, pending)
		}
		if other, taken := held[d.slot]; pending && taken {
			return fmt.Errorf("deferreds %d and %d have the same slot %d", other, d.id, d.slot)
		}
		held[d.slot] = d.id
	}
	return nil
}

// compare runs a program on the machine and on the model, and wants to see no difference.
func compare(t *testing.T, p program) {
	oracle := &model{patience: patience}
	want := &run{runner: oracle, owned: map[int]bool{}, atRest: func() error { return nil }}
	oracle.unhandled = func(d int) { want.trace = append(want.trace, event{what: 'u', d: d}) }
	require.NoError(t, want.program(p, true))

	tested := &faceRunner{face: newFace(t)}
	got := &run{runner: tested, owned: map[int]bool{}, atRest: tested.atRest}
	tested.unhandled = func(d *holder) { got.trace = append(got.trace, event{what: 'u', d: d.id}) }
	require.NoError(t, got.program(p, true))

	for i := range min(len(want.trace), len(got.trace)) {
		require.Equal(t, want.trace[i], got.trace[i], "event %d", i)
	}
	require.Len(t, got.trace, len(want.trace))
}

func FuzzMachineAgainstModel(f *testing.F) {
	for _, seed := range seeds {
		f.Add(encode(seed.program))
	}
	f.Fuzz(func(t *testing.T, in []byte) { compare(t, decode(in)) })
}

func TestMachineAgreesWithTheModelOnEverySeed(t *testing.T) {
	for _, seed := range seeds {
		t.Run(seed.name, func(t *testing.T) { compare(t, seed.program) })
	}
}

// What the fuzzer does, for every run of the tests: seeds one after the other, with changed bytes.
func TestMachineAgreesWithTheModelOnMixedSeeds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 4000 {
		var in []byte
		for range rnd.IntN(4) + 1 {
			in = append(in, encode(seeds[rnd.IntN(len(seeds))].program)...)
		}
		for range rnd.IntN(12) {
			in[rnd.IntN(len(in))] = byte(rnd.Uint32())
		}
		compare(t, decode(in))
	}
}

// A seed that the fuzzer would read as another program would test something else than its name.
func TestSeedsReadAsWritten(t *testing.T) {
	for _, seed := range seeds {
		assert.Equal(t, seed.program, decode(encode(seed.program)), seed.name)
	}
}
