package rules

import "slices"

// An Arrival is what is known of an answer when its head is there.
type Arrival struct {
	Status      int
	Method      string
	ContentType string // of the answer, or what the page says in its place
	Types       []string
	Form        string     // the body's form where it is settled: "text", "binary", "none"; "" asks
	Forms       []string   // the types that a page's own transport has answered in, to choose from
	Contents    []Content  // what content types mean; nil for jQuery's own
	Converters  Converters // by name
}

// A Content is one entry of the contents setting.
type Content struct {
	Type string
	Says Answer // what the page's own pattern says of the content type; Unsaid for one of jQuery's own
}

// A Verdict is what an answer means.
type Verdict struct {
	Word    string   // success, nocontent, notmodified or error
	Form    string   // how to read the body: text, blob or arraybuffer; binary and none as given
	Charset string   // of a text that is not UTF-8
	Types   []string // as asked for, with what "*" has come to mean and the body's in front
	Chain   []string // the body's type, then for each conversion the converter's name and the type it makes
}

// Judge says what an answer means, and what to make of its body. That of a failure is converted
// too: a server may say what is wrong in JSON.
func Judge(a *Arrival) *Verdict {
	v := &Verdict{Word: TextStatus(a.Status, a.Method), Form: a.Form}
	types := a.Types
	if v.Form == "" {
		v.Form = "text"
		if types[0] == "blob" || types[0] == "arraybuffer" {
			v.Form = types[0]
		}
	}
	if v.Form != "none" {
		types = a.meant(types)
		if len(a.Forms) > 0 {
			v.Form = a.choose(types)
		}
		if len(types) == 0 || types[0] != v.Form {
			types = before(v.Form, types)
		}
	}
	if v.Form == "text" {
		v.Charset = Charset(a.ContentType)
	}
	converters := a.Converters
	if v.Word == "error" && slices.Contains(types, "script") && !slices.Contains(types, "json") {
		// The body of a failure is not run as a script.
		converters = append(Converters{{Name: "text script", Same: true}}, converters...)
	}
	v.Types = types
	v.Chain = converters.chain(types)
	return v
}

// meant puts the content type's meaning in the place of "*".
func (a *Arrival) meant(types []string) []string {
	if len(types) == 0 || types[0] != "*" {
		return types
	}
	for len(types) > 0 && types[0] == "*" {
		types = types[1:]
	}
	if kind := a.kind(); kind != "" {
		types = before(kind, types)
	}
	return types
}

// choose returns the form that is asked for, else the first that a converter takes, else the first.
func (a *Arrival) choose(types []string) string {
	if len(types) == 0 {
		return a.Forms[0]
	}
	if slices.Contains(a.Forms, types[0]) {
		return types[0]
	}
	for _, form := range a.Forms {
		if _, ok := a.Converters.find(form + " " + types[0]); ok {
			return form
		}
	}
	return a.Forms[0]
}

func (a *Arrival) kind() string {
	own := kindOf(a.ContentType)
	if a.ContentType == "" {
		return ""
	}
	if a.Contents == nil {
		return own
	}
	for _, c := range a.Contents {
		if c.Says == Yes || c.Says == Unsaid && hasKind(a.ContentType, c.Type) {
			return c.Type
		}
	}
	return ""
}
