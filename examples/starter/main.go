//go:build !js

// Command starter serves the page in static/, with the program that was built into it, and the answers of /search.
// All of it is in this one executable.
package main

import (
	"embed"
	"flag"
	"io/fs"
	"log"
	"net"
	"net/http"

	"github.com/godeferred/godeferred"
)

//go:embed static
var files embed.FS

func main() {
	address := flag.String("addr", "127.0.0.1:8090", "where to listen")
	flag.Parse()
	static, err := fs.Sub(files, "static")
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("GET /search", search())
	http.Handle("/", godeferred.FileServer(static))
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		log.Fatal(err)
	}
	log.Println("http://" + listener.Addr().String())
	log.Fatal(http.Serve(listener, nil))
}
