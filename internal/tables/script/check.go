package script

import (
	"fmt"
	"slices"

	animbundle "github.com/godeferred/godeferred/anim/bundle"
	"github.com/godeferred/godeferred/deferred/bundle"
	"github.com/godeferred/godeferred/internal/tables"
)

// A table leaves things out: how many others wait, how many are out, what stands before a word. Each
// check fails where the rule depends on what its table leaves out; the table would then answer for the
// rule what the rule does not say.

func check(t *tables.Tables) error {
	for _, one := range []func(*tables.Tables) error{checkLeaves, checkArrived, checkQueue, checkDirections} {
		if err := one(t); err != nil {
			return err
		}
	}
	return nil
}

// checkLeaves: of those that wait, only whether there are any counts.
func checkLeaves(t *tables.Tables) error {
	for state := range int32(tables.States) {
		for waiting := range int32(65) {
			want := int32(t.Leaves[state*2+min(waiting, 1)])
			if got := bundle.Leave(state, waiting); got != want && !(got == -1 && want == 0) {
				return fmt.Errorf("Leave(%d, %d) is %d, but the table has %d", state, waiting, got, want)
			}
		}
	}
	return nil
}

// checkArrived: each arrival counts the same, and the last one ends at 0.
func checkArrived(t *tables.Tables) error {
	for out := int32(1); out <= 4096; out++ {
		if got := bundle.Arrive(out); got != out+t.Arrived {
			return fmt.Errorf("Arrive(%d) is %d, but the table has %d", out, got, out+t.Arrived)
		}
	}
	if bundle.Arrive(1) != 0 {
		return fmt.Errorf("Arrive(1) is %d: the last arrival does not end at 0", bundle.Arrive(1))
	}
	return nil
}

// checkQueue: answers fit into bytes.
func checkQueue(t *tables.Tables) error {
	for i, entry := range t.Queue {
		state, event := int32(i/tables.QueueEvents), int32(i%tables.QueueEvents)
		if got := animbundle.QueueStep(state, event); got != int32(entry) {
			return fmt.Errorf("QueueStep(%d, %d) is %d, but the table has %d", state, event, got, entry)
		}
	}
	return nil
}

// checkDirections: what a word means depends on those before it by whether the element shows after
// them, and by nothing else. All lists of up to three wishes are tried, which is each wish behind each
// pair.
func checkDirections(t *tables.Tables) error {
	for _, wishes := range lists(animbundle.Words*2, 3) {
		for left := range animbundle.Lefts {
			for _, hidden := range []bool{false, true} {
				act, show, toggle := animbundle.Direct(hidden, left, wishes)
				act2, show2, toggle2 := composed(t, hidden, left, wishes)
				if !slices.Equal(act, act2) || show != show2 || toggle != toggle2 {
					return fmt.Errorf("for hidden %v, left %d, wishes %v, Direct answers %v %v %v, but the table %v %v %v",
						hidden, left, wishes, act, show, toggle, act2, show2, toggle2)
				}
			}
		}
	}
	return nil
}

// composed reads the table as the page does: see module.go.
func composed(t *tables.Tables, hidden bool, left int, wishes []int) (act []bool, show, toggle bool) {
	act = make([]bool, len(wishes))
	showing := 0
	if hidden {
		showing = 1 // what is hidden is to be shown, unless words say otherwise
	}
	for i, wish := range wishes {
		answer := int(t.Directions[showing*animbundle.Words*2+wish])
		act[i] = answer&animbundle.Does != 0
		showing = answer & animbundle.Shows / animbundle.Shows
		toggle = toggle || answer&animbundle.Toggles != 0
	}
	if slices.Contains(act, true) {
		showing = int(t.Directions[animbundle.DirectionEnds+left*2+showing]) / animbundle.Shows
	}
	return act, showing == 1, toggle
}

// lists are all lists of up to length numbers below n.
func lists(n, length int) [][]int {
	all := [][]int{{}}
	for from := 0; length > 0; length-- {
		end := len(all)
		for _, list := range all[from:end] {
			for i := range n {
				all = append(all, append(slices.Clone(list), i))
			}
		}
		from = end
	}
	return all
}
