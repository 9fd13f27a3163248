//go:build js && wasm && stress

package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred/bundle"
	"github.com/godeferred/godeferred/internal/page"
)

// The stress build (-tags stress) adds two functions: what the leaf exports promise has to hold
// while the rest of the program does its worst. e2e/stress drives it. And a request of "/crash#" ends
// the program, as a fault in the Go runtime would.
func init() {
	calls["stress"] = callStress
	calls["again"] = callAgain
	ask := calls["ask"]
	calls["ask"] = func(this safejs.Value, args []safejs.Value) (any, error) {
		if question, err := args[1].String(); err == nil && strings.HasSuffix(question, "\n/crash#") {
			go panic("a crash that a test asked for")
		}
		return ask(this, args)
	}
}

// callStress is (probe, goroutines, rounds, finished): each goroutine calls probe, which calls the
// exports, from the bottom of a stack of another depth each time, while others allocate, grow and
// shrink their stacks and collections are forced. Then finished(calls, wrong) is called: what the
// goroutines themselves saw of the machine meanwhile.
func callStress(_ safejs.Value, args []safejs.Value) (any, error) {
	goroutines, err := args[1].Int()
	if err != nil {
		return nil, err
	}
	rounds, err := args[2].Int()
	if err != nil {
		return nil, err
	}
	var left, probes, wrong atomic.Int64
	left.Store(int64(goroutines))
	for id := range goroutines {
		page.Go(func() error {
			for round := range rounds {
				depth := (id*31 + round*17) % 400
				if err := dive(depth, args[0], id+round); err != nil {
					return err
				}
				probes.Add(1)
				if answer := bundle.Step(int32(id%128), int32(round%16)); answer != bundle.Step(int32(id%128), int32(round%16)) {
					wrong.Add(1)
				}
				if (id+round)%97 == 0 {
					runtime.GC()
				}
				runtime.Gosched()
			}
			if left.Add(-1) == 0 {
				_, err := args[3].Invoke(probes.Load(), wrong.Load())
				return err
			}
			return nil
		})
	}
	return nil, nil
}

// dive calls probe from so many frames down, each of which holds something to be scanned and moved.
func dive(depth int, probe safejs.Value, seed int) error {
	var ballast [16]int
	for i := range ballast {
		ballast[i] = seed ^ i
	}
	garbage := make([]byte, 64+seed%512)
	garbage[0] = byte(depth)
	if depth == 0 {
		_, err := probe.Invoke(seed)
		return err
	}
	err := dive(depth-1, probe, seed)
	for i := range ballast {
		if ballast[i] != seed^i {
			return fmt.Errorf("a stack was overwritten at depth %d", depth)
		}
	}
	if garbage[0] != byte(depth) {
		return fmt.Errorf("the heap was overwritten at depth %d", depth)
	}
	return err
}

// callAgain is (probe, depth): Go under a page function under Go, and so on.
func callAgain(_ safejs.Value, args []safejs.Value) (any, error) {
	depth, err := args[1].Int()
	if err != nil {
		return nil, err
	}
	return nil, dive(depth%100, args[0], depth)
}
