package render

import (
	"strings"
	"testing"

	"github.com/godeferred/godeferred/tools/site/docs"
)

func TestAPageOfTheDocumentationHasItsFrame(t *testing.T) {
	pages := []docs.Page{
		{Path: "docs/index.html", Section: docs.Start, Label: "Documentation"},
		{Path: "docs/api/index.html", Section: docs.API, Label: "All names"},
		{Path: "docs/api/when.html", Title: "when <…>", Description: `"all" of them`, Section: docs.API, Group: "Joins", Label: "when <…>", Code: true, Body: []byte("<h1>when</h1>")},
		{Path: "docs/api/all.html", Section: docs.API, Group: "Joins", Label: "all", Code: true},
		{Path: "docs/api/wait.html", Section: docs.API, Group: "Tasks", Label: "wait", Code: true},
		{Path: "docs/api/types.html", Section: docs.API, Label: "Types"},
		{Path: "docs/go/index.html", Section: docs.Go, Label: "All packages"},
		{Path: "docs/go/deferred.html", Section: docs.Go, Group: "deferred", Label: "deferred", Code: true},
	}
	got := frameDocs("{{title}}|{{description}}|{{pages}}|{{body}}", pages[2], pages)
	want := "when &lt;…&gt;|&#34;all&#34; of them|" + `<p class="side-section"><a href="/docs/">Start</a></p>
<p class="side-section"><a href="/docs/api/">In the page</a></p>
<details open><summary>Joins</summary>
<ul role="list">
<li><a href="/docs/api/when.html"><code>when &lt;…&gt;</code></a></li>
<li><a href="/docs/api/all.html"><code>all</code></a></li>
</ul>
</details>
<details><summary>Tasks</summary>
<ul role="list">
<li><a href="/docs/api/wait.html"><code>wait</code></a></li>
</ul>
</details>
<ul role="list">
<li><a href="/docs/api/types.html">Types</a></li>
</ul>
<p class="side-section"><a href="/docs/go/">In Go</a></p>
` + "|<h1>when</h1>"
	if got != want {
		t.Error(strings.ReplaceAll(got, "|", "\n|"))
	}
}
