// Command tables prints what Go has decided before a page is made as a JavaScript module: the build
// puts it into the scripts under the name go:tables (tools/dist). With -json it prints the plain values
// instead, entry by entry, for tests to compare; with -types the types of what the page asks the rules.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"github.com/godeferred/godeferred/internal/tables"
	"github.com/godeferred/godeferred/internal/tables/script"
)

func main() {
	plain := flag.Bool("json", false, "print the plain values as JSON")
	questions := flag.Bool("types", false, "print the types of questions to the rules")
	flag.Parse()
	if *questions {
		fmt.Print(script.Types())
		return
	}
	if err := run(*plain); err != nil {
		fmt.Fprintln(os.Stderr, "tables:", err)
		os.Exit(1)
	}
}

func run(plain bool) error {
	text, err := script.Module()
	if err != nil {
		return err
	}
	if plain {
		t := tables.Make()
		return json.NewEncoder(os.Stdout).Encode(map[string]any{
			"answers": t.Answers, "leaves": numbers(t.Leaves[:]), "ARRIVED": t.Arrived,
			"queueAnswers": numbers(t.Queue[:]), "directions": numbers(t.Directions[:]), "HASH": t.Hash(),
		})
	}
	_, err = os.Stdout.WriteString(text)
	return err
}

// numbers keeps JSON from making base64 of bytes.
func numbers(entries []uint8) []int {
	list := make([]int, len(entries))
	for i, e := range entries {
		list[i] = int(e)
	}
	return list
}
