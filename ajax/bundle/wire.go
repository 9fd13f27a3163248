package bundle

import "strings"

// Fields are lines; a line break in a field is \n, and a backslash two of them.

func split(s string) []string {
	fields := cut(s, '\n')
	if strings.IndexByte(s, '\\') < 0 {
		return fields
	}
	for i, field := range fields {
		fields[i] = unescape(field)
	}
	return fields
}

// cut is strings.Split for one byte; that is 4 kB.
func cut(s string, separator byte) []string {
	var parts []string
	for {
		end := strings.IndexByte(s, separator)
		if end < 0 {
			return append(parts, s)
		}
		parts = append(parts, s[:end])
		s = s[end+1:]
	}
}

func unescape(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			i++
			if c = s[i]; c == 'n' {
				c = '\n'
			}
		}
		b = append(b, c)
	}
	return string(b)
}

func join(fields []string, separator byte) string {
	var b []byte
	for i, field := range fields {
		if i > 0 {
			b = append(b, separator)
		}
		for j := range len(field) {
			switch c := field[j]; c {
			case '\n':
				b = append(b, '\\', 'n')
			case '\\':
				b = append(b, '\\', '\\')
			default:
				b = append(b, c)
			}
		}
	}
	return string(b)
}
