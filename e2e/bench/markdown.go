package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// notes are what is said below a table, each numbered where it first appears.
type notes []string

func (n *notes) number(text string) int {
	i := slices.Index(*n, text)
	if i < 0 {
		i = len(*n)
		*n = append(*n, text)
	}
	return i + 1
}

// superscript is numbers of notes, as they stand beside a figure.
func superscript(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	slices.Sort(numbers)
	return "<sup>" + strings.Trim(strings.ReplaceAll(fmt.Sprint(numbers), " ", ", "), "[]") + "</sup>"
}

func (n notes) String() string {
	var text strings.Builder
	for i, note := range n {
		fmt.Fprintf(&text, "<br>\n<sup>%d</sup> %s", i+1, note)
	}
	return text.String() + "\n"
}

// markdown aligns the columns, so that the table can be read as it is.
func markdown(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], len([]rune(text)), 3)
		}
	}
	var table strings.Builder
	for n, row := range rows {
		for i, text := range row {
			padding := strings.Repeat(" ", widths[i]-len([]rune(text)))
			if i == 0 {
				fmt.Fprintf(&table, "| %s%s |", text, padding)
			} else {
				fmt.Fprintf(&table, " %s%s |", padding, text)
			}
		}
		table.WriteByte('\n')
		if n == 0 {
			for i, width := range widths {
				if i == 0 {
					fmt.Fprintf(&table, "| %s |", strings.Repeat("-", width))
				} else {
					fmt.Fprintf(&table, " %s: |", strings.Repeat("-", width-1))
				}
			}
			table.WriteByte('\n')
		}
	}
	return table.String()
}

// figure writes a number with two digits that count at least, and no more than the measurement is worth.
func figure(x float64) string {
	switch {
	case x < 0.995:
		return strconv.FormatFloat(x, 'f', 2, 64)
	case x < 9.95:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	return thousands(x)
}

func thousands(x float64) string {
	digits := strconv.FormatFloat(math.Round(x), 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
