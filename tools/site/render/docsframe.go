package render

import (
	"html"
	"strings"

	"github.com/godeferred/godeferred/tools/site/docs"
)

// frameDocs puts a page of the documentation into its frame, with the side navigation.
func frameDocs(frame string, page docs.Page, all []docs.Page) string {
	return strings.NewReplacer(
		"{{title}}", html.EscapeString(page.Title),
		"{{description}}", html.EscapeString(page.Description),
		"{{pages}}", sideNavigation(page, all),
		"{{body}}", string(page.Body),
	).Replace(frame)
}

// sideNavigation lists all pages by their sections, each in the order of its first page. Only the section of the page
// that is shown is open.
func sideNavigation(shown docs.Page, all []docs.Page) string {
	var sections []string
	bySection := map[string][]docs.Page{}
	for _, page := range all {
		if bySection[page.Section] == nil {
			sections = append(sections, page.Section)
		}
		bySection[page.Section] = append(bySection[page.Section], page)
	}
	var out strings.Builder
	for _, section := range sections {
		if section == "" {
			listPages(&out, bySection[section])
			continue
		}
		open := ""
		if section == shown.Section {
			open = " open"
		}
		out.WriteString("<details" + open + "><summary>" + html.EscapeString(section) + "</summary>\n")
		listPages(&out, bySection[section])
		out.WriteString("</details>\n")
	}
	return out.String()
}

func listPages(out *strings.Builder, pages []docs.Page) {
	out.WriteString("<ul role=\"list\">\n")
	for _, page := range pages {
		out.WriteString(`<li><a href="` + html.EscapeString(addressOf(page.Path)) + `">` + html.EscapeString(page.Title) + "</a></li>\n")
	}
	out.WriteString("</ul>\n")
}
