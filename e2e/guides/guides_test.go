// Package guides tests the guides in docs: each snippet runs, and does what the guide says.
package guides

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

// mostUnrun is how many snippets may only be read: output of consoles and the like.
const mostUnrun = 6

func TestSnippets(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for guide, found := range snippets(t) {
		t.Run(guide, func(t *testing.T) {
			t.Parallel()
			programs := programsOf(t, found)
			for _, s := range found {
				t.Run(s.String(), func(t *testing.T) { check(t, s, programs) })
			}
		})
	}
}

func check(t *testing.T, s snippet, programs map[string]program) {
	if reason, is := strings.CutPrefix(s.flags, "norun"); is {
		require.NotEmpty(t, strings.TrimSpace(reason), "norun has no reason")
		return
	}
	if name := s.note("file"); name != "" {
		whole, err := os.ReadFile(filepath.Join(harness.Root(), filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.Contains(t, unindented(string(whole)), unindented(s.text), "the snippet is not in %s", name)
		return
	}
	switch s.language {
	case "js":
		runScript(t, s, programs)
	case "html":
		runPage(t, s, programs)
	case "go":
		if s.note("program") == "" {
			vet(t, s)
		} // else programsOf has built it, and the scripts of its pages run it
	case "sh":
		checkShell(t, s.text)
	case "json":
		assert.True(t, json.Valid([]byte(s.text)), "not JSON")
	case "text":
	default:
		t.Errorf("no test knows the language %q; there are js, html, go, sh, json, text, a file, and norun", s.language)
	}
}

func TestFewSnippetsAreNotRun(t *testing.T) {
	t.Parallel()
	var unrun []string
	for _, found := range snippets(t) {
		for _, s := range found {
			if strings.HasPrefix(s.flags, "norun") || s.language == "text" {
				unrun = append(unrun, fmt.Sprintf("%s:%d %s", s.guide, s.line, s.flags))
			}
		}
	}
	assert.LessOrEqual(t, len(unrun), mostUnrun, strings.Join(unrun, "\n"))
}

// Files differ from snippets in how far lines are indented, because a snippet may be a part.
func unindented(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, "\n")
}
