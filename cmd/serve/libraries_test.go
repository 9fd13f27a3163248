package main

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLibrariesAreServedWhereTheyAreInstalled(t *testing.T) {
	f := newFixture(t)
	assert.JSONEq(t, "[]", f.get("/modules/").Body.String())
	w := f.get("/modules/jquery4.js")
	assert.Equal(t, http.StatusNotFound, w.Code)
	assert.Contains(t, w.Body.String(), "npm ci")

	file := filepath.Join(f.modules, "jquery", "dist", "jquery.min.js")
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
	require.NoError(t, os.WriteFile(file, []byte("jQuery"), 0o600))
	assert.JSONEq(t, `["jquery4.js"]`, f.get("/modules/").Body.String())
	w = f.get("/modules/jquery4.js")
	assert.Equal(t, "jQuery", w.Body.String())
	assert.Equal(t, "text/javascript; charset=utf-8", w.Header().Get("Content-Type"))
	assert.Equal(t, http.StatusNotFound, f.get("/modules/jquery").Code, "no path on disk")
}
