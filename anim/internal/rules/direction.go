package rules

// Left is what a stopped show or hide has left, so that the next one can turn round: jQuery's fxshow.
type Left int

// What can be left.
const (
	NothingLeft Left = iota // none was stopped
	leftAlone               // one was, and it was not a toggle
	leftHiding              // a toggle that was to hide
	leftShowing             // a toggle that was to show
)

// A Wish is one property of an animation that has a word for its goal.
type Wish struct {
	Word string // "show", "hide" or "toggle"
	Kept bool   // a stopped show or hide of it has left what it measured
}

// Direct decides what the words of an animation mean for an element: which of them do something,
// whether they show it (or hide it), and whether one is a toggle, which the next has to know to turn
// round. (The first half of defaultPrefilter in jQuery's source.)
func Direct(d Display, left Left, wishes []Wish) (act []bool, show, toggle bool) {
	act = make([]bool, len(wishes))
	show = d.Hidden()
	some := false
	for i, w := range wishes {
		toggle = toggle || w.Word == "toggle"
		if show && w.Word == "hide" {
			continue // is so already
		}
		if !show && w.Word == "show" {
			if !w.Kept {
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
