package e2e_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The policy allows this server's scripts, compiling wasm, and requests; no style, no eval, and no HTML from strings.
const servedPage = `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'">
<link rel="icon" href="data:,">
<title>served</title>
<script src="godeferred.js"></script>
`

const servedProgram = `package main

import (
	"context"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/page"
)

func main() {
	page.Export("greet", func(context.Context, deferred.Args) (any, error) { return "hello", nil })
	page.Run()
}
`

// A developer changes a program, and sees the page change; breaks it, and sees why; mends it.
func TestAServedPageFollowsItsProgram(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write := func(name, text string) {
		file := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	mod, err := os.ReadFile(filepath.Join(harness.Root(), "go.mod"))
	require.NoError(t, err)
	sum, err := os.ReadFile(filepath.Join(harness.Root(), "go.sum"))
	require.NoError(t, err)
	const module = "github.com/godeferred/godeferred"
	write("go.mod", strings.Replace(string(mod), "module "+module, "module example.com/page", 1)+
		"\nrequire "+module+" v0.0.0\nreplace "+module+" => "+harness.Root()+"\n")
	write("go.sum", string(sum))
	write("app/main.go", servedProgram)
	write("pages/index.html", servedPage)

	tab := harness.NewTab(t)
	tab.Open(startGodeferred(t, folder, "serve", "./app", "-dir", "pages", "-addr", "127.0.0.1:0"))
	says := func(what string) string {
		return `window.godeferred?.go.greet().then((said) => { document.title = said }), document.title === "` + what + `"`
	}
	const overlay = `document.getElementById("godeferred-live")`
	waitThrough(tab, says("hello"))

	write("app/main.go", strings.Replace(servedProgram, "hello", "good day", 1))
	waitThrough(tab, says("good day"))
	assert.True(t, harness.Eval[bool](tab, overlay+" === null"))

	write("app/main.go", servedProgram+"\nvar _ = \"<img src=x onerror=alert(1)>\" + missing\n")
	waitThrough(tab, overlay+` !== null`)
	assert.Contains(t, harness.Eval[string](tab, overlay+`.shadowRoot.textContent`), "app/main.go:15:42: undefined: missing")
	assert.Equal(t, "fixed", harness.Eval[string](tab, `getComputedStyle(`+overlay+`.shadowRoot.querySelector("pre")).position`), "the policy lets it have its style")
	assert.Equal(t, "good day", harness.Eval[string](tab, `document.title`), "the page behind it stays")

	write("app/main.go", strings.Replace(servedProgram, "hello", "again", 1))
	waitThrough(tab, says("again"))
	assert.True(t, harness.Eval[bool](tab, overlay+" === null"))

	write("pages/index.html", servedPage+"<p id=more></p>")
	waitThrough(tab, `document.getElementById("more") !== null`)
	assert.Empty(t, tab.Errors())
}

// waitThrough is WaitFor, for a page that may be loaded again meanwhile.
func waitThrough(tab *harness.Tab, expression string) {
	tab.Do("wait for "+expression, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		for {
			_, err := chromedp.Run(ctx, chromedp.Poll[bool]("!!("+expression+")"))
			if err == nil || !strings.Contains(err.Error(), "navigated") && !strings.Contains(err.Error(), "context with") {
				return err
			}
		}
	}))
}

// startGodeferred runs the command in a folder, and returns the address that it serves. At the end of the test it is
// interrupted, as by Ctrl-C, and has to end well.
func startGodeferred(t *testing.T, folder string, args ...string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "godeferred")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", program, "./cmd/godeferred")
	build.Dir = harness.Root()
	output, err := build.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	command := exec.Command(program, args...)
	command.Dir = folder
	command.Stderr = os.Stderr
	said, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		assert.NoError(t, command.Process.Signal(os.Interrupt))
		assert.NoError(t, command.Wait())
	})
	line, err := bufio.NewReader(said).ReadString('\n')
	require.NoError(t, err)
	address := regexp.MustCompile(`http://\S+`).FindString(line)
	require.NotEmpty(t, address, line)
	return address
}
