package machine

import "testing"

// sink keeps the compiler from leaving out what nobody looks at.
var sink int32

// The page asks Step once for each state and event, and then reads: this is what Go's own face
// pays, which asks each time.
func BenchmarkStep(b *testing.B) {
	b.ReportAllocs()
	s := Pending
	for b.Loop() {
		s = Step(s, AddDone) & StateMask
		s = Step(s, Resolve) & StateMask
		s = Step(s, Fired) & StateMask
		s ^= Resolved // as good as new
	}
	if s != Pending {
		b.Fatal(stateName(s))
	}
}

func BenchmarkWholeTable(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for s := range StateMask + 1 {
			for e := range Event(Events) {
				sink += Step(s, e)
			}
		}
	}
}

func BenchmarkArrive(b *testing.B) {
	b.ReportAllocs()
	remaining := int32(1 << 30)
	for b.Loop() {
		if remaining = Arrive(remaining); remaining == 0 {
			remaining = 1 << 30
		}
	}
}

// For reference: a whole deferred of the tests' double, which is made to be read, not to be fast.
func BenchmarkDoubleCreateDoneResolve(b *testing.B) {
	f := newFace(b)
	ran := 0
	callback := func(int) { ran++ }
	b.ReportAllocs()
	for b.Loop() {
		d := f.create()
		f.add(d, AddDone, callback)
		f.settle(d, Resolved, 1)
	}
	if ran == 0 {
		b.Fatal("no callback ran")
	}
}

func BenchmarkDoubleThenResolveDrain(b *testing.B) {
	f := newFace(b)
	ran := 0
	b.ReportAllocs()
	for b.Loop() {
		f.patience = patience
		d := f.create()
		f.then(d, func(int32, int) { ran++ })
		f.settle(d, Resolved, 1)
		f.drain()
	}
	if ran == 0 {
		b.Fatal("no reaction ran")
	}
}
