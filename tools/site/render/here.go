package render

import (
	"path"
	"regexp"
	"strings"
)

// addressOf is the address of a page: a folder's own page has that of the folder.
func addressOf(name string) string {
	if path.Base(name) == "index.html" {
		return "/" + strings.TrimSuffix(name, "index.html")
	}
	return "/" + name
}

var navigation = regexp.MustCompile(`(?s)<(header|nav)[ >].*?</(?:header|nav)>`)

// markHere says in the navigation which link is that of the page itself.
func (s *site) markHere(name, page string) string {
	here := `href="` + addressOf(name) + `"`
	return navigation.ReplaceAllStringFunc(page, func(found string) string {
		return strings.ReplaceAll(s.existing(found), here, here+` aria-current="page"`)
	})
}

var navigationLink = regexp.MustCompile(`[ \t]*<a [^>]*href="(/[^"#]*)[^>]*>[^\n]*</a>\n`)

// existing leaves out the lines of the navigation whose page is not there.
func (s *site) existing(found string) string {
	return navigationLink.ReplaceAllStringFunc(found, func(line string) string {
		name := strings.TrimPrefix(navigationLink.FindStringSubmatch(line)[1], "/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if s.html[name] == "" && s.files[name] == nil {
			return ""
		}
		return line
	})
}
