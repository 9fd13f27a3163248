package build

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred"
)

// greeter is a program with a function for its page.
const greeter = `package main

import (
	"context"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/page"
)

func main() {
	page.Export("greet", func(_ context.Context, args deferred.Args) (any, error) {
		name, err := args.String(0)
		return "hello, " + name, err
	})
	page.Run()
}
`

// call has Node load a script of a folder, and call the program.
func call(t *testing.T, script string) string {
	t.Helper()
	file, err := filepath.Abs(script)
	require.NoError(t, err)
	text, err := json.Marshal(file)
	require.NoError(t, err)
	node := exec.Command("node", "--input-type=module", "-e", `
		import { pathToFileURL } from "node:url";
		const loaded = await import(pathToFileURL(`+string(text)+`));
		const godeferred = loaded.default.default ?? loaded.default;
		console.log(await (godeferred.go ?? globalThis.godeferred.go).greet("you"));
		process.exit();
	`)
	node.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := node.CombinedOutput()
	require.NoError(t, err, string(out))
	return strings.TrimSpace(string(out))
}

func namesOf(files []File) (names []string) {
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}

func TestABuildIsWhatAPageNeeds(t *testing.T) {
	newModule(t, map[string]string{"app/main.go": greeter})
	out := filepath.Join("web", "static")
	files, err := Program{Package: "./app", Out: out, level: level{4, 4}}.Build(t.Context())
	require.NoError(t, err)
	names := []string{
		"app.wasm", "core.d.mts", "core.mjs", "core.mjs.map", "devtools.mjs", "devtools.mjs.map", "godeferred.d.mts", "godeferred.d.ts", "godeferred.js",
		"godeferred.js.map", "godeferred.mjs", "godeferred.mjs.map", integrityFile, "wasm_exec.js", "worker.mjs", "worker.mjs.map",
	}
	assert.Equal(t, names, namesOf(files))
	there := filesIn(t, out)
	for _, f := range files {
		assert.Len(t, there[f.Name], f.Bytes, f.Name)
		if strings.Contains(f.Name, ".d.") || filepath.Ext(f.Name) == ".map" || f.Name == integrityFile {
			assert.Zero(t, f.Coded, f.Name)
			continue
		}
		assert.Equal(t, integrity([]byte(there[f.Name])), f.Integrity, f.Name)
		assert.Contains(t, there[integrityFile], strconv.Quote(f.Name)+": "+strconv.Quote(f.Integrity))
		assert.Len(t, there[f.Name+".br"], f.Coded, f.Name)
		assert.Less(t, f.Coded, f.Bytes/2, f.Name)
		assert.NotEmpty(t, there[f.Name+".gz"], f.Name)
	}
	assert.Contains(t, there, manifestFile)
	assert.Len(t, there, len(names)+2*(len(names)-9)+1, "and nothing else: %v", slices.Sorted(maps.Keys(there)))
	assert.Contains(t, there["godeferred.d.ts"], "export interface GodeferredGo {")

	// The scripts find the program by themselves.
	assert.Equal(t, "hello, you", call(t, filepath.Join(out, "godeferred.mjs")))
	assert.Equal(t, "hello, you", call(t, filepath.Join(out, "godeferred.js")))

	// The maps say nothing of this machine.
	var sourceMap struct{ Sources []string }
	require.NoError(t, json.Unmarshal([]byte(there["godeferred.js.map"]), &sourceMap))
	assert.Contains(t, sourceMap.Sources, "../web/src/entry/classic.js")
	for _, source := range sourceMap.Sources {
		assert.Regexp(t, `^(\.\./web/src/|tables:go:tables$)`, source)
	}

	// A build that fails leaves all that.
	require.NoError(t, os.WriteFile(filepath.Join("app", "main.go"), []byte(mainProgram+"\nvar _ = missing\n"), 0o644))
	_, err = Program{Package: "./app", Out: out}.Build(t.Context())
	require.ErrorContains(t, err, "app/main.go:7:9: undefined: missing")
	assert.Equal(t, there, filesIn(t, out))
}

func TestHashedNamesAreFound(t *testing.T) {
	newModule(t, map[string]string{"app/main.go": greeter, "go.work": ""})
	t.Setenv("GOFLAGS", "-mod=mod -trimpath")
	_, err := Program{Package: "./app", Out: "static", Debug: true}.Build(t.Context())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join("static", "index.html"), []byte("mine"), 0o644))
	files, err := Program{Package: "./app", Out: "static", Debug: true, Hash: true}.Build(t.Context())
	require.NoError(t, err)
	names := strings.Join(namesOf(files), " ")
	for _, pattern := range []string{
		`app\.[0-9a-f]{16}\.wasm`, `godeferred\.[0-9a-f]{16}\.js`, `godeferred\.[0-9a-f]{16}\.js\.map`, `core\.[0-9a-f]{16}\.mjs`,
		`godeferred\.[0-9a-f]{16}\.mjs`, `godeferred\.js`, `godeferred\.mjs`, `godeferred\.d\.ts`,
	} {
		assert.Regexp(t, `(^| )`+pattern+`( |$)`, names)
	}
	there := filesIn(t, "static")
	assert.Equal(t, "mine", there["index.html"])
	assert.NotContains(t, there, "app.wasm", "of the build before")
	hashed := regexp.MustCompile(`godeferred\.[0-9a-f]{16}\.mjs`).FindString(names)
	assert.True(t, strings.HasSuffix(strings.TrimSpace(there[hashed]), "//# sourceMappingURL="+hashed+".map"))
	assert.Equal(t, "hello, you", call(t, filepath.Join("static", hashed)))
	assert.Equal(t, "hello, you", call(t, filepath.Join("static", "godeferred.mjs")))

	// A page that names app.wasm gets it, too.
	w := httptest.NewRecorder()
	godeferred.FileServer(os.DirFS("static")).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/app.wasm", nil))
	assert.Equal(t, there[regexp.MustCompile(`app\.[0-9a-f]{16}\.wasm`).FindString(names)], w.Body.String())

	// Another program has other names, and those before go.
	require.NoError(t, os.WriteFile(filepath.Join("app", "main.go"), []byte(strings.Replace(greeter, "hello", "good day", 1)), 0o644))
	_, err = Program{Package: "./app", Out: "static", Debug: true, Hash: true}.Build(t.Context())
	require.NoError(t, err)
	assert.Len(t, filesIn(t, "static"), len(there))
	assert.Equal(t, "good day, you", call(t, filepath.Join("static", "godeferred.mjs")))
}

// A vendor folder has Go files and no others, apart from those that are embedded.
func TestVendoredModulesBuild(t *testing.T) {
	newModule(t, map[string]string{"app/main.go": greeter})
	vendor := exec.Command("go", "mod", "vendor")
	vendor.Env = append(os.Environ(), "GOPROXY=off")
	if out, err := vendor.CombinedOutput(); err != nil {
		t.Skipf("go mod vendor asks for modules that are not on this machine: %s", out)
	}
	_, err := Program{Package: "./app", Out: "static", Debug: true}.Build(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "hello, you", call(t, filepath.Join("static", "godeferred.mjs")))
}

func TestTheProgramOfAModulesFolderHasTheModulesName(t *testing.T) {
	newModule(t, map[string]string{"main.go": greeter})
	files, err := Program{Package: ".", Out: "static", Debug: true}.Build(t.Context())
	require.NoError(t, err)
	assert.Contains(t, namesOf(files), "page.wasm")
	assert.Equal(t, "hello, you", call(t, filepath.Join("static", "godeferred.mjs")))
}

// -trim and -debug are of the same program, which is smaller or larger.
func TestLinesAndNamesAreKeptOrNot(t *testing.T) {
	newModule(t, map[string]string{"app/main.go": greeter})
	wasm := func(p Program) string {
		p.Package = "./app"
		files, _, err := p.make(t.Context(), "app")
		require.NoError(t, err)
		return string(files["app.wasm"])
	}
	const file = "example.com/page/app/main.go"
	usual, trim, debug := wasm(Program{}), wasm(Program{Trim: true}), wasm(Program{Debug: true})
	assert.Contains(t, usual, file)
	assert.NotContains(t, trim, file)
	assert.Contains(t, debug, file)
	assert.Greater(t, len(debug), len(usual), "names of functions")
	assert.Equal(t, len(debug), len(wasm(Program{Debug: true, Trim: true})), "-debug wins")
}

func TestSourcesAreWhatADeveloperChanges(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	dir := newModule(t, map[string]string{
		"app/main.go":      "package main\n\nimport (\n\t_ \"embed\"\n\n\t_ \"example.com/page/part\"\n\t_ \"github.com/godeferred/godeferred/page\"\n)\n\n//go:embed data/a.txt\nvar a string\n\nfunc main() { missing() }\n",
		"app/data/a.txt":   "a",
		"part/part.go":     "package part\n",
		"another/other.go": "package another\n",
	})
	s, err := Program{Package: "./app"}.Sources(t.Context())
	require.NoError(t, err, "it need not compile")
	assert.Contains(t, s.Folders, filepath.Join(dir, "app"))
	assert.Contains(t, s.Folders, filepath.Join(dir, "part"))
	assert.Contains(t, s.Folders, filepath.Join(root, "page"), "a module that is replaced by a folder is worked on")
	assert.NotContains(t, s.Folders, filepath.Join(dir, "another"))
	assert.Contains(t, s.Embedded, filepath.Join(dir, "app", "data"))
	assert.Contains(t, s.Modules, filepath.Join(dir, "go.mod"))
	assert.Contains(t, s.Modules, filepath.Join(dir, "go.sum"))
	for _, folder := range s.Folders {
		assert.NotContains(t, folder, filepath.Join("pkg", "mod"), "the module cache does not change")
		assert.NotContains(t, folder, filepath.Join("go", "src"), "nor does the standard library")
	}
}
