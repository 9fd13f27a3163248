package guides

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A snippet is a fenced block of a guide. Above it, comments in HTML say how it is tested; readers do not see them:
//
//	<!-- effect: document.title === "the news" -->   is true in the page once the snippet has run
//	<!-- error: Failed to load -->                   the browser's console may have an error with this text
//	<!-- program: shop -->                           Go: the snippet is this program. Others: the page has it
//	<!-- file: e2e/adopt/vite/src/main.ts -->        the snippet is a part of this file, which has its own test
type snippet struct {
	guide    string
	line     int    // that of its first line, from 1
	language string // "js", "html", "go" …
	flags    string // what follows the language: "run", or "norun" and the reason
	text     string
	notes    map[string][]string
}

func (s snippet) String() string { return fmt.Sprintf("line %d", s.line) }

// note is the value of a comment above the snippet, or "".
func (s snippet) note(name string) string {
	if len(s.notes[name]) == 0 {
		return ""
	}
	return s.notes[name][0]
}

var note = regexp.MustCompile(`^<!-- (effect|error|program|file): (.+) -->$`)

// parse finds the snippets of a guide. A fence inside of a list is indented, and its lines are, too.
func parse(guide, text string) (found []snippet, err error) {
	var open *snippet
	indent := ""
	notes := map[string][]string{}
	for i, line := range strings.Split(text, "\n") {
		fence := strings.TrimSpace(line)
		switch {
		case open != nil && fence == "```":
			found = append(found, *open)
			open = nil
		case open != nil:
			open.text += strings.TrimPrefix(line, indent) + "\n"
		case strings.HasPrefix(fence, "```"):
			language, flags, _ := strings.Cut(strings.TrimPrefix(fence, "```"), " ")
			indent = line[:strings.Index(line, "`")]
			open = &snippet{guide: guide, line: i + 2, language: language, flags: flags, notes: notes}
			notes = map[string][]string{}
		case note.MatchString(fence):
			m := note.FindStringSubmatch(fence)
			notes[m[1]] = append(notes[m[1]], m[2])
		case fence != "" && len(notes) > 0:
			return nil, fmt.Errorf("%s:%d: a comment for tests stands above no fence", guide, i+1)
		}
	}
	if open != nil {
		return nil, fmt.Errorf("%s:%d: the fence has no end", guide, open.line-1)
	}
	return found, nil
}

// texts are the guides and the FAQ, by their names.
func texts(t *testing.T) map[string]string {
	t.Helper()
	docs := filepath.Join(harness.Root(), "docs")
	files, err := filepath.Glob(filepath.Join(docs, "guides", "*.md"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	all := map[string]string{}
	for _, file := range append(files, filepath.Join(docs, "FAQ.md")) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		all[strings.TrimSuffix(filepath.Base(file), ".md")] = string(text)
	}
	return all
}

// snippets are those of all guides, by guide.
func snippets(t *testing.T) map[string][]snippet {
	t.Helper()
	all := map[string][]snippet{}
	for guide, text := range texts(t) {
		found, err := parse(guide, text)
		require.NoError(t, err)
		all[guide] = found
	}
	return all
}
