package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// startFiles are what the programs of the visits download, with brotli, by name: all of them in the same way, so that
// only they differ.
type startFiles map[string][]byte

func readStartFiles(ctx context.Context, root string) (startFiles, error) {
	f := startFiles{}
	for name, file := range map[string]string{
		"godeferred.js":   "dist/godeferred.js.br",
		"godeferred.wasm": "dist/godeferred.wasm.br",
		"wasm_exec.js":    "dist/examples/wasm_exec.js.br",
	} {
		content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		if err != nil {
			return nil, fmt.Errorf("%w: run `make build` first", err)
		}
		f[name] = content
	}
	jquery, err := os.ReadFile(filepath.Join(root, "node_modules", filepath.FromSlash(modules["jquery4.js"])))
	if err != nil {
		return nil, err
	}
	bare, err := buildProgram(ctx, filepath.Join(root, "e2e"), "./bench/bare")
	if err != nil {
		return nil, err
	}
	f["jquery4.js"], f["bare.wasm"] = compressed(jquery), compressed(bare)
	return f, nil
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

func compressed(content []byte) []byte {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	_, _ = w.Write(content) // a bytes.Buffer takes all
	_ = w.Close()
	return out.Bytes()
}

// serve answers with a file that may be kept for good.
func (f startFiles) serve(w http.ResponseWriter, r *http.Request) {
	content, ok := f[r.PathValue("name")]
	switch {
	case !ok:
		http.NotFound(w, r)
		return
	case !strings.Contains(r.Header.Get("Accept-Encoding"), "br"):
		http.Error(w, "this browser takes no brotli", http.StatusNotAcceptable)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("Content-Encoding", "br")
	_, _ = w.Write(content)
}
