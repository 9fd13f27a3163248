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
//	cmd → ajax, anim, dom → deferred → internal/page → deferred/internal/machine
//
// A room is named by its folder and takes in the folders inside it, unless they are rooms themselves.
var rooms = map[string][]string{
	"deferred/internal/machine": {},
	"internal/page":             {"deferred/internal/machine"},
	"deferred":                  {"internal/page", "deferred/internal/machine"},
	"ajax":                      {"deferred", "internal/page"},
	"anim":                      {"deferred", "internal/page"},
	"dom":                       {"deferred", "internal/page"},
	"internal/tables":           {"anim", "deferred"},
	"cmd/tables":                {"internal/tables", "anim", "deferred"},
	"web":                       {},
	"cmd/wasm":                  {"ajax", "anim", "dom", "deferred", "internal/page"},
	"bench":                     {},
	"cmd/serve":                 {"web", "bench"},
	"examples":                  {"ajax", "anim", "dom", "deferred"}, // what any other program could import, and no more
}

// What the machine may not import although it is outside the project: it knows neither pages nor time.
var strangersToMachine = []string{"syscall/js", "github.com/hack-pad/safejs", "time"}

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
		{"no room", "/elsewhere", "/deferred", true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			to := module + row.to
			if row.to == "" {
				to = "syscall/js"
			}
			if problem := importProblem(module+row.from, to); (problem != "") != row.wrong {
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

func TestNothingHeavyIsShipped(t *testing.T) {
	for _, p := range goList(t, page, "-deps", "./cmd/wasm", "./examples/...") {
		if slices.Contains(tooHeavy, p.ImportPath) {
			t.Errorf("a program for pages depends on %s: find out why with `GOOS=js GOARCH=wasm go list -deps -f '{{.ImportPath}} {{.Imports}}' ./cmd/wasm ./examples/...`", p.ImportPath)
		}
	}
}

// What the bundle's own packages do without: fmt and reflect are in the wasm because safejs needs them, but each further
// use brings more of them, and the rest would come with us alone. internal/page prints what a panic was given.
var notInBundle = []string{"reflect", "log", "sort", "bufio", "net/url", "encoding/base64", "html", "os", "text/tabwriter"}

func TestTheBundleIsFrugal(t *testing.T) {
	for _, p := range goList(t, page, "-deps", "./cmd/wasm") {
		folder, ours := strings.CutPrefix(p.ImportPath, module+"/")
		if !ours {
			continue
		}
		for _, imported := range p.Imports {
			if slices.Contains(notInBundle, imported) || imported == "fmt" && folder != "internal/page" {
				t.Errorf("%s imports %s: `make size` shows what it brings", folder, imported)
			}
		}
		for _, name := range shippedGo(t) {
			if path.Dir(name) == folder && strings.Contains(contentOf(t, name), "errors.As(") {
				t.Errorf("%s calls errors.As, which brings 8 kB of reflection; errors.AsType does not", name)
			}
		}
	}
}
