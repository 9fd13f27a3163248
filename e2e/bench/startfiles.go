package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// startFiles are what the programs of the visits download, compressed, by name: all of them in the same way, so that only
// they differ.
type startFiles map[string]startFile

// A startFile has a form for each browser: WebKitGTK takes brotli over TLS alone, and gets gzip here.
type startFile struct{ brotli, gzip []byte }

func readStartFiles(ctx context.Context, root string) (startFiles, error) {
	f := startFiles{}
	for name, file := range map[string]string{
		"godeferred.js":   "dist/godeferred.js",
		"godeferred.wasm": "dist/godeferred.wasm",
		"wasm_exec.js":    "dist/examples/wasm_exec.js",
		"jquery4.js":      "node_modules/" + modules["jquery4.js"],
		"start.js":        "bench/start.js",
	} {
		path := filepath.Join(root, filepath.FromSlash(file))
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("%w: run `make build` first", err)
		}
		small, err := brotliOf(path, content)
		if err != nil {
			return nil, err
		}
		if f[name], err = compressed(content, small); err != nil {
			return nil, err
		}
	}
	bare, err := buildProgram(ctx, filepath.Join(root, "e2e"), "./bench/bare")
	if err != nil {
		return nil, err
	}
	small, err := smallest(bare)
	if err != nil {
		return nil, err
	}
	f["bare.wasm"], err = compressed(bare, small)
	return f, err
}

// buildProgram compiles a program without names and debug tables, as people do who look at its size.
func buildProgram(ctx context.Context, folder, program string, flags ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "godeferred-bench-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "program.wasm")
	arguments := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", file}, flags...)
	build := exec.CommandContext(ctx, "go", append(arguments, program)...)
	build.Dir = folder
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if output, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build %s: %w\n%s", program, err, output)
	}
	return os.ReadFile(file)
}

func compressed(content, small []byte) (startFile, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	return startFile{small, out.Bytes()}, err
}

// smallest is what dist/ has of each file: brotli, as small as it gets.
func smallest(content []byte) ([]byte, error) {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	_, err := w.Write(content)
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), err
}

// brotliOf is the form that the build has made, which takes a while for the wasm, or makes it.
func brotliOf(file string, content []byte) ([]byte, error) {
	made, err := os.Stat(file + ".br")
	from, err2 := os.Stat(file)
	if err == nil && err2 == nil && !made.ModTime().Before(from.ModTime()) {
		return os.ReadFile(file + ".br")
	}
	return smallest(content)
}

// serve answers with a file that may be kept for good.
func (f startFiles) serve(w http.ResponseWriter, r *http.Request) {
	file, ok := f[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	content, encoding := file.brotli, "br"
	if !strings.Contains(r.Header.Get("Accept-Encoding"), "br") {
		content, encoding = file.gzip, "gzip"
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("Content-Encoding", encoding)
	_, _ = w.Write(content)
}
