// Command release checks that the project can be released: that its versions agree, and that the Go module works for
// others. It makes the module's zip as a module proxy would, installs the command godeferred from it, and follows the
// README in a fresh module, up to a run of the program in Node. All of it uses a proxy of files. A network is asked only
// for what the module cache of this machine lacks.
//
//	go run ./release -root ..            before a commit; uncommitted files count
//	go run ./release -root .. -release   before a tag: the last change is dated, all is committed
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"golang.org/x/mod/module"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	release := flag.Bool("release", false, "demand what a tag needs: a dated heading in CHANGELOG.md, and no uncommitted files")
	keep := flag.Bool("keep", false, "keep the folder with the proxy and the fresh module")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := check(ctx, *root, *release, *keep)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func check(ctx context.Context, root string, release, keep bool) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	p, err := readProject(root)
	if err != nil {
		return err
	}
	problems := p.problems()
	if release {
		problems = append(problems, p.releaseProblems(time.Now())...)
		problems = append(problems, commitProblems(ctx, root, p.version)...)
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	fmt.Printf("versions agree: %s\n", p.tag())

	// Outside the project, so that the go command does not find its go.mod.
	work, err := os.MkdirTemp("", "godeferred-release")
	if err != nil {
		return err
	}
	if keep {
		fmt.Println("kept:", work)
	} else {
		defer func() { _ = os.RemoveAll(work) }()
	}
	if work, err = filepath.EvalSymlinks(work); err != nil {
		return err
	}
	files, err := moduleFiles(ctx, root)
	if err != nil {
		return err
	}
	size, err := writeProxy(filepath.Join(work, "proxy"), module.Version{Path: p.module, Version: p.tag()}, p.goMod, files)
	if err != nil {
		return err
	}
	fmt.Printf("zip: %d files, %d kB\n", len(files), (size+500)/1000)
	return tryModule(ctx, p, work)
}
