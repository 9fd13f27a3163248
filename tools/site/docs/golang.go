package docs

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/doc/comment"
	"go/format"
	"go/parser"
	"go/printer"
	"go/token"
	"html"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// goPackages are the public packages, in the order of the documentation: the folder, and the name in addresses.
var goPackages = []struct{ folder, name string }{
	{"deferred", "deferred"}, {"ajax", "ajax"}, {"anim", "anim"}, {"dom", "dom"}, {"page", "page"},
	{".", "godeferred"}, {"cmd/godeferred", "cmd-godeferred"},
}

// A goPackage is a package that is being written.
type goPackage struct {
	site   *site
	folder string
	name   string // in addresses
	fset   *token.FileSet
	files  []*ast.File // without tests
	doc    *doc.Package
	module string
}

func (s *site) addGo() error {
	for _, p := range goPackages {
		g := &goPackage{site: s, folder: p.folder, name: p.name, fset: token.NewFileSet(), module: strings.TrimPrefix(s.repository, "https://")}
		if err := g.read(); err != nil {
			return err
		}
		g.addPages()
	}
	return nil
}

// read parses the package as it is in a page, where it has all its files.
func (g *goPackage) read() error {
	dir := filepath.Join(g.site.root, filepath.FromSlash(g.folder))
	context := build.Default
	context.GOOS, context.GOARCH, context.CgoEnabled = "js", "wasm", false
	if g.folder == "." || strings.HasPrefix(g.folder, "cmd/") {
		context = build.Default
	}
	found, err := context.ImportDir(dir, 0)
	if err != nil {
		return err
	}
	var files []*ast.File
	tests := len(found.GoFiles)
	for _, name := range append(append(found.GoFiles, found.TestGoFiles...), found.XTestGoFiles...) {
		file, err := parser.ParseFile(g.fset, filepath.Join(dir, name), nil, parser.ParseComments)
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	g.files = files[:tests]
	g.doc, err = doc.NewFromFiles(g.fset, files, path.Join(g.module, g.folder))
	return err
}

func (g *goPackage) isCommand() bool { return g.doc.Name == "main" }

// address is that of a name of the package, or of the package itself.
func (g *goPackage) path(name string) string {
	if name == "" {
		return "docs/go/" + g.name + ".html"
	}
	return "docs/go/" + g.name + "." + name + ".html"
}

// label is how programs write the package.
func (g *goPackage) label() string {
	if g.isCommand() {
		return "cmd/godeferred"
	}
	return g.doc.Name
}

func (g *goPackage) addPages() {
	g.site.add(g.packagePage())
	if g.isCommand() {
		return
	}
	var pages []*Page
	for _, f := range g.doc.Funcs {
		pages = append(pages, g.funcPage(f))
	}
	for _, t := range g.doc.Types {
		for _, f := range t.Funcs {
			pages = append(pages, g.funcPage(f))
		}
		pages = append(pages, g.typePage(t))
	}
	slices.SortFunc(pages, func(a, b *Page) int { return strings.Compare(a.Label, b.Label) })
	for _, p := range pages {
		g.site.add(p)
	}
}

// text turns a comment into html.
func (g *goPackage) text(source string) string {
	printer := g.doc.Printer()
	printer.HeadingLevel = 2
	printer.HeadingID = func(h *comment.Heading) string { return strings.TrimPrefix(h.DefaultID(), "hdr-") }
	printer.DocLinkURL = g.docLink
	out := string(printer.HTML(g.doc.Parser().Parse(source)))
	return preformatted.ReplaceAllStringFunc(out, func(found string) string {
		if strings.HasPrefix(found, "`") {
			return "<code>" + strings.Trim(found, "`") + "</code>"
		}
		source := html.UnescapeString(strings.TrimSuffix(strings.TrimPrefix(found, "<pre>"), "</pre>"))
		return g.site.figure(languageOf(source), source, false)
	})
}

// Comments write commands as Markdown does, which go/doc does not know.
var preformatted = regexp.MustCompile("(?s)<pre>.*?</pre>|`[^`<\n]+`")

// languageOf guesses the language of a block in a comment, which has no place to say it.
func languageOf(source string) string {
	switch first := strings.TrimSpace(source); {
	case strings.HasPrefix(first, "<"):
		return "html"
	case strings.HasPrefix(first, "go ") || strings.HasPrefix(first, "godeferred "):
		return "sh"
	case strings.Contains(first, "    ") && !strings.Contains(first, "(") || strings.HasPrefix(first, "Go  "):
		return "text" // a table
	}
	return "go"
}

func (g *goPackage) docLink(l *comment.DocLink) string {
	name, folder := g.name, ""
	if l.ImportPath != "" {
		inside, ours := strings.CutPrefix(l.ImportPath+"/", g.module+"/")
		folder = strings.TrimSuffix(inside, "/")
		if !ours {
			return "https://pkg.go.dev/" + l.ImportPath + "#" + strings.TrimPrefix(l.Recv+"."+l.Name, ".")
		}
		name = ""
		for _, p := range goPackages {
			if p.folder == folder {
				name = p.name
			}
		}
		if name == "" {
			return g.site.repository + "/tree/main/" + folder
		}
	}
	switch {
	case l.Name == "":
		return "/docs/go/" + name + ".html"
	case l.Recv != "":
		return "/docs/go/" + name + "." + l.Recv + ".html#" + l.Name
	case folder == "" && g.isValue(l.Name):
		return "/docs/go/" + name + ".html#" + l.Name
	}
	return "/docs/go/" + name + "." + l.Name + ".html"
}

// isValue tells whether a name is a constant or a variable: these are on the page of the package.
func (g *goPackage) isValue(name string) bool {
	for _, v := range g.values() {
		for _, n := range v.Names {
			if n == name {
				return true
			}
		}
	}
	return false
}

func (g *goPackage) values() []*doc.Value {
	all := append(append([]*doc.Value{}, g.doc.Consts...), g.doc.Vars...)
	for _, t := range g.doc.Types {
		all = append(append(all, t.Consts...), t.Vars...)
	}
	return all
}

func (g *goPackage) line(node ast.Node) string {
	at := g.fset.Position(node.Pos())
	return fmt.Sprintf("%s#L%d", path.Join(g.folder, filepath.Base(at.Filename)), at.Line)
}

// declaration is the source of a declaration without bodies.
func (g *goPackage) declaration(node any) string {
	if f, is := node.(*ast.FuncDecl); is {
		head := *f
		head.Body, head.Doc = nil, nil
		node = &head
	}
	var out strings.Builder
	if err := (&printer.Config{Mode: printer.UseSpaces | printer.TabIndent, Tabwidth: 4}).Fprint(&out, g.fset, node); err != nil {
		return err.Error()
	}
	return out.String()
}

func (g *goPackage) signature(node any) string {
	return g.site.block("signature", "go", g.declaration(node)) + "\n"
}

func (g *goPackage) begin(title, of string) *body {
	b := &body{r: &reader{site: g.site, folder: g.folder}}
	if of == "" {
		b.html("<p class=\"crumbs\"><a href=\"/docs/go/\">" + Go + "</a></p>\n")
	} else {
		b.crumbs(Go, "package "+g.label(), "/docs/go/"+g.name+".html")
	}
	b.html("<h1><code>" + html.EscapeString(title) + "</code></h1>\n")
	return b
}

func (g *goPackage) end(b *body, name, title, description, source string) *Page {
	label := name
	if name == "" {
		label = g.label()
	}
	return &Page{Path: g.path(name), Title: title, Description: title + ": " + description, summary: description, Section: Go, Body: []byte(b.out.String()),
		source: source, Group: g.label(), Label: label, Code: true}
}

func (g *goPackage) funcPage(f *doc.Func) *Page {
	title := g.doc.Name + "." + f.Name
	b := g.begin(title, g.doc.Name)
	b.html(g.signature(f.Decl) + g.text(f.Doc))
	g.examples(b, f.Examples, "h2")
	return g.end(b, f.Name, title, g.doc.Synopsis(f.Doc), g.line(f.Decl))
}

func (g *goPackage) typePage(t *doc.Type) *Page {
	title := g.doc.Name + "." + t.Name
	b := g.begin(title, g.doc.Name)
	b.html(g.signature(t.Decl) + g.text(t.Doc))
	if len(t.Funcs) > 0 {
		b.html("<p>Made by " + g.links(t.Funcs) + ".</p>\n")
	}
	g.examples(b, t.Examples, "h2")
	for _, v := range append(append([]*doc.Value{}, t.Consts...), t.Vars...) {
		b.html("<p>" + strings.Join(g.valueLinks(v), ", ") + "</p>\n")
	}
	for _, m := range t.Methods {
		b.html(fmt.Sprintf("<h2 id=%q><code>%s</code></h2>\n", m.Name, m.Name))
		b.html(g.signature(m.Decl) + g.text(m.Doc))
		g.examples(b, m.Examples, "h3")
	}
	return g.end(b, t.Name, title, g.doc.Synopsis(t.Doc), g.line(t.Decl))
}

func (g *goPackage) links(funcs []*doc.Func) string {
	var out []string
	for _, f := range funcs {
		out = append(out, fmt.Sprintf("<a href=%q><code>%s</code></a>", "/"+g.path(f.Name), f.Name))
	}
	return strings.Join(out, ", ")
}

func (g *goPackage) valueLinks(v *doc.Value) (out []string) {
	for _, name := range v.Names {
		if token.IsExported(name) {
			out = append(out, fmt.Sprintf("<a href=%q><code>%s</code></a>", "/"+g.path("")+"#"+name, name))
		}
	}
	return out
}

// packagePage has the package's comment, and a list of all that it exports.
func (g *goPackage) packagePage() *Page {
	title := "package " + g.label()
	if g.isCommand() {
		title = "godeferred, the command"
	}
	b := &body{r: &reader{site: g.site, folder: g.folder}}
	b.html("<p class=\"crumbs\"><a href=\"/docs/go/\">" + Go + "</a></p>\n<h1>" + html.EscapeString(title) + "</h1>\n")
	if !g.isCommand() {
		b.html(g.site.block("signature", "go", `import "`+g.doc.ImportPath+`"`) + "\n")
	}
	b.html(g.text(g.doc.Doc))
	if !g.isCommand() {
		g.examples(b, g.doc.Examples, "h2")
		g.list(b)
	}
	source := path.Join(g.folder, "doc.go")
	if len(g.doc.Filenames) > 0 {
		source = path.Join(g.folder, g.docFile())
	}
	return g.end(b, "", title, g.doc.Synopsis(g.doc.Doc), source)
}

// docFile is the file with the comment of the package.
func (g *goPackage) docFile() string {
	for _, name := range g.doc.Filenames {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.PackageClauseOnly)
		if err == nil && file.Doc != nil {
			return filepath.Base(name)
		}
	}
	return filepath.Base(g.doc.Filenames[0])
}

func (g *goPackage) list(b *body) {
	row := func(name, synopsis string) {
		b.html(fmt.Sprintf("<div><dt><a href=%q><code>%s</code></a></dt><dd>%s</dd></div>\n", "/"+g.path(name), name, html.EscapeString(synopsis)))
	}
	if len(g.doc.Funcs) > 0 {
		b.heading("Functions")
		b.html("<dl class=\"names\">\n")
		for _, f := range g.doc.Funcs {
			row(f.Name, g.doc.Synopsis(f.Doc))
		}
		b.html("</dl>\n")
	}
	if len(g.doc.Types) > 0 {
		b.heading("Types")
		b.html("<dl class=\"names\">\n")
		for _, t := range g.doc.Types {
			row(t.Name, g.doc.Synopsis(t.Doc))
			for _, f := range t.Funcs {
				row(f.Name, g.doc.Synopsis(f.Doc))
			}
		}
		b.html("</dl>\n")
	}
	if values := g.values(); len(values) > 0 {
		b.heading("Constants and variables")
		for _, v := range values {
			for _, name := range v.Names {
				if token.IsExported(name) {
					b.html(fmt.Sprintf("<span id=%q></span>", name))
				}
			}
			b.html(g.signature(v.Decl) + g.text(v.Doc))
		}
	}
}

var outputComment = regexp.MustCompile(`(?i)^[[:space:]]*(unordered )?output:`)

// examples shows the example functions of tests, which the tests run.
func (g *goPackage) examples(b *body, examples []*doc.Example, level string) {
	for _, e := range examples {
		title := "Example"
		if e.Suffix != "" {
			title += ": " + e.Suffix
		}
		id := "example-" + strings.ToLower(e.Name)
		if e.Name == "" {
			id = "example"
		}
		b.html(fmt.Sprintf("<%s id=%q>%s</%s>\n", level, id, html.EscapeString(title), level))
		b.html(g.text(e.Doc))
		b.html(g.site.figure("go", g.exampleCode(e), false))
		if e.Output != "" {
			b.html("<p class=\"output\">Prints</p>\n" + g.site.figure("text", e.Output, false))
		}
	}
}

// exampleCode is the body of the function, without its braces and without the comment that has the output.
func (g *goPackage) exampleCode(e *doc.Example) string {
	block, is := e.Code.(*ast.BlockStmt)
	if !is {
		return g.declaration(e.Code)
	}
	var kept []*ast.CommentGroup
	for _, c := range e.Comments {
		if !outputComment.MatchString(c.Text()) {
			kept = append(kept, c)
		}
	}
	source := g.declaration(&printer.CommentedNode{Node: block, Comments: kept})
	source = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(source), "{"), "}")
	if formatted, err := format.Source([]byte(source)); err == nil {
		source = string(formatted)
	}
	lines := strings.Split(strings.Trim(source, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, "\t")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
