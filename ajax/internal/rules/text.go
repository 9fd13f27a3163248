package rules

// Of package strings only what it costs little to have is used in what pages get: its ToLower and
// ToUpper bring the tables of Unicode along. Here, ASCII is all there is.

func lower(s string) string { return mapBytes(s, 'A', 'Z', 'a'-'A') }

// Upper is strings.ToUpper for ASCII.
func Upper(s string) string { return mapBytes(s, 'a', 'z', 'A'-'a') }

func mapBytes(s string, from, to byte, shift int) string {
	for i := range len(s) {
		if from <= s[i] && s[i] <= to {
			b := []byte(s)
			for ; i < len(b); i++ {
				if from <= b[i] && b[i] <= to {
					b[i] = byte(int(b[i]) + shift)
				}
			}
			return string(b)
		}
	}
	return s
}

// trim cuts blanks, and quotes, off both ends.
func trim(s string) string {
	for s != "" && blank(s[0]) {
		s = s[1:]
	}
	for s != "" && blank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '"' || c == '\'' }

// before leaves list as it is.
func before(first string, list []string) []string { return append([]string{first}, list...) }

// words splits at HTML white space.
func words(s string) []string {
	var list []string
	start := -1
	for i := range len(s) + 1 {
		space := i == len(s) || s[i] == ' ' || '\t' <= s[i] && s[i] <= '\r' && s[i] != '\v'
		switch {
		case space && start >= 0:
			list = append(list, s[start:i])
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	return list
}
