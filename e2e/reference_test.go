package e2e_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// An example of the reference, as the site has it in docs/examples.json.
type referenceExample struct {
	Page string
	Code string
}

var prints = regexp.MustCompile(`// prints (.*?)(?: //|\n|$)`)

// expected is what the comments of an example say that it prints.
func (e referenceExample) expected() (lines []string) {
	rest := e.Code
	for {
		at := prints.FindStringSubmatchIndex(rest)
		if at == nil {
			slices.Sort(lines)
			return lines
		}
		lines = append(lines, rest[at[2]:at[3]])
		rest = rest[at[3]:]
	}
}

// Keeps what the example prints: texts as they are, lists and objects as JSON.
const keepsPrints = `
window.printed = [];
console.log = (...values) => {
	printed.push(values.map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value))).join(" "));
};`

// The runnable examples of the reference print what their comments say.
func TestExamplesOfTheReference(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	text, err := os.ReadFile(filepath.Join(harness.Root(), "bin", "site", "docs", "examples.json"))
	require.NoError(t, err, "`make build` writes it")
	var examples []referenceExample
	require.NoError(t, json.Unmarshal(text, &examples))
	require.Greater(t, len(examples), 50, "the reference has lost its examples")

	send := func(contentType, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write([]byte(text))
		}
	}
	options := []harness.Option{harness.With("/keeps.js", send("text/javascript", keepsPrints))}
	for i, e := range examples {
		n := strconv.Itoa(i)
		options = append(options,
			harness.With("/example/"+n, send("text/html", `<!doctype html><title>`+e.Page+`</title><body><script src="/keeps.js"></script>
				<script src="/dist/godeferred.js"></script><script type="module" src="/example.js/`+n+`"></script>`)),
			harness.With("/example.js/"+n, send("text/javascript", e.Code+"\nwindow.over = true;")))
	}
	server := harness.Serve(t, options...)
	tab := harness.NewTab(t)
	for i, e := range examples {
		want := e.expected()
		require.NotEmptyf(t, want, "%s: the example does not say what it prints:\n%s", e.Page, e.Code)
		tab.Open(server.URL + "/example/" + strconv.Itoa(i))
		// The end of the module is waited for, and then all that it says.
		printed := harness.Eval[[]string](tab, fmt.Sprintf(`new Promise((resolve) => {
			const ask = () => window.over && printed.length >= %d ? resolve(printed) : requestAnimationFrame(ask);
			ask(); // example %d, of %s
		})`, len(want), i, e.Page))
		slices.Sort(printed)
		assert.Equalf(t, want, printed, "%s:\n%s", e.Page, e.Code)
	}
	assert.Empty(t, strings.Join(tab.Errors(), "\n"))
}
