package guides

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The site lists the guides in this order, and shows the second paragraph below the title.
func TestOrderAndLeads(t *testing.T) {
	t.Parallel()
	all := texts(t)
	order := strings.Fields(project(t, "docs/guides/order.txt"))
	assert.Len(t, order, len(all)-1, "each guide has a line in order.txt")
	for _, name := range append(order, "FAQ") {
		text, known := all[name]
		require.True(t, known, "docs/guides has no %s.md", name)
		assert.Regexp(t, `^# [^\n]+\n\n[A-Z][^\n]+`, text, name)
		if name != "FAQ" {
			for _, part := range []string{"## What it costs, and what you gain", "## Common mistakes", "## Reference"} {
				assert.Contains(t, text, "\n"+part+"\n", name)
			}
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// Links to files and their headings. The site's own addresses are checked where the site is.
func TestLinks(t *testing.T) {
	t.Parallel()
	for name, text := range texts(t) {
		from := "docs/guides"
		if name == "FAQ" {
			from = "docs"
		}
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			target, heading, _ := strings.Cut(m[1], "#")
			if strings.HasPrefix(target, "/") || strings.Contains(target, "://") {
				continue
			}
			path := filepath.Join(harness.Root(), from, filepath.FromSlash(target))
			_, err := os.Stat(path)
			require.NoErrorf(t, err, "%s links to %s", name, m[1])
			if heading != "" {
				assert.Contains(t, headings(t, path), heading, "%s links to %s", name, m[1])
			}
		}
	}
}

func headings(t *testing.T, path string) (ids []string) {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllStringSubmatch(string(text), -1) {
		id := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		ids = append(ids, strings.ReplaceAll(id, " ", "-"))
	}
	return ids
}

// What the FAQ says of sizes is at most the limit, and not far below it.
func TestSizes(t *testing.T) {
	t.Parallel()
	var limits map[string]float64
	require.NoError(t, json.Unmarshal([]byte(project(t, "size/budget.json")), &limits))
	faq := texts(t)["FAQ"]
	for row, key := range map[string]string{
		"`godeferred.js`": "godeferred.js.br", "`godeferred.wasm`": "godeferred.wasm.br", "`core.mjs`": "core.mjs.br",
	} {
		m := regexp.MustCompile(regexp.QuoteMeta(row) + `[^|]*\| ([\d.]+) \|`).FindStringSubmatch(faq)
		require.NotNil(t, m, row)
		kB, err := strconv.ParseFloat(m[1], 64)
		require.NoError(t, err)
		assert.InDelta(t, limits[key], kB*1000, limits[key]*0.03, row)
	}
}
