package layers

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// The rooms, and which other rooms each may import, besides everything outside the project:
//
//	cmd → internal/runtime → internal/tables → ajax, anim, dom → deferred → internal/page → deferred/internal/machine
//
// A room is named by its folder and takes in the folders inside it, unless they are rooms themselves.
var rooms = map[string][]string{
	"deferred/internal/machine": {},
	"internal/wrong":            {},
	"internal/handshake":        {},
	"internal/wire":             {"internal/wrong"},
	"internal/nodetest":         {},
	"internal/page":             {"internal/wrong", "internal/handshake", "deferred/internal/machine"},
	"deferred":                  {"internal/page", "internal/wrong", "deferred/internal/machine"},
	"ajax":                      {"deferred", "internal/wire", "internal/page", "internal/wrong"},
	"anim":                      {"deferred", "internal/wire", "internal/page", "internal/wrong"},
	"dom":                       {"deferred", "internal/page", "internal/wrong"},
	"internal/tables":           {"ajax", "anim", "deferred", "internal/wire"},
	"internal/runtime":          {"internal/handshake", "internal/tables", "internal/wire", "internal/wrong"},
	"page":                      {"deferred", "internal/handshake", "internal/page", "internal/runtime"},
	"page/border":               {"page", "deferred", "internal/page", "internal/wrong"},
	"internal/generate":         {},
	"internal/fileserver":       {},
	rootRoom:                    {"internal/fileserver"},
	"internal/build":            {"internal/tables", "internal/fileserver", "internal/generate", rootRoom, "web"},
	"cmd/godeferred":            {"internal/build", "internal/generate", rootRoom},
	"cmd/tables":                {"internal/tables"},
	"internal/pageprogram":      {"page", "ajax", "deferred", "dom", "internal/page"},
	"size/programs":             {"page", "ajax", "deferred"},
	"internal/twins":            {"ajax", "anim", "dom", "deferred"},
	"internal/borderprogram":    {"page", "deferred", "internal/page"},
	"web":                       {},
	"cmd/wasm":                  {"internal/runtime"},
	"internal/tiles":            {},
	"cmd/serve":                 {"web", "internal/fileserver", "internal/tiles", rootRoom},
	"examples":                  {"page", "page/border", "ajax", "anim", "dom", "deferred", rootRoom}, // what any other program could import, and no more
}

// What the machine may not import although it is outside the project: it knows neither pages nor time.
var strangersToMachine = []string{"syscall/js", "github.com/hack-pad/safejs", "time"}

// rootRoom is the package in the project's own folder, which is for servers.
const rootRoom = "godeferred"

func TestImportsPointOneWay(t *testing.T) {
	for _, env := range [][]string{nil, page} {
		for _, p := range goList(t, env, "./...") {
			for _, imported := range p.Imports {
				if problem := importProblem(p.ImportPath, imported); problem != "" {
					t.Error(problem)
				}
			}
		}
	}
}

func importProblem(from, to string) string {
	room := roomOf(from)
	if room == "" {
		return fmt.Sprintf("%s is in no room: add it to the table in imports_test.go, and say what it may import", from)
	}
	if room == "deferred/internal/machine" && slices.Contains(strangersToMachine, to) {
		return fmt.Sprintf("the machine imports %s, but deals in numbers only", to)
	}
	if to != module && !strings.HasPrefix(to, module+"/") {
		return ""
	}
	if other := roomOf(to); other != room && !slices.Contains(rooms[room], other) {
		return fmt.Sprintf("%s imports %s, but imports point one way: %s may import %v", from, to, room, rooms[room])
	}
	return ""
}

// roomOf answers the innermost room that the package is in, or "".
func roomOf(importPath string) string {
	if importPath == module {
		return rootRoom
	}
	folder, inside := strings.CutPrefix(importPath, module+"/")
	for inside {
		if _, is := rooms[folder]; is {
			return folder
		}
		slash := strings.LastIndexByte(folder, '/')
		if slash < 0 {
			break
		}
		folder = folder[:slash]
	}
	return ""
}

func TestImportProblemSeesEachKind(t *testing.T) {
	rows := []struct {
		name, from, to string
		wrong          bool
	}{
		{"down", "/dom", "/deferred", false},
		{"up", "/deferred", "/dom", true},
		{"beside", "/ajax", "/anim", true},
		{"inside a room", "/deferred", "/deferred/bundle", false},
		{"the machine and a page", "/deferred/internal/machine", "", true},
		{"the machine and its like", "/deferred/internal/machine", "/deferred", true},
		{"a server and the runtime", "/cmd/serve", "/dom", true},
		{"a program and the package for servers", "/page", "/.", true},
		{"a server and the package for servers", "/cmd/serve", "/.", false},
		{"the package for servers and a program's", "/.", "/page", true},
		{"no room", "/elsewhere", "/deferred", true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			to := module + row.to
			if row.to == "" {
				to = "syscall/js"
			}
			from, to := strings.TrimSuffix(module+row.from, "/."), strings.TrimSuffix(to, "/.")
			if problem := importProblem(from, to); (problem != "") != row.wrong {
				t.Errorf("problem: %q", problem)
			}
		})
	}
}

// What must not reach a page, because of its size: each of these brings hundreds of kilobytes, net/http two megabytes.
var tooHeavy = []string{
	"net/http", "net", "crypto/tls", "encoding/json", "encoding/xml", "encoding/gob", "html/template", "text/template",
	"regexp", "math/big", "go/ast", "log/slog", "testing",
}

// programs are the examples that run in pages. A whole example has a server, too.
var programs = []string{"./examples/gallery", "./examples/client", "./examples/factbook", "./examples/starter/app"}

func TestNothingHeavyIsShipped(t *testing.T) {
	for _, p := range goList(t, page, append([]string{"-deps", "./cmd/wasm"}, programs...)...) {
		if slices.Contains(tooHeavy, p.ImportPath) {
			t.Errorf("a program for pages depends on %s: find out why with `GOOS=js GOARCH=wasm go list -deps -f '{{.ImportPath}} {{.Imports}}' ./cmd/wasm %s`", p.ImportPath, strings.Join(programs, " "))
		}
	}
}

// What the default runtime does without, since every page downloads it: fmt, context and runtime/debug with what they
// bring were 125 of its 617 kB. Names that end in a slash stand for all packages below, too.
var notInTheRuntime = []string{
	"fmt", "reflect", "context", "time", "os", "runtime/debug", "syscall", "internal/poll", "log", "sort", "bufio",
	"regexp/", "encoding/", "net/", "html/", "crypto/",
	"github.com/hack-pad/safejs", module + "/internal/page", module + "/deferred",
}

func TestTheRuntimeIsFrugal(t *testing.T) {
	for _, p := range goList(t, page, "-deps", "./cmd/wasm") {
		if tooHeavyForTheRuntime(p.ImportPath) {
			t.Errorf("cmd/wasm depends on %s: find out why with `GOOS=js GOARCH=wasm go list -deps -f '{{.ImportPath}} {{.Imports}}' ./cmd/wasm`", p.ImportPath)
		}
		folder, ours := strings.CutPrefix(p.ImportPath, module+"/")
		for _, name := range shippedGo(t) {
			if ours && path.Dir(name) == folder && strings.Contains(contentOf(t, name), "errors.As(") {
				t.Errorf("%s calls errors.As, which brings 8 kB of reflection; errors.AsType does not", name)
			}
		}
	}
}

func tooHeavyForTheRuntime(importPath string) bool {
	return slices.ContainsFunc(notInTheRuntime, func(name string) bool {
		return importPath == strings.TrimSuffix(name, "/") || strings.HasSuffix(name, "/") && strings.HasPrefix(importPath, name)
	})
}

// esbuild and the like are for the builder: no server needs them, and no page.
func TestTheBuildersPackagesAreTheBuilders(t *testing.T) {
	ours := []string{"github.com/evanw/esbuild/", "github.com/andybalholm/brotli", "github.com/fsnotify/"}
	seen := 0
	for _, p := range goList(t, nil, "./...") {
		for _, imported := range p.Imports {
			if !slices.ContainsFunc(ours, func(prefix string) bool { return strings.HasPrefix(imported, prefix) }) {
				continue
			}
			seen++
			if room := roomOf(p.ImportPath); room != "internal/build" && room != "cmd/godeferred" {
				t.Errorf("%s imports %s, which is the builder's", p.ImportPath, imported)
			}
		}
	}
	if seen < 3 {
		t.Errorf("only %d imports were seen", seen)
	}
}

func TestHeavyPackagesAreSeen(t *testing.T) {
	for name, want := range map[string]bool{
		"fmt": true, "encoding": true, "encoding/json": true, "net/http": true, "net": true, "runtime/debug": true,
		"internal/runtime/sys": false, "strconv": false, "unicode/utf8": false, "runtime": false, module + "/deferred/bundle": false,
	} {
		if tooHeavyForTheRuntime(name) != want {
			t.Errorf("%s: not %v", name, want)
		}
	}
}
