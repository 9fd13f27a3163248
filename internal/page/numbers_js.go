package page

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"syscall/js"
	"unsafe"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// Number is what a typed array of the page's can hold.
type Number interface {
	Integer | ~float32 | ~float64
}

// Integer is any integer type.
type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// maxSafe is Number.MAX_SAFE_INTEGER: from there on, different integers are the same number in a page.
const maxSafe = 1<<53 - 1

// TypedArray makes the typed array of the same kind, with a copy of s. 64-bit integers give a BigInt64Array or a
// BigUint64Array.
func TypedArray[T Number](s []T) (safejs.Value, error) { return typedArray(arrayName[T](), raw(s)) }

// typedArray makes a typed array of that class, with a copy of its bytes. Go in wasm is little-endian, as every
// platform is that browsers run on.
func typedArray(name string, raw []byte) (safejs.Value, error) {
	bytes, err := Bytes(raw)
	if err != nil || name == "Uint8Array" {
		return bytes, err
	}
	buffer, err := Get(bytes, "buffer")
	if err != nil {
		return buffer, err
	}
	return New(name, buffer)
}

// raw is the memory of s as bytes.
func raw[T Number](s []T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), len(s)*int(unsafe.Sizeof(T(0))))
}

// arrayName is the page's class for T.
func arrayName[T Number]() string {
	size, zero := int(unsafe.Sizeof(T(0))), T(0)
	var name string
	switch signed := zero-1 < 0; {
	case isFloat[T]():
		name = "Float"
	case size == 8 && signed:
		name = "BigInt"
	case size == 8:
		name = "BigUint"
	case signed:
		name = "Int"
	default:
		name = "Uint"
	}
	return name + strconv.Itoa(8*size) + "Array"
}

func isFloat[T Number]() bool { return T(1)/T(2) != 0 }

// numberArray makes a plain array of whole numbers, by way of one copy. A number that is not safe is an error. Unsigned
// ones are the same bits.
func numberArray(s []int64, unsigned bool) (safejs.Value, error) {
	floats := make([]float64, len(s))
	for i, n := range s {
		if !isSafe(n, unsigned) {
			return safejs.Undefined(), notSafe("item "+strconv.Itoa(i+1)+" of a slice, ", n, unsigned)
		}
		floats[i] = float64(n)
	}
	typed, err := TypedArray(floats)
	if err != nil {
		return typed, err
	}
	return Call(global("Array"), "from", typed)
}

// integer is the page's number for n.
func integer(n int64, unsigned bool) (safejs.Value, error) {
	if !isSafe(n, unsigned) {
		return safejs.Undefined(), notSafe("", n, unsigned)
	}
	return safejs.ValueOf(float64(n))
}

func isSafe(n int64, unsigned bool) bool {
	return n <= maxSafe && n >= -maxSafe && !(unsigned && n < 0)
}

func notSafe(where string, n int64, unsigned bool) error {
	text := strconv.FormatInt(n, 10)
	if unsigned {
		text = strconv.FormatUint(uint64(n), 10)
	}
	return wrong.TypeError(where + text + " is not a safe integer of a page's (2**53 - 1 at most): convert it to a string, a float64 or, by BigInt, to a BigInt")
}

// BigInt makes a BigInt.
func BigInt[T Integer](n T) (safejs.Value, error) {
	return Call(safejs.Global(), "BigInt", fmt.Sprintf("%d", n)) // %d: T can have a method String
}

// Numbers copies a typed array, or an array of numbers, to Go. A typed array of T's own kind is copied at once. What
// comes from another kind must fit: whole and in range for integers; for a float32 it is rounded. The error names the
// argument, and the item, counted from 1.
func Numbers[T Number](argument string, value safejs.Value) ([]T, error) {
	name := typedArrayName(value)
	own := arrayName[T]()
	switch {
	case name == own, name == "Uint8ClampedArray" && own == "Uint8Array":
		return copied[T](argument, value)
	case name == "BigInt64Array":
		integers, err := copied[int64](argument, value)
		if err != nil {
			return nil, err
		}
		return fromBigInts[T](argument, value, integers)
	case name == "BigUint64Array":
		integers, err := copied[uint64](argument, value)
		if err != nil {
			return nil, err
		}
		return fromBigInts[T](argument, value, integers)
	}
	floats, err := floats(argument, name, value)
	if err != nil {
		return nil, err
	}
	return fromFloats[T](argument, floats)
}

// floats copies the numbers of any typed array but those of BigInts, and of an array.
func floats(argument, name string, value safejs.Value) ([]float64, error) {
	switch {
	case name == "Float64Array":
		return copied[float64](argument, value)
	case name != "":
		if _, err := view(argument, value); err != nil {
			return nil, err
		}
		wide, err := New("Float64Array", value)
		if err != nil {
			return nil, err
		}
		return copied[float64](argument, wide)
	case isArray(value):
		return listed(argument, value)
	}
	return nil, Wrong(argument, "a typed array or an array of numbers", value)
}

// copied copies a typed array of T's kind; as bytes, any buffer or view.
func copied[T Number](argument string, value safejs.Value) ([]T, error) {
	bytes, err := view(argument, value)
	if err != nil {
		return nil, err
	}
	length, err := lengthOf(bytes)
	if err != nil {
		return nil, err
	}
	s := make([]T, length/int(unsafe.Sizeof(T(0))))
	if err := copyOut(argument, raw(s), bytes); err != nil {
		return nil, err
	}
	return s, nil
}

// listed copies an array of numbers. In an array, a Float64Array would take "5", null and true for numbers.
func listed(argument string, array safejs.Value) ([]float64, error) {
	finite, err := Call(array, "every", safejs.Safe(isFinite))
	if err != nil {
		return nil, err
	}
	if all, _ := finite.Bool(); all {
		typed, err := New("Float64Array", array)
		if err != nil {
			return nil, err
		}
		s, err := copied[float64](argument, typed)
		if err != nil || !hasNaN(s) { // NaN is a hole: every skips those
			return s, err
		}
	}
	length, err := lengthOf(array)
	if err != nil {
		return nil, err
	}
	s := make([]float64, length)
	for i := range s {
		item, err := invoke(reflectGet, safejs.Unsafe(array), i)
		if err != nil {
			return nil, err
		}
		if TypeOf(item) != safejs.TypeNumber {
			return nil, Wrong(itemOf(i, argument), "a number", item)
		}
		s[i] = safejs.Unsafe(item).Float()
	}
	return s, nil
}

var isFinite = js.Global().Get("Number").Get("isFinite")

func hasNaN(s []float64) bool {
	for _, f := range s {
		if math.IsNaN(f) {
			return true
		}
	}
	return false
}

func fromFloats[T Number](argument string, floats []float64) ([]T, error) {
	if same, is := any(floats).([]T); is {
		return same, nil
	}
	s := make([]T, len(floats))
	for i, f := range floats {
		s[i] = T(f)
		if !isFloat[T]() && (float64(s[i]) != f || math.Abs(f) > maxSafe) {
			value, _ := safejs.ValueOf(f)
			return nil, doesNotFit[T](i, argument, value)
		}
	}
	return s, nil
}

func fromBigInts[T Number, S int64 | uint64](argument string, value safejs.Value, integers []S) ([]T, error) {
	if isFloat[T]() {
		return nil, wrong.TypeError(argument + " must be a typed array of numbers, not of BigInts")
	}
	s := make([]T, len(integers))
	for i, n := range integers {
		s[i] = T(n)
		if S(s[i]) != n || (s[i] < 0) != (n < 0) {
			item, _ := invoke(reflectGet, safejs.Unsafe(value), i)
			return nil, doesNotFit[T](i, argument, item)
		}
	}
	return s, nil
}

func doesNotFit[T Number](i int, argument string, got safejs.Value) error {
	return Wrong(itemOf(i, argument), fmt.Sprintf("a whole number that Go's %T holds", T(0)), got)
}

func itemOf(i int, argument string) string { return "item " + strconv.Itoa(i+1) + " of " + argument }

// typedArrayName is the class of a typed array, of any frame's; "" for anything else.
func typedArrayName(value safejs.Value) string {
	if !IsView(value) {
		return ""
	}
	tag, err := invoke(reflectGet, safejs.Unsafe(value), toStringTag)
	if name := stringOf(tag); err == nil && strings.HasSuffix(name, "Array") {
		return name
	}
	return "" // a DataView
}

var toStringTag = js.Global().Get("Symbol").Get("toStringTag")
