package guides

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

const imports = `<script type="importmap">{"imports": {
	"godeferred": "/dist/godeferred.mjs", "godeferred/core": "/dist/core.mjs"
}}</script>`

// runScript runs a snippet in a page with the elements that it may name, and godeferred as $.
func runScript(t *testing.T, s snippet, programs map[string]program) {
	code := prepared(s.text)
	require.True(t, len(code.expected) > 0 || s.note("effect") != "",
		"nothing says what the snippet does: a console.log with `// → result`, or an effect")
	kind, wasm := "", ""
	if code.module {
		kind = `type="module" `
	}
	if s.note("program") != "" {
		wasm = ` data-wasm="/app.wasm"`
	}
	tab := open(t, s, programs, `<!doctype html><meta charset="utf-8"><title>before</title>`+elements+imports+
		`<script src="/dist/godeferred.js" data-global="$"`+wasm+`></script>
		<script `+kind+`src="/snippet.js"></script>`, harness.With("/snippet.js", send("text/javascript", code.text)))
	for line, want := range code.expected {
		tab.WaitFor(fmt.Sprintf("(__said[%s] ?? []).length >= %d", line, len(want)))
		assert.Equal(t, want, harness.Eval[[]string](tab, "__said["+line+"]"), "line %s", line)
	}
	settled(t, tab, s)
}

// runPage opens a page, or a part of one between the elements.
func runPage(t *testing.T, s snippet, programs map[string]program) {
	require.NotEmpty(t, s.note("effect"), "nothing says what the page does")
	text := s.text
	if !strings.Contains(text, "<!doctype") {
		text = `<!doctype html><meta charset="utf-8"><title>before</title>` + elements + imports + text
	}
	settled(t, open(t, s, programs, text), s)
}

// open serves a page at / beside what snippets ask for, and opens it.
func open(t *testing.T, s snippet, programs map[string]program, page string, more ...harness.Option) *harness.Tab {
	routes := append(shop(t), more...)
	routes = append(routes,
		harness.With("/{$}", send("text/html", strings.Replace(page, "</title>", "</title><script src=\"/say.js\"></script>", 1))),
		harness.With("/say.js", send("text/javascript", say)))
	if name := s.note("program"); name != "" {
		built, known := programs[name]
		require.True(t, known, "the guide has no program %q", name)
		routes = append(routes, harness.With("/app.wasm", fileAt(built.static, "app.wasm")),
			harness.With("/app.js", fileAt(built.static, "app.mjs")))
	}
	tab := harness.NewTab(t)
	tab.Open(harness.Serve(t, routes...).URL + "/")
	require.Empty(t, unexpected(tab, s))
	return tab
}

func fileAt(folder, name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", map[string]string{".wasm": "application/wasm", ".mjs": "text/javascript"}[filepath.Ext(name)])
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		_, _ = w.Write(text)
	}
}

func settled(t *testing.T, tab *harness.Tab, s snippet) {
	for _, effect := range s.notes["effect"] {
		tab.WaitFor(effect)
	}
	assert.Empty(t, unexpected(tab, s))
}

// unexpected are the page's errors but those that the guide speaks of.
func unexpected(tab *harness.Tab, s snippet) []string {
	return slices.DeleteFunc(tab.Errors(), func(text string) bool {
		return slices.ContainsFunc(s.notes["error"], func(part string) bool { return strings.Contains(text, part) })
	})
}

func TestExpectationsAreFound(t *testing.T) {
	t.Parallel()
	code := prepared("let a = 1;\nconsole.log(a); // → 1\nd.progress((n) => console.log(n)); // → 1 → 2\n")
	assert.Equal(t, map[string][]string{"2": {"1"}, "3": {"1", "2"}}, code.expected)
	assert.Contains(t, code.text, "__say(2, a)")
	assert.False(t, code.module)
	assert.True(t, prepared("const a = await b;\n").module)
	assert.False(t, prepared("async () => {\n\tawait b;\n}\n").module)
}
