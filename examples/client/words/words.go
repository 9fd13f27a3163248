// Package words says in words what the client shows in numbers.
package words

import (
	"strconv"
	"strings"
	"time"
)

// Bytes is a size such as "512 bytes", "20.2 kB" or "1.5 MB".
func Bytes(n int64) string {
	switch {
	case n < 1000:
		return Count(int(n), "byte")
	case n < 999_950: // which would round to 1000.0 kB
		return strconv.FormatFloat(float64(n)/1e3, 'f', 1, 64) + " kB"
	}
	return strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64) + " MB"
}

// Arrived says how much of a body has arrived; total is 0 where that is not known.
func Arrived(loaded, total int64) string {
	if total <= 0 {
		return Bytes(loaded)
	}
	return Bytes(loaded) + " of " + Bytes(total) + ", " + strconv.FormatInt(min(100*loaded/total, 100), 10) + " %"
}

// Count is a number with its noun: "1 story", "2 stories".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return strconv.Itoa(n) + " " + stem + "ies"
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// Took is a time in whole ms, or in seconds with one digit from ten on.
func Took(d time.Duration) string {
	if d < 10*time.Second {
		return strconv.FormatInt(d.Milliseconds(), 10) + " ms"
	}
	return strconv.FormatFloat(d.Seconds(), 'f', 1, 64) + " s"
}
