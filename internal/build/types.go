package build

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Types writes the types of the npm package into a folder.
func Types(root, out string) error {
	files := map[string][]byte{}
	if err := addPackageTypes(root, files); err != nil {
		return err
	}
	return writeFiles(out, files)
}

// addPackageTypes adds the types of all entries of the npm package. Those for CommonJS are complete, too: an import of
// the types of modules would need TypeScript 5.3 and a setting for how modules are found.
func addPackageTypes(root string, files map[string][]byte) error {
	if err := addTypes(root, files); err != nil {
		return err
	}
	whole, err := commonTypes(files["godeferred.d.mts"])
	if err != nil {
		return fmt.Errorf("godeferred.d.ts: %w", err)
	}
	files["godeferred.d.cts"] = whole
	files["core.d.cts"] = bytes.ReplaceAll(files["core.d.mts"], []byte(`"./godeferred.mjs"`), []byte(`"./godeferred.cjs"`))
	jquery, err := readTypes(root, "jquery.d.mts")
	if err != nil {
		return err
	}
	files["jquery.d.mts"] = importModule(jquery)
	files["jquery.d.cts"] = commonJQuery(jquery)
	// The page of a global has the classic script.
	files["global.d.ts"], err = readTypes(root, "global.d.ts")
	return err
}

// addTypes adds the types of the scripts, under each name that TypeScript looks for beside a script. Without types in the
// project, it adds none.
func addTypes(root string, files map[string][]byte) error {
	classic, err := readTypes(root, "godeferred.d.ts")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	files["godeferred.d.ts"] = classic
	if files["godeferred.d.mts"], err = moduleTypes(classic); err != nil {
		return fmt.Errorf("godeferred.d.ts: %w", err)
	}
	core, err := readTypes(root, "core.d.mts")
	files["core.d.mts"] = importModule(core)
	return err
}

func readTypes(root, name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(root, "web", "types", name))
}

// importModule makes types import those of the module. The types of both scripts in one program are two of each.
func importModule(types []byte) []byte {
	return bytes.ReplaceAll(types, []byte(`"./godeferred.js"`), []byte(`"./godeferred.mjs"`))
}

// commonJQuery are the types of jquery.cjs, whose function is the module.
func commonJQuery(types []byte) []byte {
	return []byte(strings.NewReplacer(
		`"./godeferred.js"`, `"./godeferred.cjs"`,
		"\nexport default install;\n", "\nexport = install;\n",
		"\nexport type ", "\ntype ",
	).Replace(string(types)))
}

// globals matches the part of godeferred.d.ts that declares the global.
var globals = regexp.MustCompile(`(?s)\ndeclare global \{\n.*?\tvar godeferred: (Godeferred;\n.*?)\n\}\n`)

// moduleTypes are the types of the module, from those of the classic script: its variable is not global. So a page that
// has both scripts can have both types.
func moduleTypes(classic []byte) ([]byte, error) {
	at := globals.FindSubmatchIndex(classic)
	if at == nil {
		return nil, errors.New("there is no `declare global` with `var godeferred: Godeferred;` in it")
	}
	local := strings.ReplaceAll("\n"+string(classic[at[2]:at[3]]), "\n\t", "\n")[1:]
	local = strings.Replace(local, "\nnamespace ", "\ndeclare namespace ", 1)
	return append(append(bytes.Clone(classic[:at[0]]), "\ndeclare const godeferred: "+local+"\n"...), classic[at[1]:]...), nil
}

// exported matches what the export of each name begins with, and of a class or constant also what is written without it.
var exported = regexp.MustCompile(`(?m)^export (class|const|interface|type) `)

// commonTypes are the types for CommonJS, from those of the module. There the function is the module, and the types are
// members of its namespace.
func commonTypes(module []byte) ([]byte, error) {
	module = exported.ReplaceAllFunc(module, func(found []byte) []byte {
		kind := bytes.TrimPrefix(found, []byte("export "))
		if kind[0] == 'c' {
			return append([]byte("declare "), kind...)
		}
		return kind
	})
	for _, change := range [][2]string{
		{"\ndeclare const godeferred: Godeferred;\n", "\ndeclare const godeferred: Godeferred & { readonly default: Godeferred };\n"},
		{"\nexport default godeferred;\n", "\nexport = godeferred;\n"},
	} {
		if !bytes.Contains(module, []byte(change[0])) {
			return nil, fmt.Errorf("there is no line %q", strings.TrimSpace(change[0]))
		}
		module = bytes.Replace(module, []byte(change[0]), []byte(change[1]), 1)
	}
	return module, nil
}
