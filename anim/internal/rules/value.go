package rules

import "strconv"

// value is what a property is to reach, as a page writes it: a word, or a number with its unit,
// which may be relative to the present one.
type value struct {
	word   string  // "show", "hide", "toggle" or ""
	op     byte    // '+' or '-' for a relative number, else 0
	number float64 // in unit
	unit   string  // "" where none was given
	ok     bool    // it is one of these; jQuery takes its time over others, too, and changes nothing
}

// parseValue reads a value as jQuery does (rfxtypes and rcssNum in its source).
func parseValue(text string) value {
	switch text {
	case "show", "hide", "toggle":
		return value{word: text, ok: true}
	}
	if text == "" {
		return value{ok: true} // as null, which the page writes so: 0
	}
	var v value
	rest := text
	if len(rest) > 1 && rest[1] == '=' && (rest[0] == '+' || rest[0] == '-') {
		v.op, rest = rest[0], rest[2:]
	}
	n := numberLength(rest)
	number, err := strconv.ParseFloat(rest[:n], 64)
	if n == 0 || err != nil || !isUnit(rest[n:]) {
		return value{}
	}
	v.number, v.unit, v.ok = number, rest[n:], true
	return v
}

// Word returns the word that a value is, "show", "hide" or "toggle", or "".
func Word(text string) string { return parseValue(text).word }

// Relative tells whether a value is a number relative to the present one.
func Relative(text string) bool { return parseValue(text).op != 0 }

// numberLength returns how much of text is a number: ±1, .5, 1.5 or 1e-3, but not "1.". A unit may
// follow at once, and may begin with e: "1em".
func numberLength(text string) int {
	i := 0
	if i < len(text) && (text[i] == '+' || text[i] == '-') {
		i++
	}
	end := digits(text, i)
	if end < len(text) && text[end] == '.' && digits(text, end+1) > end+1 {
		end = digits(text, end+1)
	}
	if end == i {
		return 0
	}
	if end < len(text) && (text[end] == 'e' || text[end] == 'E') {
		exponent := end + 1
		if exponent < len(text) && (text[exponent] == '+' || text[exponent] == '-') {
			exponent++
		}
		if last := digits(text, exponent); last > exponent {
			return last
		}
	}
	return end
}

// digits returns where the digits of text that begin at i end.
func digits(text string, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}

func isUnit(text string) bool {
	for i := range len(text) {
		if c := text[i] | 0x20; (c < 'a' || c > 'z') && text[i] != '%' {
			return false
		}
	}
	return true
}

// leading returns the number that a computed style begins with, as parseFloat does, and what
// follows it; false where it is not a number ("auto", "normal").
func leading(computed string) (number float64, unit string, ok bool) {
	n := numberLength(computed)
	number, err := strconv.ParseFloat(computed[:n], 64)
	if n == 0 || err != nil {
		return 0, "", false
	}
	if unit = computed[n:]; !isUnit(unit) {
		unit = ""
	}
	return number, unit, true
}

// Number writes a number as CSS and scripts read it.
func Number(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }
