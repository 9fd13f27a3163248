package build

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// What the builder has changed is run in Node, as hard as can be thought of.

func TestAProgramDoesTheSameWithoutLines(t *testing.T) {
	wasm := linked(t)
	whole, blank := play(t, changed(t, wasm, keepLines)), play(t, changed(t, wasm, blankLines))
	for name, want := range map[string]any{
		"nil receiver": "value method main.square.area called using nil *square pointer",
		"deep":         "the bottom",
		"cleanup":      true,
		"trace":        true,
		"name":         "main.named",
		"calls":        60. * 50,
		"work":         500. * 50,
	} {
		if blank[name] != want {
			t.Errorf("%s: %v, not %v", name, blank[name], want)
		}
	}
	if !strings.HasSuffix(whole["file"].(string), "hard/main.go") || whole["line"].(float64) < 10 {
		t.Errorf("with lines, %v:%v", whole["file"], whole["line"])
	}
	if blank["file"] != "?" || blank["line"] != 0. {
		t.Errorf("without lines, %v:%v", blank["file"], blank["line"])
	}
	for _, results := range []map[string]any{whole, blank} {
		delete(results, "file")
		delete(results, "line")
	}
	if len(whole) < 15 || !reflect.DeepEqual(whole, blank) {
		t.Errorf("with lines:\n%v\nwithout:\n%v", whole, blank)
	}
}

// The runtime itself, asked 21,000 times, with panics, collections and deep stacks of the page's.
func TestTheRuntimeAnswersTheSameWithoutLines(t *testing.T) {
	root := filepath.Join("..", "..")
	wasm, err := buildWasm(t.Context(), root, "./cmd/wasm", false)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := makeTables()
	if err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs(filepath.Join("testdata", "ask.cjs"))
	if err != nil {
		t.Fatal(err)
	}
	whole := node(t, changed(t, wasm, keepLines), script, "wasm_exec.js")
	blank := node(t, changed(t, wasm, blankLines), script, "wasm_exec.js")
	if !reflect.DeepEqual(whole, blank) {
		t.Errorf("with lines %v, without %v", whole, blank)
	}
	// All but a quarter of the plans, half of the second goals, and the panics.
	if blank["answers"] != 3000*7.-750-1500-3000+2001 {
		t.Errorf("%v questions were answered", blank["answers"])
	}
	if blank["protocol"] != 5. || blank["table"] != tables.hash {
		t.Errorf("it is %v, and the script's tables are %s", blank, tables.hash)
	}
}

// play runs a program in Node and answers what it prints.
func play(t *testing.T, wasm []byte) map[string]any {
	t.Helper()
	return node(t, wasm, "", "wasm_exec_node.js")
}

// node runs a script, or the loader, with the loader and the wasm as arguments.
func node(t *testing.T, wasm []byte, script, loader string) (results map[string]any) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, wasm, 0o600); err != nil {
		t.Fatal(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"--stack-size=8192", filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", loader), file}
	if script != "" {
		args = slices.Insert(args, 1, script)
	}
	cmd := exec.Command("node", args...)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")} // Go programs refuse a long environment
	output, err := cmd.Output()
	if exit, is := errors.AsType[*exec.ExitError](err); is {
		t.Fatalf("%v\n%s\n%s", err, output, exit.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(output, &results); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return results
}
