package rules

import "strings"

// insertCallback puts the callback's name where the URL, or else the data of a form, has a place for
// it, and at the end of the URL otherwise.
func (p *Plan) insertCallback(s *Settings) {
	if s.JSONP == "" {
		return
	}
	if replace(&p.URL, s.JSONPCallback) {
		return
	}
	if s.Text && strings.HasPrefix(s.ContentType, FormType) && replace(&p.Data, s.JSONPCallback) {
		return
	}
	p.URL += separator(p.URL) + s.JSONP + "=" + s.JSONPCallback
}

func replace(in *string, name string) bool {
	at, length := placeholder(*in)
	if at < 0 {
		return false
	}
	*in = (*in)[:at] + name + (*in)[at+length:]
	return true
}

// placeholder finds ?? anywhere, or the ? of a parameter that is =? and nothing else.
func placeholder(s string) (at, length int) {
	for i := range len(s) {
		switch {
		case s[i] == '=' && i+1 < len(s) && s[i+1] == '?' && (i+2 == len(s) || s[i+2] == '&'):
			return i + 1, 1
		case s[i] == '?' && i+1 < len(s) && s[i+1] == '?':
			return i, 2
		}
	}
	return -1, 0
}
