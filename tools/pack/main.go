// Command pack writes the npm package: see build.Package.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/godeferred/godeferred/internal/build"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	out := flag.String("out", "", "where to write; the project's folder when empty")
	flag.Parse()
	if *out == "" {
		*out = *root
	}
	file, err := build.Package(context.Background(), *root, *out)
	if err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
	fmt.Println(file)
}
