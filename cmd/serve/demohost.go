package main

import (
	"net/http"

	"github.com/godeferred/godeferred/internal/fileserver"
)

// ownAnswers is the script that pages of demos load. On hosts that have files alone, it starts a service worker in the
// place of this server; here it ends one that a visit to such a host at the same address has left behind.
const ownAnswers = `navigator.serviceWorker?.getRegistrations().then((all) => {
	for (const one of all) one.unregister();
});
`

// demoHost answers GET /pages/demohost.js.
func demoHost(w http.ResponseWriter, r *http.Request) {
	newFile("demohost.js", []byte(ownAnswers)).serve(w, r, fileserver.Revalidate)
}
