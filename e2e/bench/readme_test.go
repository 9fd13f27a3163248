package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func document(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	return file
}

func TestOnlyWhatIsBetweenTheMarksChanges(t *testing.T) {
	file := document(t, "# Speed\n\n"+startMark+"\nold\n"+endMark+"\n\nThe end.\n")
	for range 2 { // the second time finds its own table
		require.NoError(t, rewrite(file, "| new |\n"))
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, "# Speed\n\n"+startMark+"\n\n| new |\n\n"+endMark+"\n\nThe end.\n", string(text))
	}
}

func TestDocumentWithoutBothMarksIsLeftAlone(t *testing.T) {
	for name, text := range map[string]string{
		"none":            "# Speed\n",
		"no end":          startMark + "\n",
		"no start":        endMark + "\n",
		"the wrong way":   endMark + "\n" + startMark + "\n",
		"two starts":      startMark + startMark + endMark,
		"two of each":     startMark + endMark + startMark + endMark,
		"an end too many": startMark + endMark + endMark,
	} {
		t.Run(name, func(t *testing.T) {
			file := document(t, text)
			assert.ErrorContains(t, rewrite(file, "new"), startMark)
			after, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Equal(t, text, string(after))
		})
	}
}
