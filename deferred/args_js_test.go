package deferred_test

import (
	"math"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

func TestIntTakesSafeIntegers(t *testing.T) {
	for value, want := range map[string]int{`0`: 0, `-0`: 0, `-5`: -5, `2 ** 53 - 1`: 1<<53 - 1, `1 - 2 ** 53`: 1 - 1<<53} {
		n, err := deferred.Args{script(value)}.Int(0)
		require.NoError(t, err, value)
		assert.Equal(t, want, n)
	}
	for value, want := range map[string]string{
		`2 ** 53 + 2`: "argument 1 must be a safe integer (2**53 - 1 at most), not 9007199254740994",
		`-(2 ** 53)`:  "argument 1 must be a safe integer (2**53 - 1 at most), not -9007199254740992",
		`1e300`:       "argument 1 must be a safe integer (2**53 - 1 at most), not 1e+300",
		`1.5`:         "argument 1 must be a whole number, not 1.5",
		`NaN`:         "argument 1 must be a whole number, not NaN",
		`-Infinity`:   "argument 1 must be a whole number, not -Infinity",
		`5n`:          "argument 1 must be a whole number, not the BigInt 5",
		`"ten"`:       `argument 1 must be a whole number, not "ten"`,
		`undefined`:   "argument 1 must be a whole number, not undefined",
	} {
		_, err := deferred.Args{script(value)}.Int(0)
		assert.EqualError(t, err, want)
		assert.ErrorAs(t, err, new(deferred.TypeError))
	}
}

func TestFloatRefusesABigInt(t *testing.T) {
	_, err := deferred.Args{script(`5n`)}.Float(0)
	assert.EqualError(t, err, "argument 1 must be a number, not the BigInt 5")
}

func TestInt64TakesBigInts(t *testing.T) {
	for value, want := range map[string]int64{`5`: 5, `-5n`: -5, `-(2n ** 63n)`: math.MinInt64, `2n ** 63n - 1n`: math.MaxInt64} {
		n, err := deferred.Args{script(value)}.Int64(0)
		require.NoError(t, err, value)
		assert.Equal(t, want, n)
	}
	for value, want := range map[string]string{
		`2n ** 63n`: "argument 1 must be an integer of 64 bits, not the BigInt 9223372036854775808",
		`2 ** 53`:   "argument 1 must be a safe integer (2**53 - 1 at most), not 9007199254740992",
	} {
		_, err := deferred.Args{script(value)}.Int64(0)
		assert.EqualError(t, err, want)
	}
}

func TestUint64TakesBigInts(t *testing.T) {
	for value, want := range map[string]uint64{`5`: 5, `0n`: 0, `2n ** 64n - 1n`: math.MaxUint64} {
		n, err := deferred.Args{script(value)}.Uint64(0)
		require.NoError(t, err, value)
		assert.Equal(t, want, n)
	}
	for value, want := range map[string]string{
		`2n ** 64n`: "argument 1 must be an integer of 64 bits, zero or more, not the BigInt 18446744073709551616",
		`-1n`:       "argument 1 must be an integer of 64 bits, zero or more, not the BigInt -1",
		`-1`:        "argument 1 must be zero or more, not -1",
	} {
		_, err := deferred.Args{script(value)}.Uint64(0)
		assert.EqualError(t, err, want)
	}
}

func TestTimeTakesADate(t *testing.T) {
	for _, value := range []string{`new Date(1234567890123)`, `new ` + foreign("Date") + `(1234567890123)`} {
		got, err := deferred.Args{script(value)}.Time(0)
		require.NoError(t, err)
		assert.Equal(t, time.UnixMilli(1234567890123), got)
	}
	for value, want := range map[string]string{
		`new Date(NaN)`: "argument 1 must be a valid Date, not an Invalid Date",
		`5`:             "argument 1 must be a Date, not 5",
		`{}`:            "argument 1 must be a Date, not an object",
		`undefined`:     "argument 1 must be a Date, not undefined",
	} {
		_, err := deferred.Args{script(value)}.Time(0)
		assert.EqualError(t, err, want)
	}
}

func TestDurationTakesMilliseconds(t *testing.T) {
	for value, want := range map[string]time.Duration{`1500`: 1500 * time.Millisecond, `0.0015`: 1500 * time.Nanosecond, `-1`: -time.Millisecond} {
		d, err := deferred.Args{script(value)}.Duration(0)
		require.NoError(t, err)
		assert.Equal(t, want, d)
	}
	for value, want := range map[string]string{
		`NaN`:      "argument 1 must be a number of milliseconds that a time.Duration holds, not NaN",
		`Infinity`: "argument 1 must be a number of milliseconds that a time.Duration holds, not Infinity",
		`1e13`:     "argument 1 must be a number of milliseconds that a time.Duration holds, not 10000000000000",
		`5n`:       "argument 1 must be a number, not the BigInt 5",
		`"1s"`:     `argument 1 must be a number, not "1s"`,
	} {
		_, err := deferred.Args{script(value)}.Duration(0)
		assert.EqualError(t, err, want)
	}
}

func TestTimesAreDatesInThePage(t *testing.T) {
	at := time.Date(2024, 2, 29, 12, 0, 0, 123_999_999, time.FixedZone("", 3600))
	for _, value := range []any{at, &at} {
		date, err := deferred.Value(value)
		require.NoError(t, err)
		assert.Equal(t, "2024-02-29T11:00:00.123Z", safejs.Unsafe(date).Call("toISOString").String())
	}
	for _, ms := range []int64{8_640_000_000_000_000, -8_640_000_000_000_000} {
		date, err := deferred.Value(time.UnixMilli(ms))
		require.NoError(t, err)
		assert.Equal(t, float64(ms), safejs.Unsafe(date).Call("getTime").Float())
	}
	zero, err := deferred.Value(time.Time{})
	require.NoError(t, err)
	assert.Equal(t, "0001-01-01T00:00:00.000Z", safejs.Unsafe(zero).Call("toISOString").String())
	for at, year := range map[time.Time]string{
		time.UnixMilli(8_640_000_000_000_001):              "275760",
		time.UnixMilli(-8_640_000_000_000_001):             "-271821",
		time.Date(300_000_000, 1, 1, 0, 0, 0, 0, time.UTC): "300000000",
	} {
		_, err := deferred.Value(at)
		assert.EqualError(t, err, "a page has no Date in the year "+year)
		assert.ErrorAs(t, err, new(deferred.TypeError))
	}
}

// It was a number of nanoseconds.
func TestDurationsAreMillisecondsInThePage(t *testing.T) {
	value, err := deferred.Value([]time.Duration{1500 * time.Millisecond, time.Microsecond})
	require.NoError(t, err)
	assert.Equal(t, "Array[1500,0.001]", described(value))
}

type price struct{ cents int }

func (p price) PageValue() (any, error) {
	if p.cents < 0 {
		return nil, errTest
	}
	return map[string]any{"cents": p.cents}, nil
}

type node struct{ next *node }

func (n *node) PageValue() (any, error) { return []any{n.next}, nil }

type broken int

func (broken) PageValue() (any, error) { panic("broken") }

func TestAValuerSaysItsOwnValue(t *testing.T) {
	value, err := deferred.Value([]price{{5}})
	require.NoError(t, err)
	assert.Equal(t, 5, safejs.Unsafe(value).Index(0).Get("cents").Int())
	value, err = deferred.Value(&node{&node{}})
	require.NoError(t, err)
	assert.Equal(t, "Array[]", described(value), "of a list with a list with undefined")
	assert.Equal(t, 1, safejs.Unsafe(value).Length())
	_, err = deferred.Value(price{-1})
	assert.Equal(t, errTest, err)
	value, err = deferred.Value((*price)(nil))
	require.NoError(t, err)
	assert.True(t, value.IsUndefined())
}

func TestAValuerThatHoldsItselfIsAnError(t *testing.T) {
	n := &node{}
	n.next = n
	_, err := deferred.Value(n)
	assert.ErrorContains(t, err, "holds itself")
}

func TestAValuerThatPanicsIsReported(t *testing.T) {
	reported := reports(t)
	_, err := deferred.Value([]broken{1})
	var p *deferred.PanicError
	require.ErrorAs(t, err, &p)
	assert.Equal(t, "broken", p.Value)
	assert.Equal(t, []any{"panic: broken"}, reported.take())
}

func TestAStructIsAnErrorThatSaysWhatToDo(t *testing.T) {
	_, err := deferred.Value(struct{ X int }{1})
	assert.EqualError(t, err, "a page has no value for a struct { X int }: give it a method PageValue() (any, error), or use a map of its fields")
}
