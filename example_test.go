package godeferred_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing/fstest"

	"github.com/godeferred/godeferred"
)

func ExampleFileServer() {
	// In a server, this is an embed.FS of what `godeferred build` wrote.
	static := fstest.MapFS{
		"app.wasm":    {Data: []byte("plain")},
		"app.wasm.br": {Data: []byte("compressed")},
	}
	handler := godeferred.FileServer(static)

	r := httptest.NewRequest(http.MethodGet, "/app.wasm", nil)
	r.Header.Set("Accept-Encoding", "gzip, br")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	fmt.Println(w.Header().Get("Content-Type"), w.Header().Get("Content-Encoding"), w.Body)
	// Output: application/wasm br compressed
}
