//go:build !js

package deferred_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// standardError returns what is written there while do runs.
func standardError(t *testing.T, do func()) string {
	file, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	require.NoError(t, err)
	before := os.Stderr
	os.Stderr = file
	defer func() { os.Stderr = before }()
	do()
	require.NoError(t, file.Close())
	text, err := os.ReadFile(file.Name())
	require.NoError(t, err)
	return string(text)
}

func TestReportsGoToStandardErrorByDefault(t *testing.T) {
	crash := func() { deferred.Resolved(1).Done(func(int) { panic("oops") }) }
	shown := reports(t)
	restore := deferred.OnReport(nil)
	text := standardError(t, crash)
	assert.Contains(t, text, "deferred: panic: oops\n")
	assert.Contains(t, text, "report_test.go", "the stack")
	assert.Empty(t, shown.take())
	restore()
	assert.Empty(t, standardError(t, crash))
	assert.Equal(t, []any{"panic: oops"}, shown.take(), "restored")
}
