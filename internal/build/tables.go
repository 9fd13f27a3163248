package build

import (
	"github.com/evanw/esbuild/pkg/api"

	rules "github.com/godeferred/godeferred/internal/tables"
	"github.com/godeferred/godeferred/internal/tables/script"
)

// tables is the module "go:tables": what Go has decided before a page is made. See cmd/tables.
type tables struct {
	module string
	hash   string // which the wasm has to have, too
}

func makeTables() (*tables, error) {
	text, err := script.Module()
	if err != nil {
		return nil, err
	}
	return &tables{text, rules.Make().Hash()}, nil
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
