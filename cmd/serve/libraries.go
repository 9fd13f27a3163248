package main

import (
	"net/http"
	"os"
	"path/filepath"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// libraries is the folder that npm installs into. It is there where the tests were run, and need not be: the pages do
// with less.
type libraries string

// libraryFiles are what the folder is asked for, by the names that pages use: a request never becomes a path on disk.
var libraryFiles = []struct{ name, file string }{
	{"jquery4.js", "jquery/dist/jquery.min.js"},
	{"jquery3.js", "jquery3/dist/jquery.min.js"},
	{"bluebird.js", "bluebird/js/browser/bluebird.min.js"},
}

// list answers which of them are there.
func (l libraries) list(w http.ResponseWriter, _ *http.Request) {
	there := []string{}
	for _, library := range libraryFiles {
		if info, err := os.Stat(l.path(library.file)); err == nil && info.Mode().IsRegular() {
			there = append(there, library.name)
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	answerJSON(w, http.StatusOK, there)
}

func (l libraries) serve(w http.ResponseWriter, r *http.Request) {
	for _, library := range libraryFiles {
		if library.name != r.PathValue("name") {
			continue
		}
		if body, err := os.ReadFile(l.path(library.file)); err == nil {
			newFile(library.name, body).serve(w, r, fileserver.Revalidate)
			return
		}
	}
	notInstalled(w)
}

func (l libraries) path(file string) string {
	return filepath.Join(string(l), filepath.FromSlash(file))
}

func notInstalled(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "not here; `npm ci` in the project's folder installs the libraries to compare with", http.StatusNotFound)
}
