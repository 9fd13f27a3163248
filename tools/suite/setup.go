package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const oldestNode = 20

// installPackages runs npm ci unless node_modules is as new as what it is made from.
func installPackages(ctx context.Context, p *project) outcome {
	version, err := p.stdout(ctx, "", "node", "--version")
	if err != nil {
		return outcome{err: fmt.Errorf("install Node %d or newer: %w", oldestNode, err)}
	}
	major, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(version), "v"), ".")
	if n, err := strconv.Atoi(major); err != nil || n < oldestNode {
		return outcome{err: fmt.Errorf("install Node %d or newer: this is %s", oldestNode, strings.TrimSpace(version))}
	}
	return p.npmCI(ctx, "")
}

// npmCI installs what the package.json of a folder names, unless it is there.
func (p *project) npmCI(ctx context.Context, dir string) outcome {
	stamp := p.path(dir, "node_modules", ".stamp")
	if upToDate(stamp, p.path(dir, "package.json"), p.path(dir, "package-lock.json"), p.path(dir, ".npmrc")) {
		return outcome{note: "up to date"}
	}
	if output, err := p.command(ctx, dir, "npm", "ci", "--no-audit", "--no-fund"); err != nil {
		return outcome{output: output, err: err}
	}
	return outcome{note: "installed", err: os.WriteFile(stamp, nil, 0o644)}
}

// installPackage makes the npm package, and installs it in the projects that try it, as their users would.
func installPackage(ctx context.Context, p *project) outcome {
	old, err := filepath.Glob(p.path("bin", "godeferred-*.tgz"))
	if err != nil {
		return outcome{err: err}
	}
	for _, file := range old {
		if err := os.Remove(file); err != nil {
			return outcome{err: err}
		}
	}
	archive, err := p.stdout(ctx, "tools", "go", "run", "./pack", "-root", p.root, "-out", p.path("bin"))
	if err != nil {
		return outcome{err: err}
	}
	projects := filepath.Join("e2e", "adopt")
	if o := p.npmCI(ctx, projects); o.err != nil {
		return o
	}
	// Not into package-lock.json: each build has another hash.
	return first(func() (string, error) {
		return p.command(ctx, projects, "npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", strings.TrimSpace(archive))
	})
}

func upToDate(stamp string, sources ...string) bool {
	made, err := os.Stat(stamp)
	if err != nil {
		return false
	}
	for _, source := range sources {
		if info, err := os.Stat(source); err != nil || info.ModTime().After(made.ModTime()) {
			return false
		}
	}
	return true
}

// installGoTools builds the tools into bin/. `go tool` would not do: under GOOS=js it cross-compiles them too.
func installGoTools(ctx context.Context, p *project) outcome {
	build := func(module, tool string) func() (string, error) {
		return func() (string, error) {
			return p.command(ctx, module, "go", "build", "-buildvcs=false", "-o", p.path("bin")+string(os.PathSeparator), tool)
		}
	}
	if err := os.MkdirAll(p.path("bin"), 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return outcome{err: err}
	}
	return first(
		build("tools", "honnef.co/go/tools/cmd/staticcheck"),
		build("tools/wasmbrowsertest", "github.com/agnivade/wasmbrowsertest"),
		build("tools", "./headless_shell"),
	)
}
