// Command site writes the project's site, of the folders web, docs and dist, as static files.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/godeferred/godeferred/tools/site/render"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	out := flag.String("out", "", "where to write, a folder for the site alone; the project's bin/site when empty")
	flag.Parse()
	if *out == "" {
		*out = filepath.Join(*root, "bin", "site")
	}
	if err := write(*root, *out); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

func write(root, out string) error {
	files, err := render.Site(root, os.DirFS(filepath.Join(root, "dist")))
	if err != nil {
		return err
	}
	if err := render.Write(out, files); err != nil {
		return err
	}
	fmt.Printf("the site is in %s: any host can serve it, from the root of its domain\n", out)
	return nil
}
