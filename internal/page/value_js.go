package page

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"syscall/js"
	"time"
	"unsafe"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// Value returns the page's value for one of Go's: see deferred.Value, which is its public face.
func Value(v any) (safejs.Value, error) { return valueAt(0, v) }

// Text is s as syscall/js must be given it: its decoder drops a byte order mark at the beginning.
func Text(s string) string {
	const mark = "\ufeff"
	if strings.HasPrefix(s, mark) {
		return mark + s
	}
	return s
}

// A Valuer says itself which value it is to the page.
type Valuer interface {
	PageValue() (any, error)
}

// A recursion without end exhausts the page's own stack, which ends the program.
const deepest = 100

func valueAt(depth int, v any) (safejs.Value, error) {
	switch v := v.(type) {
	case nil, struct{}:
		return safejs.Undefined(), nil
	case safejs.Value:
		return v, nil
	case safejs.Func:
		return v.Value(), nil
	case js.Value:
		return safejs.Safe(v), nil
	case js.Func:
		return safejs.Safe(v.Value), nil
	case Valuer:
		return said(depth, v)
	case error:
		return Thrown(v), nil
	case []byte:
		return Bytes(v)
	case string:
		return safejs.ValueOf(Text(v))
	case bool, float64:
		return safejs.ValueOf(v)
	case time.Time:
		return date(v)
	case time.Duration:
		return safejs.ValueOf(milliseconds(v))
	}
	return valueOf(depth, reflect.ValueOf(v))
}

// said asks a Valuer.
func said(depth int, v Valuer) (safejs.Value, error) {
	switch {
	case isNil(v):
		return safejs.Undefined(), nil
	case depth == deepest:
		return safejs.Undefined(), tooDeep(reflect.TypeOf(v))
	}
	inner, err := contain(v.PageValue)
	if err != nil {
		return safejs.Undefined(), err
	}
	return valueAt(depth+1, inner)
}

// isNil tells whether v, an interface's value, is a nil pointer, whose methods could panic.
func isNil(v any) bool {
	of := reflect.ValueOf(v)
	return of.Kind() == reflect.Pointer && of.IsNil()
}

func tooDeep(t reflect.Type) error {
	return wrong.TypeError(fmt.Sprintf("a %s is more than %d deep, or holds itself", t, deepest))
}

func valueOf(depth int, v reflect.Value) (safejs.Value, error) {
	if depth == deepest {
		return safejs.Undefined(), tooDeep(v.Type())
	}
	switch v.Kind() {
	case reflect.Bool:
		return safejs.ValueOf(v.Bool())
	case reflect.String:
		return safejs.ValueOf(Text(v.String()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return integer(v.Int(), false)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return integer(int64(v.Uint()), true)
	case reflect.Float32, reflect.Float64:
		return safejs.ValueOf(v.Float())
	case reflect.Slice, reflect.Array:
		if isNumeric(v.Type().Elem()) {
			return numbersOf(v)
		}
		return arrayOf(depth+1, v)
	case reflect.Map:
		if v.Type().Key().Kind() == reflect.String {
			return objectOf(depth+1, v)
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return safejs.Undefined(), nil
		}
		return valueAt(depth+1, v.Elem().Interface())
	}
	advice := ""
	switch v.Kind() {
	case reflect.Struct:
		advice = ": give it a method PageValue() (any, error), or use a map of its fields"
	case reflect.Func:
		// Implicit streams and sequences took 7 kB with brotli of every program.
		advice = ": see Export, and AsyncIterable for a sequence"
	}
	return safejs.Undefined(), wrong.TypeError(fmt.Sprintf("a page has no value for a %s%s", v.Type(), advice))
}

// isNumeric tells whether elements of that type are nothing but numbers to the page.
func isNumeric(t reflect.Type) bool {
	if t.Kind() < reflect.Int || reflect.Float64 < t.Kind() {
		return false
	}
	switch reflect.Zero(t).Interface().(type) {
	case Valuer, error, time.Duration:
		return false
	}
	return true
}

// numbersOf converts a slice or array of numbers in one copy. Those of 64-bit integers become plain arrays: a page
// counts and compares with numbers, and BigInts do not mix with them.
func numbersOf(v reflect.Value) (safejs.Value, error) {
	of := v.Type().Elem()
	name := "Uint"
	switch of.Kind() {
	case reflect.Int8, reflect.Int16, reflect.Int32:
		name = "Int"
	case reflect.Float32, reflect.Float64:
		name = "Float"
	}
	name += strconv.Itoa(of.Bits()) + "Array"
	if v.Kind() == reflect.Array {
		return arrayOfNumbers(name, v)
	}
	at, n := v.UnsafePointer(), v.Len()
	switch of.Kind() {
	case reflect.Int, reflect.Int64:
		return numberArray(unsafe.Slice((*int64)(at), n), false)
	case reflect.Uint, reflect.Uint64, reflect.Uintptr:
		return numberArray(unsafe.Slice((*int64)(at), n), true)
	}
	return typedArray(name, unsafe.Slice((*byte)(at), n*int(of.Size())))
}

// arrayOfNumbers copies number by number: a Go array in an interface has no address, and giving it one by reflection
// takes 8 kB of the program. Arrays are short.
func arrayOfNumbers(name string, v reflect.Value) (safejs.Value, error) {
	numbers, err := arrayOf(0, v)
	if err != nil || v.Type().Elem().Bits() == 64 && v.Type().Elem().Kind() != reflect.Float64 {
		return numbers, err
	}
	return New(name, numbers)
}

func arrayOf(depth int, v reflect.Value) (safejs.Value, error) {
	array, err := New("Array")
	if err != nil {
		return array, err
	}
	for i := range v.Len() {
		element, err := valueAt(depth, v.Index(i).Interface())
		if err != nil {
			return array, err
		}
		if err := array.SetIndex(i, element); err != nil {
			return array, err
		}
	}
	return array, nil
}

func objectOf(depth int, v reflect.Value) (safejs.Value, error) {
	object, err := New("Object")
	if err != nil {
		return object, err
	}
	for entries := v.MapRange(); entries.Next(); {
		value, err := valueAt(depth, entries.Value().Interface())
		if err != nil {
			return object, err
		}
		if err := object.Set(Text(entries.Key().String()), value); err != nil {
			return object, err
		}
	}
	return object, nil
}
