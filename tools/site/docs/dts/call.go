package dts

import "fmt"

// A Call is one way to call a function.
type Call struct {
	Params []Param
	// Result is the type that it returns.
	Result string
	New    bool
	Doc    Doc // of the overload, where it has a comment of its own
}

// A Param is a parameter, or a member of an object's type.
type Param struct {
	Name     string
	Type     string
	Optional bool
	Rest     bool
}

// CallOf reads a type such as `<T>(a: A, b?: B) => R`, or the same of a method, with a colon before R. ok is false for a
// type that is not a function's.
func CallOf(source string) (call Call, ok bool, err error) {
	tokens, err := scan(source)
	if err != nil || len(tokens) == 0 {
		return call, false, err
	}
	p := parser{source: source}
	if tokens[0].text == "<" {
		tokens = tokens[min(2+endOf(tokens[1:], ">"), len(tokens)):]
	}
	if len(tokens) == 0 || tokens[0].text != "(" {
		return call, false, nil
	}
	close := 1 + endOf(tokens[1:], ")")
	if close+1 >= len(tokens) || tokens[close+1].text != "=>" && tokens[close+1].text != ":" {
		return call, false, nil
	}
	call.Result = Flat(p.text(tokens[close+2:]))
	inside := tokens[1:close]
	for len(inside) > 0 {
		end := endOf(inside, ",")
		param, err := p.param(inside[:end])
		if err != nil {
			return call, false, err
		}
		if param.Name != "this" {
			call.Params = append(call.Params, param)
		}
		inside = after(inside, end)
	}
	return call, true, nil
}

func (p *parser) param(tokens []token) (param Param, err error) {
	rest := tokens
	if len(rest) > 0 && rest[0].text == "..." {
		param.Rest, rest = true, rest[1:]
	}
	if len(rest) < 3 || rest[0].kind != word {
		return param, fmt.Errorf("%q is not a parameter with a type", p.text(tokens))
	}
	param.Name, rest = rest[0].text, rest[1:]
	if rest[0].text == "?" {
		param.Optional, rest = true, rest[1:]
	}
	if rest[0].text != ":" {
		return param, fmt.Errorf("%q is not a parameter with a type", p.text(tokens))
	}
	param.Type = Flat(p.text(rest[1:]))
	return param, nil
}

// MembersOf reads the members of an object's type, `{ … }`. ok is false for another type.
func MembersOf(source string) (members []Member, ok bool, err error) {
	tokens, err := scan(source)
	if err != nil || len(tokens) < 2 || tokens[0].text != "{" || endOf(tokens[1:], "}") != len(tokens)-2 {
		return nil, false, err
	}
	p := parser{source: source}
	members, err = p.members(tokens[1 : len(tokens)-1])
	return members, err == nil, err
}

// Split cuts a type at a sign that stands outside all brackets.
func Split(source, at string) ([]string, error) {
	tokens, err := scan(source)
	if err != nil {
		return nil, err
	}
	p := parser{source: source}
	var parts []string
	for len(tokens) > 0 {
		end := endOf(tokens, at)
		if end > 0 {
			parts = append(parts, p.text(tokens[:end]))
		}
		tokens = after(tokens, end)
	}
	return parts, nil
}
