// Command size checks what a page downloads against size/budget.json, and reports what takes the room: by Go package
// in the wasm, by module in the script. It reads what `make build` wrote.
//
//	go run ./size -root ..            both; the report takes a build of its own
//	go run ./size -root .. -check     the limits alone
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	check := flag.Bool("check", false, "leave out the report")
	flag.Parse()
	if err := run(*root, *check); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

func run(root string, check bool) error {
	limits, err := readBudget(filepath.Join(root, "size", "budget.json"))
	if err != nil {
		return err
	}
	dist, err := filepath.Abs(filepath.Join(root, "dist"))
	if err != nil {
		return err
	}
	lines, exceeded := compare(limits, func(name string) (int64, error) {
		if module, names, is := namesOf(name); is {
			return shakenSize(dist, module, names)
		}
		if isProgram(name) {
			return programSize(root, name)
		}
		info, err := os.Stat(filepath.Join(dist, filepath.FromSlash(name)))
		if err != nil {
			return 0, fmt.Errorf("%w: run `make build` first", err)
		}
		return info.Size(), nil
	})
	fmt.Print(table("bytes", lines))
	if !check {
		if err := report(root); err != nil {
			return err
		}
	}
	return exceeded
}

// report builds the wasm once more with the names of its functions, and prints what it and the script consist of.
func report(root string) error {
	dir, err := os.MkdirTemp("", "godeferred-size-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if root, err = filepath.Abs(root); err != nil {
		return err
	}
	build := exec.Command("go", "run", "./dist", "-root", root, "-out", dir, "-fast", "-parts")
	build.Dir = filepath.Join(root, "tools")
	if output, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go run ./dist -parts: %w\n%s", err, output)
	}
	wasm, err := os.ReadFile(filepath.Join(dir, "godeferred.wasm"))
	if err != nil {
		return err
	}
	packages, err := packagesOf(root)
	if err != nil {
		return err
	}
	parsed, err := parse(wasm)
	if err != nil {
		return fmt.Errorf("godeferred.wasm: %w", err)
	}
	fmt.Printf("\ngodeferred.wasm by section, with brotli each by itself\n%s", table("bytes", parsed.bySection()))
	fmt.Printf("\nits code by Go package, as it is\n%s", table("bytes", parsed.byPackage(packages)))
	meta, err := os.ReadFile(filepath.Join(dir, "godeferred.meta.json"))
	if err != nil {
		return err
	}
	modules, err := byModule(meta)
	if err != nil {
		return fmt.Errorf("godeferred.meta.json: %w", err)
	}
	fmt.Printf("\ngodeferred.js by module, minified\n%s", table("bytes", modules))
	return nil
}
