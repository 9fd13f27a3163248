package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// newProject makes a folder with what a released project has, apart from the files that differ.
func newProject(t *testing.T, differ map[string]string) string {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{
		"VERSION":          "1.2.0\n",
		"go.mod":           "module example.com/x\n\ngo 1.26\n",
		"README.md":        "npm install ./bin/godeferred-1.2.0.tgz",
		"npm/package.json": `{"name": "x", "version": "GODEFERRED_VERSION"}`,
		"CHANGELOG.md":     "# Changes\n\n## Unreleased\n\n## 1.2.0 – 2026-03-02\n\n- Two.\n\n## 1.1.0 – 2026-02-01\n\n- One.\n\n## 1.0.0\n",
	}
	for name, text := range differ {
		files[name] = text
	}
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

var now = time.Date(2026, time.April, 1, 12, 0, 0, 0, time.UTC)

func TestVersionsThatDisagreeAreSeen(t *testing.T) {
	for _, row := range []struct {
		name   string
		differ map[string]string
		always string // a part of what is said at any time; nothing is wrong if empty
		tagged string // and of what is said of a release
	}{
		{"a release", nil, "", ""},
		{"a prerelease", map[string]string{"README.md": "", "VERSION": "1.3.0-rc.1", "CHANGELOG.md": "## 1.3.0-rc.1 – 2026-03-03\n\n## 1.2.0 – 2026-03-02\n"}, "", ""},
		{"a version with a v", map[string]string{"VERSION": "v1.2.0"}, `VERSION has "v1.2.0"`, ""},
		{"a version of two numbers", map[string]string{"VERSION": "1.2"}, `VERSION has "1.2"`, ""},
		{"a version with build metadata", map[string]string{"VERSION": "1.2.0+linux"}, "VERSION has", ""},
		{"version 2 without its path", map[string]string{"VERSION": "2.0.0", "CHANGELOG.md": "## 2.0.0 – 2026-03-03\n"}, "the module's path in go.mod disagree", ""},
		{"version 2 with its path", map[string]string{
			"README.md": "", "VERSION": "2.0.0", "CHANGELOG.md": "## 2.0.0 – 2026-03-03\n", "go.mod": "module example.com/x/v2\n",
		}, "", ""},
		{"a path of version 2 before its time", map[string]string{"go.mod": "module example.com/x/v2\n"}, "the module's path in go.mod disagree", ""},
		{"a replaced module", map[string]string{"go.mod": "module example.com/x\nrequire a.b/c v1.0.0\nreplace a.b/c => ../c\n"}, "go.mod replaces a.b/c", ""},
		{"an excluded version", map[string]string{"go.mod": "module example.com/x\nexclude a.b/c v1.0.0\n"}, "go.mod excludes a.b/c@v1.0.0", ""},
		{"an npm version of its own", map[string]string{"npm/package.json": `{"version": "1.2.0"}`}, "npm/package.json has the version", ""},
		{"a private npm package", map[string]string{"npm/package.json": `{"version": "GODEFERRED_VERSION", "private": true}`}, "is private", ""},
		{"another archive in the README", map[string]string{"README.md": "`godeferred-1.1.0.tgz`"}, "README.md names the npm package godeferred-1.1.0.tgz", ""},
		{"a prerelease's archive in the README", map[string]string{
			"README.md": "`godeferred-1.3.0-rc.1.tgz`", "VERSION": "1.3.0-rc.1", "CHANGELOG.md": "## 1.3.0-rc.1 – 2026-03-03\n",
		}, "", ""},
		{"no changes", map[string]string{"CHANGELOG.md": "# Changes\n"}, "no heading", "no part for 1.2.0"},
		{"changes of a later version", map[string]string{"CHANGELOG.md": "## 1.3.0\n"}, "changes of 1.3.0, but VERSION has 1.2.0", ""},
		{"a version without changes", map[string]string{"CHANGELOG.md": "## 1.1.0\n"}, "ends at 1.1.0 and has no part", ""},
		{"unreleased changes since the version", map[string]string{"CHANGELOG.md": "## Unreleased\n\n- A.\n\n## 1.2.0 – 2026-03-02\n"}, "", "put a new version into VERSION"},
		{"unreleased changes of the version", map[string]string{"CHANGELOG.md": "## Unreleased\n\n- A.\n\n## 1.1.0\n"}, "", `put the heading "## 1.2.0 – 2026-04-01"`},
		{"no date", map[string]string{"CHANGELOG.md": "## 1.2.0\n"}, "", "no date for 1.2.0"},
		{"tomorrow", map[string]string{"CHANGELOG.md": "## 1.2.0 – 2026-04-02\n"}, "", "yet to come"},
		{"an older version above", map[string]string{"CHANGELOG.md": "## 1.2.0\n\n## 1.0.0\n\n## 1.1.0\n"}, "1.0.0 is above 1.1.0", ""},
		{"an older date above", map[string]string{"CHANGELOG.md": "## 1.2.0 – 2026-01-01\n\n## 1.1.0 – 2026-02-01\n"}, "1.2.0 has no date, or an older one", ""},
		{"unreleased changes below", map[string]string{"CHANGELOG.md": "## 1.2.0\n\n## Unreleased\n"}, "not the first part", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			p, err := readProject(newProject(t, row.differ))
			if err != nil {
				t.Fatal(err)
			}
			expect(t, errors.Join(p.problems()...), row.always)
			if row.always == "" || row.tagged != "" {
				expect(t, errors.Join(p.releaseProblems(now)...), row.tagged)
			}
		})
	}
}

func TestAHeadingThatIsNoVersionIsSeen(t *testing.T) {
	for _, heading := range []string{"1.2.0 (March)", "1.2.0 – 2026-02-30", "The next one"} {
		if _, err := readProject(newProject(t, map[string]string{"CHANGELOG.md": "## " + heading + "\n"})); err == nil {
			t.Errorf("%q is read as a version", heading)
		}
	}
}

func expect(t *testing.T, err error, part string) {
	t.Helper()
	if part == "" && err != nil || part != "" && (err == nil || !strings.Contains(err.Error(), part)) {
		t.Errorf("got %v, expected %q", err, part)
	}
}
