// Command dist writes the project's dist folder (see internal/build), and then the site that shows it.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/godeferred/godeferred/internal/build"
	"github.com/godeferred/godeferred/tools/site/render"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	out := flag.String("out", "", "where to write; the project's dist folder when empty")
	fast := flag.Bool("fast", false, "leave out the compressed forms")
	readable := flag.Bool("readable", false, "leave the scripts as they are written, for profiles and debugging")
	parts := flag.Bool("parts", false, "for tools/size: leave the names of functions in the wasm, and add what the script is made of")
	flag.Parse()
	if err := write(*root, *out, build.Options{Fast: *fast, Readable: *readable, Parts: *parts}); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// write leaves the site alone if the build is written elsewhere: that is not the one to show.
func write(root, out string, o build.Options) error {
	if out != "" {
		return build.Dist(context.Background(), root, out, o)
	}
	out = filepath.Join(root, "dist")
	if err := build.Dist(context.Background(), root, out, o); err != nil {
		return err
	}
	files, err := render.Site(root, os.DirFS(out))
	if err != nil {
		return err
	}
	return render.Write(filepath.Join(root, "bin", "site"), files)
}
