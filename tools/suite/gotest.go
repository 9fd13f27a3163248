package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// goTest runs go test with -json, and counts.
func (p *project) goTest(ctx context.Context, dir string, args ...string) outcome {
	args = append([]string{"test", "-json"}, args...)
	cmd := p.prepare(ctx, dir, "go", args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return outcome{err: err}
	}
	if err := cmd.Start(); err != nil {
		return outcome{err: err}
	}
	results := newResults()
	readErr := results.read(stdout)
	waitErr := cmd.Wait()

	o := outcome{count: results.count()}
	switch {
	case o.count.failed > 0:
		o.output = results.failures() + stderr.String()
	case readErr != nil:
		o.err, o.output = fmt.Errorf("read the output of go test: %w", readErr), stderr.String()
	case waitErr != nil:
		// It failed although no test did: an unknown flag or package, for one.
		o.err, o.output = fmt.Errorf("go %s: %w", strings.Join(args, " "), waitErr), stderr.String()
	}
	return o
}

// An event is one line of go test -json, as `go doc test2json` describes it.
type event struct {
	Action     string
	Package    string
	ImportPath string // of build-output, in place of Package
	Test       string
	Output     string
}

// read takes in events until the end. A line that is not an event was printed by something else, and is kept as output.
func (r *results) read(from io.Reader) error {
	lines := bufio.NewReader(from)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var e event
			if json.Unmarshal(line, &e) != nil {
				e = event{Action: "output", Output: string(line)}
			}
			r.add(e)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
