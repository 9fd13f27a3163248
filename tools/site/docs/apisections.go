package docs

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/godeferred/godeferred/tools/site/docs/dts"
)

// sectionPage has a section for each member of an interface, or of a group of it. Overloads share one.
func (a *api) sectionPage(path, title, lead, owner, group string, t *topic) *Page {
	b := &body{r: a.reader("")}
	b.r.members = owner
	b.crumbs(API, t.title, "/docs/api/#"+t.id)
	b.html("<h1>" + html.EscapeString(title) + "</h1>\n<p class=\"lead\">" + b.r.line(lead) + "</p>\n")
	d := a.types[owner]
	if doc := d.Doc.Text; doc != "" {
		b.html(b.r.markdown(doc))
	}
	switch path {
	case "collection-effects":
		a.effectSections(b)
	case "collection-events":
		b.html("<p>Each of these events has a method: " + codeList(namesIn(a.types["EventMethods"].Type)) +
			". With a function it adds a handler, as <code>on</code> does; without one it triggers the event.</p>\n")
	}
	members, line := d.Members, d.Line
	for i := 0; i < len(members); {
		m := members[i]
		same := i + 1
		for same < len(members) && members[same].Name == m.Name {
			same++
		}
		if m.Name != "" && m.Group == group && !(strings.HasPrefix(m.Name, "[") || owner == "Collection" && (m.Name == "length" || m.Name == "jquery")) {
			if line == d.Line && group != "" {
				line = m.Line
			}
			a.memberSection(b, owner, members[i:same])
		}
		i = same
	}
	a.typesOn(b, path)
	var rows []difference
	for _, r := range a.compat {
		if r.section != "The collection" {
			continue
		}
		for _, m := range members {
			if m.Group == group && m.Name != "" && r.names[m.Name] {
				rows = append(rows, r)
				break
			}
		}
	}
	if len(rows) > 0 {
		b.heading("Where jQuery differs")
		b.differences(rows)
	}
	return b.page("docs/api/"+path+".html", title, plain(b.r.line(lead)), t, false, fmt.Sprintf("%s#L%d", typesFile, line))
}

func (a *api) memberSection(b *body, owner string, overloads []dts.Member) {
	name := overloads[0].Name
	b.html(fmt.Sprintf("<h2 id=%q><code>%s</code></h2>\n", slug(name), html.EscapeString(name)))
	var lines []string
	for _, m := range overloads {
		line := receivers[owner] + name + ": " + simple(m.Type)
		calls, err := a.callsOf(m.Type)
		if err == nil && len(calls) > 0 {
			line = receivers[owner] + name + "(" + paramList(calls[0].Params, true) + "): " + simple(calls[0].Result)
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	b.html(a.site.signature(strings.Join(lines, "\n"), ""))
	for _, m := range overloads {
		b.html(b.r.markdown(m.Doc.Text))
		for _, text := range m.Doc.Of("deprecated") {
			if text == "" {
				text = "jQuery 4 has dropped it. It is there for older plugins."
			} else {
				text = "jQuery 4 has dropped it. New code uses " + text + "."
			}
			b.html(b.r.markdown(text))
		}
		for _, example := range m.Doc.Of("example") {
			b.html(b.r.markdown(example))
			a.site.keepExamples(name, example)
		}
	}
}

var quotedName = regexp.MustCompile(`"(\w+)"`)

func namesIn(source string) (names []string) {
	for _, found := range quotedName.FindAllStringSubmatch(source, -1) {
		names = append(names, found[1])
	}
	return names
}

func codeList(names []string) string {
	return "<code>" + strings.Join(names, "</code>, <code>") + "</code>"
}

// effectSections are those of the methods that have a function of the same name.
func (a *api) effectSections(b *body) {
	names := append(namesIn(a.types["EffectNames"].Type), namesIn(a.types["AppearanceNames"].Type)...)
	for _, m := range a.types["Controls"].Members {
		names = append(names, m.Name)
	}
	for _, name := range names {
		address, is := a.site.names["Elements."+name]
		if !is {
			continue
		}
		b.html(fmt.Sprintf("<h2 id=%q><code>%s</code>, <code>%sPromise</code></h2>\n", slug(name), name, name))
		b.html(fmt.Sprintf("<p>As <a href=%q><code>godeferred.%s</code></a>, for the elements of the collection: <code>%s</code> returns the collection, <code>%sPromise</code> the promise.</p>\n",
			address, name, name, name))
	}
}
