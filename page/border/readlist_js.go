package border

import (
	"strconv"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
)

// ReadPointer reads what read reads. Undefined and null are nil.
func ReadPointer[T any](in In, read func(In) T) *T {
	if !in.Right() || in.isNothing() {
		return nil
	}
	v := read(in)
	return &v
}

// ReadList reads an array.
func ReadList[S ~[]T, T any](in In, read func(In) T) S {
	n := in.array()
	if n < 0 || !in.deeper() {
		return nil
	}
	s := make(S, 0, min(n, 1<<16)) // an array with holes can be far longer than what is in it
	for i := 0; i < n && in.Right(); i++ {
		s = append(s, read(in.item(i)))
	}
	in.End()
	return s
}

// ReadTuple reads an array of as many elements as s has, or a typed array.
func ReadTuple[T any](in In, s []T, read func(In) T) {
	if !in.Right() {
		return
	}
	n := -1
	if isArray(in.js()) || seam.IsView(in.js()) {
		n = in.length()
	}
	if n != len(s) {
		in.Wrong("an array of " + strconv.Itoa(len(s)))
		return
	}
	if !in.deeper() {
		return
	}
	for i := range s {
		if !in.Right() {
			break
		}
		s[i] = read(in.item(i))
	}
	in.End()
}

// ReadMap reads the object's own properties.
func ReadMap[M ~map[K]T, K ~string, T any](in In, read func(In) T) M {
	if !in.enter() {
		return nil
	}
	defer in.End()
	list, err := seam.Call(safejs.Safe(objectClass), "keys", in.js())
	if err != nil { // of a proxy
		in.r.err = err
		return nil
	}
	n := safejs.Unsafe(list).Length()
	m := make(M, n)
	for i := 0; i < n && in.Right(); i++ {
		key := safejs.Unsafe(list).Index(i)
		name := ReadString[K](In{r: in.r, value: safejs.Safe(key), index: ofKey})
		item := In{r: in.r, value: undefined, name: string(name), index: ofKey}
		if in.Right() {
			item.value = in.get(key)
		}
		m[name] = read(item)
	}
	return m
}

// array is the length of an array, or -1 for anything else, which is wrong.
func (in *In) array() int {
	if !in.Right() {
		return -1
	}
	if !isArray(in.js()) {
		in.Wrong("an array")
		return -1
	}
	return in.length()
}

// length is -1 where there is none.
func (in *In) length() int {
	length := in.get(lengthKey.inPage())
	if seam.TypeOf(length) != safejs.TypeNumber {
		return -1
	}
	return safejs.Unsafe(length).Int()
}
