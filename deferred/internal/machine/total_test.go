package machine

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Step is asked by the page, which may pass any numbers: it answers all of them.

var edges = []int32{
	math.MinInt32, math.MinInt32 + 1, math.MinInt32 | 1, -1 << 30, -1 << 16, -256, -129, -128, -127, -17, -16, -4, -3, -2, -1,
	0, 1, 2, 3, 4, 7, 8, 10, 11, 12, 13, 15, 16, 17, 31, 32, 63, 64, 126, 127, 128, 129, 130, 255, 256, 257,
	1<<16 - 1, 1 << 16, 1<<20 - 1, 1 << 20, 1 << 30, 1<<30 + 1, math.MaxInt32 - 1, math.MaxInt32,
}

// isState and isEvent say what state.go and event.go say, in numbers.
func isState(n int32) bool { return 0 <= n && n < 128 && n%4 != 3 }
func isEvent(n int32) bool { return 0 <= n && n < 12 }

// wrong answers what is wrong with what Step answers to two numbers.
func wrong(a, b int32) string {
	answer := Step(a, b)
	switch {
	case !isState(a) || !isEvent(b):
		if answer != Invalid {
			return "answered, though this is no state or no event"
		}
	case answer < 0:
		return "refused"
	case !isState(answer & StateMask):
		return "led to what is no state"
	case answer >= Relieve<<1:
		return "answered an action that does not exist"
	}
	return ""
}

func TestStepAnswersTheNumbersAtTheEdges(t *testing.T) {
	for _, a := range edges {
		for _, b := range edges {
			assert.Empty(t, wrong(a, b), "Step(%d, %d) = %d", a, b, Step(a, b))
		}
	}
}

func TestStepAnswersEveryNumberNearItsTable(t *testing.T) {
	for a := int32(-300); a < 300; a++ {
		for b := int32(-40); b < 40; b++ {
			assert.Empty(t, wrong(a, b), "Step(%d, %d) = %d", a, b, Step(a, b))
		}
	}
}

func TestStepAnswersAMillionRandomPairs(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 1_000_000 {
		a, b := int32(rnd.Uint32()), int32(rnd.Uint32())
		// A quarter each with a small state, a small event, both and neither: else nearly all are invalid.
		switch rnd.IntN(4) {
		case 0:
			a &= StateMask
		case 1:
			b &= Events - 1
		case 2:
			a, b = a&StateMask, b&(Events-1)
		}
		if why := wrong(a, b); why != "" {
			require.Empty(t, why, "Step(%d, %d) = %d", a, b, Step(a, b))
		}
	}
}

func FuzzStepNeverPanics(f *testing.F) {
	for i, a := range edges {
		f.Add(a, edges[len(edges)-1-i])
		f.Add(a&StateMask, int32(i)%Events)
	}
	f.Fuzz(func(t *testing.T, a, b int32) {
		require.Empty(t, wrong(a, b), "Step(%d, %d) = %d", a, b, Step(a, b))
		if a > 0 {
			require.Equal(t, a-1, Arrive(a))
		} else {
			require.EqualValues(t, Invalid, Arrive(a))
		}
	})
}

// The page keeps a row of Events answers for each state, at state*Events + event.
func TestARowOfThePagesTableHoldsAllEvents(t *testing.T) {
	assert.EqualValues(t, 128, StateMask+1)
	assert.LessOrEqual(t, len(eventNames), Events)
	for _, s := range states() {
		for e := Event(len(eventNames)); e < Events; e++ {
			assert.EqualValues(t, Invalid, Step(s, e), "the rest of a row is empty")
		}
	}
}
