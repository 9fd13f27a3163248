// Command editor makes the editor of the playground in web/vendor, a bundle of CodeMirror's packages,
// and the licences of the packages in it. It needs node_modules. A test compares the files with what it makes.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

const folder = "web/vendor"

func main() {
	root := flag.String("root", "..", "the project's folder")
	flag.Parse()
	if err := write(*root); err != nil {
		fmt.Fprintln(os.Stderr, "editor:", err)
		os.Exit(1)
	}
}

func write(root string) error {
	files, err := bundle(root)
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(folder), name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// bundle answers the files by name.
func bundle(root string) (map[string][]byte, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:   []string{filepath.Join(root, "tools", "editor", "codemirror.js")},
		AbsWorkingDir: root,
		Bundle:        true,
		Format:        api.FormatESModule,
		Target:        api.ES2022,
		Charset:       api.CharsetUTF8,
		// Minified, with lines short enough for tools that show them.
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LineLimit:         200,
		LegalComments:     api.LegalCommentsNone, // the licences have a file of their own
		Banner:            map[string]string{"js": "// CodeMirror, bundled by tools/editor. Licences: codemirror.LICENSE.txt\n"},
		Metafile:          true,
		LogLevel:          api.LogLevelWarning,
	})
	if n := len(result.Errors); n > 0 {
		return nil, fmt.Errorf("%d errors (is node_modules there? `npm ci` installs it)", n)
	}
	packages, err := packagesOf(result.Metafile)
	if err != nil {
		return nil, err
	}
	licences, err := licencesOf(root, packages)
	return map[string][]byte{"codemirror.js": result.OutputFiles[0].Contents, "codemirror.LICENSE.txt": licences}, err
}

var inPackage = regexp.MustCompile(`^node_modules/((?:@[^/]+/)?[^/]+)/`)

// packagesOf lists the packages of which the bundle has something.
func packagesOf(metafile string) ([]string, error) {
	var meta struct {
		Outputs map[string]struct {
			Inputs map[string]struct{ BytesInOutput int }
		}
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, output := range meta.Outputs {
		for path, input := range output.Inputs {
			if found := inPackage.FindStringSubmatch(path); found != nil && input.BytesInOutput > 0 {
				names[found[1]] = true
			}
		}
	}
	if len(names) == 0 {
		return nil, errors.New("the bundle has nothing of node_modules")
	}
	return slices.Sorted(maps.Keys(names)), nil
}

// licencesOf is each licence once, below the names and versions of the packages that have it.
func licencesOf(root string, packages []string) ([]byte, error) {
	var texts []string
	names := map[string][]string{}
	for _, name := range packages {
		dir := filepath.Join(root, "node_modules", filepath.FromSlash(name))
		licence, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
		if err != nil {
			return nil, err
		}
		manifest, err := os.ReadFile(filepath.Join(dir, "package.json"))
		if err != nil {
			return nil, err
		}
		var is struct{ Version string }
		if err := json.Unmarshal(manifest, &is); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		text := strings.TrimSpace(string(licence)) + "\n"
		if names[text] == nil {
			texts = append(texts, text)
		}
		names[text] = append(names[text], name+" "+is.Version)
	}
	var all strings.Builder
	for i, text := range texts {
		if i > 0 {
			all.WriteString("\n----\n\n")
		}
		all.WriteString(strings.Join(names[text], "\n") + "\n\n" + text)
	}
	return []byte(all.String()), nil
}
