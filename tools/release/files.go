package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/zip"
)

// A file is one of the module's.
type file struct{ root, path string }

func (f file) name() string                 { return filepath.Join(f.root, filepath.FromSlash(f.path)) }
func (f file) Path() string                 { return f.path }
func (f file) Lstat() (os.FileInfo, error)  { return os.Lstat(f.name()) }
func (f file) Open() (io.ReadCloser, error) { return os.Open(f.name()) }

// git runs git in the project's folder.
func git(ctx context.Context, root string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = root
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("git %s: %w\n%s", args[0], err, problems.String())
	}
	return string(out), err
}

// moduleFiles are the files that the module would have if all were committed: those that git tracks, as they are in the
// folder, and new ones that it does not ignore. Modules inside this one (tools, e2e) are left out, as by any proxy.
func moduleFiles(ctx context.Context, root string) ([]zip.File, error) {
	list, err := git(ctx, root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	if err != nil {
		return nil, fmt.Errorf("the files of the module are those that git knows: %w", err)
	}
	paths := strings.Split(strings.TrimSuffix(list, "\x00"), "\x00")
	slices.Sort(paths)
	paths = slices.Compact(paths) // one that is being merged comes several times
	var inner []string            // the folders of other modules
	for _, path := range paths {
		if folder, is := strings.CutSuffix(path, "/go.mod"); is {
			inner = append(inner, folder+"/")
		}
	}
	var files []zip.File
	var problems []error
	for _, path := range paths {
		if slices.ContainsFunc(inner, func(folder string) bool { return strings.HasPrefix(path, folder) }) {
			continue
		}
		f := file{root, path}
		info, err := f.Lstat()
		switch {
		case errors.Is(err, os.ErrNotExist):
			continue // deleted, and not yet committed
		case err != nil:
			problems = append(problems, err)
		case info.Mode()&os.ModeSymlink != 0:
			problems = append(problems, fmt.Errorf("%s is a symbolic link, which the zip of a module cannot have", path))
		}
		files = append(files, f)
	}
	// Others would get a module without them.
	checked, err := zip.CheckFiles(files)
	for _, omitted := range checked.Omitted {
		problems = append(problems, fmt.Errorf("%s is left out of the module: %w", omitted.Path, omitted.Err))
	}
	return files, errors.Join(append(problems, err)...)
}

// commitProblems says what is wrong with the commit for a tag.
func commitProblems(ctx context.Context, root, version string) (list []error) {
	changed, err := git(ctx, root, "status", "--porcelain")
	if err != nil {
		return []error{err}
	}
	if changed != "" {
		list = append(list, fmt.Errorf("these files are not committed:\n%s", strings.TrimRight(changed, "\n")))
	}
	head, err1 := git(ctx, root, "rev-parse", "HEAD")
	tagged, err2 := git(ctx, root, "rev-list", "-n1", "--ignore-missing", "refs/tags/v"+version)
	if err := errors.Join(err1, err2); err != nil {
		return append(list, err)
	}
	// Proxies keep the first commit that they have seen for ever, whatever the tag is moved to.
	if tagged != "" && tagged != head {
		list = append(list, fmt.Errorf("the tag v%s names another commit already: take a new version", version))
	}
	return list
}
