package tables_test

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred/bundle"
	"github.com/godeferred/godeferred/internal/tables"
)

func TestAnswersStandAtStateAndEvent(t *testing.T) {
	made := tables.Make()
	for state := range int32(tables.States) {
		for event := range int32(tables.Events) {
			assert.Equal(t, uint32(bundle.Step(state, event)), made.Answers[state*tables.Events+event], "%d, %d", state, event)
		}
	}
}

// The machine must have no state or event beyond the table.
func TestTheTableHoldsTheWholeMachine(t *testing.T) {
	assert.Equal(t, int32(-1), bundle.Step(tables.States, 0))
	assert.Equal(t, int32(-1), bundle.Step(0, tables.Events))
}

func TestOnlyAPendingOneThatNobodyWaitsForIsLeft(t *testing.T) {
	made := tables.Make()
	assert.EqualValues(t, 1, made.Leaves[0])
	assert.EqualValues(t, 0, made.Leaves[1], "another waits")
	assert.EqualValues(t, 0, made.Leaves[1*2], "it is resolved")
}

func TestHashIsFNV1a(t *testing.T) {
	made := tables.Make()
	h := fnv.New64a()
	number := func(n uint32) { h.Write(binary.LittleEndian.AppendUint32(nil, n)) }
	for _, answer := range made.Answers {
		number(answer)
	}
	for _, entry := range made.Leaves {
		number(uint32(entry))
	}
	number(uint32(made.Arrived))
	for _, entry := range append(append([]uint8{}, made.Queue[:]...), made.Directions[:]...) {
		number(uint32(entry))
	}
	for _, rule := range tables.Rules {
		for _, name := range slices.Concat([]string{rule.Name}, rule.Asks, rule.Answers) {
			number(uint32(len(name)))
			for i := range len(name) {
				number(uint32(name[i]))
			}
		}
	}
	assert.Equal(t, fmt.Sprintf("%016x", h.Sum64()), made.Hash())
}

func TestHashTellsTheNamesOfTheWireApart(t *testing.T) {
	before := tables.Make().Hash()
	own := tables.Rules
	defer func() { tables.Rules = own }()
	tables.Rules = slices.Clone(own)
	tables.Rules[0].Asks = append(slices.Clone(own[0].Asks), "another")
	assert.NotEqual(t, before, tables.Make().Hash())
}

func TestHashTellsEachTableApart(t *testing.T) {
	for name, change := range map[string]func(*tables.Tables){
		"answers":    func(t *tables.Tables) { t.Answers[len(t.Answers)-1] ^= 1 << 31 },
		"leaves":     func(t *tables.Tables) { t.Leaves[0] ^= 1 },
		"arrived":    func(t *tables.Tables) { t.Arrived-- },
		"queue":      func(t *tables.Tables) { t.Queue[3] ^= 1 },
		"directions": func(t *tables.Tables) { t.Directions[19] ^= 1 },
	} {
		other := tables.Make()
		change(other)
		assert.NotEqual(t, tables.Make().Hash(), other.Hash(), name)
	}
}
