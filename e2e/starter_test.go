package e2e_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The starter's folder, copied out of the repository, is built and served by the commands of its README, but for
// `go get`, in whose place this working copy is named.
func TestTheStarterIsCopiedBuiltAndServed(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "teas")
	require.NoError(t, os.CopyFS(folder, os.DirFS(filepath.Join(harness.Root(), "examples", "starter"))))
	readme, err := os.ReadFile(filepath.Join(folder, "README.md"))
	require.NoError(t, err)
	_, commands, _ := strings.Cut(string(readme), "```sh\n")
	commands, _, _ = strings.Cut(commands, "```")
	var run []string
	for _, line := range strings.Split(strings.TrimSpace(commands), "\n") {
		switch {
		case strings.HasPrefix(line, "go get "):
			line = "go mod edit -require=github.com/godeferred/godeferred@v0.0.0 -replace=github.com/godeferred/godeferred=" + harness.Root()
		case line == "go run .":
			continue // below
		}
		run = append(run, line)
	}
	require.Len(t, run, 4)
	for _, line := range run {
		fields := strings.Fields(line)
		command := exec.Command(fields[0], fields[1:]...)
		command.Dir = folder
		command.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false")
		output, err := command.CombinedOutput()
		require.NoErrorf(t, err, "%s\n%s", line, output)
	}

	// Changes of the copy would have no effect on a package of the original.
	list := exec.Command("go", "list", "-deps", "./...")
	list.Dir = folder
	packages, err := list.Output()
	require.NoError(t, err)
	assert.NotContains(t, string(packages), "/examples/")

	address := serveStarter(t, folder)
	tab := harness.NewTab(t)
	tab.Open(address)
	tab.WaitFor(`document.getElementById("status").textContent === "Ready."`)
	teas := `[...document.querySelectorAll("#teas b")].map((b) => b.textContent).join(", ")`

	t.Log("typing, and only what was typed last is shown")
	typed := func(text string) {
		harness.Eval[any](tab, `document.getElementById("text").select()`)
		tab.Do("type "+text, chromedp.SendKeys(chromedp.CSS("#text"), text))
	}
	typed("india")
	tab.WaitFor(teas + ` === "Assam, Darjeeling, Nilgiri"`)
	assert.Equal(t, "3 teas.", textOf(tab, "#status"))

	t.Log("an error is shown, and the next search is well")
	typed("!")
	tab.WaitFor(`document.getElementById("status").dataset.state === "failed"`)
	assert.Equal(t, "The server cannot answer now (503). Try again in a moment.", textOf(tab, "#status"))
	typed("sencha")
	tab.WaitFor(teas + ` === "Sencha"`)
	assert.Equal(t, "One tea.", textOf(tab, "#status"))
	assert.Empty(t, harness.Eval[string](tab, `document.getElementById("status").dataset.state`))

	t.Log("the page's script calls the same function")
	tab.Click("#lucky")
	tab.WaitFor(`document.getElementById("status").textContent.startsWith("Try ")`)
	assert.Equal(t, "go.search", harness.Eval[string](tab, `(() => {
		const call = godeferred.go.search("x");
		const { kinds } = godeferred.inspect();
		call.abort();
		return Object.keys(kinds).join();
	})()`))
	assert.Empty(t, tab.Errors())
}

// serveStarter runs the starter's own server.
func serveStarter(t *testing.T, folder string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "starter")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", program, ".")
	build.Dir = folder
	output, err := build.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	server := exec.Command(program, "-addr", "127.0.0.1:0")
	said, err := server.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, server.Start())
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	line, err := bufio.NewReader(said).ReadString('\n')
	require.NoError(t, err)
	_, address, found := strings.Cut(strings.TrimSpace(line), "http://")
	require.True(t, found, line)
	return "http://" + address + "/"
}
