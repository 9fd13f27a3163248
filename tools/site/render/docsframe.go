package render

import (
	"html"
	"path"
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

// sideNavigation lists the sections, and of the section of the page that is shown all pages, by their groups. Only the
// group of that page is open: the reference has some hundred pages.
func sideNavigation(shown docs.Page, all []docs.Page) string {
	var out strings.Builder
	for _, section := range docs.Parts {
		pages := ofSection(all, section)
		if len(pages) == 0 {
			continue
		}
		address := "/docs/#" + strings.ToLower(section) // the first page of all has the list of a section without one
		if path.Base(pages[0].Path) == "index.html" {
			address, pages = addressOf(pages[0].Path), pages[1:]
		}
		out.WriteString(`<p class="side-section"><a href="` + address + `">` + section + "</a></p>\n")
		if section == shown.Section {
			listGroups(&out, shown, pages)
		}
	}
	return out.String()
}

func ofSection(all []docs.Page, section string) (pages []docs.Page) {
	for _, page := range all {
		if page.Section == section {
			pages = append(pages, page)
		}
	}
	return pages
}

func listGroups(out *strings.Builder, shown docs.Page, pages []docs.Page) {
	for len(pages) > 0 {
		group, end := pages[0].Group, 1
		for end < len(pages) && pages[end].Group == group {
			end++
		}
		if group == "" {
			listPages(out, pages[:end])
		} else {
			open := ""
			if group == shown.Group {
				open = " open"
			}
			out.WriteString("<details" + open + "><summary>" + html.EscapeString(group) + "</summary>\n")
			listPages(out, pages[:end])
			out.WriteString("</details>\n")
		}
		pages = pages[end:]
	}
}

func listPages(out *strings.Builder, pages []docs.Page) {
	out.WriteString("<ul role=\"list\">\n")
	for _, page := range pages {
		out.WriteString("<li>" + linkTo(page) + "</li>\n")
	}
	out.WriteString("</ul>\n")
}

func linkTo(page docs.Page) string {
	label := html.EscapeString(page.Label)
	if page.Code {
		label = "<code>" + label + "</code>"
	}
	return `<a href="` + html.EscapeString(addressOf(page.Path)) + `">` + label + "</a>"
}
