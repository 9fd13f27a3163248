package e2e_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// Everything can be called from the script's end. The page has a wasm that does not come before it asks for it.
func TestFromTheFirstLine(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for _, page := range []string{"first-line.html", "first-line-module.js", "taken-over.js"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/entry/"+page, append(held(t), harness.AllowErrors())...)
			})
		})
	}
}

// Without the runtime, deferreds and all that asks no Go go on, requests and animate reject with the reason, and
// effects jump to their end.
func TestWithoutTheRuntime(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	wasm, err := os.ReadFile(filepath.Join(harness.Root(), "dist", "godeferred.wasm"))
	require.NoError(t, err)
	half := answer("/half.wasm", "application/wasm", 200, string(wasm[:len(wasm)/2]))
	text := answer("/text.wasm", "text/plain", 200, string(wasm))
	for code, address := range map[string]string{
		"not-found":  "/nothing.wasm",
		"cut-short":  "/half.wasm",
		"wrong-type": "/text.wasm",
		"network":    "http://127.0.0.1:1/godeferred.wasm",
	} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/runtime/unavailable.js?code="+code+"&wasm="+url.QueryEscape(address),
					append(held(t), half, text, harness.AllowErrors())...)
			})
		})
	}
	t.Run("policy", func(t *testing.T) {
		t.Parallel()
		harness.InAll(t, func(t *testing.T, b harness.Browser) {
			harness.RunPage(t, b, "/pages/runtime/unavailable.js?code=policy&final&wasm=/dist/godeferred.wasm", append(held(t),
				harness.AllowErrors(), harness.WithHeader("Content-Security-Policy", "default-src 'self'; script-src 'self'"))...)
		})
	})
}

// The default runtime has no state: one that dies is replaced, and nobody notices.
func TestTheRuntimeIsReplaced(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/runtime/crash.js", append(held(t), harness.AllowErrors())...)
	})
}

// After the page has caught a stack overflow inside any godeferred call, everything still works.
func TestAFullStackEndsNothing(t *testing.T) {
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/runtime/stack-overflow.js", append(held(t), harness.AllowErrors())...)
	})
}

// held serves /held.wasm once /release was asked for, /asked/NAME and how often that was, and /echo.
func held(t *testing.T) []harness.Option {
	t.Helper()
	wasm, err := os.ReadFile(filepath.Join(harness.Root(), "dist", "godeferred.wasm"))
	require.NoError(t, err)
	released := make(chan struct{})
	var once sync.Once
	var mu sync.Mutex
	asked := map[string]int{}
	return []harness.Option{
		harness.With("/held.wasm", func(w http.ResponseWriter, r *http.Request) {
			select {
			case <-released:
			case <-r.Context().Done():
				return
			}
			w.Header().Set("Content-Type", "application/wasm")
			_, _ = w.Write(wasm) // a page that has gone away is no matter
		}),
		harness.With("/release", func(http.ResponseWriter, *http.Request) { once.Do(func() { close(released) }) }),
		harness.With("/asked/", func(w http.ResponseWriter, r *http.Request) {
			mu.Lock()
			defer mu.Unlock()
			asked[strings.TrimPrefix(r.URL.Path, "/asked/")]++
		}),
		harness.With("/asked", func(w http.ResponseWriter, r *http.Request) {
			mu.Lock()
			defer mu.Unlock()
			_, _ = fmt.Fprint(w, asked[r.URL.RawQuery])
		}),
		harness.With("/echo", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(map[string]string{"method": r.Method, "url": r.URL.String()})
		}),
		answer("/pixel.svg", "image/svg+xml", 200, `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`),
	}
}
