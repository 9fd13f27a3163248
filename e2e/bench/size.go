package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// sizeCases are how much a page downloads for what a library can do: its files, from the project's folder, minified and
// with brotli.
var sizeCases = []struct {
	id, name  string
	libraries map[string][]string
}{
	{"sizeDeferreds", "deferreds and joins alone", map[string][]string{
		ours:                  {"dist/core.mjs"},
		"bluebird":            {inModules("bluebird.js")},
		"simply-deferred":     {inModules("simply-deferred.js")},
		"underscore.deferred": {inModules("underscore.deferred.js")},
	}},
	{"sizeScript", "the script", map[string][]string{
		ours:      {"dist/godeferred.js"},
		"jquery4": {inModules("jquery4.js")},
		"jquery3": {inModules("jquery3.js")},
	}},
	{"sizeAll", "with requests and animations", map[string][]string{
		ours:      {"dist/godeferred.js", "dist/godeferred.wasm"},
		"jquery4": {inModules("jquery4.js")},
		"jquery3": {inModules("jquery3.js")},
	}},
}

func inModules(name string) string { return "node_modules/" + modules[name] }

// measureSize reads what is built and installed.
func measureSize(root string) ([]testCase, error) {
	var cases []testCase
	for _, s := range sizeCases {
		samples := map[string][]float64{}
		for id, files := range s.libraries {
			total := 0
			for _, file := range files {
				bytes, err := download(filepath.Join(root, filepath.FromSlash(file)))
				if err != nil {
					return nil, err
				}
				total += bytes
			}
			samples[id] = []float64{float64(total)}
		}
		c := testCase{ID: s.id, Name: s.name, Group: size, Unit: "bytes"}
		c.fill(samples)
		cases = append(cases, c)
	}
	return cases, nil
}

// download is how many bytes of a file arrive.
func download(file string) (int, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	// Not every package has a minified form.
	if strings.Contains(filepath.ToSlash(file), "/node_modules/") && !strings.HasSuffix(file, ".min.js") {
		small := api.Transform(string(content), api.TransformOptions{
			MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, LegalComments: api.LegalCommentsNone,
		})
		if len(small.Errors) > 0 {
			return 0, fmt.Errorf("%s: %s", file, small.Errors[0].Text)
		}
		content = small.Code
	}
	small, err := brotliOf(file, content)
	return len(small), err
}

// nameVersions fills in the versions of libraries that do not tell their own.
func nameVersions(root string, r *results) error {
	for i, l := range r.Libraries {
		file, is := modules[l.ID+".js"]
		if l.Version != "" || !is {
			continue
		}
		pkg, _, _ := strings.Cut(file, "/")
		text, err := os.ReadFile(filepath.Join(root, "node_modules", pkg, "package.json"))
		if err != nil {
			return err
		}
		var described struct{ Version string }
		if err := json.Unmarshal(text, &described); err != nil {
			return fmt.Errorf("package.json of %s: %w", pkg, err)
		}
		r.Libraries[i].Version = described.Version
	}
	return nil
}
