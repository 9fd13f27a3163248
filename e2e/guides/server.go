package guides

import (
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The elements that snippets name: hidden ones to open, lists to fill, buttons, fields, and a place for a message.
const elements = `
<style>#panel, #box, #note { width: 200px; background: #ddd } #panel { display: none }</style>
<h1>Teas</h1>
<button type="button" id="open">Open</button> <button type="button" id="cancel">Cancel</button>
<div id="panel"><p>Ten kinds of tea</p></div>
<div id="box">A box</div>
<div id="note">A note</div>
<ul id="teas"></ul>
<form id="order"><input name="tea" value="Assam"><input type="file" id="file"></form>
<progress id="bar" max="1" value="0"></progress>
<output id="status"></output>
`

func send(contentType, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = io.WriteString(w, text)
	}
}

// shop answers the URLs that snippets ask for.
func shop(t *testing.T) []harness.Option {
	var busy, counted atomic.Int32
	return []harness.Option{
		harness.With("/teas.json", send("application/json", `["Assam", "Darjeeling", "Keemun"]`)),
		harness.With("/teas/{id}", func(w http.ResponseWriter, r *http.Request) {
			counted.Add(1)
			send("application/json", fmt.Sprintf(`{"id": %q, "name": "Tea %s"}`, r.PathValue("id"), r.PathValue("id")))(w, r)
		}),
		harness.With("/asked", func(w http.ResponseWriter, r *http.Request) {
			send("application/json", fmt.Sprint(counted.Load()))(w, r)
		}),
		harness.With("/news.json", send("application/json", `{"title": "the news"}`)),
		harness.With("/panel.html", send("text/html", `<p>Ten kinds of tea</p>`)),
		// Has no answer for as long as somebody waits for it. At the test's end Chromium asks again, since its connection
		// is closed: then nobody would end that request.
		harness.With("/slow.json", func(_ http.ResponseWriter, r *http.Request) {
			select {
			case <-r.Context().Done():
			case <-t.Context().Done():
			}
		}),
		// Answers the third request.
		harness.With("/busy.json", func(w http.ResponseWriter, r *http.Request) {
			if busy.Add(1) <= 2 {
				http.Error(w, "busy", http.StatusServiceUnavailable)
				return
			}
			send("application/json", `["Assam"]`)(w, r)
		}),
		harness.With("/broken.json", func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "broken", http.StatusInternalServerError)
		}),
		harness.With("POST /orders", func(w http.ResponseWriter, r *http.Request) {
			_ = r.ParseForm()
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusCreated)
			_, _ = fmt.Fprintf(w, `{"id": 7, "tea": %q}`, r.Form.Get("tea"))
		}),
		harness.With("POST /upload", func(w http.ResponseWriter, r *http.Request) {
			n, _ := io.Copy(io.Discard, r.Body)
			w.Header().Set("Content-Type", "application/json")
			_, _ = fmt.Fprintf(w, `{"bytes": %d}`, n)
		}),
		harness.With("/hello.js", send("text/javascript", `window.hello = "hello";`)),
		harness.With("/leaf.svg", send("image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>`)),
		// As a page of users' has it: script and wasm in one folder.
		harness.With("/godeferred.js", file("dist/godeferred.js")),
		harness.With("/godeferred.mjs", file("dist/godeferred.mjs")),
		harness.With("/godeferred.wasm", file("dist/godeferred.wasm")),
		harness.With("/worker.mjs", file("dist/worker.mjs")),
		harness.With("/jquery.js", file("node_modules/jquery/dist/jquery.js")),
		harness.With("/app.css", send("text/css", ``)),
	}
}

func file(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(harness.Root(), filepath.FromSlash(name)))
	}
}
