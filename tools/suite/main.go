// Command suite checks the whole project: it installs what the checks need, runs them one after the other, keeps going
// when one fails, and ends in a line that says how many tests passed and failed.
//
//	go run ./suite -root ..              everything
//	go run ./suite -root .. -only lint   a group of steps (setup, lint, supply, unit, build, package, e2e) or steps by name, and what they need
//	go run ./suite -root .. -list        the steps
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

func main() {
	root := flag.String("root", ".", "the project's folder")
	only := flag.String("only", "", "groups and steps to run, separated by commas (default: all)")
	list := flag.Bool("list", false, "print the steps and run none")
	flag.Parse()
	os.Exit(run(*root, *only, *list))
}

func run(root, only string, list bool) int {
	root, err := filepath.Abs(root)
	if err != nil {
		fmt.Fprintln(os.Stderr, "suite:", err)
		return 2
	}
	var wanted []string
	if only != "" {
		wanted = strings.Split(only, ",")
	}
	chosen, err := choose(steps, wanted)
	if err != nil {
		fmt.Fprintln(os.Stderr, "suite:", err)
		return 2
	}
	if list {
		for _, s := range chosen {
			fmt.Printf("%-6s %s\n", s.group, s.name)
		}
		return 0
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	total := perform(ctx, os.Stdout, &project{root: root, env: handedOn(os.Environ())}, chosen)
	// A group of checks that runs no tests has nothing to count: its lines have said it.
	if total.tests() > 0 || only == "" {
		fmt.Println(total)
	}
	if total.failed > 0 {
		return 1
	}
	return 0
}
