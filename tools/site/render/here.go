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
func markHere(name, page string) string {
	here := `href="` + addressOf(name) + `"`
	return navigation.ReplaceAllStringFunc(page, func(found string) string {
		return strings.ReplaceAll(found, here, here+` aria-current="page"`)
	})
}
