package docs

import (
	"encoding/base64"
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/godeferred/godeferred/tools/site/code"
)

// labels name the languages of code to readers who do not see it.
var labels = map[string]string{
	"js": "JavaScript", "ts": "TypeScript", "go": "Go", "sh": "Commands", "html": "HTML", "css": "CSS", "json": "JSON",
	"nginx": "nginx", "text": "Text",
}

// block is source with its colours. What is wrong with it is kept for the end: the writers of pages return no errors.
func (s *site) block(kind, language, source string) string {
	if language == "" {
		language = "text"
	}
	coloured, err := code.Colour(language, strings.TrimRight(source, "\n"))
	if err != nil {
		s.problems = append(s.problems, err)
		coloured = html.EscapeString(source)
	}
	class := ""
	if kind != "" {
		class = fmt.Sprintf(" class=%q", kind)
	}
	return fmt.Sprintf("<pre%s tabindex=\"0\" role=\"group\" aria-label=%q><code class=\"language-%s\">%s</code></pre>",
		class, labels[language], language, coloured)
}

// tryIt is the address of the playground with source in it. The fragment is never sent.
func tryIt(source string) string {
	return "/playground.html#code=" + base64.RawURLEncoding.EncodeToString([]byte(source))
}

// figure is a block of code. A runnable one has a link to the playground.
func (s *site) figure(language, source string, run bool) string {
	out := "<figure class=\"code\">" + s.block("", language, source)
	if run && s.playground {
		out += fmt.Sprintf("<p class=\"try\"><a href=%q>Try it</a></p>", tryIt(strings.TrimRight(source, "\n")))
	}
	return out + "</figure>\n"
}

// Names of types begin with a capital. Colours stand between tags.
var inTags = regexp.MustCompile(`<[^>]*>|\b[A-Z]\w+\b`)

// signature is a block of TypeScript whose types are links.
func (s *site) signature(source, self string) string {
	return inTags.ReplaceAllStringFunc(s.block("signature", "ts", source), func(found string) string {
		address, is := s.names[found]
		if !is || found == self || strings.HasPrefix(found, "<") {
			return found
		}
		return fmt.Sprintf("<a href=%q>%s</a>", address, found)
	}) + "\n"
}
