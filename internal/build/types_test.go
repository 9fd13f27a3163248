package build

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func packageTypes(t *testing.T) map[string]string {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, Types("../..", folder))
	return filesIn(t, folder)
}

// A program that imports both modules has one declaration of each type, not those of the classic script as well.
func TestTypesImportThoseOfTheirKind(t *testing.T) {
	of := packageTypes(t)
	for name, imported := range map[string]string{
		"core.d.mts": "./godeferred.mjs", "core.d.cts": "./godeferred.cjs", "jquery.d.mts": "./godeferred.mjs", "global.d.ts": "./godeferred.js",
	} {
		for _, from := range regexp.MustCompile(`from "(\./[^"]*)"`).FindAllStringSubmatch(of[name], -1) {
			assert.Equal(t, imported, from[1], name)
		}
		assert.Contains(t, of[name], `from "`+imported+`"`, name)
	}
}

func TestOnlyTypesOfTheClassicScriptDeclareAGlobal(t *testing.T) {
	of := packageTypes(t)
	assert.Contains(t, of["godeferred.d.ts"], "\n\tvar godeferred: Godeferred;\n")
	for _, name := range []string{"godeferred.d.mts", "godeferred.d.cts"} {
		assert.NotContains(t, of[name], "declare global", name)
		assert.Contains(t, of[name], "\ndeclare namespace godeferred {\n\texport type {\n\t\tAddHook,\n", name)
	}
	assert.Contains(t, of["godeferred.d.mts"], "\ndeclare const godeferred: Godeferred;\n")
	assert.True(t, strings.HasSuffix(of["godeferred.d.mts"], "\nexport default godeferred;\n"))
	assert.True(t, strings.HasSuffix(of["godeferred.d.cts"], "\nexport = godeferred;\n"))
	assert.NotRegexp(t, `(?m)^export [^=]`, of["godeferred.d.cts"])
}

// A classic script and a CommonJS module can name a type only by the namespace godeferred.
func TestTheNamespaceHasEveryType(t *testing.T) {
	source, err := readTypes("../..", "godeferred.d.ts")
	require.NoError(t, err)
	exported := regexp.MustCompile(`(?m)^export (?:class|interface|type) (\w+)`).FindAllSubmatch(source, -1)
	_, list, _ := strings.Cut(string(source), "\t\texport type {\n")
	list, _, _ = strings.Cut(list, "\t\t};\n")
	listed := regexp.MustCompile(`(\w+),\n`).FindAllStringSubmatch(list, -1)
	assert.ElementsMatch(t, names(exported), names(listed))
}

func TestTypesOfJQueryHaveWhatInstallAdds(t *testing.T) {
	types, err := readTypes("../..", "jquery.d.mts")
	require.NoError(t, err)
	members, err := os.ReadFile(filepath.Join("..", "..", "web", "src", "install", "members.js"))
	require.NoError(t, err)
	for list, named := range map[string]string{"statics": "AddedFunctions", "moving": "AddedEffects", "waiting": "AddedMethods"} {
		added := quoted(t, string(members), "const "+list+" = [", "];")
		// Those of @types/jquery.
		added = slices.DeleteFunc(added, func(name string) bool { return name == "easing" || name == "fx" })
		assert.ElementsMatch(t, added, quoted(t, string(types), "type "+named+" =", ";"), list)
	}
}

// names are the first groups of matches.
func names[Text []byte | string](matches [][]Text) []string {
	var list []string
	for _, match := range matches {
		list = append(list, string(match[1]))
	}
	return list
}

// quoted are the strings between two texts.
func quoted(t *testing.T, text, from, to string) []string {
	t.Helper()
	_, list, found := strings.Cut(text, from)
	require.True(t, found, from)
	list, _, _ = strings.Cut(list, to)
	return names(regexp.MustCompile(`"(\w+)"`).FindAllStringSubmatch(list, -1))
}
