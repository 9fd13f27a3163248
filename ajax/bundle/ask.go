// Package bundle hands the rules to internal/runtime, and to nothing else. Programs use package ajax.
//
// A question is one string and so is its answer, since each value that crosses between the page and
// Go costs about as much as a rule takes to work out. web/src/rules/ajax.js has the other half.
package bundle

import (
	"errors"
	"strings"

	"github.com/godeferred/godeferred/ajax/internal/rules"
)

var errQuestion = errors.New("no such question") // a mistake of ours: the page face asks no other

// Ask answers a question: its name and its fields, one a line. An error is a wrong.TypeError that
// names the setting.
func Ask(question string) (string, error) {
	fields := split(question)
	var lines []string
	err := errQuestion
	switch name, f := fields[0], fields[1:]; {
	case name == "plan" && len(f) == 14:
		lines, err = plan(f)
	case name == "judge" && len(f) == 7:
		lines, err = judge(f), nil
	case name == "retry" && len(f) == 11:
		lines, err = retry(f), nil
	case name == "header" && len(f) == 2:
		err = rules.CheckHeader(f[0], f[1])
	case name == "url" && len(f) == 1:
		err = rules.CheckURL(f[0])
	}
	return join(lines, '\n'), err
}

// plan's flags, in the question and in the answer, are letters, which plan.js lists, too.
func plan(f []string) ([]string, error) {
	has := letters(f[0]).has
	cross := rules.Unsaid
	if has('x') {
		cross = rules.Yes
	} else if has('y') {
		cross = rules.No
	}
	p, err := rules.Make(&rules.Settings{
		HasData: has('d'), Text: has('t'), Process: has('p'), NoContentType: has('f'), OwnContentType: has('o'),
		Bust: has('c'), Headers: has('h'), ScriptAttrs: has('a'), WithCredentials: has('w'),
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
	var flags letters
	flags.set('b', p.Body)
	flags.set('x', p.Cross)
	flags.set('s', p.Script)
	flags.set('e', p.Form)
	flags.set('c', p.SendContentType)
	return []string{string(flags), p.Method, p.Credentials, p.Accept, join(p.Types, ' '), p.CacheURL, p.URL, data}, nil
}

// letters are flags that are set. Their methods are not inlined, since the calls are many.
type letters string

//go:noinline
func (l letters) has(letter byte) bool { return strings.IndexByte(string(l), letter) >= 0 }

//go:noinline
func (l *letters) set(letter byte, is bool) {
	if is {
		*l += letters([]byte{letter})
	}
}

func judge(f []string) []string {
	v := rules.Judge(&rules.Arrival{
		Status: int(number(f[0], 0)), Method: f[1], Form: f[2], ContentType: f[3], Types: cut(f[4], ' '),
		Contents: contents(f[5]), Converters: converters(f[6]),
	})
	return append([]string{v.Word, v.Form, v.Charset, join(v.Types, ' ')}, v.Chain...)
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
