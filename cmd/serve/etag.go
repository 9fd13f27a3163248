package main

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// etagModified is when /demo/etag has changed last.
var etagModified = time.Date(2024, time.February, 29, 12, 0, 0, 0, time.UTC)

// etag answers /demo/etag with JSON, an ETag and a Last-Modified; 304 where the request shows that it has them.
// version= makes another document of it, with another tag.
//
// It stays no-store, as all demos are, so that what is asked is up to the page and not to the browser's cache.
func etag(w http.ResponseWriter, r *http.Request) {
	version, err := number(r.URL.Query().Get("version"), 1, 0, 1_000_000)
	if err != nil {
		answerProblem(w, http.StatusBadRequest, "version=%q: expected a number from 0 to 1000000", r.URL.Query().Get("version"))
		return
	}
	body := fmt.Sprintf(`{"version":%d}`, version)
	w.Header().Set("Content-Type", fileserver.MediaType(".json"))
	w.Header().Set("Etag", `"`+shortHash([]byte(body))+`"`)
	http.ServeContent(w, r, "", etagModified, strings.NewReader(body))
}
