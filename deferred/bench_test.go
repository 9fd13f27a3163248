package deferred_test

import (
	"testing"

	"github.com/godeferred/godeferred/deferred"
)

func BenchmarkResolve(b *testing.B) {
	b.Run("create and resolve", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			deferred.New[int]().Resolve(1)
		}
	})
	b.Run("with a callback", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d := deferred.New[int]()
			d.Promise().Done(func(int) {})
			d.Resolve(1)
		}
	})
	b.Run("with Await", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d := deferred.New[int]()
			go d.Resolve(1)
			_, _ = d.Promise().Await(b.Context())
		}
	})
	b.Run("a channel in its place", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			c := make(chan int, 1)
			go func() { c <- 1 }()
			<-c
		}
	})
}

// One operation is a chain of 1,000.
func BenchmarkThenThousand(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		d := deferred.New[int]()
		p := d.Promise()
		for range 1000 {
			p = deferred.Then(p, same)
		}
		d.Resolve(1)
		_, _ = p.Await(b.Context())
	}
}
