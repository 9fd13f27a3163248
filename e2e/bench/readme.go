package main

import (
	"fmt"
	"os"
	"strings"
)

// The marks between which a document shows the table.
const (
	startMark = "<!-- bench:start -->"
	endMark   = "<!-- bench:end -->"
)

// A marked is a document in three parts; what stands between the marks is the bench's.
type marked struct{ before, after string }

func readMarked(file string) (marked, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return marked{}, err
	}
	before, rest, _ := strings.Cut(string(text), startMark)
	_, after, ended := strings.Cut(rest, endMark)
	if !ended || strings.Count(string(text), startMark) != 1 || strings.Count(string(text), endMark) != 1 {
		return marked{}, fmt.Errorf("%s needs %s and, after it, %s, each once", file, startMark, endMark)
	}
	return marked{before, after}, nil
}

// rewrite puts the table between the marks.
func rewrite(file, table string) error {
	m, err := readMarked(file)
	if err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	text := m.before + startMark + "\n\n" + table + "\n" + endMark + m.after
	return os.WriteFile(file, []byte(text), info.Mode().Perm())
}
