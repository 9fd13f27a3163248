package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/godeferred/godeferred/internal/build"
)

// checkPageTypes compiles the types of the scripts and their tests: what they say must fail is marked with
// @ts-expect-error. It checks the script of a demo page against the types that were made of its Go program, too.
func checkPageTypes(ctx context.Context, p *project) outcome {
	checks := []func() (string, error){
		func() (string, error) {
			return p.command(ctx, "", p.npm("tsc"), "-p", filepath.Join("web", "types", "tsconfig.json"))
		},
		func() (string, error) {
			return p.command(ctx, "", p.npm("tsc"), "-p", filepath.Join("web", "pages", "tsconfig.json"))
		},
		func() (string, error) { return "", installTypes(p) },
	}
	programs, err := typedPrograms(p)
	if err != nil {
		return outcome{err: err}
	}
	for _, program := range programs {
		checks = append(checks, func() (string, error) { return p.command(ctx, "", p.npm("tsc"), "-p", program) })
	}
	return first(append(checks, func() (string, error) {
		return p.command(ctx, "", "node", filepath.Join("web", "types", "programs", "hovers", "hovers.mjs"))
	})...)
}

// installTypes puts the npm package's types where the test programs import them from.
func installTypes(p *project) error {
	programs := p.path("web", "types", "programs")
	folder := filepath.Join(programs, "node_modules", "godeferred")
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := build.Types(p.root, folder); err != nil {
		return err
	}
	manifest, err := os.ReadFile(filepath.Join(programs, "godeferred.json"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "package.json"), manifest, 0o644)
}

// typedPrograms are the configurations of the test programs that import the package. A program may have several, for
// several kinds of modules and versions of @types/jquery.
func typedPrograms(p *project) ([]string, error) {
	var found []string
	err := filepath.WalkDir(p.path("web", "types", "programs"), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.Name() == "node_modules":
			return filepath.SkipDir
		case strings.HasPrefix(entry.Name(), "tsconfig"):
			found = append(found, path)
		}
		return nil
	})
	return found, err
}
