// Package godeferred is for the server of a page: FileServer serves what the command godeferred builds.
//
// Programs for pages do not import it. They import page, deferred, ajax, anim and dom.
package godeferred

import (
	_ "embed"
	"io/fs"
	"net/http"
	"strings"

	"github.com/godeferred/godeferred/internal/fileserver"
)

//go:embed VERSION
var version string

// Version returns the version of this module, such as "0.1.0". The command godeferred writes it into its scripts.
func Version() string { return strings.TrimSpace(version) }

// FileServer returns a handler that serves the files of fsys: a folder that `godeferred build` has written, with
// whatever else is in it. fsys may be an embed.FS (see fs.Sub), or os.DirFS of a folder that changes.
//
//	//go:embed static
//	var static embed.FS
//
//	files, err := fs.Sub(static, "static")
//	…
//	http.Handle("/", godeferred.FileServer(files))
//
// How it answers:
//
//   - Files app.wasm.br and app.wasm.gz beside app.wasm are its compressed forms. They are sent where
//     Accept-Encoding prefers them, and must have the same content: FileServer compresses nothing itself.
//   - A name with a hash is cached for ever ("public, max-age=31536000, immutable"): a name that has 16 of the
//     digits 0-9a-f between two dots, as in app.0123456789abcdef.wasm. Browsers ask again for any other file
//     ("no-cache"), and mostly hear that it is unchanged. A Cache-Control that is set before stays; errors have
//     "no-store".
//   - After `godeferred build -hash`, the folder has app.0123456789abcdef.wasm and no app.wasm. A request for
//     app.wasm then gets the former, with "no-cache": the folder's godeferred.json says which it is.
//   - Each file has a strong ETag, made of its bytes and another one for each compressed form. If-None-Match,
//     If-Match, HEAD and ranges work. Ranges are of the uncompressed file. There is no Last-Modified.
//   - A folder is its index.html, and not found without one. Nothing is listed. A name that begins with a dot, or
//     is in such a folder, is not found.
//   - Types go by the name: .wasm is application/wasm, .js and .mjs text/javascript. Browsers may not guess
//     others ("nosniff").
//   - Methods other than GET and HEAD get the status 405.
//
// A file is read for its ETag once, and again when its size or modification time has changed. Files without a
// modification time, as in an embed.FS, must not change. The handler may be used by several goroutines.
func FileServer(fsys fs.FS) http.Handler { return fileserver.New(fsys) }
