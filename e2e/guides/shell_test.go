package guides

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

const builder = "github.com/godeferred/godeferred/cmd/godeferred"

// checkShell looks at each command of a snippet: whether this project has what it names. Nothing is installed.
func checkShell(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, " #")
		for command := range strings.SplitSeq(line, "&&") {
			if words := strings.Fields(command); len(words) > 0 {
				checkCommand(t, words)
			}
		}
	}
}

func checkCommand(t *testing.T, words []string) {
	t.Helper()
	line := strings.Join(words, " ")
	switch {
	case words[0] == "godeferred":
		checkBuilder(t, words[1:])
	case strings.HasPrefix(line, "go run "+builder+" "), strings.HasPrefix(line, "go tool godeferred "):
		checkBuilder(t, words[3:])
	case slices.Contains([]string{"go mod init", "go mod tidy"}, strings.Join(words[:min(3, len(words))], " ")),
		line == "go get github.com/godeferred/godeferred", line == "go get -tool "+builder, line == "go test ./...",
		line == "go run .", words[0] == "mkdir", words[0] == "cd":
	case line == "npm install godeferred", strings.HasPrefix(line, "npm install ./bin/godeferred-"), line == "npx vitest run":
	case words[0] == "make":
		for _, target := range words[1:] {
			assert.Regexp(t, `(?m)^`+regexp.QuoteMeta(target)+`:`, project(t, "Makefile"))
		}
	case words[0] == "cp" && words[1] == "-r":
		_, err := os.Stat(filepath.Join(harness.Root(), words[2]))
		assert.NoError(t, err)
	default:
		t.Errorf("no test knows the command %q", line)
	}
}

// checkBuilder asks the command's own help for the flags.
func checkBuilder(t *testing.T, words []string) {
	t.Helper()
	require.NotEmpty(t, words)
	help, err := builderHelp(words[0])
	require.NoError(t, err, help)
	usage := regexp.MustCompile(`(?m)godeferred ` + words[0] + ` .*$`).FindString(help)
	for _, word := range words[1:] {
		if strings.HasPrefix(word, "-") {
			flag, _, _ := strings.Cut(word, "=")
			assert.Contains(t, usage, "["+flag, "%s has no %s", words[0], flag)
		}
	}
}

var helps sync.Map // string to func() (string, error)

func builderHelp(command string) (string, error) {
	ask, _ := helps.LoadOrStore(command, sync.OnceValues(func() (string, error) {
		cmd := exec.Command("go", "run", "./cmd/godeferred", command, "-h")
		cmd.Dir = harness.Root()
		text, err := cmd.CombinedOutput()
		return string(text), err
	}))
	return ask.(func() (string, error))()
}

func project(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(harness.Root(), name))
	require.NoError(t, err)
	return string(text)
}
