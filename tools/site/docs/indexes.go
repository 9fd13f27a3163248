package docs

import (
	"fmt"
	"html"
	"strings"
)

// sectionIndex is the page that lists a section.
var sectionIndex = map[string]string{
	Start: "/docs/", Guides: "/docs/guides/", API: "/docs/api/", Go: "/docs/go/", More: "/docs/#background",
}

// addIndexes adds the pages that list others.
func (s *site) addIndexes() error {
	indexes := []*Page{s.startPage(), s.guidesIndex(), s.apiIndex(), s.goIndex()}
	// The list of a section is its first page.
	s.pages = append(indexes, s.pages...)
	return nil
}

func (s *site) listOf(b *body, keep func(*Page) bool) (count int) {
	b.html("<dl class=\"names\">\n")
	for _, p := range s.pages {
		if !keep(p) {
			continue
		}
		label := html.EscapeString(p.Label)
		if p.Code {
			label = "<code>" + label + "</code>"
		}
		b.html(fmt.Sprintf("<div><dt><a href=%q>%s</a></dt><dd>%s</dd></div>\n", p.address(), label, html.EscapeString(p.summary)))
		count++
	}
	b.html("</dl>\n")
	return count
}

func (s *site) guidesIndex() *Page {
	b := &body{r: &reader{site: s}}
	b.html("<p class=\"crumbs\"><a href=\"/docs/\">Documentation</a></p>\n<h1>Guides</h1>\n<p class=\"lead\">From the first line to a whole program, one subject a page.</p>\n")
	s.listOf(b, func(p *Page) bool { return p.Section == Guides })
	return &Page{Path: "docs/guides/index.html", Title: "Guides", Description: "Guides to godeferred.", Section: Guides, Body: []byte(b.out.String()), Label: "All guides"}
}

func (s *site) apiIndex() *Page {
	b := &body{r: &reader{site: s}}
	b.html("<p class=\"crumbs\"><a href=\"/docs/\">Documentation</a></p>\n<h1>In the page</h1>\n<p class=\"lead\">Everything that a script can call, by subject.</p>\n")
	for _, t := range topics {
		b.html(fmt.Sprintf("<h2 id=%q>%s</h2>\n<p>%s</p>\n", t.id, html.EscapeString(t.title), html.EscapeString(t.lead)))
		s.listOf(b, func(p *Page) bool { return p.Section == API && p.Group == t.title })
	}
	b.html("<h2 id=\"types\">Types</h2>\n")
	s.listOf(b, func(p *Page) bool { return p.Path == "docs/api/types.html" })
	return &Page{Path: "docs/api/index.html", Title: "In the page", Description: "Reference of godeferred's functions and methods.", Section: API, Body: []byte(b.out.String()), Label: "All names", Group: "", source: typesFile}
}

func (s *site) goIndex() *Page {
	b := &body{r: &reader{site: s}}
	b.html("<p class=\"crumbs\"><a href=\"/docs/\">Documentation</a></p>\n<h1>In Go</h1>\n<p class=\"lead\">The packages of a page's own Go program, and of its server.</p>\n")
	s.listOf(b, func(p *Page) bool { return p.Section == Go && p.Label == p.Group })
	return &Page{Path: "docs/go/index.html", Title: "In Go", Description: "Reference of godeferred's Go packages.", Section: Go, Body: []byte(b.out.String()), Label: "All packages", Group: ""}
}

// startPage is for orientation.
func (s *site) startPage() *Page {
	b := &body{r: &reader{site: s}}
	b.html("<h1 id=\"search\">Documentation</h1>\n<p class=\"lead\">Begin with a guide, or look a name up. <kbd>/</kbd> or <kbd>Ctrl</kbd> <kbd>K</kbd> searches all of it, also offline.</p>\n")
	b.html("<div class=\"starts\">\n")
	for _, card := range s.cards() {
		b.html(fmt.Sprintf("<section><h2>%s</h2><p>%s</p><ul>", card.title, card.text))
		for _, link := range card.links {
			if s.has(link[0]) {
				b.html(fmt.Sprintf("<li><a href=%q>%s</a></li>", link[0], link[1]))
			}
		}
		b.html("</ul></section>\n")
	}
	b.html("</div>\n")
	if s.hasSection(Guides) {
		b.html("<h2 id=\"guides\"><a href=\"/docs/guides/\">Guides</a></h2>\n")
		s.listOf(b, func(p *Page) bool { return p.Section == Guides })
	}
	b.html("<h2 id=\"reference\"><a href=\"/docs/api/\">Reference: in the page</a></h2>\n<dl class=\"topics\">\n")
	for _, t := range topics {
		b.html(fmt.Sprintf("<div><dt><a href=\"/docs/api/#%s\">%s</a></dt><dd>", t.id, html.EscapeString(t.title)))
		var links []string
		for _, p := range s.pages {
			if p.Section == API && p.Group == t.title {
				label := html.EscapeString(p.Label)
				if p.Code {
					label = "<code>" + label + "</code>"
				}
				links = append(links, fmt.Sprintf("<a href=%q>%s</a>", p.address(), label))
			}
		}
		b.html(strings.Join(links, " ") + "</dd></div>\n")
	}
	b.html("</dl>\n<h2 id=\"go\"><a href=\"/docs/go/\">Reference: in Go</a></h2>\n")
	s.listOf(b, func(p *Page) bool { return p.Section == Go && p.Label == p.Group })
	b.html("<h2 id=\"background\">Background</h2>\n")
	s.listOf(b, func(p *Page) bool { return p.Section == More })
	return &Page{Path: "docs/index.html", Title: "Documentation", Description: "Guides and reference of godeferred: deferreds, requests, animations, Go programs in a page.",
		Section: Start, Body: []byte(b.out.String()), Label: "Documentation"}
}

type card struct {
	title, text string
	links       [][2]string
}

func (s *site) cards() []card {
	return []card{
		{"I have jQuery code", "The same functions, with promises that can be aborted and failures that show.", [][2]string{
			{"/docs/guides/from-jquery.html", "From jQuery"}, {"/docs/compat.html", "Every difference"}, {"/docs/api/install.html", "Keep jQuery, change its deferreds"}}},
		{"I want deferreds", "Settle, chain, join, abort.", [][2]string{
			{"/docs/api/Deferred.html", "Make one"}, {"/docs/api/then.html", "<code>then</code>"}, {"/docs/api/finally.html", "The rule for <code>finally</code>"}, {"/docs/api/abort.html", "<code>abort</code>"}}},
		{"I write Go for browsers", "Your program is the runtime of its page.", [][2]string{
			{"/docs/go/page.html", "Package page"}, {"/docs/go/deferred.html", "Package deferred"}, {"/docs/go/cmd-godeferred.html", "The builder"}}},
	}
}

func (s *site) has(address string) bool {
	for _, p := range s.pages {
		if p.address() == address {
			return true
		}
	}
	return false
}

func (s *site) hasSection(section string) bool {
	for _, p := range s.pages {
		if p.Section == section {
			return true
		}
	}
	return false
}
