package docs

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/godeferred/godeferred/tools/site/docs/dts"
)

// A body is a page that is being written.
type body struct {
	r   *reader
	out strings.Builder
}

func (b *body) html(text string) { b.out.WriteString(text) }

func (b *body) heading(text string) {
	id := strings.ReplaceAll(strings.ToLower(text), " ", "-")
	b.html(fmt.Sprintf("<h2 id=%q>%s</h2>\n", id, html.EscapeString(text)))
}

// crumbs say where the page is.
func (b *body) crumbs(section, group, address string) {
	b.html(fmt.Sprintf("<p class=\"crumbs\"><a href=%q>%s</a> <span aria-hidden=\"true\">›</span> <a href=%q>%s</a></p>\n",
		sectionIndex[section], section, address, html.EscapeString(group)))
}

// facts lists what the tags of a comment say, each with its label.
func (b *body) facts(d dts.Doc) {
	var rows strings.Builder
	for _, fact := range []struct{ label, tag string }{
		{"Returns", "returns"}, {"Callbacks", "callbacks"}, {"A second call", "again"}, {"Errors", "throws"},
	} {
		for _, text := range d.Of(fact.tag) {
			fmt.Fprintf(&rows, "<div><dt>%s</dt><dd>%s</dd></div>\n", fact.label, b.r.line(text))
		}
	}
	if rows.Len() > 0 {
		b.html("<dl class=\"facts\">\n" + rows.String() + "</dl>\n")
	}
}

// params lists the arguments of all ways to call an entry, each once.
func (b *body) params(a *api, e *entry) {
	seen := map[string]bool{}
	var rows strings.Builder
	for _, call := range e.calls {
		for _, p := range call.Params {
			text := a.argument(e, call, p.Name)
			if seen[p.Name] {
				continue
			}
			seen[p.Name] = true
			name := p.Name
			if p.Rest {
				name = "..." + name
			}
			optional := ""
			if p.Optional {
				optional = " <span class=\"quiet\">optional</span>"
			}
			fmt.Fprintf(&rows, "<div><dt><code>%s</code>%s%s</dt><dd>%s</dd></div>\n",
				name, optional, b.r.ofType(p.Type), b.r.line(text))
		}
	}
	if rows.Len() > 0 {
		b.heading("Arguments")
		b.html("<dl class=\"params\">\n" + rows.String() + "</dl>\n")
	}
}

var parameterAlone = regexp.MustCompile(`^[A-Z](?: \| null)?$`)

// typeText is a type in a list, with links.
func (r *reader) typeText(source string) string {
	text := simple(source)
	if parameterAlone.MatchString(text) {
		return "" // only TypeScript knows more than that
	}
	text = html.EscapeString(text)
	return nameInType.ReplaceAllStringFunc(text, func(name string) string {
		if address, is := r.site.names[name]; is && name != r.self {
			return fmt.Sprintf("<a href=%q>%s</a>", address, name)
		}
		return name
	})
}

// ofType is a type behind the name of an argument or a member.
func (r *reader) ofType(source string) string {
	if text := r.typeText(source); text != "" {
		return " <code class=\"of\">" + text + "</code>"
	}
	return ""
}

// jquery says what jQuery does.
func (b *body) jquery(e *entry, rows []difference) {
	texts := e.doc.Of("jquery")
	if len(texts) == 0 && len(rows) == 0 {
		return
	}
	b.heading("In jQuery")
	for _, text := range texts {
		b.html(b.r.markdown(text))
	}
	b.differences(rows)
}

func (b *body) differences(rows []difference) {
	if len(rows) == 0 {
		return
	}
	b.html("<table class=\"differences\"><thead><tr><th>jQuery 4</th><th>godeferred</th><th>Why</th></tr></thead><tbody>\n")
	r := &reader{site: b.r.site}
	for _, d := range rows {
		b.html("<tr><td data-label=\"jQuery 4\">" + r.line(d.jquery) + "</td><td data-label=\"godeferred\">" + r.line(d.ours) + "</td><td data-label=\"Why\">" + r.line(d.why) + "</td></tr>\n")
	}
	b.html("</tbody></table>\n<p class=\"quiet\">From <a href=\"/docs/compat.html\">all differences from jQuery</a>.</p>\n")
}

// whole shows the declaration as TypeScript has it, where the lines at the top leave something out.
func (b *body) whole(a *api, e *entry) {
	var all strings.Builder
	for _, m := range e.members {
		all.WriteString(outdent(m.Text) + ";\n")
	}
	b.heading("In TypeScript")
	b.html(a.site.signature(strings.TrimSpace(all.String()), e.name))
}

// outdent takes off the tab that the members of an interface have, and makes the others two spaces.
func outdent(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\n\t", "\n"), "\t", "  ")
}

// page ends the page.
func (b *body) page(path, title, description string, t *topic, code bool, source string) *Page {
	return &Page{
		Path: path, Title: title, Description: title + ": " + description, summary: description, Section: API, Body: []byte(b.out.String()),
		source: source, Group: t.title, Label: title, Code: code,
	}
}

// members writes a table of the members of a type.
func (b *body) members(members []dts.Member, withAnchors bool) {
	b.html("<dl class=\"params\">\n")
	for _, m := range members {
		id := ""
		if withAnchors && m.Name != "" {
			id = fmt.Sprintf(" id=%q", slug(m.Name))
		}
		optional := ""
		if m.Optional {
			optional = " <span class=\"quiet\">optional</span>"
		}
		name := m.Name
		if name == "" {
			name = "(call)"
		}
		text := m.Doc.Text
		for _, more := range []struct{ before, tag string }{{"", "returns"}, {"", "throws"}, {"", "again"}, {"jQuery: ", "jquery"}} {
			for _, t := range m.Doc.Of(more.tag) {
				text += "\n\n" + more.before + t
			}
		}
		b.html(fmt.Sprintf("<div%s><dt><code>%s</code>%s%s</dt><dd>%s</dd></div>\n",
			id, html.EscapeString(name), optional, b.r.ofType(m.Type), b.r.line(text)))
	}
	b.html("</dl>\n")
}
