// Command classes exports types, some of them from a package of its own.
package main

import (
	"context"
	"errors"
	"runtime"
	"unsafe"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/internal/generate/testdata/classes/index"
	"github.com/godeferred/godeferred/page"
)

// A Counter counts.
//
//godeferred:export
type Counter struct {
	n    int
	Left *Counter // not of the page's: an instance has no fields
}

// NewCounter begins at a number, which must not be negative.
func NewCounter(ctx context.Context, from int) (*Counter, error) {
	deferred.Notify(ctx, "making")
	if from < 0 {
		return nil, errors.New("from is negative")
	}
	return &Counter{n: from}, nil
}

// Add counts on.
func (c *Counter) Add(by ...int) int {
	for _, n := range by {
		c.n += n
	}
	return c.n
}

// Value is where it is.
func (c Counter) Value() int { return c.n }

// Wait waits for the end of the call.
func (c *Counter) Wait(ctx context.Context) error {
	<-ctx.Done()
	return ctx.Err()
}

// Same is the counter itself.
func (c *Counter) Same() *Counter { return c }

// Less tells which one is less; a missing one is none.
func (c *Counter) Less(other *Counter) *Counter {
	if other != nil && other.n < c.n {
		return other
	}
	return nil
}

// Each counts up.
func (c *Counter) Each(n int) <-chan int {
	values := make(chan int)
	go func() {
		defer close(values)
		for i := range n {
			values <- c.n + i
		}
	}()
	return values
}

// Name is known by another name in the page.
//
//godeferred:export label
func (c *Counter) Name() string { return "counter" }

// Secret is left out.
//
//godeferred:export -
func (c *Counter) Secret(func(chan int) chan int) {}

func (c *Counter) hidden() {}

var freed int

// Free is called by the page's free.
func (c *Counter) Free() { freed++ }

// Freed is how many counters were let go of.
//
//godeferred:export
func Freed() int { runtime.GC(); return freed }

// A Pair holds counters in a struct.
type Pair struct {
	Left  *Counter            `json:"left"`
	Right *Counter            `json:"right,omitempty"`
	All   []*Counter          `json:"all"`
	Named map[string]*Counter `json:"named"`
}

//godeferred:export
func Pairs(p Pair) Pair { return p }

var shared = &Counter{n: 100}

//godeferred:export
func Shared() *Counter { return shared }

//godeferred:export
func Nothing(fail bool) (*Counter, error) {
	if fail {
		return nil, errors.New("there is none")
	}
	return nil, nil
}

// Sum calls back with each.
//
//godeferred:export
func Sum(counters []*Counter, each func(*Counter) *Counter) int {
	sum := 0
	for _, c := range counters {
		sum += each(c).n
	}
	return sum
}

// An Empty type has neither a constructor nor methods.
//
//godeferred:export Void
type Empty struct{}

//godeferred:export
func MakeEmpty() *Empty { return &Empty{} }

//godeferred:export
func TakeEmpty(e *Empty) bool { return e != nil }

//godeferred:export
func Search(i *index.Index, text string) []string { return i.Find(text) }

// A Letter has a short string and a long one.
type Letter struct {
	From string `json:"from"`
	Text string `json:"text"`
}

// HoldsText tells whether what keeps From keeps the bytes of Text, too.
//
//godeferred:export
func HoldsText(l Letter) bool {
	between := uintptr(unsafe.Pointer(unsafe.StringData(l.Text))) - uintptr(unsafe.Pointer(unsafe.StringData(l.From)))
	return between < uintptr(len(l.From)+len(l.Text))
}

// A Symbol has the name of what TypeScript's types need.
//
//godeferred:export
type Symbol struct{}

// New makes another one.
func (s *Symbol) New() *Symbol { return &Symbol{} }

//godeferred:export
func New() *Symbol { return &Symbol{} }

//godeferred:export delete
func Delete() string { return "deleted" }

func main() {
	(*Counter).hidden(shared)
	page.Run()
}
