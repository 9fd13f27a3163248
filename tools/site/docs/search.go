package docs

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// A part of a page is what the search finds: from one heading to the next.
type part struct {
	title string // of the heading; "" for the beginning
	id    string
	text  string
}

// figures are code, which the index leaves out: words of the text are enough to find a page, and it is half as large.
var figures = regexp.MustCompile(`(?s)<figure class="code">.*?</figure>|<p class="crumbs">.*?</p>|<h1>.*?</h1>|<pre class="signature".*?</pre>`)

const longestText = 600 // bytes of a part that the index has

func cut(body string) (parts []part) {
	body = figures.ReplaceAllString(body, "")
	at := heading.FindAllStringSubmatchIndex(body, -1)
	start, current := 0, part{}
	for _, m := range at {
		current.text = shorten(plain(body[start:m[0]]))
		parts = append(parts, current)
		current = part{title: plain(body[m[6]:m[7]]), id: body[m[4]:m[5]]}
		start = m[1]
	}
	current.text = shorten(plain(body[start:]))
	return append(parts, current)
}

func shorten(text string) string {
	if len(text) <= longestText {
		return text
	}
	end := strings.LastIndexByte(text[:longestText], ' ')
	if end < 0 {
		return ""
	}
	return text[:end] + " …"
}

// repeated are headings that every page of the reference has: their text belongs to the page's own entry.
var repeated = map[string]bool{"Arguments": true,
	"Functions": true, "Types": true}

// index is what the search reads: pages, each with its parts. Addresses of parts are those of pages and the id.
type index struct {
	Sections []string  `json:"sections"`
	Pages    []indexed `json:"pages"`
}

type indexed struct {
	Address string      `json:"a"`
	Title   string      `json:"t"`
	Section int         `json:"s"`
	Text    string      `json:"x"`
	Parts   [][3]string `json:"p,omitempty"` // id, title, text
}

func (s *site) index() index {
	out := index{Sections: Parts}
	for _, p := range s.pages {
		if strings.HasSuffix(p.Path, "/index.html") {
			continue
		}
		entry := indexed{Address: p.address(), Title: p.Title}
		for i, section := range Parts {
			if section == p.Section {
				entry.Section = i
			}
		}
		for _, part := range p.parts {
			switch {
			case part.title == "":
				entry.Text = strings.TrimSpace(entry.Text + " " + part.text)
			case part.title == "In TypeScript" || part.title == "In jQuery" || part.title == "Where jQuery differs" || strings.HasPrefix(part.title, "Example"):
			case repeated[part.title]:
				entry.Text = shortenTo(entry.Text+" "+part.text, 1200)
			default:
				entry.Parts = append(entry.Parts, [3]string{part.id, part.title, part.text})
			}
		}
		out.Pages = append(out.Pages, entry)
	}
	return out
}

func shortenTo(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return text[:strings.LastIndexByte(text[:most], ' ')] + " …"
}

func (s *site) files() (files map[string][]byte, err error) {
	files = map[string][]byte{}
	if files["docs/search.json"], err = json.Marshal(s.index()); err != nil {
		return nil, err
	}
	if files["docs/examples.json"], err = json.Marshal(s.examples); err != nil {
		return nil, err
	}
	files["docs/architecture.svg"], err = os.ReadFile(filepath.Join(s.root, "docs", "architecture.svg"))
	return files, err
}
