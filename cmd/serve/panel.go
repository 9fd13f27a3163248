package main

import (
	"io/fs"
	"net/http"
)

// panelContent answers GET /demo/panel-content.html with what panel.html puts into its panel:
// a fragment of HTML, no whole page.
func (d *demo) panelContent(w http.ResponseWriter, _ *http.Request) {
	body, err := fs.ReadFile(d.content, "content/panel-content.html")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", mediaType("panel-content.html"))
	_, _ = w.Write(body)
}
