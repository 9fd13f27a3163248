package docs

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	rendering "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The policy of the pages allows no style attributes, so columns are aligned by the older attribute.
var markdown = goldmark.New(
	goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)),
		extension.Strikethrough),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	goldmark.WithRendererOptions(
		rendering.WithUnsafe(), // the texts are the project's own
		renderer.WithNodeRenderers(util.Prioritized(codeBlocks{}, 100))))

// A reader is where a text stands, which its links depend on.
type reader struct {
	site   *site
	folder string // of the file in the repository, for relative links
	self   string // the name that is not linked to, since its own page is it
	seen   map[string]bool
	// members are the names of an interface that come before others: a setting may be called as a function is.
	members string
}

// markdown turns a text into html.
func (r *reader) markdown(source string) string {
	in := []byte(source)
	tree := markdown.Parser().Parse(text.NewReader(in))
	var codes []ast.Node
	var spans []*ast.CodeSpan
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			n.Destination = []byte(r.link(string(n.Destination)))
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			codes = append(codes, n)
		case *ast.CodeSpan:
			spans = append(spans, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range spans {
		if r.seen != nil {
			r.linkName(n, in)
		}
	}
	for _, n := range codes {
		n.Parent().ReplaceChild(n.Parent(), n, r.colourBlock(n, in))
	}
	var out bytes.Buffer
	if err := markdown.Renderer().Render(&out, in, tree); err != nil {
		panic(err) // a buffer refuses nothing
	}
	return tables(comments.ReplaceAllString(out.String(), ""))
}

// comments are for those who edit a text.
var comments = regexp.MustCompile(`(?s)<!--.*?-->`)

// line turns a text of one paragraph into html without the paragraph.
func (r *reader) line(source string) string {
	out := strings.TrimSpace(r.markdown(source))
	if strings.Count(out, "<p>") == 1 {
		out = strings.TrimSuffix(strings.TrimPrefix(out, "<p>"), "</p>")
	}
	return out
}

var plainName = regexp.MustCompile(`^(?:godeferred\.|\$\.|promise\.|d\.)?(\w+)(?:\(…?\))?$`)

// linkName makes the first mention of a public name a link to its page.
func (r *reader) linkName(n *ast.CodeSpan, source []byte) {
	if n.Parent() == nil || n.Parent().Kind() == ast.KindLink {
		return
	}
	var code strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if text, is := child.(*ast.Text); is {
			code.Write(text.Segment.Value(source))
		}
	}
	found := plainName.FindStringSubmatch(code.String())
	if found == nil || found[1] == r.self || r.seen[found[1]] {
		return
	}
	address, is := r.site.names[r.members+"."+found[1]]
	if !is || r.members == "" {
		address, is = r.site.names[found[1]]
	}
	if !is {
		return
	}
	r.seen[found[1]] = true
	link := ast.NewLink()
	link.Destination = []byte(address)
	n.Parent().ReplaceChild(n.Parent(), n, link)
	link.AppendChild(link, n)
}

// texts are the files that have a page, with its path.
var texts = map[string]string{
	"COMPAT.md":            "docs/compat.html",
	"CHANGELOG.md":         "docs/changelog.html",
	"SECURITY.md":          "docs/security.html",
	"CONTRIBUTING.md":      "docs/contributing.html",
	"docs/ARCHITECTURE.md": "docs/architecture.html",
	"docs/BENCHMARKS.md":   "docs/benchmarks.html",
	"docs/HOSTING.md":      "docs/hosting.html",
	"docs/FAQ.md":          "docs/faq.html",
}

// link turns a link of a file in the repository into one of the site.
func (r *reader) link(target string) string {
	file, fragment, _ := strings.Cut(target, "#")
	if file == "" || strings.Contains(target, ":") || strings.HasPrefix(target, "/") {
		return target
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	file = path.Join(r.folder, file)
	if page, is := texts[file]; is {
		return "/" + page + fragment
	}
	if guide, is := strings.CutPrefix(file, "docs/guides/"); is && strings.HasSuffix(guide, ".md") {
		return "/docs/guides/" + strings.TrimSuffix(guide, ".md") + ".html" + fragment
	}
	kind := "blob"
	if info, err := os.Stat(filepath.Join(r.site.root, filepath.FromSlash(file))); err == nil && info.IsDir() {
		kind = "tree"
	}
	return r.site.repository + "/" + kind + "/main/" + file + fragment
}

// A codeBlock takes the place of a fenced block in the tree.
type codeBlock struct {
	ast.BaseBlock
	html string
}

var kindCodeBlock = ast.NewNodeKind("ColouredCode")

func (*codeBlock) Kind() ast.NodeKind              { return kindCodeBlock }
func (n *codeBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// colourBlock makes the coloured block of a fenced or indented one.
func (r *reader) colourBlock(n ast.Node, source []byte) *codeBlock {
	language, flags := "text", ""
	if block, is := n.(*ast.FencedCodeBlock); is && block.Info != nil {
		language, flags, _ = strings.Cut(strings.TrimSpace(string(block.Info.Segment.Value(source))), " ")
	}
	return &codeBlock{html: r.site.figure(language, linesOf(n, source), strings.Contains(" "+flags+" ", " run "))}
}

// codeBlocks writes them.
type codeBlocks struct{}

func (codeBlocks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindCodeBlock, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(n.(*codeBlock).html)
		}
		return ast.WalkContinue, nil
	})
}

func linesOf(n ast.Node, source []byte) string {
	var out strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		out.Write(segment.Value(source))
	}
	return out.String()
}

var (
	tags = regexp.MustCompile(`<[^>]*>`)
	// What stands apart from the text before it.
	blocks = regexp.MustCompile(`<(?:/dt|dd|div|h\d|li|p|t[dhr]|span class="quiet"|code class="of")\b`)
)

// plain is the text of html.
func plain(out string) string {
	out = blocks.ReplaceAllString(out, " $0")
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(out, ""))), " ")
}

func modulePath(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(text)) {
		if module, is := strings.CutPrefix(line, "module "); is {
			return strings.TrimSpace(module), nil
		}
	}
	return "", fmt.Errorf("%s names no module", file)
}
