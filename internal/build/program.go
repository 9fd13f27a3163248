package build

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	module  = "github.com/godeferred/godeferred"
	pageDep = module + "/page"
	// goMinor is the oldest Go 1 whose programs the script's host was tried with.
	goMinor = 26
)

// A Program is a page's own Go program, and how it is built.
type Program struct {
	Package string // as go build names it, such as "./app"
	Out     string // the folder that the page is served from
	Debug   bool   // with names and lines, and uncompressed: for debugging
	Trim    bool   // without the tables of lines: smaller, but Go's traces name no file and no line
	Hash    bool   // names with a hash of the content, for caches that keep them for ever
}

// A File is one that has been written.
type File struct {
	Name         string // in the folder
	Bytes, Coded int    // its length, and that with brotli; 0 where it was not compressed
}

// Build writes the program, the scripts and their types, and the toolchain's own loader, and returns them with
// the names by which a page asks for them.
func (p Program) Build() ([]File, error) {
	name, source, err := p.check()
	if err != nil {
		return nil, err
	}
	wasm, err := buildWasm(".", p.Package, p.Debug)
	if err != nil {
		return nil, err
	}
	change := keepLines
	if p.Trim && !p.Debug {
		change = blankLines
	}
	if wasm, err = withMemory(wasm, change); err != nil {
		return nil, fmt.Errorf("%s: %w", p.Package, err)
	}
	files, err := scripts(source, p.Debug)
	if err != nil {
		return nil, err
	}
	files[name+".wasm"] = wasm
	if files["wasm_exec.js"], err = wasmExec(); err != nil {
		return nil, err
	}
	if p.Hash {
		files = hashed(files)
	}
	list := make([]File, 0, len(files))
	for file := range files {
		list = append(list, File{Name: file, Bytes: len(files[file])})
	}
	if !p.Debug {
		compress(files)
	}
	for i := range list {
		list[i].Coded = len(files[list[i].Name+".br"])
	}
	slices.SortFunc(list, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return list, writeFiles(p.Out, files)
}

// scripts are the bundled scripts from the module's sources, and their types.
func scripts(source string, readable bool) (map[string][]byte, error) {
	version, err := os.ReadFile(filepath.Join(source, "VERSION"))
	if err != nil {
		return nil, err
	}
	tables, err := makeTables()
	if err != nil {
		return nil, err
	}
	// There is no default runtime here: any build would do, but the same sources have the same.
	files, err := bundle(source, string(version), tables.hash, tables, readable)
	if err != nil {
		return nil, err
	}
	delete(files, metaFile)
	return files, addTypes(source, files)
}

// check returns the program's name and the folder of this module's sources, or says what is wrong.
func (p Program) check() (name, source string, err error) {
	version, err := goTool("env", "GOVERSION")
	if err != nil {
		return "", "", err
	}
	minor, _, _ := strings.Cut(strings.TrimPrefix(version, "go1."), ".")
	if n, e := strconv.Atoi(minor); e == nil && n < goMinor {
		return "", "", fmt.Errorf("%s is too old: the program needs Go 1.%d or later", version, goMinor)
	}
	about, err := goTool("list", "-f", "{{.Name}}\t{{.Dir}}\t{{.ImportPath}}\t{{range .Deps}}{{.}} {{end}}", p.Package)
	if err != nil {
		return "", "", err
	}
	if strings.Contains(about, "\n") {
		return "", "", fmt.Errorf("%s is more than one package: name the one that is the program", p.Package)
	}
	fields := strings.Split(about, "\t")
	switch {
	case fields[0] != "main":
		return "", "", fmt.Errorf("%s is package %s: a program is a package main", p.Package, fields[0])
	case !slices.Contains(strings.Fields(fields[3]), pageDep):
		return "", "", fmt.Errorf("%s does not import %s: its main function has to call page.Run", p.Package, pageDep)
	}
	source, err = goTool("list", "-m", "-f", "{{.Dir}}", module)
	if err != nil {
		return "", "", err
	}
	return path.Base(filepath.ToSlash(fields[1])), source, nil
}

// goTool runs the Go command for js/wasm and returns its output without the line's end.
func goTool(args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("there is no go command: install Go, from https://go.dev/dl/")
	}
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, problems.String())
	}
	return strings.TrimSpace(string(out)), nil
}

// hashed gives files the hash of their content as a part of their names: app.wasm becomes app.0123abcd.wasm.
// Types keep their names, since pages do not load them, and maps follow their scripts.
func hashed(files map[string][]byte) map[string][]byte {
	renamed := map[string][]byte{}
	for name, content := range files {
		base, ext, _ := strings.Cut(name, ".")
		if strings.Contains(name, ".d.") || strings.HasSuffix(name, ".map") {
			renamed[name] = content
			continue
		}
		renamed[base+"."+hash(content)[:8]+"."+ext] = content
	}
	return renamed
}
