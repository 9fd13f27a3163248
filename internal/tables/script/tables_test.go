package script

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/tables"
)

func TestTheRulesAreWhatTheirTablesSay(t *testing.T) {
	require.NoError(t, check(tables.Make()))
}

// Each check must see a table that says something else.
func TestChecksSeeWrongTables(t *testing.T) {
	for name, row := range map[string]struct {
		check  func(*tables.Tables) error
		change func(*tables.Tables)
	}{
		"a resolved one is left":        {checkLeaves, func(t *tables.Tables) { t.Leaves[1*2] = 1 }},
		"a pending one is not":          {checkLeaves, func(t *tables.Tables) { t.Leaves[4*2] = 0 }},
		"one with others that wait":     {checkLeaves, func(t *tables.Tables) { t.Leaves[1] = 1 }},
		"two arrive at once":            {checkArrived, func(t *tables.Tables) { t.Arrived = -2 }},
		"a queue does something else":   {checkQueue, func(t *tables.Tables) { t.Queue[5] ^= 1 }},
		"a word does nothing":           {checkDirections, func(t *tables.Tables) { t.Directions[2] = 0 }},
		"a kept show is not on its way": {checkDirections, func(t *tables.Tables) { t.Directions[1] &^= 2 }},
		"a toggle is none":              {checkDirections, func(t *tables.Tables) { t.Directions[4] &^= 4 }},
		"a toggle does not turn round":  {checkDirections, func(t *tables.Tables) { t.Directions[16] = 0 }},
	} {
		t.Run(name, func(t *testing.T) {
			made := tables.Make()
			row.change(made)
			assert.Error(t, row.check(made))
		})
	}
}

func TestListsAreAllOfThem(t *testing.T) {
	assert.Equal(t, [][]int{{}, {0}, {1}, {0, 0}, {0, 1}, {1, 0}, {1, 1}}, lists(2, 2))
}

// decode is the loop of the generated module.
func decode(kinds []uint32, places string, events int) []uint32 {
	table := make([]uint32, tables.States*tables.Events)
	for i := range table {
		table[i] = invalid
	}
	i := 0
	for event := range events {
		for state := range tables.States {
			if state&3 < 3 {
				table[state*tables.Events+event] = uint32(state) ^ kinds[places[i]-firstPlace]
				i++
			}
		}
	}
	return table
}

func TestWhatIsEncodedIsDecoded(t *testing.T) {
	answers := tables.Make().Answers[:]
	events := eventsOf(answers)
	kinds, places, err := encode(answers, events)
	require.NoError(t, err)
	assert.Equal(t, answers, decode(kinds, places, events))
}

// The encoding leaves out what it takes for invalid, and so must not be wrong about that.
func TestEncodingRefusesWhatItWouldLose(t *testing.T) {
	for name, change := range map[string]func([]uint32){
		"a state that was invalid":    func(answers []uint32) { answers[3*tables.Events] = 0 },
		"an event that was invalid":   func(answers []uint32) { answers[15] = 0 },
		"a state that is invalid now": func(answers []uint32) { answers[4*tables.Events+2] = invalid },
		"too many kinds": func(answers []uint32) {
			for i := range uint32(60) {
				answers[2*i*tables.Events] = i << 8
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			made := tables.Make()
			events := eventsOf(made.Answers[:])
			change(made.Answers[:])
			_, _, err := encode(made.Answers[:], events)
			assert.Error(t, err)
		})
	}
}
