package album

import (
	"strconv"
	"strings"
)

// A State is how far a picture has come.
type State int

const (
	Waiting State = iota // not in view yet, so not asked for
	Loading              // asked for
	Shown
	Failed  // there is none to be had
	Stopped // given up while it was loading
	states
)

var names = [states]string{"not asked for", "loading", "shown", "could not be loaded", "stopped"}

func (s State) String() string { return names[s] }

// A Tally says how many pictures of a set are in each state. The zero value has none.
type Tally [states]int

// Move takes a picture from one state to another.
func (t *Tally) Move(from, to State) {
	t[from]--
	t[to]++
}

// String is such as "3 shown, 2 loading, 7 not asked for": what there is, the furthest first.
func (t Tally) String() string {
	var parts []string
	for _, s := range []State{Shown, Failed, Stopped, Loading, Waiting} {
		if t[s] > 0 {
			parts = append(parts, strconv.Itoa(t[s])+" "+s.String())
		}
	}
	return strings.Join(parts, ", ")
}

// Left says what leaving a set has ended.
func Left(title string, stopped int) string {
	switch stopped {
	case 0:
		return title + ": nothing was loading any more."
	case 1:
		return title + ": 1 picture was still loading, and has been stopped."
	}
	return title + ": " + strconv.Itoa(stopped) + " pictures were still loading, and have been stopped."
}
