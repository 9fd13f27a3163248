package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A part is something that ships, with what is linked into it.
type part struct {
	what    string
	modules []goModule
}

// The parts. The scripts are of this project and of Go alone: esbuild adds a few helpers, and no library.
const (
	inPages   = iota // the wasm and the scripts of dist and of the npm package, and the example programs
	inCommand        // the command godeferred, which its users compile
)

// goName stands for what comes with Go itself.
const goName = "The Go runtime and standard library"

// A goModule is a module, or Go itself, with what its own licence file says.
type goModule struct {
	path, version string   // the path is goName for Go itself
	licence       string   // its name, as in NOTICE
	copyright     []string // lines; some licence files have none
	text          string   // of the file
}

// shipped asks the go command for what is linked. The answer is the same on every machine.
func shipped(ctx context.Context, root string) ([]part, error) {
	toolchain, err := goItself(ctx, root)
	if err != nil {
		return nil, err
	}
	parts := []part{
		inPages:   {what: "dist/ and the npm package"},
		inCommand: {what: "the command godeferred"},
	}
	for i, args := range [][]string{
		inPages:   {"GOOS=js", "GOARCH=wasm", "./cmd/wasm", "./examples/..."},
		inCommand: {"GOOS=linux", "GOARCH=amd64", "./cmd/godeferred"},
	} {
		modules, err := linked(ctx, root, args[:2], args[2:])
		if err != nil {
			return nil, err
		}
		parts[i].modules = append([]goModule{toolchain}, modules...)
	}
	return parts, nil
}

// linked are the modules that the packages import, directly or not.
func linked(ctx context.Context, root string, env, packages []string) (modules []goModule, err error) {
	out, err := goTool(ctx, root, env, append([]string{"list", "-deps", "-json=Module"}, packages...)...)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if p.Module == nil || p.Module.Main || seen[p.Module.Path] {
			continue
		}
		seen[p.Module.Path] = true
		m, err := readLicence(p.Module.Path, p.Module.Dir)
		if err != nil {
			return nil, err
		}
		m.version = p.Module.Version
		modules = append(modules, m)
	}
	slices.SortFunc(modules, func(a, b goModule) int { return cmp.Compare(a.path, b.path) })
	return modules, nil
}

func goItself(ctx context.Context, root string) (goModule, error) {
	out, err := goTool(ctx, root, nil, "env", "GOROOT", "GOVERSION")
	if err != nil {
		return goModule{}, err
	}
	goroot, version, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	m, err := readLicence(goName, goroot)
	m.version = version
	return m, err
}

func goTool(ctx context.Context, root string, env []string, args ...string) ([]byte, error) {
	var problems bytes.Buffer
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.Stderr = root, &problems
	cmd.Env = append(append(os.Environ(), "CGO_ENABLED=0"), env...)
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("go %s: %w\n%s", args[0], err, problems.String())
	}
	return out, err
}

// A licence file, by its name.
var licenceFile = regexp.MustCompile(`(?i)^(LICEN[CS]E|COPYING)(\.(md|txt))?$`)

// The line of a copyright holder. Apache's text has one that stands for such a line.
var copyrightLine = regexp.MustCompile(`(?m)^\s*(Copyright (?:\([cC]\) |© )?\d{4}.*|Copyright © .*)$`)

// licences are known by what they say.
var licences = []struct{ name, says string }{
	{"Apache License 2.0", "Apache License Version 2.0, January 2004"},
	{"BSD 3-Clause License", "Neither the name of"},
	{"MIT License", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
}

// readLicence reads the licence in a module's folder.
func readLicence(path, folder string) (goModule, error) {
	m := goModule{path: path}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return m, err
	}
	for _, entry := range entries {
		name := entry.Name()
		if strings.EqualFold(name, "NOTICE") || strings.EqualFold(name, "NOTICE.txt") {
			// Apache License 2.0, 4(d): it would have to be in ours.
			return m, fmt.Errorf("%s has a file %s: tools/licences does not pass it on", path, name)
		}
		if !licenceFile.MatchString(name) {
			continue
		}
		if m.text != "" {
			return m, fmt.Errorf("%s has several licence files: tools/licences knows of one", path)
		}
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return m, err
		}
		m.text = string(text)
	}
	if m.text == "" {
		return m, fmt.Errorf("%s has no licence file in %s", path, folder)
	}
	words := strings.Join(strings.Fields(m.text), " ")
	for _, l := range licences {
		if strings.Contains(words, l.says) {
			m.licence = l.name
			break
		}
	}
	if m.licence == "" {
		return m, fmt.Errorf("%s has a licence that tools/licences does not know: see whether it permits what we do, and add it", path)
	}
	for _, found := range copyrightLine.FindAllStringSubmatch(m.text, -1) {
		line := strings.Join(strings.Fields(found[1]), " ")
		m.copyright = append(m.copyright, strings.TrimSuffix(line, " All rights reserved."))
	}
	return m, nil
}
