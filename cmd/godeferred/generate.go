package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/godeferred/godeferred/internal/build"
	"github.com/godeferred/godeferred/internal/generate"
)

// runGenerate is `godeferred generate`.
func runGenerate(ctx context.Context, args []string, to terminal) (err error) {
	var check bool
	var types, name string
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	flags.BoolVar(&check, "check", false, "write nothing, and fail if a file is not what would be written")
	flags.StringVar(&types, "types", "", "the `file` for the TypeScript types, such as static/app.d.ts beside godeferred.js, or app.d.mts beside godeferred.mjs")
	if name, err = parse(flags, args); err != nil {
		return err
	}
	made, err := generate.Program(ctx, name)
	if err != nil {
		return build.SourceError(name, err)
	}
	stale, err := made.Stale()
	if err == nil && types != "" {
		err = writeTypes(types, made, check)
	}
	switch {
	case err != nil:
		return err
	case check && stale:
		return fmt.Errorf("%s is not what the source says: run godeferred generate %s", filepath.Base(made.File), name)
	case check:
		return nil
	}
	if err := made.Write(); err != nil {
		return err
	}
	if made.Go == nil && to.watched {
		_, _ = fmt.Fprintf(to.err, "%s has no function with the comment //godeferred:export\n", name)
	}
	return nil
}

// writeTypes writes the types, or fails with check if they are others.
func writeTypes(file string, made *generate.Generated, check bool) error {
	script := "./godeferred.js"
	if strings.HasSuffix(file, ".d.mts") {
		script = "./godeferred.mjs"
	}
	text := made.Types(script)
	there, err := os.ReadFile(file)
	switch {
	case err == nil && string(there) == string(text):
		return nil
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return err
	case check:
		return fmt.Errorf("%s is not what the source says", file)
	}
	return os.WriteFile(file, text, 0o644)
}
