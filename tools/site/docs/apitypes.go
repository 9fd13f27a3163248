package docs

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/godeferred/godeferred/tools/site/docs/dts"
)

var nameInType = regexp.MustCompile(`\b[A-Z]\w+\b`)

// typesOn adds the types that belong to a page.
func (a *api) typesOn(b *body, path string) {
	for _, d := range a.all {
		if homes[d.Name] == path && d.Exported && d.Kind != "const" {
			a.typeSection(b, d)
		}
	}
}

// typeSection is the part of a page that shows a type: the members of an interface, or the text of another one.
func (a *api) typeSection(b *body, d dts.Declaration) {
	b.html(fmt.Sprintf("<h2 id=%q><code>%s</code></h2>\n", d.Name, d.Name))
	b.r.self = d.Name
	b.html(b.r.markdown(d.Doc.Text))
	for _, example := range d.Doc.Of("example") {
		b.html(b.r.markdown(example))
		a.site.keepExamples(d.Name, example)
	}
	if len(d.Members) == 0 {
		text := strings.ReplaceAll(strings.TrimPrefix(d.Text, "export "), "\t", "  ")
		b.html(a.site.signature(commentInType.ReplaceAllString(text, ""), d.Name))
		a.unionDocs(b, d)
		return
	}
	if _, own := receivers[d.Name]; own && d.Name != "JqXHR" && d.Name != "DeferredConstructor" {
		a.memberLinks(b, d)
		return
	}
	if head := strings.TrimPrefix(strings.TrimSpace(d.Text), "export "); d.Name != "AjaxSettings" && d.Name != "JqXHR" && strings.Contains(head, "extends") {
		b.html("<p class=\"quiet\"><code>" + b.r.typeText(head) + "</code></p>\n")
	}
	b.members(d.Members, d.Name == "AjaxSettings" || d.Name == "JqXHR")
}

// memberLinks lists the members of an interface whose members have places of their own.
func (a *api) memberLinks(b *body, d dts.Declaration) {
	var links []string
	for _, m := range d.Members {
		address, is := a.site.names[d.Name+"."+m.Name]
		if is && (len(links) == 0 || !strings.Contains(links[len(links)-1], ">"+m.Name+"<")) {
			links = append(links, fmt.Sprintf("<a href=%q><code>%s</code></a>", address, m.Name))
		}
	}
	b.html("<p class=\"members\">" + strings.Join(links, " ") + "</p>\n")
}

var (
	commentInType = regexp.MustCompile(`(?s)[ \t]*/\*\*.*?\*/\n`)
	unionMember   = regexp.MustCompile(`(?s)/\*\*(.*?)\*/\s*\| "([^"]+)"`)
)

// unionDocs lists the members of a union that have comments.
func (a *api) unionDocs(b *body, d dts.Declaration) {
	found := unionMember.FindAllStringSubmatch(d.Text, -1)
	if len(found) == 0 {
		return
	}
	b.html("<dl class=\"params\">\n")
	for _, m := range found {
		b.html("<div><dt><code>&quot;" + m[2] + "&quot;</code></dt><dd>" + b.r.line(strings.TrimSpace(m[1])) + "</dd></div>\n")
	}
	b.html("</dl>\n")
}

// sorted puts the type that a page is of before those that it uses.
func (a *api) sorted(path string) []dts.Declaration {
	all := slices.Clone(a.all)
	slices.SortStableFunc(all, func(x, y dts.Declaration) int {
		isFirst := func(d dts.Declaration) int {
			if d.Name == firstTypes[path] {
				return 0
			}
			return 1
		}
		return isFirst(x) - isFirst(y)
	})
	return all
}

var firstTypes = map[string]string{"settings": "AjaxSettings", "jqXHR": "JqXHR"}

// typePage has types that no function's page has.
func (a *api) typePage(path, title string, t *topic, lead string) *Page {
	b := &body{r: a.reader(title)}
	b.r.seen["any"] = true // a type, here
	if path == "settings" {
		b.r.members = "AjaxSettings"
	}
	if t.id == "" {
		b.html("<p class=\"crumbs\"><a href=\"/docs/api/\">" + API + "</a></p>\n")
	} else {
		b.crumbs(API, t.title, "/docs/api/#"+t.id)
	}
	b.html("<h1>" + html.EscapeString(title) + "</h1>\n<p class=\"lead\">" + b.r.line(lead) + "</p>\n")
	line := 1
	for _, d := range a.sorted(path) {
		home := homes[d.Name]
		if home == path || path == "types" && home == "" && d.Exported && d.Kind != "const" && strings.HasSuffix(a.site.names[d.Name], "#"+d.Name) {
			if line == 1 {
				line = d.Line
			}
			a.typeSection(b, d)
		}
	}
	if path == "settings" || path == "jqXHR" {
		b.heading("In jQuery")
		b.html(b.r.markdown("See [Requests](/docs/compat.html#requests) in the list of all differences."))
	}
	return b.page("docs/api/"+path+".html", title, plain(b.r.line(lead)), t, false, fmt.Sprintf("%s#L%d", typesFile, line))
}
