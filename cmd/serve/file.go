package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// file is something that was made for a request: a page filled in, a picture drawn. Files on disk are served by
// godeferred.FileServer.
type file struct {
	mediaType string
	body      []byte
	tag       string
}

func newFile(name string, body []byte) *file {
	return &file{fileserver.MediaType(name), body, `"` + shortHash(body) + `"`}
}

// serve answers r with the file; 304 where the client has it already.
func (f *file) serve(w http.ResponseWriter, r *http.Request, cacheControl string) {
	h := w.Header()
	h.Set("Cache-Control", cacheControl)
	h.Set("Content-Type", f.mediaType)
	h.Set("Etag", f.tag)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.body))
}

// shortHash is the first 16 hexadecimal digits of the SHA-256 of body.
func shortHash(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:8])
}
