package e2e_test

import (
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io"
	"log"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// badWasm adds the demo server's /demo/wasm/, where each answer has one fault.
func badWasm(t *testing.T) harness.Option {
	t.Helper()
	demo, err := url.Parse(harness.StartDemo(t))
	require.NoError(t, err)
	proxy := &httputil.ReverseProxy{
		Rewrite:       func(r *httputil.ProxyRequest) { r.SetURL(demo) },
		FlushInterval: -1, // Each part as it comes.
		ErrorLog:      log.New(io.Discard, "", 0),
	}
	return harness.With("/demo/wasm/", proxy.ServeHTTP)
}

// Whatever a server sends, load settles, with the code and the advice for what was wrong.
func TestBadWasm(t *testing.T) {
	t.Parallel()
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/runtime/bad-wasm.js", badWasm(t), harness.AllowErrors())
	})
}

// Without crypto.subtle, as on a page that came by plain http from elsewhere, nothing can be checked, and nothing is taken unchecked.
func TestIntegrityOnAnInsecurePage(t *testing.T) {
	t.Parallel()
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/runtime/integrity.js", harness.AllowErrors())
	})
}

// The values of dist/integrity.json are right, and a wrong one on the script's element keeps the wasm from running.
func TestIntegrityOnTheScript(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/runtime/integrity-attribute.js", harness.AllowErrors())
	})
}

func TestBadWasmInNode(t *testing.T) {
	t.Parallel()
	dist := harness.RequireDist(t)
	server := harness.Serve(t, badWasm(t))
	wasm, err := os.ReadFile(filepath.Join(dist, "godeferred.wasm"))
	require.NoError(t, err)
	half := filepath.Join(t.TempDir(), "half.wasm")
	require.NoError(t, os.WriteFile(half, wasm[:len(wasm)/2], 0o600))
	sum := sha512.Sum512(wasm)
	printed := harness.NodePrints(t, fmt.Sprintf(`
		import { load } from "./dist/godeferred.mjs";
		const [server, half, dist, right] = %q.split("|");
		const wrong = right.replace("A", "B").replace("-", "-A").slice(0, -1);
		for (const [wasm, options] of [
			[server + "/demo/wasm/silent", { timeout: 200 }],
			[server + "/demo/wasm/stall", { timeout: 200 }],
			[server + "/demo/wasm/half"],
			[server + "/demo/wasm/html"],
			[server + "/nothing.wasm"],
			["http://127.0.0.1:1/x.wasm"],
			["/relative.wasm"],
			["file://" + half],
			["file://" + dist],
			["file://" + half + ".gone"],
			["file://" + dist + "/godeferred.wasm", { integrity: wrong }],
		]) {
			const error = await load({ wasm, ...options }).catch((error) => error);
			console.log(error.code ?? String(error));
		}
		await load({ wasm: server + "/demo/wasm/charset", integrity: right });
		console.log("up");
	`, server.URL+"|"+filepath.ToSlash(half)+"|"+filepath.ToSlash(dist)+"|sha512-"+base64.StdEncoding.EncodeToString(sum[:])))
	assert.Equal(t, "timeout\ntimeout\ncut-short\nwrong-type\nnot-found\nnetwork\nnot-found\n"+
		"cut-short\nnot-found\nnot-found\nmismatch\nup\n", printed)
}

// A program that handles the failure of its requests is not ended by that of a start which it never asked for.
func TestNodeLivesOnWithoutTheWasm(t *testing.T) {
	dist := harness.RequireDist(t)
	for _, name := range []string{"godeferred.mjs", "godeferred.js"} {
		script, err := os.ReadFile(filepath.Join(dist, name))
		require.NoError(t, err)
		alone := filepath.Join(t.TempDir(), strings.Replace(name, ".js", ".cjs", 1)) // no wasm beside it
		require.NoError(t, os.WriteFile(alone, script, 0o600))
		printed := harness.NodePrints(t, fmt.Sprintf(`
			const { default: only } = await import(%q);
			const godeferred = typeof only === "function" ? only : globalThis.godeferred;
			const { code } = await new Promise((resolve) => godeferred.get("http://127.0.0.1:1/").fail((x, text, error) => resolve(error)));
			await new Promise((resolve) => setTimeout(resolve, 20));
			console.log(code);
		`, alone))
		assert.Equal(t, "not-found\n", printed, name)
	}
}
