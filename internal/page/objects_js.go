package page

import (
	"context"
	"sync"

	"github.com/hack-pad/safejs"
)

// The page has instances of Go's classes, each of which stands for a Go object by a number. The other half is
// web/src/program/objects.js.

// A Freer is told that the page has let go of it.
type Freer interface{ Free() }

// objects are those that the page has. The same pointer has the same number, so the page has one instance of it.
var objects = struct {
	sync.Mutex
	values  map[int]any
	numbers map[any]int
	last    int
}{values: map[int]any{}, numbers: map[any]int{}}

// Instance is the page's instance for a pointer. The page keeps the object alive until it frees the instance, or its
// collector finds that unused. Pointers to what has no size are alike, whatever they point to: each is another one.
func Instance(class string, pointer any, size uintptr) (safejs.Value, error) {
	objects.Lock()
	number, is := objects.numbers[pointer]
	if !is {
		objects.last++
		number = objects.last
		objects.values[number] = pointer
		if size > 0 {
			objects.numbers[pointer] = number
		}
		live.Add(1)
	}
	objects.Unlock()
	return invoke(link.object, class, number)
}

// Object is the pointer that an instance stands for, and nil for other values and for an instance that was freed. It
// waits for an instance that is still being made, and fails as its constructor does.
func Object(ctx context.Context, value safejs.Value) (pointer any, err error) {
	number, err := invoke(link.number, safejs.Unsafe(value))
	if err != nil {
		return nil, err
	}
	switch TypeOf(number) {
	case safejs.TypeNumber:
		n, err := number.Int()
		objects.Lock()
		defer objects.Unlock()
		return objects.values[n], err
	case safejs.TypeObject:
		made, err := Await(ctx, number)
		if err != nil || len(made) == 0 {
			return nil, err
		}
		return Object(ctx, made[0])
	}
	return nil, nil
}

// dropObject forgets an object, by its number.
func dropObject(number int, _ []safejs.Value) {
	objects.Lock()
	pointer, is := objects.values[number]
	delete(objects.values, number)
	delete(objects.numbers, pointer)
	objects.Unlock()
	if !is {
		return
	}
	live.Add(-1)
	if one, is := pointer.(Freer); is {
		Go(func() error { one.Free(); return nil })
	}
}
