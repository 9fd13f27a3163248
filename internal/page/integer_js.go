package page

import (
	"math"
	"strconv"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// Float reads a number. The errors of this file name the argument.
func Float(argument string, value safejs.Value) (float64, error) {
	if TypeOf(value) != safejs.TypeNumber {
		return 0, wrongNumber(argument, "a number", value)
	}
	return value.Float()
}

// Int reads a whole number that is safe: within 2**53 - 1. Beyond, several integers are the same number, and which of
// them the page meant is lost.
func Int(argument string, value safejs.Value) (int, error) {
	if TypeOf(value) != safejs.TypeNumber {
		return 0, wrongNumber(argument, "a whole number", value)
	}
	f, err := value.Float()
	switch {
	case err != nil:
		return 0, err
	case math.Trunc(f) != f || math.IsInf(f, 0): // NaN is not itself
		return 0, Wrong(argument, "a whole number", value)
	case math.Abs(f) > maxSafe:
		return 0, Wrong(argument, "a safe integer (2**53 - 1 at most)", value)
	}
	return int(f), nil
}

// Int64 reads a BigInt, or a whole number that is safe.
func Int64(argument string, value safejs.Value) (int64, error) {
	if TypeOf(value) != TypeBigInt {
		n, err := Int(argument, value)
		return int64(n), err
	}
	n, err := strconv.ParseInt(text(value), 10, 64)
	if err != nil {
		return 0, wrongNumber(argument, "an integer of 64 bits", value)
	}
	return n, nil
}

// Uint64 reads an integer that is not negative.
func Uint64(argument string, value safejs.Value) (uint64, error) {
	if TypeOf(value) != TypeBigInt {
		n, err := Int(argument, value)
		if err == nil && n < 0 {
			err = Wrong(argument, "zero or more", value)
		}
		return uint64(max(n, 0)), err
	}
	n, err := strconv.ParseUint(text(value), 10, 64)
	if err != nil {
		return 0, wrongNumber(argument, "an integer of 64 bits, zero or more", value)
	}
	return n, nil
}

// wrongNumber is Wrong; it shows a BigInt as one, for 5 and 5n look alike otherwise.
func wrongNumber(argument, expected string, got safejs.Value) error {
	if TypeOf(got) == TypeBigInt {
		return wrong.TypeError(argument + " must be " + expected + ", not the BigInt " + text(got))
	}
	return Wrong(argument, expected, got)
}
