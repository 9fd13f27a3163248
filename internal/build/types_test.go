package build

import (
	"strings"
	"testing"
)

// A program that imports both modules has one declaration of each type, not those of the classic script as well.
func TestTypesOfModulesImportThoseOfModules(t *testing.T) {
	files := map[string][]byte{}
	if err := addTypes("../..", files); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"godeferred.d.ts", "godeferred.d.mts", "core.d.mts"} {
		if text := string(files[name]); text == "" || strings.Contains(text, `from "./godeferred.js"`) {
			t.Errorf("%s is missing, or imports the types of the classic script", name)
		}
	}
	if !strings.Contains(string(files["core.d.mts"]), `from "./godeferred.mjs"`) {
		t.Error("core.d.mts does not import the types of godeferred.mjs")
	}
}
