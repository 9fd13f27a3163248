package docs

import (
	"encoding/base64"
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/alecthomas/chroma/v2"
	formatter "github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
)

var coloured = formatter.New(formatter.WithClasses(true), formatter.PreventSurroundingPre(true))

// colour writes source as html, with a class for each kind of word.
func colour(language, source string) string {
	lexer := lexers.Get(language)
	if lexer == nil {
		lexer = lexers.Fallback
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, source)
	if err != nil {
		return html.EscapeString(source)
	}
	var out strings.Builder
	if err := coloured.Format(&out, styles.Fallback, tokens); err != nil {
		return html.EscapeString(source)
	}
	return out.String()
}

// tryIt is the address of the playground with source in it. The fragment is never sent.
func tryIt(source string) string {
	return "/playground.html#code=" + base64.RawURLEncoding.EncodeToString([]byte(source))
}

// codeFigure is a block of code. A runnable one has a link to the playground.
func codeFigure(language, source string, run bool) string {
	source = strings.TrimRight(source, "\n")
	var out strings.Builder
	fmt.Fprintf(&out, "<figure class=\"code\"><pre tabindex=\"0\" role=\"region\" aria-label=%q><code class=\"chroma language-%s\">%s</code></pre>",
		codeLabel(language), language, colour(language, source))
	if run {
		fmt.Fprintf(&out, "<p class=\"try\"><a href=%q>Try it</a></p>", tryIt(source))
	}
	out.WriteString("</figure>\n")
	return out.String()
}

func codeLabel(language string) string {
	switch language {
	case "js":
		return "JavaScript"
	case "ts":
		return "TypeScript"
	case "go":
		return "Go"
	case "sh":
		return "Commands"
	case "html":
		return "HTML"
	case "json":
		return "JSON"
	case "nginx":
		return "nginx"
	}
	return "Text"
}

var typeName = regexp.MustCompile(`>([A-Z]\w+)<`)

// signature is a block of TypeScript whose types are links.
func (s *site) signature(source, self string) string {
	out := typeName.ReplaceAllStringFunc(colour("ts", source), func(found string) string {
		name := found[1 : len(found)-1]
		address, is := s.names[name]
		if !is || name == self {
			return found
		}
		return fmt.Sprintf("><a href=%q>%s</a><", address, name)
	})
	return "<pre class=\"signature\" tabindex=\"0\" role=\"region\" aria-label=\"Signature\"><code class=\"chroma language-ts\">" + out + "</code></pre>\n"
}
