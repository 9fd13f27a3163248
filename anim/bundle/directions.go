package bundle

import "github.com/godeferred/godeferred/anim/internal/rules"

// What the words of an animation mean, as numbers for the page: see Directions.
const (
	// Words is how many words there are.
	Words = 3
	// Lefts is how many kinds of what a stopped show or hide has left there are.
	Lefts = 4
	// DirectionEnds is where the second half of Directions begins.
	DirectionEnds = 2 * Words * 2

	// Bits of an entry.
	Does, Shows, Toggles = 1, 2, 4
)

// WordList is the words by their numbers.
var WordList = [Words]string{"show", "hide", "toggle"}

// Directions is rules.Direct as a table. It goes through the wishes one by one and knows only whether
// the element shows by now: so the first half has an entry for each wish, at (showing*3+word)*2+kept,
// which says whether it does something and whether the element shows after it. What was left counts
// once, at the end, if any wish does something: an entry of the second half, at DirectionEnds+left*2+showing.
func Directions() (table [DirectionEnds + Lefts*2]uint8) {
	for i := range DirectionEnds {
		act, show, toggle := Direct(i >= DirectionEnds/2, 0, []int{i % (DirectionEnds / 2)})
		table[i] = flag(act[0], Does) | flag(show, Shows) | flag(toggle, Toggles)
	}
	const toggle = 2 * 2 // does something wherever it is
	for i := range Lefts * 2 {
		_, show, _ := Direct(i%2 == 1, i/2, []int{toggle})
		table[DirectionEnds+i] = flag(show, Shows)
	}
	return table
}

// Direct is rules.Direct in numbers: a wish is its word's number twice, and 1 more if it is kept.
func Direct(hidden bool, left int, wishes []int) (act []bool, show, toggle bool) {
	display := rules.Display{}
	if hidden {
		display.Inline = rules.None
	}
	list := make([]rules.Wish, len(wishes))
	for i, w := range wishes {
		list[i] = rules.Wish{Word: WordList[w/2], Kept: w%2 == 1}
	}
	return rules.Direct(display, rules.Left(left), list)
}

func flag(is bool, bit uint8) uint8 {
	if is {
		return bit
	}
	return 0
}
