package e2e_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The pages of the Go programs in Firefox, served through the harness with a script that clicks and reports.
func TestExamplesInFirefox(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"gallery", "client", "factbook"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			demo := harness.StartDemo(t)
			harness.RunPage(t, harness.Firefox, "/"+page+".html",
				harness.With("/", func(w http.ResponseWriter, r *http.Request) { withVisitor(demo, page, w, r) }),
				harness.With("/pages/theme.js", through(demo)), harness.With("/pages/searchkey.js", through(demo)), harness.With("/pages/demohost.js", through(demo)), harness.With("/pages/startup.js", through(demo)), harness.With("/pages/framemeter.js", through(demo)),
				harness.With("/pages/factbook.js", through(demo)), harness.With("/dist/{hash}/worker.mjs", through(demo)), harness.With("/img/{file}", through(demo)),
				harness.With("/dist/{hash}/examples/{file}", through(demo)), harness.With("/dist/{hash}/godeferred.js", through(demo)))
		})
	}
}

// withVisitor answers with a page of the demo server's, and e2e/pages/visitors/NAME.js added.
func withVisitor(demo, name string, w http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer
	response := httptest.NewRecorder()
	response.Body = &body
	through(demo)(response, r)
	w.Header().Set("Content-Type", response.Header().Get("Content-Type"))
	w.WriteHeader(response.Code)
	_, _ = w.Write(bytes.Replace(body.Bytes(), []byte("</body>"),
		[]byte(`<script type="module" src="/pages/visitors/`+name+`.js"></script></body>`), 1))
}
