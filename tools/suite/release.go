package main

import (
	"context"
	"os/exec"
)

// checkRelease tries the Go module as others get it. The files of a module are those that git tracks.
func checkRelease(ctx context.Context, p *project) outcome {
	if !p.isRepository(ctx) {
		return outcome{note: "not checked: no git repository"}
	}
	return first(func() (string, error) { return p.command(ctx, "tools", "go", "run", "./release", "-root", p.root) })
}

func (p *project) isRepository(ctx context.Context) bool {
	if _, err := exec.LookPath("git"); err != nil {
		return false
	}
	_, err := p.stdout(ctx, "", "git", "rev-parse", "--is-inside-work-tree")
	return err == nil
}
