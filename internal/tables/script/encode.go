package script

import (
	"fmt"
	"slices"
	"strings"

	"github.com/godeferred/godeferred/internal/tables"
)

const (
	// invalid is the answer to an invalid state or event.
	invalid = 1<<32 - 1
	// firstPlace stands for kind 0. From here up to the backslash no character needs escaping.
	firstPlace, endOfPlaces = '0', '\\'
)

// encode writes the machine's answers as kinds and places. A kind is what an answer differs by from
// its state, of which there are few; places has a character for each event and state, the states of an
// event together, since whole rows of them are of one kind. Numbers that are not states or not events are
// left out. Brotli makes 0.2 kB of it; runs written as counts were not smaller.
func encode(answers []uint32, events int) (kinds []uint32, places string, err error) {
	var text strings.Builder
	for event := range tables.Events {
		for state := range tables.States {
			answer := answers[state*tables.Events+event]
			if state&3 == 3 || event >= events {
				if answer != invalid {
					return nil, "", fmt.Errorf("state %d, event %d has the answer %d, but is thought to be invalid", state, event, answer)
				}
				continue
			}
			if answer == invalid {
				return nil, "", fmt.Errorf("state %d, event %d is invalid, but is thought to have an answer", state, event)
			}
			kind := answer ^ uint32(state)
			at := slices.Index(kinds, kind)
			if at < 0 {
				at = len(kinds)
				kinds = append(kinds, kind)
			}
			if firstPlace+at >= endOfPlaces {
				return nil, "", fmt.Errorf("more than %d kinds of answer: think of another encoding", at)
			}
			text.WriteByte(byte(firstPlace + at))
		}
	}
	return kinds, text.String(), nil
}

// eventsOf counts the events that are in use.
func eventsOf(answers []uint32) int {
	for event := range tables.Events {
		if answers[event] == invalid {
			return event
		}
	}
	return tables.Events
}
