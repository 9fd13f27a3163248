package docs

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"

	"github.com/godeferred/godeferred/tools/site/docs/dts"
)

const root = "../../.."

var made = sync.OnceValues(func() (*site, error) { return makeSite(root) })

// siteOf makes the pages once for all tests.
func siteOf(t *testing.T) *site {
	t.Helper()
	s, err := made()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// has tells whether a page is there, and has the id.
func (s *site) hasPart(address string) bool {
	page, id, _ := strings.Cut(address, "#")
	for _, p := range s.pages {
		if p.address() == page {
			return id == "" || strings.Contains(string(p.Body), `id="`+id+`"`)
		}
	}
	return false
}

func TestEachNameOfThePageHasAPlace(t *testing.T) {
	s := siteOf(t)
	source, err := os.ReadFile(filepath.Join(root, typesFile))
	if err != nil {
		t.Fatal(err)
	}
	file, err := dts.Parse(typesFile, string(source))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	expect := func(name string) {
		seen++
		if address := s.names[name]; !s.hasPart(address) {
			t.Errorf("%s has no place: %q is not there", name, address)
		}
	}
	callable := []string{"Godeferred", "Elements", "PluginFunctions", "DeferredPromise", "Deferred", "Collection"}
	for _, d := range file.Declarations {
		if d.Exported && d.Kind != "const" {
			expect(d.Name)
		}
		for _, m := range d.Members {
			own := m.Name != "" && !strings.HasPrefix(m.Name, "[") && m.Name != "length" && m.Name != "jquery"
			if slices.Contains(callable, d.Name) && own || d.Name == "AjaxSettings" || d.Name == "JqXHR" {
				expect(d.Name + "." + m.Name)
			}
		}
	}
	if seen < 350 {
		t.Errorf("only %d names were seen", seen)
	}
}

func TestEachNameOfGoHasAPlace(t *testing.T) {
	s := siteOf(t)
	seen := 0
	expect := func(address string) {
		seen++
		if !s.hasPart(address) {
			t.Errorf("%s is not there", address)
		}
	}
	for _, p := range goPackages {
		g := &goPackage{site: s, folder: p.folder, name: p.name, fset: token.NewFileSet(), module: "github.com/godeferred/godeferred"}
		if err := g.read(); err != nil {
			t.Fatal(err)
		}
		if g.isCommand() {
			expect("/docs/go/" + p.name + ".html")
			continue
		}
		for _, file := range g.files {
			for _, d := range file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					receiver := receiverOf(d)
					if d.Name.IsExported() && receiver == "" {
						expect("/docs/go/" + p.name + "." + d.Name.Name + ".html")
					} else if d.Name.IsExported() && ast.IsExported(receiver) {
						expect("/docs/go/" + p.name + "." + receiver + ".html#" + d.Name.Name)
					}
				case *ast.GenDecl:
					for _, spec := range d.Specs {
						switch spec := spec.(type) {
						case *ast.TypeSpec:
							if spec.Name.IsExported() {
								expect("/docs/go/" + p.name + "." + spec.Name.Name + ".html")
							}
						case *ast.ValueSpec:
							for _, name := range spec.Names {
								if name.IsExported() {
									expect("/docs/go/" + p.name + ".html#" + name.Name)
								}
							}
						}
					}
				}
			}
		}
	}
	if seen < 200 {
		t.Errorf("only %d names were seen", seen)
	}
}

func receiverOf(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	expression := d.Recv.List[0].Type
	for {
		switch e := expression.(type) {
		case *ast.StarExpr:
			expression = e.X
		case *ast.IndexExpr:
			expression = e.X
		case *ast.IndexListExpr:
			expression = e.X
		case *ast.Ident:
			return e.Name
		default:
			return "?"
		}
	}
}

// Pages obey a policy that allows neither styles nor scripts in them.
func TestPagesHaveNoStylesAndScripts(t *testing.T) {
	forbidden := regexp.MustCompile(`<(?:script|style)\b|<[^>]* (?:style|on\w+)=`)
	for _, p := range siteOf(t).pages {
		if found := forbidden.Find(p.Body); found != nil {
			t.Errorf("%s: %s", p.Path, found)
		}
	}
}

func TestTheIndexIsSmall(t *testing.T) {
	text, err := json.Marshal(siteOf(t).index())
	if err != nil {
		t.Fatal(err)
	}
	var compressed bytes.Buffer
	w := brotli.NewWriterLevel(&compressed, brotli.BestCompression)
	_, _ = w.Write(text)
	_ = w.Close()
	t.Logf("%d bytes, %d with brotli", len(text), compressed.Len())
	if compressed.Len() > 150_000 {
		t.Errorf("search.json is %d bytes with brotli", compressed.Len())
	}
}

func TestTextsBecomePages(t *testing.T) {
	s := &site{root: root, repository: "https://example.org/p", names: map[string]string{}, playground: true}
	p, err := s.textPage("docs/guides/a.md", "docs/guides/a.html", Guides,
		"# A `title`\n\nThe lead.\n\nSee [hosting](../HOSTING.md#policy), [b](b.md), [code](../../web/site.css), [folder](../../web).\n\n"+
			"```js run\nlet a = 1;\n```\n\n| a | b |\n| ---: | --- |\n| 1 | 2 |\n")
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "A title" || p.Description != "The lead." {
		t.Errorf("%q %q", p.Title, p.Description)
	}
	for _, want := range []string{
		`<h1>A <code>title</code></h1>`, `<p class="lead">The lead.</p>`, `href="/docs/hosting.html#policy"`, `href="/docs/guides/b.html"`,
		`href="https://example.org/p/blob/main/web/site.css"`, `href="https://example.org/p/tree/main/web"`,
		`<code class="language-js"><span class="k">let</span> a`, `href="/playground.html#code=bGV0IGEgPSAxOw"`, `<div class="table"`, `<td align="right">1</td>`,
	} {
		if !strings.Contains(string(p.Body), want) {
			t.Errorf("%s is missing in\n%s", want, p.Body)
		}
	}
	if _, err := s.textPage("a.md", "a.html", Guides, "No title"); err == nil {
		t.Error("a text without a title is no error")
	}
}

func TestLeads(t *testing.T) {
	for _, row := range []struct{ text, lead, rest string }{
		{"One sentence.", "One sentence.", ""},
		{"One. Two.\n\nThree.", "One.", "Two.\n\nThree."},
		{"As in `a.b`, e.g. here. Next.", "As in `a.b`, e.g. here.", "Next."},
		{"No full stop\n\nMore.", "No full stop", "More."},
	} {
		if lead, rest := leadOf(row.text); lead != row.lead || rest != row.rest {
			t.Errorf("%q: %q, %q", row.text, lead, rest)
		}
	}
}
