package anim

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestQueues(t *testing.T) {
	for name, c := range map[string]struct{ state, event, want int32 }{
		"the first of fx runs by itself":           {QueueFX | QueueMore, QueueAdded, QueueAdvance},
		"one added to fx waits":                    {QueueFX | QueueRunning | QueueMore, QueueAdded, 0},
		"fx that was emptied while nothing runs":   {QueueFX, QueueAdded, QueueAdvance},
		"others wait to be told":                   {QueueMore, QueueAdded, 0},
		"the next of fx":                           {QueueFX | QueueRunning | QueueMore, QueueNext, QueueUnmark | QueueMark | QueueRun},
		"the first of fx":                          {QueueFX | QueueMore, QueueNext, QueueMark | QueueRun},
		"the last of fx has ended":                 {QueueFX | QueueRunning, QueueNext, QueueUnmark | QueueEmpty},
		"the next of another":                      {QueueMore, QueueNext, QueueRun},
		"another is empty":                         {0, QueueNext, QueueEmpty},
		"a stop lets the next run":                 {QueueFX | QueueRunning | QueueMore, QueueStopped, QueueAdvance},
		"a jump to the end has seen to that":       {QueueFX | QueueRunning | QueueMore, QueueEnded, 0},
		"what nobody knows":                        {7, 99, 0},
		"states beyond the known ones do not harm": {math.MaxInt32, QueueNext, QueueUnmark | QueueMark | QueueRun},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, QueueStep(c.state, c.event)) })
	}
}

// The model: a list of functions, as jQuery keeps it, with a mark in front of what runs.
func TestQueueStepIsAListOfFunctions(t *testing.T) {
	for _, fx := range []int32{0, QueueFX} {
		for waiting := range 4 {
			var ran, emptied int
			left, running := waiting, false
			for range waiting + 1 {
				state := fx
				if running {
					state |= QueueRunning
				}
				if left > 0 {
					state |= QueueMore
				}
				answer := QueueStep(state, QueueNext)
				if answer&QueueUnmark != 0 {
					assert.True(t, running)
					running = false
				}
				if answer&QueueRun != 0 {
					left--
					ran++
					running = answer&QueueMark != 0
				}
				if answer&QueueEmpty != 0 {
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
			assert.NotPanics(t, func() { assert.GreaterOrEqual(t, QueueStep(state, event), int32(0)) })
		}
	}
}
