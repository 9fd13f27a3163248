package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"
)

const (
	// immutable is for addresses that hold a hash of what they answer.
	immutable = "public, max-age=31536000, immutable"
	// revalidate lets a browser keep an answer, but ask each time whether it still holds (a 304 is cheap).
	revalidate = "no-cache"
)

// file is something to serve that is whole in memory: its media type, and its bytes plain and,
// where the build made them, compressed.
type file struct {
	mediaType string
	plain     representation
	coded     []representation // In order of preference.
}

// representation is the bytes of a file in one content coding. Its tag is strong, and its own:
// the same file in another coding is other bytes.
type representation struct {
	coding string
	body   []byte
	tag    string
}

func newFile(name string, body []byte) *file {
	return &file{mediaType: mediaType(name), plain: represent(identity, body)}
}

// code adds the file's bytes in a compressed form. Those added first are preferred.
func (f *file) code(coding string, body []byte) {
	f.coded = append(f.coded, represent(coding, body))
}

func represent(coding string, body []byte) representation {
	return representation{coding, body, `"` + shortHash(body) + `"`}
}

// serve answers r with the file in the coding that suits the client best; 304 where the client has it already.
func (f *file) serve(w http.ResponseWriter, r *http.Request, cacheControl string) {
	chosen := f.choose(r)
	h := w.Header()
	h.Set("Cache-Control", cacheControl)
	h.Set("Content-Type", f.mediaType)
	h.Set("Etag", chosen.tag)
	if len(f.coded) > 0 {
		h.Add("Vary", "Accept-Encoding")
	}
	if chosen.coding != identity {
		h.Set("Content-Encoding", chosen.coding)
		// ServeContent leaves the length out of an encoded answer, in case something else compresses it. Nothing does here.
		h.Set("Content-Length", strconv.Itoa(len(chosen.body)))
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(chosen.body))
}

func (f *file) choose(r *http.Request) representation {
	offered := make([]string, len(f.coded))
	for i, c := range f.coded {
		offered[i] = c.coding
	}
	wanted := negotiate(r.Header.Values("Accept-Encoding"), offered)
	for _, c := range f.coded {
		if c.coding == wanted {
			return c
		}
	}
	return f.plain
}

// shortHash is the first 16 hexadecimal digits of the SHA-256 of body.
func shortHash(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:8])
}
