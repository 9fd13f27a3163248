package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A project is where commands run, and with which variables.
type project struct {
	root string
	env  []string
}

func (p *project) path(elem ...string) string {
	return filepath.Join(append([]string{p.root}, elem...)...)
}

// with answers the same project with more variables.
func (p *project) with(env ...string) *project {
	return &project{root: p.root, env: append(slices.Clone(p.env), env...)}
}

// wasm answers the same project for programs that run in a page or in Node.
func (p *project) wasm() *project { return p.with("GOOS=js", "GOARCH=wasm") }

// command runs a program in a folder of the project and answers what it printed on both outputs.
func (p *project) command(ctx context.Context, dir, name string, args ...string) (string, error) {
	var out bytes.Buffer
	cmd := p.prepare(ctx, dir, name, args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("%s %s (in %s): %w", filepath.Base(name), strings.Join(args, " "), inProject(dir), err)
	}
	return out.String(), nil
}

// stdout is command for programs whose result is on standard output; the rest goes into the error.
func (p *project) stdout(ctx context.Context, dir, name string, args ...string) (string, error) {
	out, err := p.prepare(ctx, dir, name, args...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("%s %s (in %s): %w\n%s", filepath.Base(name), strings.Join(args, " "), inProject(dir), err, exit.Stderr)
	}
	return string(out), err
}

func (p *project) prepare(ctx context.Context, dir, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = p.path(dir)
	cmd.Env = p.env
	// A program that was ended may leave children that hold its outputs open: they are not waited for.
	cmd.WaitDelay = 5 * time.Second
	return cmd
}

func inProject(dir string) string {
	if dir == "" {
		return "the project's folder"
	}
	return dir
}

// first runs the commands until one fails.
func first(checks ...func() (string, error)) outcome {
	for _, check := range checks {
		if output, err := check(); err != nil {
			return outcome{output: output, err: err}
		}
	}
	return outcome{}
}
