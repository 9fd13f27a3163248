package docs

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/godeferred/godeferred/tools/site/docs/dts"
)

func (a *api) addPages() {
	for i := range topics {
		t := &topics[i]
		for _, e := range a.entries {
			if e.topic == t {
				a.site.add(a.entryPage(e))
			}
		}
		for _, own := range ownPages {
			if own.topic == t.id {
				a.site.add(a.typePage(own.path, own.title, t, own.lead))
			}
		}
		if t.id == "collection" {
			for _, page := range sectionPages[:len(sectionPages)-1] {
				a.site.add(a.sectionPage(page.path, page.title, page.lead, page.owner, page.group, t))
			}
		}
		if t.id == "functions" {
			page := sectionPages[len(sectionPages)-1]
			a.site.add(a.sectionPage(page.path, page.title, page.lead, page.owner, page.group, t))
		}
	}
	a.site.add(a.typePage("types", "Types", &topic{}, "Types of the declarations that belong to no single function."))
}

func (a *api) reader(self string) *reader {
	return &reader{site: a.site, folder: "web/types", self: self, seen: map[string]bool{}}
}

// entryPage is the page of one function, method or property.
func (a *api) entryPage(e *entry) *Page {
	r := a.reader(e.name)
	title := e.name
	if other, is := titles[e.owner+"."+e.name]; is {
		title = other
	}
	if e.topic.id == "requests" {
		r.members = "AjaxSettings"
	}
	for _, call := range e.calls {
		for _, p := range call.Params {
			r.seen[p.Name] = true // in this page, the argument is meant
		}
	}
	lead, rest := leadOf(e.doc.Text)
	if own, is := leads[e.owner+"."+e.name]; is {
		lead, rest = own, e.doc.Text
	}
	b := &body{r: r}
	b.crumbs(API, e.topic.title, "/docs/api/#"+e.topic.id)
	b.html("<h1><code>" + html.EscapeString(title) + "</code></h1>\n")
	b.html("<p class=\"lead\">" + r.line(lead) + "</p>\n")
	b.html(a.site.signature(a.callLines(e), e.name))
	if name := strings.TrimSuffix(e.name, "(call)"); a.core[name] && e.owner == "Godeferred" {
		b.html("<p class=\"quiet\">Also exported by <code>core.mjs</code>, which needs no wasm.</p>\n")
	}
	b.html(r.markdown(rest))
	for _, m := range e.members[1:] {
		if m.Doc.Text != "" {
			b.html(r.markdown(m.Doc.Text))
		}
	}
	b.params(a, e)
	b.facts(e.doc)
	for i, example := range e.doc.Of("example") {
		if i == 0 {
			b.heading("Example")
		}
		b.html(r.markdown(example))
		a.site.keepExamples(e.path, example)
	}
	b.jquery(e, a.differences(e))
	b.whole(a, e)
	a.typesOn(b, e.path)
	return b.page("docs/api/"+e.path+".html", title, plain(r.line(lead)), e.topic, true, fmt.Sprintf("%s#L%d", typesFile, e.line))
}

// leadOf cuts the first sentence off a text.
var sentenceEnd = regexp.MustCompile(`(?s)^(.+?[.:!?])(\s+(?:[A-Z\x60].*)|\s*)$`)

func leadOf(text string) (lead, rest string) {
	paragraph, after, _ := strings.Cut(text, "\n\n")
	// A full stop within code, or behind "e.g.", would end too early: only one before a capital counts.
	if at := sentenceEnd.FindStringSubmatch(paragraph); at != nil {
		lead, rest = at[1], strings.TrimSpace(at[2])
	} else {
		lead = paragraph
	}
	return strings.TrimSpace(lead), strings.TrimSpace(rest + "\n\n" + after)
}

// callLines are the ways to call an entry, one in each line.
func (a *api) callLines(e *entry) string {
	receiver := receivers[e.owner] + e.name
	if e.name == "(call)" {
		receiver = "godeferred"
	}
	if len(e.calls) == 0 {
		return receiver + ": " + simple(e.members[0].Type)
	}
	if e.optional { // a hook, which the page sets
		return receiver + " = " + simple(e.members[0].Type)
	}
	var lines []string
	for _, call := range e.calls {
		line := receiver + "(" + paramList(call.Params, false) + "): " + simple(call.Result)
		if call.New {
			line = "new " + line
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// paramList is the parameters of a call, separated by commas, with their types or without.
func paramList(params []dts.Param, typed bool) string {
	var parts []string
	for _, p := range params {
		part := p.Name
		if p.Rest {
			part = "..." + part
		}
		if p.Optional {
			part += "?"
		}
		if typed {
			part += ": " + simple(p.Type)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

var (
	contextParam = regexp.MustCompile(`this: [^,()]+?(?:<[^()]*?>)?(?:, |\))`)
	orUndefined  = regexp.MustCompile(` \| undefined\b`)
)

// simple writes a type without the arguments of generic types, which only TypeScript needs.
func simple(source string) string {
	text := strings.ReplaceAll(dts.Flat(source), `None["value"]`, "null")
	text = orUndefined.ReplaceAllString(text, "")
	var out strings.Builder
	depth := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '<':
			depth++
		case c == '>' && depth > 0 && text[i-1] != '=':
			depth--
			continue
		}
		if depth == 0 {
			out.WriteByte(text[i])
		}
	}
	text = contextParam.ReplaceAllStringFunc(out.String(), func(found string) string {
		if strings.HasSuffix(found, ")") {
			return ")"
		}
		return ""
	})
	return strings.TrimSpace(text)
}
