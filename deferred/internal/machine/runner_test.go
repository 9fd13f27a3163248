package machine

import "fmt"

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

func (r *faceRunner) state(d int) State { return r.face.state(r.all[d]) }

func (r *faceRunner) add(d int, e Event, fns []func(int)) { r.face.add(r.all[d], e, fns...) }

func (r *faceRunner) settle(d int, outcome State, v int) { r.face.settle(r.all[d], outcome, v) }

func (r *faceRunner) notify(d, v int) { r.face.notify(r.all[d], v) }

func (r *faceRunner) then(d int, h handlers) int {
	n := r.create()
	child := r.all[n]
	r.face.then(r.all[d], func(kind int32, v int) {
		switch res := h.call(kind, v); {
		case kind == progress:
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
	remaining := int32(len(ds))
	values := make([]int, len(ds))
	for i := len(ds) - 1; i >= 0; i-- {
		r.face.add(r.all[ds[i]], AddDone, func(v int) {
			values[i] = v
			if remaining = Arrive(remaining); remaining == 0 {
				r.face.settle(primary, Resolved, mix(values))
			} else if remaining == Invalid {
				r.t.Fatalf("join %d: more arrived than were out", n)
			}
		})
		r.face.add(r.all[ds[i]], AddFail, func(v int) { r.face.settle(primary, Rejected, v) })
	}
	return n
}

// atRest answers what is wrong between two outer steps, when no callback is running.
func (r *faceRunner) atRest() error {
	for _, d := range r.all {
		settled := r.face.state(d) != Pending
		switch {
		case !reached[d.state]:
			return fmt.Errorf("deferred %d is in a state that cannot be: %s", d.id, stateName(d.state))
		case d.state&(Firing|Notifying) != 0:
			return fmt.Errorf("deferred %d is in a pass and at rest: %s", d.id, stateName(d.state))
		case settled && len(d.done)+len(d.fail)+len(d.thens) != 0:
			return fmt.Errorf("deferred %d is settled and keeps callbacks or reactions", d.id)
		case len(d.later) != 0:
			return fmt.Errorf("deferred %d keeps notifications for nothing", d.id)
		}
	}
	return nil
}
