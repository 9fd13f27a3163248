package main

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"regexp"
	"strings"

	"github.com/godeferred/godeferred"
	"github.com/godeferred/godeferred/internal/fileserver"
)

// site serves the folder that the build writes: pages, and what they use. Browsers ask each time, and mostly hear 304.
// The build in it is there under two kinds of addresses:
//
//   - /dist/<hash>/<file> never changes, so browsers keep it for good. Another hash than that of the build is not found.
//   - /dist/<file> is whatever was built last, and is asked about each time.
type site struct {
	files  fs.FS
	server http.Handler // of files
}

// openSite expects a folder that has been built. It may be built again while it is served.
func openSite(dir string) (*site, error) {
	s := &site{files: os.DirFS(dir)}
	s.server = godeferred.FileServer(s.files)
	if _, err := s.build(); err != nil {
		return nil, fmt.Errorf("no site in %s: run `make build` first (%w)", dir, err)
	}
	return s, nil
}

// build is the folder of the newest build: while another is being written, there are two.
func (s *site) build() (string, error) {
	found, err := fs.Glob(s.files, "dist/*/godeferred.wasm")
	newest, folder := int64(0), ""
	for _, name := range found {
		if info, err := fs.Stat(s.files, name); err == nil && info.ModTime().UnixNano() >= newest {
			newest, folder = info.ModTime().UnixNano(), strings.TrimSuffix(name, "/godeferred.wasm")
		}
	}
	if err == nil && folder == "" {
		err = &fs.PathError{Op: "open", Path: "dist/*/godeferred.wasm", Err: fs.ErrNotExist}
	}
	return folder, err
}

// wasm is that of the newest build.
func (s *site) wasm() ([]byte, error) {
	folder, err := s.build()
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(s.files, folder+"/godeferred.wasm")
}

var hashed = regexp.MustCompile(`^/dist/[0-9a-f]{16}/`)

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	inside, isDist := strings.CutPrefix(r.URL.Path, "/dist/")
	isHashed := hashed.MatchString(r.URL.Path)
	if folder, err := s.build(); isDist && !isHashed && err == nil {
		r = at(r, folder+"/"+inside)
	}
	switch there := s.has(strings.TrimPrefix(r.URL.Path, "/")); {
	case there && isHashed:
		w.Header().Set("Cache-Control", fileserver.Immutable)
		s.server.ServeHTTP(w, r)
	case there:
		s.server.ServeHTTP(w, r)
	case isDist:
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, "not in this build; reload the page if it was built anew", http.StatusNotFound)
	default:
		s.notFound(w)
	}
}

// has tells whether there is a file, or a folder with a page, of that name.
func (s *site) has(name string) bool {
	name = strings.TrimSuffix(name, "/")
	if name == "" {
		name = "."
	}
	info, err := fs.Stat(s.files, name)
	if err == nil && info.IsDir() {
		info, err = fs.Stat(s.files, strings.TrimPrefix(name+"/index.html", "./"))
	}
	return err == nil && info.Mode().IsRegular()
}

func (s *site) notFound(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	body, err := fs.ReadFile(s.files, "404.html")
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", fileserver.MediaType(".html"))
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(body)
}

// at is the request for a name in a folder that another handler serves.
func at(r *http.Request, name string) *http.Request {
	inside := r.Clone(r.Context())
	inside.URL.Path, inside.URL.RawPath = "/"+name, ""
	return inside
}
