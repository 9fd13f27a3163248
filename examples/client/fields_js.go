package main

import "github.com/hack-pad/safejs"

// A shapeError is an answer that is JSON, but not of the type that was wanted.
type shapeError struct{ Path, Want, Got string }

func (e *shapeError) Error() string { return e.Path + " should be " + e.Want + ", and is " + e.Got }

// fields reads the page's values into Go's. The page has parsed the JSON already, which spares the program
// encoding/json and the text a second parser. The first problem is kept, so that a reader of a type is
// one line for each field, and looks for an error once.
type fields struct {
	value   safejs.Value
	path    string
	problem *error
}

// in is what a field holds.
func (f *fields) in(name string) *fields {
	inner := &fields{path: f.path + " → " + name, problem: f.problem}
	if f.is(safejs.TypeObject, "an object") {
		inner.value, _ = f.value.Get(name) // An object that was parsed has no getters.
	}
	return inner
}

func (f *fields) text(name string) string {
	inner := f.in(name)
	if !inner.is(safejs.TypeString, "a string") {
		return ""
	}
	text, _ := inner.value.String()
	return text
}

func (f *fields) number(name string) int {
	inner := f.in(name)
	if !inner.is(safejs.TypeNumber, "a number") {
		return 0
	}
	n, _ := inner.value.Int()
	return n
}

// length is that of a list, and 0 for anything else.
func (f *fields) length() int {
	if !f.is(safejs.TypeObject, "a list") {
		return 0
	}
	if is, err := safejs.MustGetGlobal("Array").Call("isArray", f.value); err != nil || !truth(is) {
		f.wrong("a list", "an object")
		return 0
	}
	n, _ := f.value.Length()
	return n
}

// list reads each item of a list.
func list[T any](read func(*fields) T) func(*fields) []T {
	return func(f *fields) []T {
		all := make([]T, f.length())
		for i := range all {
			item, _ := f.value.Index(i)
			all[i] = read(&fields{value: item, path: f.path + " → item", problem: f.problem})
		}
		return all
	}
}

// is tells whether there has been no problem so far, and the value is of that type.
func (f *fields) is(kind safejs.Type, want string) bool {
	if *f.problem != nil {
		return false
	}
	if got := f.value.Type(); got != kind {
		f.wrong(want, got.String())
		return false
	}
	return true
}

func (f *fields) wrong(want, got string) { *f.problem = &shapeError{f.path, want, got} }

func truth(v safejs.Value) bool {
	yes, _ := v.Truthy()
	return yes
}
