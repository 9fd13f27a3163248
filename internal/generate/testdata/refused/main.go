// Command refused exports what has no row.
package main

import (
	"bytes"
	"context"
	"io"
	"iter"
	"math/big"
	"net/url"
	"sync"
	"unsafe"

	"github.com/godeferred/godeferred/page"
)

type T struct{ A int }

//godeferred:export
func (T) Method() {}

//godeferred:export
func Generic[P any](p P) {}

//godeferred:export
func main() { page.Run() }

//godeferred:export then
func Then() {}

//godeferred:export not-a-name
func Named() {}

//godeferred:export one two
func Two() {}

//godeferred:export
func Twice() {}

//godeferred:export twice
func Again() {}

//godeferred:export

func Detached() {}

//godeferred:export
type Alone struct{}

func inside() {
	//godeferred:export
	_ = inside
}

//godeferred:export
func Numbers(a complex128, b uintptr, c unsafe.Pointer) {}

//godeferred:export
func Channels(ctx context.Context, a chan int, b chan<- int) (c chan int) { return nil }

//godeferred:export
func ChannelAlone(a <-chan int) {}

//godeferred:export
func Interfaces(a interface{ M() }, b io.Writer, c comparer) (d io.Writer) { return nil }

type comparer any

//godeferred:export
func Maps(a map[int]string, b map[T]string) {}

//godeferred:export
func Pointers(a **int, b pointer) {}

type pointer *int

//godeferred:export
func Contexts(a int, ctx context.Context) (b context.Context) { return nil }

//godeferred:export
func Functions(f func() (int, int)) (g func()) { return nil }

//godeferred:export
func CallbackParameters(f func(func())) {}

//godeferred:export
func Sequences(a iter.Seq[int], b iter.Seq2[int, int]) {}

//godeferred:export
func Methods(a big.Int, b *url.URL) {}

//godeferred:export
func Hidden(a *sync.Mutex, b bytes.Buffer) {}

// Tags has wrong tags.
type Tags struct {
	Text    int       `json:"text,string"`
	Unknown int       `json:"unknown,inline"`
	Big     string    `godeferred:"bigint"`
	Other   int       `godeferred:"other"`
	Zero    [1]func() `json:"zero,omitzero"`
}

//godeferred:export
func WrongTags(a Tags) {}

// Deep has the wrong type inside.
type Deep struct {
	List []struct {
		Channels map[string]chan int `json:"channels"`
	}
}

//godeferred:export
func InDeep(a Deep) Deep { return a }

// Class is one of the page's.
//
//godeferred:export
type Class struct{ n int }

func (*Class) Free() error { return nil }

func (*Class) Then() {}

func (*Class) Get() {}

//godeferred:export get
func (*Class) Read() {}

func (*Class) Wrong(chan int) {}

//godeferred:export
func (*Class) private() {}

//godeferred:export
func ByValue(c Class) []Class { return nil }

//godeferred:export
type lower struct{}

//godeferred:export
type Parametric[T any] struct{}

//godeferred:export
type Alias = Class

//godeferred:export
type Reader interface{ Read() }

//godeferred:export
type Pointer *Class

//godeferred:export Class
type Other struct{}

// Opaque has a method and no exported fields.
type Opaque struct{ n int }

func (*Opaque) Get() int { return 0 }

//godeferred:export
func Opaques(o *Opaque) {}

// Embeds has a class without a name.
type Embeds struct {
	*Class
	Other Other
}

//godeferred:export
func Embedded(e Embeds) {}

//godeferred:export
func Default() {}

//godeferred:export
func (*Class) Promise() {}

//godeferred:export __proto__
func (*Class) Proto() {}

func (*Class) HasOwnProperty(name string) bool { return false }
