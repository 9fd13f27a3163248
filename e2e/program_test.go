package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A page's own Go program, internal/pageprogram, is the runtime of pages, workers and Node.

func TestAGoProgramIsTheRuntimeOfAPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{
			"/pages/program/early.html", "/pages/program/page.js",
		}, program)
		// Go says in the console why a program has ended.
		harness.RunPages(t, b, []string{"/pages/program/page.js?ends", "/pages/program/worker.js"}, program, harness.AllowErrors())
	})
}

func TestAGoProgramIsTheRuntimeOfNode(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.Program(t, "./internal/pageprogram")
	harness.RunNode(t, "--no-warnings", "pages/program/node.js")
	harness.RunNode(t, "--no-warnings", "pages/program/superseded.cjs")
}

// Go programs are soon above 8 MB, such as those that import net/http.
func TestAProgramAbove8MBStarts(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/program/large.js", program)
	})
}

// What Go will import one day, this script does not have. It says so, and which Go it is of.
func TestAProgramOfAnotherGoIsRefusedWithBothVersions(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	printed := harness.NodePrints(t, `
		import { load } from "./dist/godeferred.mjs";
		const name = (text) => [text.length, ...new TextEncoder().encode(text)];
		const section = (id, bytes) => [id, bytes.length, ...bytes];
		const wasm = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0,
			...section(1, [1, 0x60, 0, 0]), ...section(2, [1, ...name("gojs"), ...name("runtime.future"), 0, 0]));
		await load({ wasm }).catch(({ code, message }) => console.log(code, message));
	`)
	assert.Regexp(t, `^mismatch godeferred: the wasm given to load needs more than this script \(go1\.\d+[^)]*\) has .*runtime`, printed)
}
