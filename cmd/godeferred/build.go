package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"path"
	"strconv"
	"text/tabwriter"

	"github.com/godeferred/godeferred/internal/build"
)

// runBuild is `godeferred build`.
func runBuild(ctx context.Context, args []string, to terminal) (err error) {
	var p build.Program
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&p.Out, "o", "static", "the `folder` to write to")
	flags.BoolVar(&p.Debug, "debug", false, "keep names and lines, and do not compress")
	flags.BoolVar(&p.Trim, "trim", true, "leave out Go's tables of lines, a tenth of the program: its traces name functions, but no file and no line")
	flags.BoolVar(&p.Hash, "hash", false, "put a hash of the content into each name")
	if p.Package, err = parse(flags, args); err != nil {
		return err
	}
	if to.watched {
		_, _ = fmt.Fprintf(to.err, "building %s …\n", p.Package)
	}
	files, err := p.Build(ctx)
	if err == nil && to.watched {
		printTable(to.out, files)
	}
	return err
}

func printTable(to io.Writer, files []build.File) {
	table := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(table, "bytes\tbrotli\t  name")
	for _, f := range files {
		coded := "–"
		if f.Coded > 0 {
			coded = strconv.Itoa(f.Coded)
		}
		_, _ = fmt.Fprintf(table, "%d\t%s\t  %s\n", f.Bytes, coded, f.Name)
	}
	_ = table.Flush()
	for _, f := range files {
		if path.Ext(f.Name) == ".wasm" {
			_, _ = fmt.Fprintf(to, "integrity of %s: %s\n", f.Name, f.Integrity)
		}
	}
}
