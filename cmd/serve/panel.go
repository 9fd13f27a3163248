package main

import "net/http"

// panelContent answers GET /demo/panel-content.html with what panel.html puts into its panel:
// a fragment of HTML, no whole page.
func (d *demo) panelContent(w http.ResponseWriter, _ *http.Request) {
	d.answerContent(w, "panel-content.html")
}
