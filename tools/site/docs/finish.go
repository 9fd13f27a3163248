package docs

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

var heading = regexp.MustCompile(`(?s)<h([23]) id="([^"]+)">(.*?)</h[23]>`)

// finish adds to each page what depends on the others: anchors, neighbours, and the link to its source. It also cuts the
// pages into the parts that the search finds.
func (s *site) finish() {
	for i, p := range s.pages {
		body := string(p.Body)
		p.parts = cut(body)
		body = heading.ReplaceAllStringFunc(body, func(found string) string {
			m := heading.FindStringSubmatch(found)
			return fmt.Sprintf("<h%s id=%q>%s <a class=\"anchor\" href=\"#%s\" aria-label=\"Link to this part: %s\">#</a></h%s>",
				m[1], m[2], m[3], m[2], html.EscapeString(plain(m[3])), m[1])
		})
		var out strings.Builder
		out.WriteString("<article class=\"doc\">\n" + numbered(body) + "</article>\n")
		out.WriteString("<nav class=\"neighbours\" aria-label=\"Neighbouring pages\">")
		if i > 0 {
			out.WriteString(neighbour("prev", "Previous", s.pages[i-1]))
		}
		if i < len(s.pages)-1 {
			out.WriteString(neighbour("next", "Next", s.pages[i+1]))
		}
		out.WriteString("</nav>\n")
		if p.source != "" {
			fmt.Fprintf(&out, "<p class=\"source quiet\">Made from <a href=%q>%s</a>.</p>\n", s.source(p.source), html.EscapeString(withoutLine(p.source)))
		}
		p.Body = []byte(out.String())
	}
}

var region = regexp.MustCompile(`role="region" aria-label="([^"]+)"`)

// numbered gives each region of a page a name of its own: of two with code in JavaScript, the second is "JavaScript 2".
func numbered(body string) string {
	seen := map[string]int{}
	return region.ReplaceAllStringFunc(body, func(found string) string {
		label := region.FindStringSubmatch(found)[1]
		if seen[label]++; seen[label] == 1 {
			return found
		}
		return fmt.Sprintf("role=\"region\" aria-label=\"%s %d\"", label, seen[label])
	})
}

func withoutLine(source string) string {
	file, _, _ := strings.Cut(source, "#")
	return file
}

func neighbour(rel, word string, p *Page) string {
	return fmt.Sprintf("<a rel=%q href=%q><span>%s</span> %s</a>", rel, p.address(), word, html.EscapeString(p.Title))
}
