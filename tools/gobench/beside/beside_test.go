// Package beside measures what programs do with package deferred, and the same with channels, errgroup or callbacks by
// hand. Command gobench makes a table of it: each benchmark is named for the work, and then for who does it.
package beside

import (
	"context"
	"testing"

	"github.com/godeferred/godeferred/deferred"
	"golang.org/x/sync/errgroup"
)

var sum int

func add(value int) { sum += value }

func plusOne(value int) (int, error) { return value + 1, nil }

// pair runs the same work in both ways. A sum that is not that of the calls fails it: neither does less.
func pair(b *testing.B, name string, each int, byHand string, ours, theirs func(b *testing.B)) {
	for _, way := range []struct {
		name string
		once func(b *testing.B)
	}{{"deferred", ours}, {byHand, theirs}} {
		b.Run(name+"/"+way.name, func(b *testing.B) {
			b.ReportAllocs()
			calls := 0
			sum = 0
			for b.Loop() {
				way.once(b)
				calls++
			}
			if sum != calls*each {
				b.Fatalf("%d calls made %d, not %d each", calls, sum, each)
			}
		})
	}
}

func BenchmarkDone(b *testing.B) {
	for _, row := range []struct {
		name  string
		count int
	}{{"one", 1}, {"ten", 10}} {
		count := row.count
		pair(b, row.name, count, "callbacks", func(*testing.B) {
			d := deferred.New[int]()
			p := d.Promise()
			for range count {
				p.Done(add)
			}
			d.Resolve(1)
		}, func(*testing.B) {
			h := &handCallbacks{}
			for range count {
				h.done(add)
			}
			h.resolve(1)
		})
	}
}

func BenchmarkAwait(b *testing.B) {
	pair(b, "pending", 1, "channel", func(b *testing.B) {
		d := deferred.New[int]()
		go d.Resolve(1)
		value, err := d.Promise().Await(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		add(value)
	}, func(b *testing.B) {
		h := newHandFuture()
		go h.resolve(1)
		select {
		case <-h.settled:
			add(h.value)
		case <-b.Context().Done():
			b.Fatal(context.Cause(b.Context()))
		}
	})
	d, h := deferred.New[int](), newHandFuture()
	d.Resolve(1)
	h.resolve(1)
	settled := d.Promise()
	pair(b, "settled", 1, "channel", func(b *testing.B) {
		value, err := settled.Await(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		add(value)
	}, func(b *testing.B) {
		select {
		case <-h.settled:
			add(h.value)
		case <-b.Context().Done():
			b.Fatal(context.Cause(b.Context()))
		}
	})
}

// A step that waits for the one before it, by hand, is a goroutine between two channels.
func BenchmarkThen(b *testing.B) {
	for _, row := range []struct {
		name  string
		steps int
	}{{"one", 1}, {"hundred", 100}} {
		steps := row.steps
		pair(b, row.name, 1+steps, "channels", func(b *testing.B) {
			d := deferred.New[int]()
			p := d.Promise()
			for range steps {
				p = deferred.Then(p, plusOne)
			}
			d.Resolve(1)
			value, err := p.Await(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			add(value)
		}, func(b *testing.B) {
			first := make(chan int, 1)
			last := first
			for range steps {
				from, to := last, make(chan int, 1)
				go func() {
					value, _ := plusOne(<-from)
					to <- value
				}()
				last = to
			}
			first <- 1
			select {
			case value := <-last:
				add(value)
			case <-b.Context().Done():
				b.Fatal(context.Cause(b.Context()))
			}
		})
	}
}

// The work of an item is next to none, so that only its management is measured.
func BenchmarkMap(b *testing.B) {
	items := make([]int, 100)
	total := func(results []int) {
		for _, value := range results {
			add(value)
		}
	}
	pair(b, "hundred", len(items), "errgroup", func(b *testing.B) {
		results, err := deferred.Map(b.Context(), items, 8, func(_ context.Context, item int) (int, error) {
			return plusOne(item)
		}).Await(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		total(results)
	}, func(b *testing.B) {
		group, _ := errgroup.WithContext(b.Context())
		group.SetLimit(8)
		results := make([]int, len(items))
		for i, item := range items {
			group.Go(func() (err error) {
				results[i], err = plusOne(item)
				return err
			})
		}
		if err := group.Wait(); err != nil {
			b.Fatal(err)
		}
		total(results)
	})
}
