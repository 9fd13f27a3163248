package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"

	"github.com/evanw/esbuild/pkg/api"
)

// tables is the module "go:tables": what Go has decided before a page is made. See cmd/tables.
type tables struct {
	module string
	hash   string // which the wasm has to have, too
}

var hashLine = regexp.MustCompile(`(?m)^export const HASH = "([0-9a-f]{16})";$`)

func makeTables(root string) (*tables, error) {
	cmd := exec.Command("go", "run", "./cmd/tables")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=", "GOARCH=", "GOWORK=off", "CGO_ENABLED=0") // it runs here, whatever is built
	text, err := cmd.Output()
	if exit, is := errors.AsType[*exec.ExitError](err); is {
		return nil, fmt.Errorf("go run ./cmd/tables: %w\n%s", err, exit.Stderr)
	}
	if err != nil {
		return nil, err
	}
	found := hashLine.FindSubmatch(text)
	if found == nil {
		return nil, errors.New("go run ./cmd/tables: the module names no HASH")
	}
	return &tables{string(text), string(found[1])}, nil
}

// plugin provides the module. It has no effects: a script takes what it uses.
func (t *tables) plugin() api.Plugin {
	const name, namespace = "go:tables", "tables"
	return api.Plugin{Name: name, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^" + name + "$"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: a.Path, Namespace: namespace, SideEffects: api.SideEffectsFalse}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			return api.OnLoadResult{Contents: &t.module, Loader: api.LoaderJS}, nil
		})
	}}
}
