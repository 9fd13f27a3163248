package anim

// shown is what a stopped show or hide has left, so that the next one can turn round: jQuery's fxshow.
type shown int

const (
	nothingLeft shown = iota // none was stopped
	leftAlone                // one was, which was no toggle
	leftHiding               // a toggle that was to hide
	leftShowing              // a toggle that was to show
)

// wish is one property of an animation that has a word for its goal.
type wish struct {
	word string // "show", "hide" or "toggle"
	kept bool   // a stopped show or hide of it has left what it measured
}

// direct decides what the words of an animation mean for an element: which of them do something,
// whether they show it (or hide it), and whether one is a toggle, which the next has to know to turn
// round. (The first half of defaultPrefilter in jQuery's source.)
func direct(d display, left shown, wishes []wish) (act []bool, show, toggle bool) {
	act = make([]bool, len(wishes))
	show = d.hidden()
	some := false
	for i, w := range wishes {
		toggle = toggle || w.word == "toggle"
		if show && w.word == "hide" {
			continue // is so already
		}
		if !show && w.word == "show" {
			if !w.kept {
				continue
			}
			show = true // it is on its way: go on from there
		}
		act[i], some = true, true
	}
	if some {
		switch left {
		case leftHiding:
			show = true
		case leftShowing:
			show = false
		}
	}
	return act, show, toggle
}
