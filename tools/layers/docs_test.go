package layers

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Files move and functions are renamed; these tests see it where a page for people names them.

// A path in a text begins with a folder of the project, and not behind another path.
var pathInText = regexp.MustCompile("(?m)(?:^|[\\s(`\"])((?:ajax|anim|bench|cmd|deferred|docs|dom|e2e|examples|internal|page|size|tools|web)/[\\w./*-]+)")

// A link to another file, in Markdown.
var linkInText = regexp.MustCompile(`\]\(([^)#:\s]+)(?:#[^)]*)?\)|<img src="([^":]+)"`)

// Says "`settle` in `deferred/settle.js`", where the path may be one of web/src.
var functionInFile = regexp.MustCompile("`(?:\\w+\\.)?(\\w+)` in\\s+`([\\w/]+\\.(?:js|go))`")

// A row of a table: "| … | `deferred/settle.js` | `settle` |".
var fileAndFunction = regexp.MustCompile("(?m)\\| `([\\w/]+\\.js)` \\| `(\\w+)` \\|$")

func isThere(name string) bool {
	found, err := filepath.Glob(filepath.Join(projectRoot, filepath.FromSlash(name)))
	return err == nil && len(found) > 0
}

func missingPaths(name, text string) (missing []string) {
	for _, found := range pathInText.FindAllStringSubmatch(text, -1) {
		if target := strings.TrimRight(found[1], "."); !isThere(target) && !isThere("web/src/"+target) {
			missing = append(missing, target)
		}
	}
	for _, found := range linkInText.FindAllStringSubmatch(text, -1) {
		if strings.HasPrefix(found[1], "/") { // an address of the site, whose own test follows its links
			continue
		}
		target := path.Join(path.Dir(name), found[1]+found[2])
		// The npm package has files of the project's folder and of npm side by side.
		if !isThere(target) && !(strings.HasPrefix(name, "npm/") && isThere(strings.TrimPrefix(target, "npm/"))) {
			missing = append(missing, target)
		}
	}
	return missing
}

func TestPathsInTextsAreThere(t *testing.T) {
	seen := 0
	for _, name := range sources(t, ".md") {
		text := contentOf(t, name)
		seen += len(pathInText.FindAllString(text, -1))
		for _, target := range missingPaths(name, text) {
			t.Errorf("%s names %s, which is not there", name, target)
		}
	}
	if seen < 60 {
		t.Errorf("only %d paths were seen", seen)
	}
}

// defines tells whether a file of the project, or of web/src, has a function of that name.
func defines(t *testing.T, name, function string) bool {
	t.Helper()
	if !isThere(name) {
		name = "web/src/" + name
	}
	text, err := os.ReadFile(filepath.Join(projectRoot, filepath.FromSlash(name)))
	if err != nil {
		t.Error(err)
		return false
	}
	return regexp.MustCompile(`(?m)^(?:export )?(?:async )?func(?:tion)? (?:\([^)]*\) )?` + function + `\(`).Match(text)
}

func TestFunctionsInTextsAreThere(t *testing.T) {
	inTables, inSentences := 0, 0
	for _, name := range sources(t, ".md") {
		text := contentOf(t, name)
		for _, found := range fileAndFunction.FindAllStringSubmatch(text, -1) {
			inTables++
			if !defines(t, found[1], found[2]) {
				t.Errorf("%s: %s has no function %s", name, found[1], found[2])
			}
		}
		for _, found := range functionInFile.FindAllStringSubmatch(text, -1) {
			inSentences++
			if !defines(t, found[2], found[1]) {
				t.Errorf("%s: %s has no function %s", name, found[2], found[1])
			}
		}
	}
	if inTables < 10 || inSentences < 5 {
		t.Errorf("only %d functions were seen in tables, and %d in sentences", inTables, inSentences)
	}
}

func TestTheArchitectureNamesEveryRoom(t *testing.T) {
	text := contentOf(t, "docs/ARCHITECTURE.md")
	at := 0
	for _, room := range scriptRooms {
		row := strings.Index(text, "\n| `"+room+"` |")
		if row < at {
			t.Errorf("the rooms of web/src in docs/ARCHITECTURE.md lack %s, or have it in another order", room)
			continue
		}
		at = row
	}
	for room := range rooms {
		if !strings.Contains(text, "`"+room+"`") {
			t.Errorf("docs/ARCHITECTURE.md does not name %s", room)
		}
	}
}

func TestWhatIsMissingInTextsIsSeen(t *testing.T) {
	text := "See `web/src/nowhere.js`, deferred/core.js, `deferred/gone.js`, dom/*_js.go and [this](gone.md), [that](../README.md#x)\n" +
		"and https://example.org/ajax/elsewhere and github.com/godeferred/godeferred/ajax/elsewhere. <img src=\"gone.svg\">"
	got := strings.Join(missingPaths("docs/a.md", text), " ")
	if got != "web/src/nowhere.js deferred/gone.js docs/gone.md docs/gone.svg" {
		t.Error(got)
	}
	if got := missingPaths("npm/README.md", "[a](./NOTICE) [b](./package.json) [c](./gone.md)"); len(got) != 1 || got[0] != "npm/gone.md" {
		t.Error(got)
	}
	if defines(t, "deferred/settle.js", "settleNot") || !defines(t, "deferred/settle.js", "settle") || !defines(t, "ajax/internal/rules/retry.go", "Retry") {
		t.Error("functions are not told apart")
	}
}
