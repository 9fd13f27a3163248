package queue

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestQueues(t *testing.T) {
	for name, c := range map[string]struct{ state, event, want int32 }{
		"the first of fx runs by itself":           {FX | More, Added, Advance},
		"one added to fx waits":                    {FX | Running | More, Added, 0},
		"fx that was emptied while nothing runs":   {FX, Added, Advance},
		"others wait to be told":                   {More, Added, 0},
		"the next of fx":                           {FX | Running | More, Next, Unmark | Mark | Run},
		"the first of fx":                          {FX | More, Next, Mark | Run},
		"the last of fx has ended":                 {FX | Running, Next, Unmark | Empty},
		"the next of another":                      {More, Next, Run},
		"another is empty":                         {0, Next, Empty},
		"a stop lets the next run":                 {FX | Running | More, Stopped, Advance},
		"a jump to the end has seen to that":       {FX | Running | More, Ended, 0},
		"what nobody knows":                        {7, 99, 0},
		"states beyond the known ones do not harm": {math.MaxInt32, Next, Unmark | Mark | Run},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, Step(c.state, c.event)) })
	}
}

// The model: a list of functions, as jQuery keeps it, with a mark in front of what runs.
func TestQueueStepIsAListOfFunctions(t *testing.T) {
	for _, fx := range []int32{0, FX} {
		for waiting := range 4 {
			var ran, emptied int
			left, running := waiting, false
			for range waiting + 1 {
				state := fx
				if running {
					state |= Running
				}
				if left > 0 {
					state |= More
				}
				answer := Step(state, Next)
				if answer&Unmark != 0 {
					assert.True(t, running)
					running = false
				}
				if answer&Run != 0 {
					left--
					ran++
					running = answer&Mark != 0
				}
				if answer&Empty != 0 {
					emptied++
				}
			}
			assert.Equal(t, waiting, ran)
			assert.Equal(t, 1, emptied)
			assert.False(t, running)
		}
	}
}

func TestQueueStepAnswersEveryInteger(t *testing.T) {
	for _, state := range []int32{math.MinInt32, -1, 0, 7, 8, math.MaxInt32} {
		for _, event := range []int32{math.MinInt32, -1, 0, 1, 2, 3, 4, math.MaxInt32} {
			assert.NotPanics(t, func() { assert.GreaterOrEqual(t, Step(state, event), int32(0)) })
		}
	}
}
