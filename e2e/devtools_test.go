package e2e_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// devtoolsAnswers answers the requests of e2e/pages/devtools: /flaky fails so many times, and /never keeps silent.
func devtoolsAnswers() []harness.Option {
	var asked atomic.Int64
	return []harness.Option{
		harness.With("/flaky", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "no-store")
			fails, _ := strconv.ParseInt(r.URL.Query().Get("fails"), 10, 64)
			if asked.Add(1) <= fails {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			asked.Store(0)
			_, _ = w.Write([]byte("there"))
		}),
		harness.With("/never", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }),
	}
}

func TestDevtoolsAreFetchedByNonceAndHash(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(harness.RequireDist(t), "integrity.json"))
	require.NoError(t, err)
	var hashes map[string]string
	require.NoError(t, json.Unmarshal(text, &hashes))
	policy := harness.WithHeader("Content-Security-Policy", "script-src 'nonce-page' 'wasm-unsafe-eval'")
	page := harness.With("/fetched.html", func(w http.ResponseWriter, r *http.Request) {
		hash := hashes["devtools.mjs"]
		if r.URL.RawQuery == "wrong" {
			hash = hashes["worker.mjs"]
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><title>fetched</title>
			<script type="importmap" nonce="page">{"integrity": {"/dist/devtools.mjs": %q}}</script>
			<script src="/dist/godeferred.js" nonce="page"></script>
			<script type="module" src="/pages/devtools/fetched.js" nonce="page"></script>`, hash)
	})
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/fetched.html", "/fetched.html?wrong"}, policy, page, harness.AllowErrors())
	})
}

func TestDevtools(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	policy := harness.WithHeader("Content-Security-Policy",
		"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'")
	t.Run("panel.js", func(t *testing.T) {
		t.Parallel()
		harness.InAll(t, func(t *testing.T, b harness.Browser) {
			harness.RunPage(t, b, "/pages/devtools/panel.js", append(devtoolsAnswers(), policy)...)
		})
	})
	t.Run("program.js", func(t *testing.T) {
		t.Parallel()
		program := harness.Program(t, "./internal/pageprogram")
		harness.InAll(t, func(t *testing.T, b harness.Browser) {
			harness.RunPage(t, b, "/pages/devtools/program.js", program)
		})
	})
	for _, page := range []string{"events.js", "jquery.html"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/devtools/"+page, append(devtoolsAnswers(), harness.AllowErrors())...)
			})
		})
	}
}
