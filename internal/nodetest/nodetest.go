// Package nodetest runs modules of the page face in Node, for tests that compare them with a rule in Go.
package nodetest

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Answers calls a JavaScript function with each of cases, which travel as JSON, and returns its answers. imports
// are lines of a module before it, and name files as "./web/src/…". These may not import go:tables, nor import
// other files that do: only the build has that module.
func Answers[Answer, Case any](t *testing.T, imports, function string, cases []Case) []Answer {
	t.Helper()
	input, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.CommandContext(t.Context(), "node", "--input-type=module", "--eval", imports+`
		import { readFileSync } from "node:fs";
		const answers = JSON.parse(readFileSync(0, "utf8")).map((one) => (`+function+`)(one));
		process.stdout.write(JSON.stringify(answers));
	`)
	var errors bytes.Buffer
	node.Dir, node.Stdin, node.Stderr = root(t), bytes.NewReader(input), &errors
	output, err := node.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, errors.String())
	}
	var answers []Answer
	if err := json.Unmarshal(output, &answers); err != nil {
		t.Fatalf("node printed %q: %v", output, err)
	}
	if len(answers) != len(cases) || len(cases) == 0 {
		t.Fatalf("%d answers to %d cases", len(answers), len(cases))
	}
	return answers
}

// root is the project's folder. It also looks at all scripts: go test takes a result from its cache unless a file
// has changed that the test itself looked at.
func root(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	for err == nil {
		if _, err = os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			break
		}
		folder, err = parent, nil
	}
	if err == nil {
		err = filepath.WalkDir(filepath.Join(folder, "web", "src"), func(_ string, _ fs.DirEntry, err error) error { return err })
	}
	if err != nil {
		t.Fatal(err)
	}
	return folder
}
