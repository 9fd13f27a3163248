package rules

import "strings"

// retryAfter reads the header (RFC 9110, 10.2.3): seconds, or a date. The answer is in ms from now.
func retryAfter(header string, now int64) (ms int64, ok bool) {
	header = trim(header)
	if seconds, ok := Digits(header); ok {
		return seconds * 1000, true
	}
	if at, ok := httpDate(header); ok {
		return max(0, at*1000-now), true
	}
	return 0, false
}

// httpDate reads the one form of date that is written today, "Sun, 06 Nov 1994 08:49:37 GMT", as
// seconds since 1970. (time.Parse is 10 kB.)
func httpDate(s string) (seconds int64, ok bool) {
	if len(s) != 29 || s[3:5] != ", " || s[7] != ' ' || s[11] != ' ' || s[16] != ' ' || s[19] != ':' || s[22] != ':' ||
		s[25:] != " GMT" {
		return 0, false
	}
	month := strings.Index("JanFebMarAprMayJunJulAugSepOctNovDec", s[8:11])
	if month < 0 || month%3 != 0 {
		return 0, false
	}
	var parts [5]int64
	for i, part := range []string{s[5:7], s[12:16], s[17:19], s[20:22], s[23:25]} {
		n, ok := Digits(part)
		if !ok {
			return 0, false
		}
		parts[i] = n
	}
	days := daysSince1970(parts[1], int64(month/3)+1, parts[0])
	return ((days*24+parts[2])*60+parts[3])*60 + parts[4], true
}

// daysSince1970 counts years from March on, so that a leap day is a year's last.
func daysSince1970(year, month, day int64) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1 - 719468
}

// Digits reads a number that is written in digits and nothing else.
func Digits(s string) (n int64, ok bool) {
	if s == "" || len(s) > 15 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, true
}
