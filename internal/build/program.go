package build

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/godeferred/godeferred"
	"github.com/godeferred/godeferred/web/src"
	"github.com/godeferred/godeferred/web/types"
)

// A Program is a page's own Go program, and how it is built.
type Program struct {
	Package string // as go build names it, such as "./app"
	Out     string // the folder that the page is served from
	Debug   bool   // with names and lines, and uncompressed: for debugging
	Trim    bool   // without the tables of lines: smaller, but Go's traces name no file and no line
	Hash    bool   // names with a hash of the content, for caches that keep them for ever

	level level // of compression; the highest if it is zero
}

// A File is one that has been written.
type File struct {
	Name         string // in the folder
	Bytes, Coded int    // its length, and that with brotli; 0 where it was not compressed
	Integrity    string // of a script or wasm: its hash, as in integrity.json
}

// Build writes the program, the scripts, their types and hashes, and the toolchain's own loader into the folder, and
// returns these files. A build that fails, or is ended by ctx, leaves the folder as it was.
//
// Files of an earlier build that are not among these are removed, unless they were changed since. The folder's
// godeferred.json lists the files of a build. A file that no build has written is never replaced.
//
// An error of the program's source is a *CompileError.
func (p Program) Build(ctx context.Context) ([]File, error) {
	// First, since it takes no time.
	if err := checkFolder(p.Out); err != nil {
		return nil, err
	}
	name, err := p.check(ctx)
	if err != nil {
		return nil, err
	}
	client, err := p.generateExports(ctx, name)
	if err != nil {
		return nil, err
	}
	files, names, err := p.make(ctx, name)
	if err != nil {
		return nil, err
	}
	for file := range client {
		if _, is := files[file]; is && !strings.Contains(file, ".d.") { // its types have the same name
			return nil, fmt.Errorf("%s would write its client to %s, which is a script of godeferred's: give its folder another name", p.Package, file)
		}
	}
	maps.Copy(files, client)
	hashes := addIntegrity(files)
	list := make([]File, 0, len(files))
	for file := range files {
		list = append(list, File{Name: file, Bytes: len(files[file]), Integrity: hashes[file]})
	}
	if !p.Debug {
		compress(files, oftenInProgram, cmp.Or(p.level, highest))
	}
	for i := range list {
		list[i].Coded = len(files[list[i].Name+".br"])
	}
	slices.SortFunc(list, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return list, place(p.Out, files, describe(name+".wasm", files, names))
}

// make returns the files, and of those with a hash in the name what they are called without.
func (p Program) make(ctx context.Context, name string) (files map[string][]byte, plain map[string]string, err error) {
	wasm, err := buildWasm(ctx, ".", p.Package, p.Debug)
	if err != nil {
		return nil, nil, err
	}
	// The scripts' sources are in this program rather than looked for: a vendor folder has none.
	root, err := unpack()
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(root)
	if err := checkHost(root, wasm); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", p.Package, err)
	}
	change := keepLines
	if p.Trim && !p.Debug {
		change = blankLines
	}
	if wasm, err = withMemory(wasm, change); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", p.Package, err)
	}
	wasmName := name + ".wasm"
	if p.Hash {
		wasmName = withHash(wasmName, wasm)
	}
	if files, err = scripts(ctx, root, wasmName, p.Debug); err != nil {
		return nil, nil, err
	}
	if p.Hash {
		plain = addHashed(files)
		plain[wasmName] = name + ".wasm"
	}
	files[wasmName] = wasm
	files["wasm_exec.js"], err = wasmExec(ctx)
	return files, plain, err
}

// scripts are the bundled scripts, which load the wasm of that name beside them, and their types.
func scripts(ctx context.Context, root, wasmName string, readable bool) (map[string][]byte, error) {
	tables, err := makeTables()
	if err != nil {
		return nil, err
	}
	goVersion, err := goTool(ctx, "env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	// There is no default runtime here: any build would do, but the same sources have the same.
	files, err := bundle(root, scriptOptions{
		version: godeferred.Version(), build: tables.hash, wasm: address(wasmName), goVersion: goVersion, tables: tables,
		readable: readable,
	}, distScripts)
	if err != nil {
		return nil, err
	}
	delete(files, metaFile)
	return files, addTypes(root, files)
}

// address is the relative URL of a file.
func address(name string) string { return (&url.URL{Path: name}).String() }

// unpack writes the sources of the scripts and the types into a temporary folder, as they are in the project.
func unpack() (root string, err error) {
	root, err = os.MkdirTemp("", "godeferred-scripts")
	if err != nil {
		return "", err
	}
	// esbuild says where a link leads, and the temporary folder is one on some systems.
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	err = os.CopyFS(filepath.Join(root, "web", "src"), src.Files)
	if err == nil {
		err = os.CopyFS(filepath.Join(root, "web", "types"), types.Files)
	}
	if err != nil {
		os.RemoveAll(root)
	}
	return root, err
}

// Check says what is wrong with the program and the folder, without building it: an error, which is a *CompileError if
// it is one of the program's source.
func (p Program) Check(ctx context.Context) error {
	if err := checkFolder(p.Out); err != nil {
		return err
	}
	_, err := p.check(ctx)
	return err
}
