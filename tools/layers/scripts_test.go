package layers

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The rooms of the page face, each a folder of web/src: a module imports from its own room and from those
// before it.
var scriptRooms = []string{
	"lib",        // what knows nothing of the others: errors, options, own properties
	"runtime",    // gets the wasm, starts it, and calls it; the tables that it has left in the script
	"deferred",   // one deferred: settle → queue → then
	"program",    // the calls of the page's own Go program
	"combine",    // several: when, all, series, work, timers
	"rules",      // questions to Go, and answers
	"dom",        // elements: targets, display, html, one-shot events
	"anim",       // animations and their queues
	"collection", // $(…), its methods and events
	"ajax",       // requests
	"install",    // into a jQuery
	"devtools",   // what devtools() opens
	"entry",      // what is put together for a page, a module, or the core alone
}

// A scriptImport is one line of a module: from one file of web/src to another.
var scriptImport = regexp.MustCompile(`(?m)^(?:import|export)\s(?:[^";]*?from )?"(\.{1,2}/[^"]+)";`)

// scriptGraph is who imports whom: names of files, from web/src on.
func scriptGraph(t *testing.T) map[string][]string {
	t.Helper()
	graph := map[string][]string{}
	for _, name := range sources(t, ".js") {
		inside, is := strings.CutPrefix(name, "web/src/")
		if !is {
			continue
		}
		graph[inside] = nil
		for _, found := range scriptImport.FindAllStringSubmatch(contentOf(t, name), -1) {
			graph[inside] = append(graph[inside], path.Join(path.Dir(inside), found[1]))
		}
	}
	return graph
}

func scriptProblem(from, to string) string {
	here, there := path.Dir(from), path.Dir(to)
	at, target := slices.Index(scriptRooms, here), slices.Index(scriptRooms, there)
	switch {
	case at < 0:
		return fmt.Sprintf("%s is in no room: scriptRooms has them in their order", from)
	case target < 0 || target > at:
		return fmt.Sprintf("%s imports %s, but %s comes before %s", from, to, here, there)
	}
	return ""
}

// cycle finds files that import each other, by way of others or not: the first such ring, in its order.
func cycle(graph map[string][]string) []string {
	const underWay, done = 1, 2
	states := map[string]int{}
	var way, ring []string
	var visit func(name string)
	visit = func(name string) {
		switch {
		case ring != nil || states[name] == done:
			return
		case states[name] == underWay:
			ring = append(slices.Clone(way[slices.Index(way, name):]), name)
			return
		}
		states[name] = underWay
		way = append(way, name)
		for _, imported := range graph[name] {
			visit(imported)
		}
		way = way[:len(way)-1]
		states[name] = done
	}
	names := make([]string, 0, len(graph))
	for name := range graph {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		visit(name)
	}
	return ring
}

func TestModulesOfThePageImportOneWay(t *testing.T) {
	graph := scriptGraph(t)
	if len(graph) < 100 {
		t.Fatalf("only %d modules were found", len(graph))
	}
	imports := 0
	for from, all := range graph {
		for _, to := range all {
			imports++
			if _, is := graph[to]; !is {
				t.Errorf("%s imports %s, which is not there", from, to)
			} else if problem := scriptProblem(from, to); problem != "" {
				t.Error(problem)
			}
		}
	}
	if imports < 300 {
		t.Errorf("only %d imports were seen", imports)
	}
	if ring := cycle(graph); ring != nil {
		t.Errorf("these import each other: %s", strings.Join(ring, " → "))
	}
}

func TestRoomsAndCyclesOfModulesAreSeen(t *testing.T) {
	for _, row := range []struct {
		from, to string
		problem  bool
	}{
		{"deferred/then.js", "deferred/settle.js", false},
		{"deferred/then.js", "lib/errors.js", false},
		{"ajax/ajax.js", "collection/trigger.js", false},
		{"collection/make.js", "ajax/settings.js", true},
		{"lib/errors.js", "deferred/core.js", true},
		{"stray.js", "lib/errors.js", true},
		{"entry/api.js", "elsewhere/a.js", true},
	} {
		if problem := scriptProblem(row.from, row.to); (problem != "") != row.problem {
			t.Errorf("%s → %s: %q", row.from, row.to, problem)
		}
	}
	graph := map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"d", "b"}, "d": nil}
	if ring := cycle(graph); !slices.Equal(ring, []string{"b", "c", "b"}) {
		t.Errorf("the ring is %v", ring)
	}
	graph["c"] = []string{"d"}
	if ring := cycle(graph); ring != nil {
		t.Errorf("there is no ring, but %v", ring)
	}
	found := scriptImport.FindAllStringSubmatch("import { a,\n\tb } from \"./c.js\";\nexport * from \"../d.js\";\nimport \"./e.js\";\nimport x from \"go:tables\";\n", -1)
	if len(found) != 3 || found[0][1] != "./c.js" || found[1][1] != "../d.js" || found[2][1] != "./e.js" {
		t.Errorf("imports: %v", found)
	}
}
