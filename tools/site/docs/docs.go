// Package docs makes the documentation of the site.
package docs

// A Page is a page of the documentation, without what all pages share.
type Page struct {
	Path        string // such as docs/api/when.html
	Title       string // plain text
	Description string // plain text: one sentence for search engines
	Section     string // the heading of the side navigation that the page is listed under; "" lists it above all
	Body        []byte // the HTML inside <main>, with its <h1>
}

// Pages returns all pages, in the order of the side navigation. root is the project's folder.
func Pages(root string) ([]Page, error) { return nil, nil }

// Files returns what belongs to the documentation and is not a page, by its path, such as docs/search.json.
func Files(root string) (map[string][]byte, error) { return nil, nil }
