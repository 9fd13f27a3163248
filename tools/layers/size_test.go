package layers

import (
	"strings"
	"testing"
)

const maxLines = 400

// One concept a file, whole. A file that outgrows this holds more than one: split it by concept, not by length.
func TestFilesAreShort(t *testing.T) {
	for _, name := range sources(t, ".go", ".js", ".mjs", ".cjs") {
		if lines := strings.Count(contentOf(t, name), "\n"); lines > maxLines {
			t.Errorf("%s has %d lines, and may have %d", name, lines, maxLines)
		}
	}
}
