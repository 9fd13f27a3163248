package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// runInNode starts the program of the README and calls it, without a browser.
//
//go:embed run.mjs
var runInNode []byte

// tryModule installs the command and follows the README, with the module of the proxy in the folder work.
func tryModule(ctx context.Context, p project, work string) error {
	t, err := newTrial(ctx, p, work)
	if err != nil {
		return err
	}
	for _, step := range []struct {
		what string
		run  func(context.Context) error
	}{
		{"go install " + p.module + "/cmd/godeferred@" + p.tag(), t.install},
		{"each package of the module has its files", t.load},
		{"the README's module, built by the README's commands", t.follow},
		{"the program in Node", t.runProgram},
		{"the installed command builds it, too", t.useInstalled},
	} {
		started := time.Now()
		if err := step.run(ctx); err != nil {
			return fmt.Errorf("%s: %w", step.what, err)
		}
		fmt.Printf("%s: %.1f s\n", step.what, time.Since(started).Seconds())
	}
	return nil
}

// A trial is a machine that knows the module from the proxy alone. It shares the cache of compiled packages, where
// nothing is found by name.
type trial struct {
	p    project
	work string
	env  []string
}

func newTrial(ctx context.Context, p project, work string) (*trial, error) {
	if _, err := exec.LookPath("node"); err != nil {
		return nil, fmt.Errorf("install Node, in which the README's program is run: %w", err)
	}
	t := &trial{p: p, work: work, env: os.Environ()}
	// What the module requires comes from this machine's own cache, which `go mod download` fills where it is not full.
	if _, err := t.command(ctx, p.root, "go", "mod", "download"); err != nil {
		return nil, fmt.Errorf("a module that this one requires is not on this machine, and cannot be had: %w", err)
	}
	paths, err := t.command(ctx, p.root, "go", "env", "GOCACHE", "GOMODCACHE", "GOPROXY")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(paths), "\n")
	if len(lines) != 3 {
		return nil, fmt.Errorf("go env says %q", paths)
	}
	cache, modules := lines[0], lines[1]
	proxies := "file://" + filepath.ToSlash(filepath.Join(work, "proxy")) + ",file://" + filepath.ToSlash(modules) + "/cache/download"
	// go mod tidy, as the README has it, looks for what the tests of modules import, too. A machine that has only what
	// builds the project has to ask for these.
	if lines[2] != "off" {
		proxies += "," + lines[2]
	}
	t.env = append(withoutGo(os.Environ()),
		"GOENV=off", "GOWORK=off", "GOTOOLCHAIN=local", "GOSUMDB=off", "GOVCS=*:off", "CGO_ENABLED=0",
		// With -trimpath, the folder of a package is not part of what is looked up in the cache.
		"GOFLAGS=-modcacherw -trimpath",
		"GOPROXY="+proxies,
		"GOCACHE="+cache, "GOMODCACHE="+t.path("mod"), "GOBIN="+t.path("bin"))
	return t, nil
}

// withoutGo leaves out what changes the go command's behaviour.
func withoutGo(environ []string) []string {
	return slices.DeleteFunc(slices.Clone(environ), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return strings.HasPrefix(name, "GO") && name != "GOROOT" && name != "GOTMPDIR" && name != "GOPATH"
	})
}

func (t *trial) path(elem ...string) string {
	return filepath.Join(append([]string{t.work}, elem...)...)
}

// command runs a program and returns its output, without the lines on standard error.
func (t *trial) command(ctx context.Context, dir, name string, args ...string) (string, error) {
	var problems bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env, cmd.Stderr = dir, t.env, &problems
	cmd.WaitDelay = 5 * time.Second
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w\n%s%s", filepath.Base(name), strings.Join(args, " "), err, out, problems.String())
	}
	return string(out), err
}

func (t *trial) install(ctx context.Context) error {
	if err := os.Mkdir(t.path("empty"), 0o755); err != nil {
		return err
	}
	_, err := t.command(ctx, t.path("empty"), "go", "install", t.p.module+"/cmd/godeferred@"+t.p.tag())
	return err
}

// load asks for every package of the unpacked zip, with its tests, as servers and as pages see it: a file that is
// embedded, or a package that only the project's own folder has, would be missing.
func (t *trial) load(ctx context.Context) error {
	folder, err := t.command(ctx, t.path("empty"), "go", "list", "-m", "-f", "{{.Dir}}", t.p.module+"@"+t.p.tag())
	if err != nil {
		return err
	}
	env := t.env
	defer func() { t.env = env }()
	for _, platform := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		t.env = append(slices.Clone(env), platform...)
		if _, err := t.command(ctx, strings.TrimSpace(folder), "go", "list", "-deps", "-test", "./..."); err != nil {
			return err
		}
	}
	return nil
}

// followed are the README's snippets, in their order.
var followed = [...]string{"program setup", "program", "program page", "program build"}

// follow does what the README says in its section about Go programs.
func (t *trial) follow(ctx context.Context) error {
	var parts [len(followed)][]byte
	for i, name := range followed {
		var err error
		if parts[i], err = snippet(t.p.readme, name); err != nil {
			return err
		}
	}
	if err := t.shell(ctx, t.work, parts[0]); err != nil {
		return err
	}
	// The setup has made this folder.
	teas := t.path("teas")
	if err := errors.Join(
		os.MkdirAll(filepath.Join(teas, "app"), 0o755),
		os.MkdirAll(filepath.Join(teas, "static"), 0o755),
		os.WriteFile(filepath.Join(teas, "app", "main.go"), parts[1], 0o644),
		os.WriteFile(filepath.Join(teas, "static", "index.html"), parts[2], 0o644),
	); err != nil {
		return err
	}
	if err := t.shell(ctx, teas, parts[3]); err != nil {
		return err
	}
	used, err := t.command(ctx, teas, "go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", t.p.module)
	if err != nil {
		return err
	}
	if version, dir, _ := strings.Cut(strings.TrimSpace(used), " "); version != t.p.tag() || !strings.HasPrefix(dir, t.path("mod")) {
		return fmt.Errorf("the fresh module uses %s", used)
	}
	script, err := os.ReadFile(filepath.Join(teas, "static", "godeferred.mjs"))
	if err != nil {
		return err
	}
	if first, _, _ := strings.Cut(string(script), "\n"); !strings.Contains(first, "godeferred "+t.p.version+" ") {
		return fmt.Errorf("the script says that it is %q", first)
	}
	return nil
}

func (t *trial) shell(ctx context.Context, dir string, commands []byte) error {
	_, err := t.command(ctx, dir, "sh", "-ec", string(commands))
	return err
}

func (t *trial) runProgram(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	file := t.path("teas", "run.mjs")
	if err := os.WriteFile(file, runInNode, 0o644); err != nil {
		return err
	}
	printed, err := t.command(ctx, t.path("teas"), "node", file)
	if err == nil && printed != "the news\n" {
		err = fmt.Errorf("it printed %q", printed)
	}
	return err
}

// useInstalled builds for debugging: the program is compiled already, and nothing is compressed.
func (t *trial) useInstalled(ctx context.Context) error {
	if _, err := t.command(ctx, t.path("teas"), t.path("bin", "godeferred"), "build", "-debug", "-o", "debug", "./app"); err != nil {
		return err
	}
	_, err := os.Stat(t.path("teas", "debug", "app.wasm"))
	return err
}
