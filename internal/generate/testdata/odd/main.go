// Command odd has names that generated code could take for its own.
package main

import (
	context2 "context"
	. "iter"
	"time"

	"github.com/godeferred/godeferred/page"
)

// Types with the names of packages, variables and functions of generated code.
type (
	border   struct{ C c }
	c        string
	in       []o
	o        struct{ V v }
	v        map[string]r
	r        float32
	err      = int
	ctx      bool
	f        [2]in
	context  uint8
	deferred *o_
	o_       struct{}
	a0       struct{ A1 a1 }
	a1       int8
	Date     struct{ Promise Promise }
	Promise  string
	Array    []Date
	string2  = string
	void     int
)

func init() {}

func exportOdd()   {}
func readBorder()  {}
func writeBorder() {}

var _ deferred

//godeferred:export
func odd(ctx2 context2.Context, border2 border, in2 in, f2 f, context3 context, err2 err, _ ctx) (Seq2[border, error], in, error) {
	return nil, in2, nil
}

//godeferred:export $ä
func callbacks(a1 func(ctx2 context2.Context, a0 a0, a2 ...in) (c, error), _ func(a0) a1, _, _ *border) (a, b *border) {
	return nil, nil
}

// Chain answers itself.
type Chain func() Chain

//godeferred:export
func Chained(c Chain) {}

//godeferred:export
func Words(class, function, new_, delete string2, var_ ...Date) (Array, void) { return nil, 0 }

//godeferred:export
func Strange(a struct {
	A    int `json:"a b"`
	B    int "json:\"\\\"\""
	C, D int
	_    int
	Ä    time.Time `json:"ä,omitempty"`
}) struct{} {
	return struct{}{}
}

var _, _, _ = exportOdd, readBorder, writeBorder

func main() { page.Run() }
