package anim

import (
	"sync"

	"github.com/godeferred/godeferred/anim/internal/queue"
)

// line has functions run one after the other, by the rules of a queue that is "fx" (queue.Step): the
// first runs when it is added, each other one when the one before has called next. Goroutines may
// share it. The zero value is empty.
type line struct {
	mu      sync.Mutex
	running bool
	waiting []turn
	told    []func() // when it runs empty
}

// turn is a function that waits in a line. run gets next, of which only the first call counts;
// dropped is called in place of it where the turn never comes.
type turn struct {
	run     func(next func())
	dropped func()
}

func (l *line) add(t turn) {
	l.mu.Lock()
	l.waiting = append(l.waiting, t)
	l.mu.Unlock()
	l.step(queue.Added)
}

// step does what the rules say about an event. It calls functions of others without the lock: they
// may come back.
func (l *line) step(event int32) {
	l.mu.Lock()
	answer := queue.Step(l.state(), event)
	if answer&queue.Unmark != 0 {
		l.running = false
	}
	var run func(func())
	if answer&queue.Run != 0 {
		run = l.waiting[0].run
		l.waiting[0] = turn{} // the array must not keep it
		l.waiting = l.waiting[1:]
	}
	if answer&queue.Mark != 0 {
		l.running = true
	}
	var told []func()
	if answer&queue.Empty != 0 {
		told, l.told = l.told, nil
	}
	l.mu.Unlock()
	if run != nil {
		var once sync.Once
		run(func() { once.Do(func() { l.step(queue.Next) }) })
	}
	for _, tell := range told {
		tell()
	}
	if answer&queue.Advance != 0 {
		l.step(queue.Next)
	}
}

func (l *line) state() int32 {
	state := int32(queue.FX)
	if l.running {
		state |= queue.Running
	}
	if len(l.waiting) > 0 {
		state |= queue.More
	}
	return state
}

// clear drops all that wait; the one that runs continues.
func (l *line) clear() {
	l.mu.Lock()
	dropped := l.waiting
	l.waiting = nil
	l.mu.Unlock()
	for _, t := range dropped {
		t.dropped()
	}
}

// whenEmpty calls tell once nothing runs or waits any more, at once where that is so.
func (l *line) whenEmpty(tell func()) {
	l.mu.Lock()
	busy := l.running || len(l.waiting) > 0
	if busy {
		l.told = append(l.told, tell)
	}
	l.mu.Unlock()
	if !busy {
		tell()
	}
}
