package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"
)

// A project is what its files say about its version.
type project struct {
	root    string
	version string // of the file VERSION, such as 0.1.0
	module  string // its path
	goMod   []byte
	parsed  *modfile.File
	npm     struct {
		Name, Version string
		Private       bool
	}
	readme  []byte
	changes []change
}

// npmVersion stands in npm/package.json, and becomes the version when the package is made.
const npmVersion = "GODEFERRED_VERSION"

func readProject(root string) (p project, err error) {
	p.root = root
	version, err1 := os.ReadFile(filepath.Join(root, "VERSION"))
	goMod, err2 := os.ReadFile(filepath.Join(root, "go.mod"))
	npm, err3 := os.ReadFile(filepath.Join(root, "npm", "package.json"))
	changelog, err4 := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	readme, err5 := os.ReadFile(filepath.Join(root, "README.md"))
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return p, err
	}
	p.version, p.goMod, p.readme = strings.TrimSpace(string(version)), goMod, readme
	if p.parsed, err = modfile.Parse("go.mod", goMod, nil); err != nil {
		return p, err
	}
	if p.parsed.Module == nil {
		return p, errors.New("go.mod names no module")
	}
	p.module = p.parsed.Module.Mod.Path
	if err := json.Unmarshal(npm, &p.npm); err != nil {
		return p, fmt.Errorf("npm/package.json: %w", err)
	}
	p.changes, err = readChanges(string(changelog))
	return p, err
}

// tag is the version as go get knows it, and the name of the commit's tag.
func (p project) tag() string { return "v" + p.version }

// problems are the ways in which the files disagree, at any time.
func (p project) problems() (list []error) {
	add := func(format string, args ...any) { list = append(list, fmt.Errorf(format, args...)) }

	if module.CanonicalVersion(p.tag()) != p.tag() || semver.Build(p.tag()) != "" {
		add("VERSION has %q: expected a semantic version without a v, such as 1.2.3 or 1.2.3-rc.1", p.version)
		return list
	}
	// From version 2 on, the path ends in /v2: go get refuses other versions.
	if err := module.Check(p.module, p.tag()); err != nil {
		add("VERSION and the module's path in go.mod disagree: %w", err)
	}
	// `go install path@version` refuses a module that has them, and others ignore them.
	for _, replace := range p.parsed.Replace {
		add("go.mod replaces %s", replace.Old.Path)
	}
	for _, exclude := range p.parsed.Exclude {
		add("go.mod excludes %s", exclude.Mod)
	}
	if p.npm.Version != npmVersion {
		add("npm/package.json has the version %q: expected %q, which becomes that of VERSION", p.npm.Version, npmVersion)
	}
	if p.npm.Private {
		add("npm/package.json is private: npm would not publish it")
	}
	for _, found := range archiveName.FindAllSubmatch(p.readme, -1) {
		if version := string(found[1]); version != p.version {
			add("README.md names the npm package %s: `make pack` writes that of %s", found[0], p.version)
		}
	}
	return append(list, p.changeProblems()...)
}

// archiveName is that of the npm package.
var archiveName = regexp.MustCompile(`godeferred-(\d[\w.-]*)\.tgz`)

func (p project) changeProblems() (list []error) {
	newest := p.newest()
	pending := len(p.changes) > 0 && p.changes[0].version == unreleased
	switch {
	case newest == nil && !pending:
		list = append(list, errors.New("CHANGELOG.md has no heading such as \"## 1.2.3 – 2006-01-02\""))
	case newest != nil && semver.Compare("v"+newest.version, p.tag()) > 0:
		list = append(list, fmt.Errorf("CHANGELOG.md has changes of %s, but VERSION has %s", newest.version, p.version))
	case newest != nil && newest.version != p.version && !pending:
		list = append(list, fmt.Errorf("VERSION has %s, but CHANGELOG.md ends at %s and has no part %q", p.version, newest.version, unreleased))
	}
	return append(list, orderProblems(p.changes)...)
}

// newest is the last version that has a part in CHANGELOG.md, or nil.
func (p project) newest() *change {
	for i := range p.changes {
		if p.changes[i].version != unreleased {
			return &p.changes[i]
		}
	}
	return nil
}

// releaseProblems are those that only a release must not have.
func (p project) releaseProblems(now time.Time) (list []error) {
	heading := fmt.Sprintf("## %s – %s", p.version, now.Format(time.DateOnly))
	newest := p.newest()
	if len(p.changes) > 0 && p.changes[0].version == unreleased && p.changes[0].text != "" {
		if newest != nil && newest.version == p.version {
			return append(list, fmt.Errorf("CHANGELOG.md has unreleased changes since %s: put a new version into VERSION, and its heading above them", p.version))
		}
		return append(list, fmt.Errorf("CHANGELOG.md has unreleased changes: put the heading %q above them", heading))
	}
	switch {
	case newest == nil || newest.version != p.version:
		list = append(list, fmt.Errorf("CHANGELOG.md has no part for %s", p.version))
	case newest.date.IsZero():
		list = append(list, fmt.Errorf("CHANGELOG.md has no date for %s: expected %q", p.version, heading))
	case newest.date.After(now):
		list = append(list, fmt.Errorf("CHANGELOG.md has a date for %s that is yet to come", p.version))
	}
	return list
}
