package border

import (
	"math"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/hack-pad/safejs"

	seam "github.com/godeferred/godeferred/internal/page"
)

// WriteString writes a string, which must be valid UTF-8: a page's strings hold no other bytes.
func WriteString[T ~string](o *Out, v T) {
	switch {
	case !utf8.ValidString(string(v)):
		o.wrong(" must be valid UTF-8: let it be []byte")
	case len(o.path) == 0:
		o.pageValue(string(v))
	default:
		o.json = appendQuoted(o.json, string(v))
	}
}

// WriteBool writes true or false.
func WriteBool[T ~bool](o *Out, v T) {
	if len(o.path) == 0 {
		o.pageValue(bool(v))
		return
	}
	o.json = strconv.AppendBool(o.json, bool(v))
}

// WriteFloat writes a number.
func WriteFloat[T ~float32 | ~float64](o *Out, v T) {
	f := float64(v)
	if len(o.path) == 0 || math.IsNaN(f) || math.IsInf(f, 0) {
		o.pageValue(f)
		return
	}
	o.json = strconv.AppendFloat(o.json, f, 'g', -1, 64)
}

// WriteInt writes a number, which must be safe: within 2**53 - 1.
func WriteInt[T seam.Integer](o *Out, v T) {
	n := int64(v)
	switch {
	case v > 0 && uint64(v) > maxSafe || n < -maxSafe:
		text := strconv.FormatInt(n, 10)
		if v > 0 {
			text = strconv.FormatUint(uint64(v), 10)
		}
		o.wrong(" must be a safe integer (2**53 - 1 at most), not " + text)
	case len(o.path) == 0:
		o.pageValue(float64(v))
	default:
		o.json = strconv.AppendInt(o.json, n, 10)
	}
}

// WriteBigInt writes a BigInt.
func WriteBigInt[T ~int64 | ~uint64](o *Out, v T) { o.take(seam.BigInt(v)) }

// WriteBytes writes a Uint8Array with a copy.
func WriteBytes[S ~[]byte](o *Out, s S) { o.take(seam.Bytes(s)) }

// WriteNumbers writes a typed array with a copy.
func WriteNumbers[S ~[]T, T seam.Number](o *Out, s S) { o.take(seam.TypedArray([]T(s))) }

// WriteTime writes a Date.
func WriteTime(o *Out, t time.Time) { o.pageValue(t) }

// WriteDuration writes a number of milliseconds.
func WriteDuration(o *Out, d time.Duration) {
	WriteFloat(o, float64(d)/float64(time.Millisecond))
}

// WriteError writes the page's error, or null.
func WriteError(o *Out, err error) {
	if err == nil {
		o.null()
		return
	}
	o.put(seam.Thrown(err))
}

// WriteAny writes what deferred.Value makes of v; nil is null.
func WriteAny(o *Out, v any) {
	if v == nil {
		o.null()
		return
	}
	o.pageValue(v)
}

// WriteValue writes a value of the page's as it is.
func WriteValue(o *Out, value safejs.Value) { o.put(value) }

// WritePointer writes what v points to, or null.
func WritePointer[T any](o *Out, v *T, write func(*Out, T)) {
	if v == nil {
		o.null()
		return
	}
	write(o, *v)
}

// WriteList writes an array, also of nil.
func WriteList[S ~[]T, T any](o *Out, s S, write func(*Out, T)) {
	if !o.List() {
		return
	}
	for _, v := range s {
		o.Item()
		if write(o, v); !o.Right() {
			break
		}
	}
	o.EndList()
}

// WriteMap writes an object, also of nil. Its keys have no order.
func WriteMap[M ~map[K]T, K ~string, T any](o *Out, m M, write func(*Out, T)) {
	if !o.Object() {
		return
	}
	for key, v := range m {
		if o.key(string(key)) {
			write(o, v)
		} else {
			o.apart(string(key), func(o *Out) { write(o, v) })
		}
		if !o.Right() {
			break
		}
	}
	o.End()
}
