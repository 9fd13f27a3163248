// Command serve shows godeferred's site, and answers the requests of its demos, on http://127.0.0.1:8080/.
//
//	serve [-addr host:port] [-site folder] [-modules folder]
//
// The port is taken from $PORT where -addr does not say. Ctrl-C or SIGTERM stops it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"syscall"

	"github.com/godeferred/godeferred/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// From the first signal on, the next one has its usual, blunt effect: a stop that hangs can be cut short.
	context.AfterFunc(ctx, stop)
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

type options struct {
	addr    string
	site    string
	modules string
}

// run is main without the process: it serves until ctx ends, and returns the exit code
// (0 stopped as asked, 1 could not serve, 2 wrong arguments).
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	opts, err := parse(args, getenv, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2 // The flag package has said why.
	}
	if err := start(ctx, opts, stdout); err != nil {
		_, _ = fmt.Fprintln(stderr, "serve:", err)
		return 1
	}
	return 0
}

func parse(args []string, getenv func(string) string, stderr io.Writer) (options, error) {
	port := getenv("PORT")
	if port == "" {
		port = "8080"
	}
	var opts options
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&opts.addr, "addr", net.JoinHostPort("127.0.0.1", port), "`host:port` to listen on; port 0 takes a free one")
	flags.StringVar(&opts.site, "site", "bin/site", "`folder` of the site that `make build` wrote")
	flags.StringVar(&opts.modules, "modules", "node_modules", "`folder` that npm installed the libraries into which the benchmark compares with; it need not be there")
	if err := flags.Parse(args); err != nil {
		return opts, err
	}
	if flags.NArg() > 0 {
		err := fmt.Errorf("unexpected argument %q", flags.Arg(0))
		_, _ = fmt.Fprintln(stderr, "serve:", err)
		return opts, err
	}
	return opts, nil
}

func start(ctx context.Context, opts options, stdout io.Writer) error {
	site, err := openSite(opts.site)
	if err != nil {
		return err
	}
	return listen(ctx, opts.addr, newHandler(web.Content, site, opts.modules, sleep), stdout)
}
