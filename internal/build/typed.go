package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/godeferred/godeferred/internal/generate"
)

// exportComment is in each file that has typed exports. Reading types takes a second, which other programs are spared.
var exportComment = []byte("//godeferred:export")

// generateExports writes the code of typed exports into the program's folder, and returns the types for its page, by
// their file names.
func (p Program) generateExports(ctx context.Context, name string) (types map[string][]byte, err error) {
	packages, err := goList(ctx, "Dir,ImportPath,GoFiles", p.Package)
	if err != nil || len(packages) != 1 {
		return nil, err
	}
	program := packages[0]
	has := false
	for _, file := range program.GoFiles {
		text, err := os.ReadFile(filepath.Join(program.Dir, file))
		if err != nil {
			return nil, err
		}
		has = has || bytes.Contains(text, exportComment) || file == generate.FileName
	}
	switch {
	case !has:
		return nil, nil
	case program.ImportPath == "command-line-arguments":
		return nil, fmt.Errorf("%s is a list of files: typed exports need the program's folder, such as ./app", p.Package)
	}
	made, err := generate.Program(ctx, p.Package)
	if err != nil {
		return nil, SourceError(p.Package, err)
	}
	if err := made.Write(); err != nil || made.Go == nil {
		return nil, err
	}
	types = map[string][]byte{}
	for _, end := range []string{".js", ".mjs"} {
		types[name+".d"+strings.Replace(end, "js", "ts", 1)] = made.Types("./godeferred" + end)
	}
	return types, nil
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
