// Package fileserver is godeferred.FileServer, which documents it.
package fileserver

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	// Immutable is the Cache-Control of addresses that have a hash of what is there.
	Immutable = "public, max-age=31536000, immutable"
	// Revalidate lets a browser keep an answer, but ask each time whether it still holds (a 304 is cheap).
	Revalidate = "no-cache"
)

// codings are the compressed forms looked for beside each file, in order of preference.
var codings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

type handler struct {
	files fs.FS
	tags  tags
}

// New returns the handler of godeferred.FileServer.
func New(files fs.FS) http.Handler { return &handler{files: files} }

func (s *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		fail(w, http.StatusMethodNotAllowed)
		return
	}
	name, ok := nameOf(r.URL.Path)
	if !ok {
		fail(w, http.StatusNotFound)
		return
	}
	info, err := fs.Stat(s.files, name)
	cacheControl := Revalidate
	switch {
	case err == nil && info.IsDir():
		s.serveFolder(w, r, name)
		return
	case err != nil:
		// The page asks for app.wasm, and the folder has it by a name with a hash. The answer may change.
		hashed, found := s.hashed(name)
		if !found {
			fail(w, s.statusOf(name, err))
			return
		}
		name = hashed
	case hasHash(name):
		cacheControl = Immutable
	}
	if strings.HasSuffix(r.URL.Path, "/") {
		redirect(w, r, "../"+path.Base(name))
		return
	}
	s.serveFile(w, r, name, cacheControl)
}

// serveFolder answers with the folder's index.html, under an address that ends in a slash: else the page's relative
// addresses would be of the folder above.
func (s *handler) serveFolder(w http.ResponseWriter, r *http.Request, name string) {
	index := path.Join(name, "index.html")
	info, err := fs.Stat(s.files, index)
	switch {
	case err != nil:
		fail(w, s.statusOf(index, err))
	case info.IsDir():
		fail(w, http.StatusNotFound)
	case name != "." && !strings.HasSuffix(r.URL.Path, "/"):
		redirect(w, r, path.Base(name)+"/")
	default:
		s.serveFile(w, r, index, Revalidate)
	}
}

// serveFile answers with the file, in the coding that suits the client best; 304 where the client has it already.
func (s *handler) serveFile(w http.ResponseWriter, r *http.Request, name, cacheControl string) {
	var offered []string
	for _, c := range codings {
		if info, err := fs.Stat(s.files, name+c.suffix); err == nil && info.Mode().IsRegular() {
			offered = append(offered, c.name)
		}
	}
	coding, plainWill := negotiate(r.Header.Values("Accept-Encoding"), offered)
	if r.Header.Get("Range") != "" && coding != identity {
		// Ranges are of the plain bytes. Where the client refuses these, it gets the whole in a coding.
		if plainWill {
			coding = identity
		} else {
			r = r.Clone(r.Context())
			r.Header.Del("Range")
		}
	}
	chosen := name
	for _, c := range codings {
		if c.name == coding {
			chosen = name + c.suffix
		}
	}
	body, info, err := s.open(chosen)
	if err != nil {
		fail(w, s.statusOf(chosen, err))
		return
	}
	defer body.close()
	tag, err := s.tags.of(chosen, coding, info, body.ReadSeeker)
	if err != nil {
		fail(w, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", cacheControl)
	}
	h.Set("Content-Type", MediaType(name))
	h.Set("Etag", tag)
	if len(offered) > 0 {
		h.Add("Vary", "Accept-Encoding")
	}
	if coding != identity {
		h.Set("Content-Encoding", coding)
		// ServeContent leaves the length out of an encoded answer, in case something else compresses it. Nothing does here.
		h.Set("Content-Length", strconv.FormatInt(info.Size(), 10))
	}
	http.ServeContent(w, r, "", time.Time{}, body)
}

// content is an open file. One that cannot seek has been read into memory.
type content struct {
	io.ReadSeeker
	close func() error
}

// open returns the file and what it says of itself: a file that is replaced meanwhile stays the one that was opened.
func (s *handler) open(name string) (content, fs.FileInfo, error) {
	file, err := s.files.Open(name)
	if err != nil {
		return content{}, nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrNotExist // a device or a pipe could answer for ever
	}
	if err == nil {
		if seeker, can := file.(io.ReadSeeker); can {
			return content{seeker, file.Close}, info, nil
		}
		var all []byte
		if all, err = io.ReadAll(file); err == nil {
			return content{bytes.NewReader(all), file.Close}, info, nil
		}
	}
	return content{}, nil, errors.Join(err, file.Close())
}

// nameOf is the name in the file system of what an address asks for, if it may be asked for.
func nameOf(address string) (name string, ok bool) {
	name = strings.TrimPrefix(path.Clean("/"+address), "/")
	if name == "" {
		return ".", true
	}
	if !fs.ValidPath(name) || strings.Contains(name, "\x00") {
		return "", false
	}
	hidden := func(part string) bool { return strings.HasPrefix(part, ".") }
	return name, !slices.ContainsFunc(strings.Split(name, "/"), hidden)
}

// statusOf says what an error of opening name means.
func (s *handler) statusOf(name string, err error) int {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		return http.StatusNotFound
	case errors.Is(err, fs.ErrPermission):
		return http.StatusForbidden
	}
	// Each system has its own error for a name in a file, as in app.js/x.
	for parent := path.Dir(name); parent != "."; parent = path.Dir(parent) {
		if info, err := fs.Stat(s.files, parent); err == nil && !info.IsDir() {
			return http.StatusNotFound
		}
	}
	return http.StatusInternalServerError
}

func fail(w http.ResponseWriter, status int) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, strconv.Itoa(status)+" "+strings.ToLower(http.StatusText(status)), status)
}

// redirect sends the client to an address beside its own. It is relative, since the handler may be behind a prefix.
func redirect(w http.ResponseWriter, r *http.Request, to string) {
	target := url.URL{Path: to, RawQuery: r.URL.RawQuery}
	h := w.Header()
	h.Set("Location", target.String())
	h.Set("Cache-Control", Revalidate)
	w.WriteHeader(http.StatusMovedPermanently)
}
