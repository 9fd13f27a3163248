package build

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
)

const (
	module  = "github.com/godeferred/godeferred"
	pageDep = module + "/page"
	// goMinor is the oldest Go 1 whose programs the script's host was tried with.
	goMinor = 26
)

// A goPackage is what go list says of a package.
type goPackage struct {
	Name, Dir, ImportPath string
	Deps                  []string
	Error                 *listError
	DepsErrors            []*listError
	Module                *goModule
	EmbedFiles            []string
	GoFiles               []string
}

type listError struct{ Pos, Err string }

type goModule struct {
	Version, Dir, GoMod string
	Main                bool
	Replace             *goModule
}

// check returns the program's name, or says what is wrong.
func (p Program) check(ctx context.Context) (name string, err error) {
	if err := checkGo(ctx); err != nil {
		return "", err
	}
	if p.Package == "" || strings.HasPrefix(p.Package, "-") {
		return "", fmt.Errorf("package %q: expected one such as ./app", p.Package)
	}
	packages, err := goList(ctx, "Name,Dir,ImportPath,Deps,Error,DepsErrors", p.Package)
	if err != nil {
		return "", err
	}
	if len(packages) != 1 {
		return "", fmt.Errorf("%s is %d packages: name the one that is the program", p.Package, len(packages))
	}
	program := packages[0]
	switch {
	case program.Error != nil && program.Error.Pos != "":
		return "", &CompileError{p.Package, program.Error.Pos + ": " + program.Error.Err}
	case program.Error != nil:
		return "", fmt.Errorf("there is no package %s for GOOS=js GOARCH=wasm: %s", p.Package, advise(program.Error.Err))
	case program.Name != "main":
		return "", fmt.Errorf("%s is package %s: a program is a package main", p.Package, program.Name)
	// With errors, go build shows them all: they may be why the import was not seen.
	case !slices.Contains(program.Deps, pageDep) && len(program.DepsErrors) == 0:
		return "", fmt.Errorf("%s does not import %s: its main function has to call page.Run", p.Package, pageDep)
	}
	if len(program.DepsErrors) == 0 {
		if err := checkVersion(ctx); err != nil {
			return "", err
		}
	}
	return programName(program.ImportPath, program.Dir), nil
}

// checkGo says whether there is a go command that can build programs for pages, and a module or a workspace here.
func checkGo(ctx context.Context) error {
	text, err := goTool(ctx, "env", "-json", "GOVERSION", "GOMOD", "GOWORK")
	if err != nil {
		return err
	}
	var env struct{ GOVERSION, GOMOD, GOWORK string }
	if err := json.Unmarshal([]byte(text), &env); err != nil {
		return fmt.Errorf("go env -json: %w", err)
	}
	minor := regexp.MustCompile(`^go1\.(\d+)`).FindStringSubmatch(env.GOVERSION)
	if minor != nil {
		if n, err := strconv.Atoi(minor[1]); err == nil && n < goMinor {
			return fmt.Errorf("%s is too old: the program needs Go 1.%d or later", env.GOVERSION, goMinor)
		}
	}
	if filepath.IsAbs(env.GOWORK) {
		return nil // the workspace has the module, which is in another folder than this
	}
	switch env.GOMOD {
	case "":
		return errors.New("modules are turned off by GO111MODULE=off: the program has to be in a module")
	case os.DevNull:
		return fmt.Errorf("there is no module here: run `go mod init example.com/mypage` and `go get %s`", module)
	}
	return nil
}

// goList asks for some fields of packages. What is wrong with a package is in its Error.
func goList(ctx context.Context, fields string, args ...string) (packages []goPackage, err error) {
	text, err := goTool(ctx, append([]string{"list", "-e", "-json=" + fields}, args...)...)
	if err != nil {
		return nil, err
	}
	for decoder := json.NewDecoder(strings.NewReader(text)); ; {
		var one goPackage
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		packages = append(packages, one)
	}
}

// checkVersion refuses to build a program with another version of this module: its scripts and the program would refuse
// each other in the page. They differ only if the command was installed and not run by the module's own.
func checkVersion(ctx context.Context) error {
	packages, err := goList(ctx, "Module", pageDep)
	if err != nil || len(packages) != 1 || packages[0].Module == nil || packages[0].Module.Replace != nil {
		return err
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return nil
	}
	return sameVersion(versionIn(info), packages[0].Module.Version)
}

// versionIn is this module's version in a program, "" where it is not a released one.
func versionIn(info *debug.BuildInfo) string {
	for _, m := range append([]*debug.Module{&info.Main}, info.Deps...) {
		if m.Path == module && m.Replace == nil && strings.HasPrefix(m.Version, "v") {
			return m.Version
		}
	}
	return ""
}

func sameVersion(own, required string) error {
	if own == "" || required == "" || own == required {
		return nil
	}
	return fmt.Errorf("this is godeferred %s, and the module requires %s: run `go run %s/cmd/godeferred` in the module", own, required, module)
}

// A major version is the last part of an import path without being a name.
var majorVersion = regexp.MustCompile(`^v[0-9]+$`)

// programName is the name that go build gives the program: it does not depend on where the module is, unless the
// program is given as files.
func programName(importPath, dir string) string {
	if importPath == "command-line-arguments" {
		return filepath.Base(dir)
	}
	name := path.Base(importPath)
	if parent := path.Dir(importPath); majorVersion.MatchString(name) && parent != "." {
		name = path.Base(parent)
	}
	return name
}
