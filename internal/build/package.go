package build

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/evanw/esbuild/pkg/api"
)

// packageFolder has the files of the npm package that are not built.
const packageFolder = "npm"

// The scripts of the npm package that dist does not have: for require, and for the worker of a program where a bundler
// has made one script of the page and godeferred, which a worker cannot start.
var packageScripts = []scriptFile{
	{"entry/common.js", "godeferred.cjs", api.FormatCommonJS, hostIsGos, false},
	{"entry/core.js", "core.cjs", api.FormatCommonJS, "", false},
	{"entry/classic.js", "godeferred.worker.js", api.FormatIIFE, hostIsGos, true},
}

// readableFolder has the scripts as they are written, for those who read or debug them.
const readableFolder = "readable"

// Package writes the npm package as npm pack would, name-version.tgz, into the folder out, and returns the file's path.
// The same sources give the same bytes.
func Package(ctx context.Context, root, out string) (string, error) {
	files, made, err := makeDist(ctx, root, Options{Fast: true})
	if err != nil {
		return "", err
	}
	delete(files, "godeferred.debug.wasm") // a third of all; `make build` has it
	more, err := bundle(root, made, packageScripts)
	if err != nil {
		return "", err
	}
	maps.Copy(files, more)
	made.readable, made.wasm = true, "../godeferred.wasm"
	readable, err := bundle(root, made, distScripts)
	if err != nil {
		return "", err
	}
	for name, content := range readable {
		// A map would tell what the script itself shows.
		if !strings.HasSuffix(name, ".map") && name != metaFile {
			files[readableFolder+"/"+name] = withoutMap(content)
		}
	}
	for _, name := range []string{"LICENSE", "NOTICE", "CHANGELOG.md", "COMPAT.md"} {
		if files[name], err = os.ReadFile(filepath.Join(root, name)); err != nil {
			return "", err
		}
	}
	if err := addPackageFiles(filepath.Join(root, packageFolder), made.version, files); err != nil {
		return "", err
	}
	addIntegrity(files)
	var about struct{ Name, Version string }
	if err := json.Unmarshal(files["package.json"], &about); err != nil {
		return "", fmt.Errorf("%s/package.json: %w", packageFolder, err)
	}
	packed, err := pack(files)
	if err != nil {
		return "", err
	}
	file := filepath.Join(out, about.Name+"-"+about.Version+".tgz")
	if err := os.MkdirAll(out, 0o755); err != nil {
		return "", err
	}
	return file, writeFile(file, packed)
}

// addPackageFiles adds the files of the folder, with the version in them.
func addPackageFiles(folder, version string, files map[string][]byte) error {
	list, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range list {
		content, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			return err
		}
		files[entry.Name()] = bytes.ReplaceAll(content, []byte("GODEFERRED_VERSION"), []byte(version))
	}
	return nil
}

func withoutMap(script []byte) []byte {
	before, _, _ := bytes.Cut(script, []byte("//# sourceMappingURL="))
	return before
}

// pack makes the archive that npm installs: all is in the folder "package", and nothing in it tells who made it, or when.
func pack(files map[string][]byte) ([]byte, error) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	archive := tar.NewWriter(z)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		// The time of each file in npm's own archives.
		header := &tar.Header{
			Name: "package/" + name, Mode: 0o644, Size: int64(len(files[name])), Format: tar.FormatUSTAR,
			ModTime: time.Date(1985, time.October, 26, 8, 15, 0, 0, time.UTC),
		}
		if err := archive.WriteHeader(header); err != nil {
			return nil, err
		}
		if _, err := archive.Write(files[name]); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}
