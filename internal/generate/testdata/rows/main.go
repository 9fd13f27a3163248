// Command rows exports a function for each row of the table of types, which returns what it gets.
package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/internal/generate/testdata/rows/shop"
	"github.com/godeferred/godeferred/page"
)

type Celsius float64

type ID string

//godeferred:export
func Strings(s string, id ID) (string, ID) { return s, id }

//godeferred:export
func Bools(b bool) bool { return b }

//godeferred:export
func Floats(a float64, b float32, c Celsius) (float64, float32, Celsius) { return a, b, c }

// Integers are of every kind.
//
//godeferred:export
func Integers(a int, b int8, c int16, d int32, e int64, f uint, g uint8, h uint16, i uint32, j uint64) []any {
	return []any{a, b, c, d, e, f, g, h, i, j}
}

//godeferred:export
func Unsafe(text string) (int64, error) { return strconv.ParseInt(text, 10, 64) }

//godeferred:export
func Unsigned(text string) (uint64, error) { return strconv.ParseUint(text, 10, 64) }

// Big has integers of 64 bits.
type Big struct {
	Signed   int64     `json:"signed" godeferred:"bigint"`
	Unsigned uint64    `json:"unsigned" godeferred:"bigint"`
	List     []int64   `json:"list" godeferred:"bigint"`
	Lists    [][]int64 `json:"lists" godeferred:"bigint"`
	Maybe    *int64    `json:"maybe" godeferred:"bigint"`
}

//godeferred:export
func BigInts(b Big) Big { return b }

//godeferred:export
func Bytes(b []byte) []byte { return b }

//godeferred:export
func Numbers(a []int8, b []uint16, c []int32, d []uint32, e []float32, f []float64, g []int, h []int64, i []uint64) ([]int8, []uint16, []int32, []uint32, []float32, []float64, []int, []int64, []uint64) {
	return a, b, c, d, e, f, g, h, i
}

type Names []string

//godeferred:export
func Lists(a []string, b [][]bool, c Names) ([]string, [][]bool, Names) { return a, b, c }

//godeferred:export
func Maps(m map[string]int, n map[ID][]string) (map[string]int, map[ID][]string) { return m, n }

//godeferred:export
func Arrays(pair [2]string, point [3]float64) ([2]string, [3]float64) { return pair, point }

// A Color is one of three.
type Color string

const (
	Red   Color = "red"
	Green Color = "green"
	Blue  Color = "blue \"sky\""
)

//godeferred:export
func Unions(c Color, l shop.Level) (Color, shop.Level) { return c, l }

// Base is embedded.
type Base struct {
	Title string
	Color Color `json:"color,omitempty"`
}

// Extra is embedded by pointer.
type Extra struct {
	Note string `json:"note"`
	Name string `json:"name"` // hidden by that of Everything
}

// Everything has fields of each kind. */ It ends no comment.
type Everything struct {
	Base
	*Extra
	Name    string              `json:"name"`
	Weird   int                 `json:"wei-rd"`
	Skipped int                 `json:"-"`
	Dash    int                 `json:"-,"`
	Small   int                 `json:"small,omitempty"`
	List    []string            `json:"list,omitempty"`
	When    time.Time           `json:"when,omitzero"`
	Point   *struct{ X, Y int } `json:"point"`
	Inner   struct{ Deep bool } `json:"inner"`
	Shelf   shop.Shelf          `json:"shelf"`
	Any     any                 `json:"any"`
	Map     map[string]*Base    `json:"map"`
	hidden  int
}

//godeferred:export
func Structs(e Everything) (Everything, error) {
	if e.Skipped != 0 || e.hidden != 0 {
		return e, errors.New("a field that is not for pages was read")
	}
	e.Skipped, e.hidden = 1, 1
	return e, nil
}

// A Tree holds trees.
type Tree struct {
	Value    int     `json:"value"`
	Children []*Tree `json:"children"`
}

//godeferred:export
func Recursive(t *Tree) *Tree { return t }

//godeferred:export
func Endless() *Tree {
	t := &Tree{}
	t.Children = []*Tree{t}
	return t
}

type Nest []Nest

//godeferred:export
func Nested(n Nest) Nest { return n }

// A Pair is generic.
type Pair[A, B any] struct {
	First  A `json:"first"`
	Second B `json:"second"`
}

//godeferred:export
func Generics(a Pair[string, int], b Pair[Pair[bool, ID], []float64]) (Pair[string, int], Pair[Pair[bool, ID], []float64]) {
	return a, b
}

//godeferred:export
func Times(t time.Time, d time.Duration) (time.Time, time.Duration) { return t, d }

// A Failure has fields of its own.
type Failure struct{ Code int }

func (f *Failure) Error() string                   { return "failed" }
func (f *Failure) PageErrorName() string           { return "Failure" }
func (f *Failure) PageErrorFields() map[string]any { return map[string]any{"code": f.Code} }

//godeferred:export
func Fail(code int) (string, error) { return "no", &Failure{code} }

//godeferred:export
func FailOnly(fail bool) error {
	if fail {
		return &Failure{7}
	}
	return nil
}

// Errs has an error as a field.
type Errs struct {
	Err error `json:"err"`
}

//godeferred:export
func Errors(e Errs) (Errs, string) {
	if e.Err == nil {
		return e, ""
	}
	return e, e.Err.Error()
}

//godeferred:export
func Anything(a any, v safejs.Value) (any, safejs.Value) { return a, v }

//godeferred:export
func Nothing() {}

//godeferred:export
func Promises(p *deferred.Promise[int], fail bool) *deferred.Promise[Celsius] {
	return deferred.Then(p, func(n int) (Celsius, error) {
		if fail {
			return 0, &Failure{3}
		}
		return Celsius(n) / 2, nil
	})
}

// Held has a promise inside.
type Held struct {
	Promise *deferred.Promise[[]string] `json:"promise"`
}

//godeferred:export
func PromiseInside(h Held) Held { return h }

//godeferred:export
func Sum(ctx context.Context, numbers iter.Seq2[int, error]) (sum int, err error) {
	for n, err := range numbers {
		if err != nil {
			return sum, err
		}
		sum += n
	}
	return sum, nil
}

var ended = make(chan string, 1)

//godeferred:export
func Ended() string { return <-ended }

//godeferred:export
func Count(ctx context.Context, to int) iter.Seq2[Pair[int, string], error] {
	return func(yield func(Pair[int, string], error) bool) {
		defer context.AfterFunc(ctx, func() { ended <- context.Cause(ctx).Error() })
		for i := range to {
			if ctx.Err() != nil {
				yield(Pair[int, string]{}, context.Cause(ctx))
				return
			}
			if i == 5 {
				yield(Pair[int, string]{}, &Failure{5})
				return
			}
			if !yield(Pair[int, string]{i, strconv.Itoa(i)}, nil) {
				return
			}
		}
	}
}

//godeferred:export
func Channels(ctx context.Context, in <-chan int) (<-chan string, error) {
	out := make(chan string)
	var all []int
	for n := range in {
		all = append(all, n)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	go func() {
		defer close(out)
		for _, n := range all {
			select {
			case out <- strconv.Itoa(n):
			case <-ctx.Done():
				ended <- "channel"
				return
			}
		}
	}()
	return out, nil
}

//godeferred:export
func Readers(ctx context.Context, r io.Reader) (io.Reader, error) {
	text, err := io.ReadAll(r)
	return strings.NewReader(strings.ToUpper(string(text))), err
}

//godeferred:export
func Callbacks(ctx context.Context, word string, double func(int) int, check func(context.Context, Pair[string, int]) (bool, error), tell func(...string), stop func() error) (string, error) {
	n := double(21)
	ok, err := check(ctx, Pair[string, int]{word, n})
	if err != nil {
		return "", err
	}
	tell(word, strconv.FormatBool(ok))
	return strconv.Itoa(n), stop()
}

//godeferred:export total
func Variadic(ctx context.Context, name string, numbers ...int) (sum int, err error) {
	for _, n := range numbers {
		deferred.Notify(ctx, n)
		sum += n
	}
	return sum, nil
}

//godeferred:export
func Optional(a *int, b *string) (bool, bool) { return a == nil, b == nil }

//godeferred:export
func Wait(ctx context.Context) error {
	deferred.Notify(ctx, "waiting")
	<-ctx.Done()
	return ctx.Err()
}

//godeferred:export
func Measures(m map[string]float64, n []map[string]time.Time) (map[string]float64, []map[string]time.Time) {
	return m, n
}

//godeferred:export
func BadText() string { return "\xff" }

//godeferred:export
func BadKey() map[string]map[string]int { return map[string]map[string]int{"a b": {"\xff": 1}} }

//godeferred:export
func BadValue() map[string]map[string]string {
	return map[string]map[string]string{"\n": {"a": "\xff"}}
}

type Ring map[string]Ring

//godeferred:export
func EndlessMap() Ring {
	m := Ring{}
	m["\n"] = m
	return m
}

//godeferred:export
func Late(ctx context.Context) (iter.Seq2[int, error], error) {
	<-ctx.Done()
	ended <- context.Cause(ctx).Error()
	return nil, ctx.Err()
}

//godeferred:export
func Panics(how string) iter.Seq2[int, error] {
	if how == "at once" {
		panic(how)
	}
	return func(func(int, error) bool) { panic(how) }
}

//godeferred:export
func HTTPGet(_ string, function int) (string, error) { return strconv.Itoa(function), nil }

// odd is not exported by Go, and its parameters have the names that generated code uses.
//
//godeferred:export
func odd(c int, in string, o bool, border float64, err string, r, ctx int, v any, r0 ID) (int, string, bool, float64, string, int, int, any, ID) {
	return c, in, o, border, err, r, ctx, v, r0
}

// write and readPair have the names that generated functions would have.
func writePair() {}
func readTree()  {}

var _, _ = writePair, readTree

func main() { page.Run() }
