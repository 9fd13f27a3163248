package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A page's own Go program runs in a worker, and the page calls it by messages.

func TestAGoProgramRunsInAWorkerOfItsPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/in-worker.js"}, program)
		// Go says in the console why a program has ended, and the browser which worker it has not found.
		harness.RunPages(t, b, []string{"/pages/program/in-worker.js?ends", "/pages/program/in-worker-own.js"}, program, harness.AllowErrors())
	})
}

func TestAWorkerOfAStrictPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	policy := harness.WithHeader("Content-Security-Policy",
		"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types godeferred")
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/in-worker.html"}, program, policy)
	})
}

func TestAPageKeepsItsFramesWhileGoComputesInAWorker(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RunPage(t, harness.Chromium, "/pages/program/in-worker-frames.js", harness.Program(t, "./internal/pageprogram"))
}

func TestValuesPassTheBorderOfAWorker(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/borderprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/border.js?worker"}, program)
	})
}

func TestAPlatformWithoutWorkersSaysSo(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.Program(t, "./internal/pageprogram")
	assert.Equal(t, "unsupported\n", harness.NodePrints(t, `
		import { load } from "./dist/godeferred.mjs";
		const wasm = new URL("./e2e/artifacts/pageprogram.wasm", import.meta.url);
		await load({ wasm, worker: true }).catch(({ code }) => console.log(code));
	`))
}
