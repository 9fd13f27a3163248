package bundle_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The machine answers the page in numbers that both sides spell out. The page gets no copy made by
// a generator, since its own file is read by people and minified by the build; this test compares
// the two instead.

func TestThePageKnowsTheNumbersOfTheMachine(t *testing.T) {
	machine := machineCodes(t)
	page := pageCodes(t)
	require.Contains(t, page, "RESOLVED", "codes.js was not understood")
	for name, value := range page {
		t.Run(name, func(t *testing.T) {
			want, ok := machine.Lookup(goName(name)).(*types.Const)
			require.True(t, ok, "codes.js exports %s, but the machine has no constant %s", name, goName(name))
			assert.Equal(t, want.Val().ExactString(), value.ExactString(),
				"%s of codes.js is not what %s of the machine is", name, goName(name))
		})
	}
}

// A state, event or action that the page has no name for would be one it does not obey.
func TestThePageKnowsEveryNumberOfTheMachine(t *testing.T) {
	machine := machineCodes(t)
	known := map[string]bool{"Invalid": true} // the page asks of states and events only
	for name := range pageCodes(t) {
		known[goName(name)] = true
	}
	for _, name := range machine.Names() {
		if c, ok := machine.Lookup(name).(*types.Const); ok && c.Exported() {
			assert.True(t, known[name], "codes.js lacks %s of the machine", name)
		}
	}
}

// machineCodes is the scope of package machine, which imports nothing.
func machineCodes(t *testing.T) *types.Scope {
	t.Helper()
	sources, err := filepath.Glob(filepath.FromSlash("../internal/machine/*.go"))
	require.NoError(t, err)
	files := token.NewFileSet()
	var parsed []*ast.File
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, source, nil, 0)
		require.NoError(t, err)
		parsed = append(parsed, file)
	}
	pkg, err := new(types.Config).Check("machine", files, parsed, nil)
	require.NoError(t, err)
	return pkg.Scope()
}

// What means the same number in both languages. Not so: 1 << 7 - 1, where JavaScript subtracts
// first, and 1 << 31, which is negative there.
const (
	whole = `(?:0|[1-9][0-9]*)`
	shift = whole + ` << (?:[12]?[0-9])`
)

var exported = regexp.MustCompile(
	`^export const ([A-Z]+(?:_[A-Z]+)*) = (-?` + whole + `|` + shift + `|\(` + shift + `\) - ` + whole + `);(?:\s*//.*)?$`)

// pageCodes is what codes.js exports, by name. A line that is neither such an export nor a comment
// fails the test: a number that is not understood would not be compared.
func pageCodes(t *testing.T) map[string]constant.Value {
	t.Helper()
	source, err := os.ReadFile(filepath.FromSlash("../../web/src/deferred/codes.js"))
	require.NoError(t, err)
	codes := map[string]constant.Value{}
	for line := range strings.Lines(string(source)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		match := exported.FindStringSubmatch(line)
		require.NotNil(t, match, "codes.js: expected `export const NAME = 8, 1 << 3 or (1 << 3) - 1;`, got %q", line)
		value, err := types.Eval(token.NewFileSet(), nil, token.NoPos, match[2])
		require.NoError(t, err, "codes.js: %q", line)
		require.NotContains(t, codes, match[1], "codes.js exports a name twice")
		codes[match[1]] = value.Value
	}
	return codes
}

// goName is the machine's name for a page's constant: KEEP_DONE is KeepDone.
func goName(name string) string {
	var camel strings.Builder
	for word := range strings.SplitSeq(name, "_") {
		camel.WriteString(word[:1] + strings.ToLower(word[1:]))
	}
	return camel.String()
}
