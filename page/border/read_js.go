package border

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unsafe"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
)

// maxSafe is Number.MAX_SAFE_INTEGER: from there on, different integers are the same number in a page.
const maxSafe = 1<<53 - 1

// ReadString reads a string. One with half of a surrogate pair has no UTF-8, and is wrong.
func ReadString[T ~string](in In) T {
	if !in.Right() {
		return ""
	}
	if in.form == isText {
		return T(in.text)
	}
	if seam.TypeOf(in.value) != safejs.TypeString {
		in.Wrong("a string")
		return ""
	}
	s := safejs.Unsafe(in.js()).String()
	if strings.Contains(s, "\ufffd") && !isWellFormed(in.js()) {
		in.Wrong("a string of whole characters, without halves of surrogate pairs")
	}
	return T(s)
}

// isWellFormed asks encodeURIComponent, which throws for half of a pair: isWellFormed is too young.
func isWellFormed(value safejs.Value) bool {
	_, err := seam.Call(safejs.Global(), "encodeURIComponent", value)
	return err == nil
}

// ReadBool reads true or false.
func ReadBool[T ~bool](in In) T {
	if !in.Right() {
		return false
	}
	if seam.TypeOf(in.js()) != safejs.TypeBoolean {
		in.Wrong("true or false")
		return false
	}
	return T(safejs.Unsafe(in.js()).Bool())
}

// ReadFloat reads any number. A float32 is rounded.
func ReadFloat[T ~float32 | ~float64](in In) T {
	if !in.Right() {
		return 0
	}
	if in.form == isNumber {
		return T(in.number)
	}
	f, err := seam.Float(here, in.js())
	in.take(err)
	return T(f)
}

// ReadInt reads a whole number that is safe, and in T's range.
func ReadInt[T seam.Integer](in In) T {
	if !in.Right() {
		return 0
	}
	f := in.number
	if in.form != isNumber {
		if seam.TypeOf(in.js()) != safejs.TypeNumber {
			_, err := seam.Int(here, in.js())
			in.take(err)
			return 0
		}
		f = safejs.Unsafe(in.value).Float()
	}
	n := T(f)
	if math.Abs(f) <= maxSafe && float64(n) == f && (n < 0) == (f < 0) {
		return n
	}
	if _, err := seam.Int(here, in.js()); err != nil {
		in.take(err)
		return 0
	}
	bits := uint(8 * unsafe.Sizeof(n))
	switch low := ^T(0) < 0; {
	case low:
		in.Wrong("a whole number from " + strconv.FormatInt(-1<<(bits-1), 10) + " to " + strconv.FormatInt(1<<(bits-1)-1, 10))
	case bits < 64:
		in.Wrong("a whole number from 0 to " + strconv.FormatInt(1<<bits-1, 10))
	default:
		in.Wrong("zero or more")
	}
	return 0
}

// ReadInt64 reads a BigInt of 64 bits, or a safe whole number.
func ReadInt64[T ~int64](in In) T {
	if !in.Right() {
		return 0
	}
	n, err := seam.Int64(here, in.js())
	in.take(err)
	return T(n)
}

// ReadUint64 reads a BigInt of 64 bits, or a safe whole number, zero or more.
func ReadUint64[T ~uint64](in In) T {
	if !in.Right() {
		return 0
	}
	n, err := seam.Uint64(here, in.js())
	in.take(err)
	return T(n)
}

// ReadBytes copies a buffer, or what a view shows of one.
func ReadBytes[S ~[]byte](in In) S {
	if !in.Right() {
		return nil
	}
	b, err := seam.BytesOf(here, in.js())
	in.take(err)
	return b
}

// ReadNumbers copies a typed array, or an array of numbers.
func ReadNumbers[S ~[]T, T seam.Number](in In) S {
	if !in.Right() {
		return nil
	}
	s, err := seam.Numbers[T](here, in.js())
	in.take(err)
	return s
}

// ReadTime reads a Date.
func ReadTime(in In) time.Time {
	if !in.Right() {
		return time.Time{}
	}
	t, err := seam.Time(here, in.js())
	in.take(err)
	return t
}

// ReadDuration reads a number of milliseconds.
func ReadDuration(in In) time.Duration {
	if !in.Right() {
		return 0
	}
	d, err := seam.Duration(here, in.js())
	in.take(err)
	return d
}

// ReadError reads an error, which can be any value in a page. Undefined and null are no error.
func ReadError(in In) error {
	if !in.Right() || in.isNothing() {
		return nil
	}
	return seam.AsError(in.js())
}

// ReadAny takes any value: nil for undefined and null, a bool, a float64 or a string for what is one, and a safejs.Value
// for the rest.
func ReadAny(in In) any {
	if !in.Right() {
		return nil
	}
	switch seam.TypeOf(in.js()) {
	case safejs.TypeUndefined, safejs.TypeNull:
		return nil
	case safejs.TypeBoolean:
		return safejs.Unsafe(in.js()).Bool()
	case safejs.TypeNumber:
		return safejs.Unsafe(in.js()).Float()
	case safejs.TypeString:
		return ReadString[string](in)
	}
	return in.js()
}

// ReadValue takes any value as it is.
func ReadValue(in In) safejs.Value { return in.js() }
