package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"
)

// Sources are the files of a program that its developer may change: those of its own module and of modules that are
// replaced by folders, without those of the module cache.
type Sources struct {
	Folders  []string // of Go packages
	Embedded []string // folders that have files which are embedded
	Modules  []string // go.mod, go.sum and go.work
}

// Sources finds the program's sources. They are found, too, while the program does not compile.
func (p Program) Sources(ctx context.Context) (s Sources, err error) {
	packages, err := goList(ctx, "Dir,EmbedFiles,Module", "-deps", p.Package)
	if err != nil {
		return s, err
	}
	for _, one := range packages {
		m := one.Module
		if m == nil || one.Dir == "" || !m.Main && (m.Replace == nil || m.Replace.Version != "") {
			continue
		}
		s.Folders = append(s.Folders, one.Dir)
		for _, file := range one.EmbedFiles {
			s.Embedded = append(s.Embedded, filepath.Dir(filepath.Join(one.Dir, file)))
		}
		if m.GoMod != "" {
			s.Modules = append(s.Modules, m.GoMod, filepath.Join(filepath.Dir(m.GoMod), "go.sum"))
		}
	}
	if work, err := goTool(ctx, "env", "GOWORK"); err == nil && filepath.IsAbs(work) && work != os.DevNull {
		s.Modules = append(s.Modules, work)
	}
	for _, list := range []*[]string{&s.Folders, &s.Embedded, &s.Modules} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return s, nil
}
