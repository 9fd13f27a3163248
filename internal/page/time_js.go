package page

import (
	"fmt"
	"math"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// maxDate is how many seconds a Date can be away from 1970 (ECMAScript, Time Values and Time Range).
const maxDate = 8_640_000_000_000

// date makes a Date, which has milliseconds.
func date(t time.Time) (safejs.Value, error) {
	// UnixMilli overflows for times that are further away.
	if s := t.Unix(); s > maxDate || s == maxDate && t.Nanosecond() > 0 || s < -maxDate {
		return safejs.Undefined(), wrong.TypeError(fmt.Sprintf("a page has no Date in the year %d", t.Year()))
	}
	return New("Date", float64(t.UnixMilli()))
}

// Time reads a Date, of any frame's. The error names the argument.
func Time(argument string, value safejs.Value) (time.Time, error) {
	prototype, err := Get(global("Date"), "prototype")
	if err != nil {
		return time.Time{}, err
	}
	getTime, err := Get(prototype, "getTime")
	if err != nil {
		return time.Time{}, err
	}
	ms, err := apply(getTime, value)
	if err != nil { // getTime throws for anything else
		return time.Time{}, Wrong(argument, "a Date", value)
	}
	f, err := ms.Float()
	if err != nil {
		return time.Time{}, err
	}
	if math.IsNaN(f) {
		return time.Time{}, wrong.TypeError(argument + " must be a valid Date, not an Invalid Date")
	}
	return time.UnixMilli(int64(f)), nil
}

// milliseconds are what a page counts time in.
func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// Duration reads a number of milliseconds. The error names the argument.
func Duration(argument string, value safejs.Value) (time.Duration, error) {
	ms, err := Float(argument, value)
	if err != nil {
		return 0, err
	}
	ns := math.Round(ms * float64(time.Millisecond))
	if !(math.Abs(ns) < math.MaxInt64) { // NaN, too
		return 0, Wrong(argument, "a number of milliseconds that a time.Duration holds", value)
	}
	return time.Duration(ns), nil
}
