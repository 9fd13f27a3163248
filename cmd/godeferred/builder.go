package main

import (
	"context"
	"time"
)

// A change is what a changed file asks for.
type change int

const (
	nothing  change = iota
	ofPage          // load the page again
	ofSource        // build the program again
)

// A builder builds after each change, and tells pages.
type builder struct {
	live    *live
	changes <-chan change
	build   func(context.Context) error
}

// run builds, and builds again after changes, until ctx ends and the build under way with it. A change during a build
// is followed by another one: nobody knows which of the two the compiler has read.
func (b *builder) run(ctx context.Context) {
	var (
		built  chan error       // of the build under way; nil if there is none
		calm   <-chan time.Time // when files have not changed for a while; nil if they have been calm
		wanted = ofSource       // what the changes since the last build ask for
		last   error            // how the last build ended
	)
	for {
		if built == nil && calm == nil {
			switch wanted {
			case ofSource:
				built = make(chan error, 1)
				go func() { built <- b.build(ctx) }()
			case ofPage:
				b.live.set(last, true)
			}
			wanted = nothing
		}
		select {
		case <-ctx.Done():
			if built != nil {
				<-built
			}
			return
		case change := <-b.changes:
			wanted = max(wanted, change)
			calm = time.After(quiet)
		case <-calm:
			calm = nil
		case last = <-built:
			built = nil
			if ctx.Err() == nil {
				b.live.set(last, last == nil)
			}
		}
	}
}
