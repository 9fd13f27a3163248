package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A line is something that takes room.
type line struct {
	name  string
	bytes int64
	note  string
}

// table is for terminals: the bytes, then what takes them.
func table(heading string, lines []line) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%12s\n", heading)
	for _, l := range lines {
		fmt.Fprintf(&text, "%12s  %s\n", thousands(l.bytes), strings.TrimSpace(l.name+"  "+l.note))
	}
	return text.String()
}

// bySize puts the largest first.
func bySize(sizes map[string]int64) []line {
	var lines []line
	for name, bytes := range sizes {
		lines = append(lines, line{name: name, bytes: bytes})
	}
	slices.SortFunc(lines, func(a, b line) int {
		if a.bytes != b.bytes {
			return int(b.bytes - a.bytes)
		}
		return strings.Compare(a.name, b.name)
	})
	return lines
}

func thousands(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
