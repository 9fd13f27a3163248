package build

import (
	"context"
	"errors"

	"github.com/godeferred/godeferred/internal/generate"
)

// generateExports writes the code of typed exports into the program's folder, and returns for its page, by their file
// names, a module that exports each function, and types.
func (p Program) generateExports(ctx context.Context, name string) (files map[string][]byte, err error) {
	made, err := generate.Program(ctx, p.Package)
	if err != nil {
		return nil, SourceError(p.Package, err)
	}
	if err := made.Write(); err != nil || made.Go == nil {
		return nil, err
	}
	const script = "./godeferred.mjs"
	return map[string][]byte{
		name + ".js":    made.Client(script),
		name + ".mjs":   generate.ClientAgain("./" + name + ".js"),
		name + ".d.ts":  made.Types("./godeferred.js"),
		name + ".d.mts": made.Types(script),
	}, nil
}

// SourceError is the *CompileError for an error about a program's source, and any other as it is.
func SourceError(name string, err error) error {
	if problems, is := errors.AsType[*generate.Problems](err); is {
		return &CompileError{name, problems.Text()}
	}
	if source, is := errors.AsType[*generate.TypeError](err); is {
		return &CompileError{name, source.Text}
	}
	return err
}
