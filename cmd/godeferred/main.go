// Command godeferred builds a page's own Go program: the wasm, the scripts, their types and compressed forms,
// in a folder that any server can serve.
//
//	go run github.com/godeferred/godeferred/cmd/godeferred build ./app -o static
//
// It needs Go and nothing else, and runs in any module that requires this one.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/godeferred/godeferred/internal/build"
)

const usage = `usage: godeferred build [flags] package

build compiles a main package that imports github.com/godeferred/godeferred/page, and writes
what its page needs into a folder: the program, godeferred.js and godeferred.mjs, their types,
and compressed forms (.br, .gz) of all.

`

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "godeferred:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) == 0 || args[0] != "build" {
		fmt.Fprint(os.Stderr, usage)
		if len(args) == 0 {
			return flag.ErrHelp
		}
		return fmt.Errorf("there is no command %q", args[0])
	}
	return buildProgram(args[1:], out)
}

func buildProgram(args []string, out io.Writer) error {
	var p build.Program
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&p.Out, "o", "static", "the `folder` to write to")
	flags.BoolVar(&p.Debug, "debug", false, "keep names and lines, and do not compress")
	flags.BoolVar(&p.Trim, "trim", false, "leave out Go's tables of lines: smaller, but traces name no file and no line")
	flags.BoolVar(&p.Hash, "hash", false, "put a hash of the content into each name")
	flags.Usage = func() { fmt.Fprint(os.Stderr, usage); flags.PrintDefaults() }
	// Flags may stand behind the package, too, as people write them.
	var packages []string
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return err
		}
		args = flags.Args()
		if len(args) > 0 {
			packages, args = append(packages, args[0]), args[1:]
		}
	}
	if len(packages) != 1 {
		return fmt.Errorf("build takes one package, such as ./app, not %d", len(packages))
	}
	p.Package = packages[0]
	files, err := p.Build()
	if err != nil {
		return err
	}
	if isTerminal(os.Stdout) {
		for _, f := range files {
			fmt.Fprintf(out, "%10d  %9d brotli  %s\n", f.Bytes, f.Coded, f.Name)
		}
	}
	return nil
}

// isTerminal tells whether somebody reads along.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
