// Command picture draws docs/architecture.svg from docs/architecture.txt, which says how it is written.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	flag.Parse()
	if err := run(*root); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func run(root string) error {
	text, err := os.ReadFile(filepath.Join(root, "docs", "architecture.txt"))
	if err != nil {
		return err
	}
	drawing, err := draw(string(text))
	if err != nil {
		return fmt.Errorf("docs/architecture.txt: %w", err)
	}
	return os.WriteFile(filepath.Join(root, "docs", "architecture.svg"), []byte(drawing), 0o644)
}

// draw makes the SVG of a text.
func draw(text string) (string, error) {
	p, err := parse(text)
	if err != nil {
		return "", err
	}
	if err := p.place(); err != nil {
		return "", err
	}
	return p.svg(), nil
}
