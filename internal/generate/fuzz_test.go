package generate

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// known are the packages that fuzzed programs and their generated code import. They are read once.
var known = sync.OnceValues(func() (map[string]*types.Package, error) {
	all := map[string]*types.Package{}
	found, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps,
		Env:  append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"),
	}, borderPath, "context", "io", "iter", "time", "errors", "sync", "bytes", "runtime", "net/url", "math/big", "unsafe", "strconv", "strings",
		"github.com/hack-pad/safejs", "github.com/godeferred/godeferred/deferred", "github.com/godeferred/godeferred/page",
		"github.com/godeferred/godeferred/internal/generate/testdata/rows/shop", "github.com/godeferred/godeferred/internal/generate/testdata/classes/index")
	for _, p := range found {
		for _, one := range p.Errors {
			err = errors.Join(err, one)
		}
		all[p.PkgPath] = p.Types
	}
	return all, err
})

type importer map[string]*types.Package

func (i importer) Import(path string) (*types.Package, error) {
	if p := i[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

// check reads and checks a program of some files. ok is false where it is not valid Go.
func check(t testing.TB, texts ...string) (p *packages.Package, err error) {
	t.Helper()
	imports, err := known()
	require.NoError(t, err)
	p = &packages.Package{
		Name: "main", PkgPath: "example.com/fuzzed", GoFiles: []string{"/nowhere/main.go"}, Fset: token.NewFileSet(),
		TypesInfo: &types.Info{Defs: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}},
	}
	for i, text := range texts {
		file, err := parser.ParseFile(p.Fset, fmt.Sprintf("/nowhere/main%d.go", i), text, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		p.Syntax = append(p.Syntax, file)
	}
	config := types.Config{Importer: importer(imports), Sizes: types.SizesFor("gc", "wasm"), GoVersion: "go1.26"}
	p.Types, err = config.Check(p.PkgPath, p.Fset, p.Syntax, p.TypesInfo)
	return p, err
}

// tryProgram generates the code of a program, which must compile with it, or be refused. It tells whether it was
// generated.
func tryProgram(t testing.TB, text string) bool {
	t.Helper()
	p, err := check(t, text)
	if err != nil || p.Syntax[0].Name.Name != "main" {
		return false
	}
	made, err := generate([]*packages.Package{p})
	if _, refused := errors.AsType[*Problems](err); refused {
		return false
	}
	require.NoError(t, err, text)
	if made.Go == nil {
		return false
	}
	again, err := check(t, text)
	require.NoError(t, err)
	second, err := generate([]*packages.Package{again})
	require.NoError(t, err)
	require.Equal(t, string(made.Go), string(second.Go), "the same source, another text:\n%s", text)
	require.Equal(t, made.types, second.types, "the same source, other types:\n%s", text)
	_, err = check(t, text, string(made.Go))
	require.NoError(t, err, "the program\n%s\nand what was generated\n%s", text, made.Go)
	return true
}

// Programs that are made of odd parts by chance. A failure shows the program.
func TestOddProgramsCompileOrAreRefused(t *testing.T) {
	made, valid := 0, 0
	for seed := range uint64(1500) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 10))}
		text := w.program()
		if _, err := check(t, text); err == nil {
			valid++
		}
		if tryProgram(t, text) {
			made++
		}
	}
	t.Logf("%d of 1500 programs are valid, %d were generated", valid, made)
	require.Greater(t, made, 300, "most programs are refused: they test little")
}

// FuzzSource takes any source.
func FuzzSource(f *testing.F) {
	for _, name := range []string{"search", "rows", "odd", "classes", "refused"} {
		text, err := os.ReadFile(filepath.Join("testdata", name, "main.go"))
		require.NoError(f, err)
		f.Add(string(text))
	}
	for seed := range uint64(20) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 11))}
		f.Add(w.program())
	}
	f.Fuzz(func(t *testing.T, text string) { tryProgram(t, text) })
}

// A writer writes programs by chance.
type writer struct {
	*rand.Rand
	b     strings.Builder
	types []string // declared names, with arguments where they take some
}

func (w *writer) one(list ...string) string { return list[w.IntN(len(list))] }

// odd are names that generated code, Go or TypeScript use, too.
var odd = []string{
	"in", "o", "v", "c", "f", "r", "r0", "err", "ctx", "a0", "a1", "border", "border2", "readA", "writeA", "readIntList", "exportF0", "Date",
	"class", "function", "this", "A", "B", "Ä", "_x", "Promise", "void", "input", "Array", "ok", "main0", "object", "X",
}

func (w *writer) name() string { return odd[w.IntN(len(odd))] }

func (w *writer) program() string {
	w.b.WriteString("package main\n\nimport (\n\t\"context\"\n\t\"io\"\n\t\"iter\"\n\t\"time\"\n\n\t\"github.com/hack-pad/safejs\"\n\n\t\"github.com/godeferred/godeferred/deferred\"\n)\n\n" +
		"var (\n\t_ context.Context\n\t_ io.Reader\n\t_ iter.Seq2[int, error]\n\t_ time.Time\n\t_ safejs.Value\n\t_ deferred.Promise[int]\n)\n\n")
	used := map[string]bool{}
	for range w.IntN(8) {
		name := w.name()
		if !used[name] {
			used[name] = true
			w.declare(name)
		}
	}
	for range w.IntN(3) {
		if name := w.one("Symbol", "Event", "Object", "Promise", "C", "Ä", "F0", "Date", "B", "X", "int"); !used[name] {
			used[name] = true
			w.class(name)
		}
	}
	for i := range 1 + w.IntN(3) {
		comment := w.one("", "", " "+w.name(), fmt.Sprintf(" f%d", i))
		fmt.Fprintf(&w.b, "// F%d does */ something.\n//\n//godeferred:export%s\nfunc F%d(%s) (%s) { panic(0) }\n\n", i, comment, i, w.params(), w.results())
	}
	w.b.WriteString("func main() {}\n")
	return w.b.String()
}

func (w *writer) declare(name string) {
	switch w.IntN(9) {
	case 0:
		fmt.Fprintf(&w.b, "type %s %s\n\n", name, w.basic())
	case 1:
		kind := w.one("string", "int", "uint8", "int64", "float64")
		fmt.Fprintf(&w.b, "type %s %s\n\nconst (\n", name, kind)
		for i := range 1 + w.IntN(4) {
			value := fmt.Sprint(w.IntN(5))
			if kind == "string" {
				value = w.one(`"a"`, `"\xff"`, `"\u2028\""`, `""`, "`\n`")
			}
			fmt.Fprintf(&w.b, "\t%s%s%d %s = %s\n", w.one("k", "K"), name, i, name, value)
		}
		w.b.WriteString(")\n\n")
	case 2:
		fmt.Fprintf(&w.b, "type %s = %s\n\n", name, w.typ(2))
	case 3:
		fmt.Fprintf(&w.b, "type %s[P any, Q comparable] struct {\n\tP P `json:\"p\"`\n\tQ []Q\n\tNext *%s[P, Q]\n}\n\n", name, name)
		w.types = append(w.types, fmt.Sprintf("%s[%s, %s]", name, w.typ(1), w.basic()))
		return
	case 4:
		w.types = append(w.types, name) // so that it can hold itself
		fmt.Fprintf(&w.b, "type %s %s%s\n\n", name, w.one("[]", "map[string]", "[]*", "map[string][]"), w.typ(1))
		return
	case 5:
		fmt.Fprintf(&w.b, "func %s() {}\n\nvar _ = %s\n\n", name, name)
		return
	case 6:
		fmt.Fprintf(&w.b, "var %s = 1\n\n", name)
		return
	default:
		w.types = append(w.types, "*"+name, "[]"+name)
		fmt.Fprintf(&w.b, "// %s is */ odd.\ntype %s %s\n\n", name, name, w.structure(3))
	}
	w.types = append(w.types, name)
}

// class writes a type that is exported, with methods and mostly with a constructor. Later types use it.
func (w *writer) class(name string) {
	under := w.one("struct{}", "struct{ n int }", "int", "func(int) int", "map[string]int", "[]"+name, "struct{ Next *"+name+" }")
	if w.IntN(4) == 0 {
		under = w.structure(2)
	}
	w.types = append(w.types, "*"+name, "*"+name, "[]*"+name, "map[string]*"+name)
	if w.IntN(8) == 0 {
		w.types = append(w.types, name)
	}
	comment := w.one("", "", "", " Other"+name, " "+w.name())
	fmt.Fprintf(&w.b, "// %s is */ a class.\n//\n//godeferred:export%s\ntype %s %s\n\n", name, comment, name, under)
	if w.IntN(4) > 0 {
		result := w.one("*"+name, "(*"+name+", error)", "("+w.name()+"_ *"+name+", err error)", name, "("+w.typ(1)+", error)")
		fmt.Fprintf(&w.b, "func New%s(%s) %s { panic(0) }\n\n", name, w.params(), result)
	}
	used := map[string]bool{}
	for range w.IntN(5) {
		method := w.one("New", "Get", "Class", "Free", "Then", "In", "V", "C", "Ä", "Delete", "Promise", "HTTPGet", "String", "hidden", "Default")
		if used[method] {
			continue
		}
		used[method] = true
		params, results := w.params(), w.results()
		if method == "Free" && w.IntN(4) > 0 {
			params, results = "", ""
		}
		comment := w.one("", "", "", "", "//godeferred:export -\n", "//godeferred:export "+w.name()+"\n")
		receiver := w.one("", "self ", "_ ") + w.one("", "*", "*") + name
		fmt.Fprintf(&w.b, "%sfunc (%s) %s(%s) (%s) { panic(0) }\n\n", comment, receiver, method, params, results)
	}
}

func (w *writer) structure(depth int) string {
	var b strings.Builder
	b.WriteString("struct {\n")
	for i := range w.IntN(5) {
		tag := w.one("", "", "", "`json:\"x,omitempty\"`", "`json:\",omitzero\"`", "`json:\"-\"`", "`json:\"a b\"`", "`json:\"\\\"\"`", "`json:\"__proto__\"`",
			"`godeferred:\"bigint\"`", "`json:\"x\"`")
		if len(w.types) > 0 && w.IntN(5) == 0 {
			if name := strings.TrimPrefix(strings.TrimPrefix(w.types[w.IntN(len(w.types))], "[]"), "*"); !strings.Contains(name, "[") {
				fmt.Fprintf(&b, "\t%s%s %s\n", w.one("", "*"), name, tag)
				continue
			}
		}
		fmt.Fprintf(&b, "\t%s%d %s %s\n", w.one("F", "f", "Ä"), i, w.typ(depth-1), tag)
	}
	b.WriteString("}")
	return b.String()
}

func (w *writer) basic() string {
	return w.one("string", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "byte", "rune")
}

// typ is a type, of which most have a row.
func (w *writer) typ(depth int) string {
	if depth <= 0 || w.IntN(4) == 0 {
		if len(w.types) > 0 && w.IntN(2) == 0 {
			return w.types[w.IntN(len(w.types))]
		}
		return w.basic()
	}
	inner := w.typ(depth - 1)
	switch w.IntN(22) {
	case 0, 1, 2:
		return "[]" + inner
	case 3:
		return "map[string]" + inner
	case 4, 5:
		return "*" + inner
	case 6:
		return fmt.Sprintf("[%d]%s", w.IntN(3), inner)
	case 7:
		return "time.Time"
	case 8:
		return "time.Duration"
	case 9:
		return "any"
	case 10:
		return "safejs.Value"
	case 11:
		return "error"
	case 12:
		return "*deferred.Promise[" + inner + "]"
	case 13:
		return "iter.Seq2[" + inner + ", error]"
	case 14:
		return "<-chan (" + inner + ")"
	case 15:
		return w.one("io.Reader", "io.ReadCloser")
	case 16:
		return fmt.Sprintf("func(%s) %s", inner, w.one("", "error", w.basic(), "("+w.typ(depth-1)+", error)"))
	case 17:
		return "func(_ context.Context, " + w.name() + " ..." + inner + ")"
	case 18:
		return w.structure(depth)
	case 19:
		if w.IntN(4) == 0 {
			return w.one("chan int", "complex128", "uintptr", "context.Context", "io.Writer", "map[int]"+inner)
		}
	}
	return w.basic()
}

func (w *writer) params() string {
	var list []string
	used := map[string]bool{}
	if w.IntN(2) == 0 {
		list = append(list, w.one("ctx", "_", "in")+" context.Context")
		used["ctx"], used["in"] = true, true
	}
	for range w.IntN(4) {
		name := w.one(w.name(), "_")
		if used[name] {
			continue
		}
		used[name] = name != "_"
		list = append(list, name+" "+w.typ(2))
	}
	if w.IntN(4) == 0 {
		list = append(list, "rest ..."+w.typ(1))
	}
	return strings.Join(list, ", ")
}

func (w *writer) results() string {
	var list []string
	for range w.IntN(3) {
		list = append(list, w.typ(2))
	}
	if w.IntN(2) == 0 {
		list = append(list, "error")
	}
	return strings.Join(list, ", ")
}

// The types of odd programs are valid TypeScript, each in a file of its own.
func TestTypesOfOddProgramsAreValid(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	tsc := filepath.Join(root, "node_modules", ".bin", "tsc")
	if _, err := os.Stat(tsc); err != nil {
		t.Skip("there is no TypeScript: npm ci installs it")
	}
	dir := t.TempDir()
	// The script's own types take a second to check, and each file extends the same interface.
	require.NoError(t, os.WriteFile(filepath.Join(dir, "script.d.ts"), []byte("export interface DeferredPromise<T extends any[]> { value: T }\nexport interface GodeferredGo { [name: string]: (...args: any[]) => DeferredPromise<any[]> }\n"), 0o644))
	args := []string{"--strict", "--noEmit", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--types", ""}
	for seed := range uint64(400) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 12))}
		p, err := check(t, w.program())
		if err != nil {
			continue
		}
		made, err := generate([]*packages.Package{p})
		if err != nil || made.Go == nil {
			continue
		}
		name := fmt.Sprintf("odd%d.d.ts", seed)
		// Functions of the same name would be overloads of each other, whatever their types.
		text := strings.Replace(string(made.Types("./script.js")), "interface GodeferredGo {", fmt.Sprintf("interface Odd%d {", seed), 1)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
		args = append(args, name)
	}
	require.Greater(t, len(args), 100)
	checker := exec.Command(tsc, args...)
	checker.Dir = dir
	out, err := checker.CombinedOutput()
	require.NoError(t, err, string(out))
}
