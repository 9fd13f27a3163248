// Package code gives source code in pages its colours.
package code

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// lexerNames are the languages that pages may name, and what chroma calls them. "text" has no colours.
var lexerNames = map[string]string{
	"js": "javascript", "ts": "typescript", "tsx": "tsx", "html": "html", "css": "css", "go": "go", "sh": "bash", "json": "json",
	"nginx": "nginx", "text": "plaintext",
}

// Colour returns the source as HTML, in which spans have the classes of web/code.css. The text itself stays as it is.
func Colour(language, source string) (string, error) {
	name, known := lexerNames[language]
	if !known {
		return "", fmt.Errorf("code in %q has no colours: expected one of js, ts, tsx, html, css, go, sh, json, nginx, text", language)
	}
	tokens, err := chroma.Coalesce(lexers.Get(name)).Tokenise(&chroma.TokeniseOptions{State: "root", EnsureLF: false}, source)
	if err != nil {
		return "", fmt.Errorf("code in %s: %w", language, err)
	}
	var out strings.Builder
	for token := tokens(); token != chroma.EOF; token = tokens() {
		text := html.EscapeString(token.Value)
		if class := classOf(token.Type); class != "" {
			text = `<span class="` + class + `">` + text + `</span>`
		}
		out.WriteString(text)
	}
	return out.String(), nil
}

// classOf is chroma's class of a token, for the kinds that have a colour. The others, most of them names and
// punctuation, would be half of a page's bytes.
func classOf(kind chroma.TokenType) string {
	switch {
	case kind.InCategory(chroma.Comment):
		return "c"
	case kind.InCategory(chroma.Keyword):
		return "k"
	case kind.InSubCategory(chroma.String), kind == chroma.LiteralDate:
		return "s"
	case kind.InSubCategory(chroma.Number):
		return "m"
	case kind == chroma.NameTag, kind == chroma.NameBuiltin, kind == chroma.NameClass:
		return "nt"
	case kind == chroma.NameFunction, kind == chroma.NameFunctionMagic:
		return "nf"
	case kind == chroma.NameAttribute, kind == chroma.NameProperty:
		return "na"
	}
	return ""
}

var block = regexp.MustCompile(`(?s)<code class="language-([a-z]+)">(.*?)</code>`)

// Blocks colours each <code class="language-js"> of a page.
func Blocks(page string) (string, error) {
	var failed error
	coloured := block.ReplaceAllStringFunc(page, func(found string) string {
		parts := block.FindStringSubmatch(found)
		if strings.Contains(parts[2], "<") {
			return found // a page that is generated may have coloured its own, and have links in it
		}
		body, err := Colour(parts[1], html.UnescapeString(parts[2]))
		if err != nil {
			failed = err
		}
		return `<code class="language-` + parts[1] + `">` + body + `</code>`
	})
	return coloured, failed
}
