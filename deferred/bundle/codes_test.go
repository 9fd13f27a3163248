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
	require.Contains(t, page, "FIRST_FRAME", "codes.js was not understood")
	for name, value := range page {
		t.Run(name, func(t *testing.T) {
			want, ok := machine.Lookup(goName(name)).(*types.Const)
			require.True(t, ok, "codes.js exports %s, but codes.go has no constant %s", name, goName(name))
			assert.Equal(t, want.Val().ExactString(), value.ExactString(),
				"%s of codes.js is not what %s of codes.go is", name, goName(name))
		})
	}
}

// machineCodes is the scope of codes.go, which stands alone: constants only.
func machineCodes(t *testing.T) *types.Scope {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, filepath.FromSlash("../internal/machine/codes.go"), nil, 0)
	require.NoError(t, err)
	pkg, err := new(types.Config).Check("machine", files, []*ast.File{file}, nil)
	require.NoError(t, err)
	return pkg.Scope()
}

var exported = regexp.MustCompile(`^export const ([A-Z][A-Z_]*) = ([^;]+);(?:\s*//.*)?$`)

// pageCodes is what codes.js exports, by name. A line that is neither such an export nor a comment
// fails the test: a number that is not understood would not be compared.
func pageCodes(t *testing.T) map[string]constant.Value {
	t.Helper()
	source, err := os.ReadFile(filepath.FromSlash("../../web/src/codes.js"))
	require.NoError(t, err)
	codes := map[string]constant.Value{}
	for line := range strings.Lines(string(source)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		match := exported.FindStringSubmatch(line)
		require.NotNil(t, match, "codes.js: expected `export const NAME = number;`, got %q", line)
		// Whole numbers, signs and shifts of these sizes mean the same in both languages.
		value, err := types.Eval(token.NewFileSet(), nil, token.NoPos, match[2])
		require.NoError(t, err, "codes.js: %q", line)
		require.NotNil(t, value.Value, "codes.js: %q is no constant", line)
		require.NotContains(t, codes, match[1], "codes.js exports a name twice")
		codes[match[1]] = value.Value
	}
	return codes
}

// goName is the machine's name for a page's constant: FIRST_FRAME is FirstFrame, and UNHANDLED_BIT
// is bitUnhandled.
func goName(name string) string {
	bit, isBit := strings.CutSuffix(name, "_BIT")
	var camel strings.Builder
	if isBit {
		camel.WriteString("bit")
	}
	for word := range strings.SplitSeq(bit, "_") {
		camel.WriteString(word[:1] + strings.ToLower(word[1:]))
	}
	return camel.String()
}
