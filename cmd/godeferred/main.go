// Command godeferred builds a page's own Go program: the wasm, the scripts, their types and compressed forms,
// in a folder that any server can serve. While the program is written, it serves the page, builds the program again
// after each change, and reloads the page.
//
//	go run github.com/godeferred/godeferred/cmd/godeferred build ./app -o static
//	go run github.com/godeferred/godeferred/cmd/godeferred serve ./app -dir pages
//
// It needs Go and nothing else, and runs in any module that requires this one.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/godeferred/godeferred/internal/build"
)

const usage = `usage: godeferred build [-o folder] [-hash] [-trim] [-debug] package
       godeferred generate [-check] [-types file] package
       godeferred serve [-dir folder] [-o folder] [-addr host:port] [-proxy URL] package

package is a main package that imports github.com/godeferred/godeferred/page, such as ./app.

build writes what its page needs into a folder: the program, godeferred.js and godeferred.mjs,
their types, and compressed forms (.br, .gz) of all. The page needs <script src="godeferred.js">.

generate writes zz_godeferred.go, by which the page calls the functions of the program that have the
comment //godeferred:export, as build does, too. -check fails if the file is stale; -types writes
their TypeScript types into a file.

serve builds for debugging, serves the page, builds again after each change, and reloads the page.
The page shows why a build failed. Pages are in the folder -dir, or beside what is built;
-proxy names the server that answers the page's requests.

`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// From the first signal on, the next one has its usual, blunt effect: a stop that hangs can be cut short.
	context.AfterFunc(ctx, stop)
	code := run(ctx, os.Args[1:], terminal{os.Stdout, os.Stderr, isTerminal(os.Stdout)})
	stop()
	os.Exit(code)
}

// terminal is where a command writes to.
type terminal struct {
	out, err io.Writer
	watched  bool // somebody reads along
}

// run is main without the process. It returns the exit code: 0 done, 1 failed, 2 wrong arguments.
func run(ctx context.Context, args []string, to terminal) int {
	commands := map[string]func(context.Context, []string, terminal) error{"build": runBuild, "generate": runGenerate, "serve": runServe}
	err := errors.New("name a command")
	if len(args) > 0 {
		command, is := commands[args[0]]
		switch {
		case is:
			err = command(ctx, args[1:], to)
		case args[0] == "help" || args[0] == "-h" || args[0] == "-help" || args[0] == "--help":
			err = flag.ErrHelp
		default:
			err = fmt.Errorf("there is no command %q", args[0])
		}
		if is && err != nil && !isUsage(err) && !errors.Is(err, flag.ErrHelp) {
			report(to.err, err)
			return 1
		}
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, flag.ErrHelp):
		_, _ = fmt.Fprint(to.out, usage)
		return 0
	}
	_, _ = fmt.Fprintf(to.err, "godeferred: %v\n\n%s", err, usage)
	return 2
}

// report writes an error. What the compiler says begins its own lines, so that editors find the places.
func report(to io.Writer, err error) {
	if compile, is := errors.AsType[*build.CompileError](err); is {
		_, _ = fmt.Fprintf(to, "%s\ngodeferred: %s does not compile\n", compile.Text, compile.Package)
		return
	}
	_, _ = fmt.Fprintln(to, "godeferred:", err)
}

// A usageError is one of the command line.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func isUsage(err error) bool {
	_, is := errors.AsType[*usageError](err)
	return is
}

// parse reads flags, which may stand behind the package, too, as people write them, and returns the package.
func parse(flags *flag.FlagSet, args []string) (string, error) {
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	var packages []string
	for len(args) > 0 {
		if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
			return "", err
		} else if err != nil {
			return "", &usageError{err.Error()}
		}
		args = flags.Args()
		if len(args) > 0 {
			packages, args = append(packages, args[0]), args[1:]
		}
	}
	if len(packages) != 1 {
		return "", &usageError{fmt.Sprintf("%s takes one package, such as ./app, not %d", flags.Name(), len(packages))}
	}
	return packages[0], nil
}

// isTerminal tells whether somebody reads along.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}
