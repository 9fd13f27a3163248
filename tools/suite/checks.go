package main

import (
	"context"
	"errors"
	"strings"
)

// The modules whose Go is checked. tools/wasmbrowsertest has no code of its own.
var modules = []string{"", "tools", "e2e"}

func checkGofmt(ctx context.Context, p *project) outcome {
	output, err := p.command(ctx, "", "gofmt", "-l", "-s", ".")
	if err == nil && strings.TrimSpace(output) != "" {
		err = errors.New("these files are not formatted: `make fmt` formats them")
	}
	return outcome{output: output, err: err}
}

func checkBiome(ctx context.Context, p *project) outcome {
	return first(func() (string, error) {
		return p.command(ctx, "", p.npm("biome"), "check", "--no-errors-on-unmatched", "--error-on-warnings", "--max-diagnostics=200", ".")
	})
}

// npm is the path of a program that an npm package brought.
func (p *project) npm(name string) string { return p.path("node_modules", ".bin", name) }

func vet(ctx context.Context, p *project) outcome {
	return everywhere(p, func(p *project, dir string) (string, error) {
		return p.command(ctx, dir, "go", "vet", "./...")
	})
}

func staticcheck(ctx context.Context, p *project) outcome {
	return everywhere(p, func(p *project, dir string) (string, error) {
		return p.command(ctx, dir, p.path("bin", "staticcheck"), "./...")
	})
}

// everywhere runs a check in each module, and in the main one also as the wasm sees it.
func everywhere(p *project, check func(p *project, dir string) (string, error)) outcome {
	var all outcome
	for _, module := range modules {
		all = all.and(check(p, module))
	}
	return all.and(check(p.wasm(), ""))
}

// and adds what another command of the same step said.
func (o outcome) and(output string, err error) outcome {
	if err != nil {
		o.output += output
		o.err = errors.Join(o.err, err)
	}
	return o
}

func checkGlueTypes(ctx context.Context, p *project) outcome {
	return first(func() (string, error) { return p.command(ctx, "", p.npm("tsc"), "-p", "web/tsconfig.json") })
}
