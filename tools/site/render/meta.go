package render

import (
	"regexp"
	"strings"
)

var titleAndDescription = regexp.MustCompile(`(?s)<meta name="description" content="([^"]*)">\n(?:  <meta[^>]*>\n)*  <title>([^<]*)</title>\n`)

// addMeta tells other sites, which show a link to the page, what its own title and description say.
func addMeta(page string) string {
	found := titleAndDescription.FindStringSubmatchIndex(page)
	if found == nil {
		return page
	}
	description, title := page[found[2]:found[3]], page[found[4]:found[5]]
	var more strings.Builder
	for _, property := range [][2]string{
		{"site_name", "godeferred"}, {"type", "website"}, {"title", title}, {"description", description},
	} {
		more.WriteString(`  <meta property="og:` + property[0] + `" content="` + strings.ReplaceAll(property[1], `"`, "&quot;") + "\">\n")
	}
	return page[:found[1]] + more.String() + page[found[1]:]
}
