// Package bundle hands the rules to this module's own page bundle, cmd/wasm, and to nothing else.
// Programs use package ajax.
//
// A question is one string and so is its answer, since each value that crosses between the page and
// Go costs about as much as a rule takes to work out. web/src/ajax/ask.js has the other half.
package bundle

import (
	"errors"
	"strings"

	"github.com/godeferred/godeferred/ajax/internal/rules"
)

var errQuestion = errors.New("no such question") // a mistake of ours: the page face asks no other

// Ask answers a question: its name and its fields, one a line. An error is a page.TypeError that
// names the setting.
func Ask(question string) (string, error) {
	fields := split(question)
	answer, known := answers[fields[0]]
	if !known || len(fields) != answer.fields {
		return "", errQuestion
	}
	lines, err := answer.ask(fields[1:])
	return join(lines, '\n'), err
}

var answers = map[string]struct {
	fields int // the name among them
	ask    func(fields []string) ([]string, error)
}{
	"plan":   {15, plan},
	"judge":  {8, judge},
	"retry":  {12, retry},
	"header": {3, func(f []string) ([]string, error) { return nil, rules.CheckHeader(f[0], f[1]) }},
	"url":    {2, func(f []string) ([]string, error) { return nil, rules.CheckURL(f[0]) }},
}

// plan's flags, in the question and in the answer, are letters, which plan.js lists, too.
func plan(f []string) ([]string, error) {
	has := func(flag byte) bool { return strings.IndexByte(f[0], flag) >= 0 }
	cross := rules.Unsaid
	if has('x') {
		cross = rules.Yes
	} else if has('y') {
		cross = rules.No
	}
	p, err := rules.Make(&rules.Settings{
		HasData: has('d'), Text: has('t'), Process: has('p'), NoContentType: has('f'), OwnContentType: has('o'),
		Bust: has('c'), BustScripts: has('u'), Headers: has('h'), ScriptAttrs: has('a'), WithCredentials: has('w'),
		CrossDomain: cross, Nonce: f[1], JSONP: f[2], JSONPCallback: f[3], PageOrigin: f[4], Origin: f[5],
		Credentials: f[6], Method: f[7], DataType: f[8], ContentType: f[9], Accepts: f[10], AcceptsAny: f[11],
		Data: f[12], URL: f[13],
	})
	if err != nil {
		return nil, err
	}
	data := ""
	if p.Data != f[12] {
		data = p.Data // JSONP has put the callback's name into it
	}
	flags := flag('b', p.Body) + flag('x', p.Cross) + flag('s', p.Script) + flag('e', p.Form) + flag('c', p.SendContentType)
	return []string{flags, p.Method, p.Credentials, p.Accept, join(p.Types, ' '), p.CacheURL, p.URL, data}, nil
}

func flag(letter byte, set bool) string {
	if set {
		return string(rune(letter))
	}
	return ""
}

func judge(f []string) ([]string, error) {
	v := rules.Judge(&rules.Arrival{
		Status: int(number(f[0], 0)), Method: f[1], Form: f[2], ContentType: f[3], Types: cut(f[4], ' '),
		Contents: contents(f[5]), Converters: converters(f[6]),
	})
	return append([]string{v.Word, v.Form, v.Charset, join(v.Types, ' ')}, v.Chain...), nil
}

// contents reads names behind a "=" for one of jQuery's own, "+" where the page's pattern matches and
// "-" where it does not.
func contents(s string) []rules.Content {
	if s == "" {
		return nil
	}
	list := []rules.Content{}
	for _, one := range cut(s, '\t') {
		says := rules.Unsaid
		switch one[:1] {
		case "+":
			says = rules.Yes
		case "-":
			says = rules.No
		}
		list = append(list, rules.Content{Type: one[1:], Says: says})
	}
	return list
}

// converters reads names, behind a "=" where they are `true`.
func converters(s string) rules.Converters {
	var list rules.Converters
	for _, one := range cut(s, '\t') {
		name, same := strings.CutPrefix(one, "=")
		list = append(list, rules.Converter{Name: name, Same: same})
	}
	return list
}
