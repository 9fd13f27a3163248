package render

import (
	"strings"
	"testing"

	"github.com/godeferred/godeferred/tools/site/docs"
)

func TestAPageOfTheDocumentationHasItsFrame(t *testing.T) {
	pages := []docs.Page{
		{Path: "docs/index.html", Title: "Documentation"},
		{Path: "docs/api/when.html", Title: "when <…>", Description: `"all" of them`, Section: "Page", Body: []byte("<h1>when</h1>")},
		{Path: "docs/go/deferred.html", Title: "deferred", Section: "Go"},
		{Path: "docs/api/all.html", Title: "all", Section: "Page"},
	}
	got := frameDocs("{{title}}|{{description}}|{{pages}}|{{body}}", pages[1], pages)
	want := "when &lt;…&gt;|&#34;all&#34; of them|" + `<ul role="list">
<li><a href="/docs/">Documentation</a></li>
</ul>
<details open><summary>Page</summary>
<ul role="list">
<li><a href="/docs/api/when.html">when &lt;…&gt;</a></li>
<li><a href="/docs/api/all.html">all</a></li>
</ul>
</details>
<details><summary>Go</summary>
<ul role="list">
<li><a href="/docs/go/deferred.html">deferred</a></li>
</ul>
</details>
` + "|<h1>when</h1>"
	if got != want {
		t.Error(strings.ReplaceAll(got, "|", "\n|"))
	}
}
