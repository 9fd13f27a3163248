package code

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

var spans = regexp.MustCompile(`</?span[^>]*>`)

func TestTheTextStaysAsItIs(t *testing.T) {
	for language, source := range map[string]string{
		"js":    "const a = `x ${b} & \"c\"`; // <d>\n\n$.when(1).done((n) => n / 2);",
		"ts":    "let a: Map<string, number>",
		"tsx":   "const a = <p title=\"b\">{c && d}</p>;",
		"html":  "<script src=\"/a.js\" data-global=\"$\"></script>\r\n",
		"go":    "func f() error { return fmt.Errorf(\"%w\", `x`) }\n",
		"sh":    "make run # \"all\"",
		"json":  "{\"a\": [1, true]}",
		"css":   "a { color: red }",
		"nginx": "location / { add_header a \"b\"; }",
		"text":  "<as it is>",
	} {
		coloured, err := Colour(language, source)
		if err != nil {
			t.Fatal(err)
		}
		if got := html.UnescapeString(spans.ReplaceAllString(coloured, "")); got != source {
			t.Errorf("%s: %q became %q", language, source, got)
		}
		if strings.Contains(coloured, "<span") == (language == "text") {
			t.Errorf("%s: %s", language, coloured)
		}
	}
}

func TestBlocksOfPagesAreColoured(t *testing.T) {
	got, err := Blocks("<pre><code class=\"language-js\">return &quot;a&quot;;</code></pre><code>b</code>")
	if want := `<pre><code class="language-js"><span class="k">return</span> <span class="s">&#34;a&#34;</span>;</code></pre><code>b</code>`; err != nil || got != want {
		t.Errorf("%v %s", err, got)
	}
	again, err := Blocks(got)
	if err != nil || again != got {
		t.Errorf("coloured twice: %v %s", err, again)
	}
	if _, err := Blocks(`<code class="language-klingon">x</code>`); err == nil {
		t.Error("an unknown language is not said")
	}
}
