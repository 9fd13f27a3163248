package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A CompileError says why a program does not compile, in the words of the compiler or of the go command.
type CompileError struct {
	Package string // as it was named
	Text    string // whole lines, which begin with a file and a line where there is one
}

func (e *CompileError) Error() string { return e.Package + " does not compile:\n" + e.Text }

var errNoGo = errors.New("there is no go command: install Go, from https://go.dev/dl/")

// goCommand prepares a call of the go command for js/wasm.
func goCommand(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	// The go command ends its compilers when it is interrupted, and removes its folders.
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 3 * time.Second
	return cmd
}

// goTool runs the go command and returns its output without the line's end.
func goTool(ctx context.Context, args ...string) (string, error) {
	cmd := goCommand(ctx, args...)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", errNoGo
	case err != nil && problems.Len() > 0:
		return "", errors.New(advise(problems.String()))
	case err != nil:
		return "", fmt.Errorf("go %s: %w", args[0], err)
	}
	return strings.TrimSpace(string(out)), nil
}

// advise adds what to do to the words of the go command, where these name one missing thing of many.
func advise(text string) string {
	text = strings.TrimSpace(text)
	if strings.Contains(text, "missing go.sum entry") {
		text += "\ngo.mod and go.sum are not complete: run `go mod tidy`"
	}
	return text
}
