package main

import (
	"bytes"
	"image/png"
	"net/http"
	"strings"

	"github.com/godeferred/godeferred/internal/fileserver"
	"github.com/godeferred/godeferred/internal/tiles"
)

// images answers GET /img/{file}: a .png is drawn; all else, such as mark.svg, is a file of the pages, and so is
// error.png, which stands for pictures that cannot be loaded.
func images(pages, draw http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if file := r.PathValue("file"); strings.HasSuffix(file, ".png") && file != "error.png" {
			draw.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	})
}

// drawImage answers GET /img/{name}.png?w=&h= with a picture that follows from name, width and height alone, and which
// browsers may keep for good, but for one that was asked for with a delay. /img/broken.png is called PNG, but is none.
func drawImage(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSuffix(r.PathValue("file"), ".png")
	if name == "broken" {
		answerBytes(w, http.StatusOK, fileserver.MediaType(".png"), []byte("This is not a picture."))
		return
	}
	query := r.URL.Query()
	width, err := number(query.Get("w"), 480, 1, 1600)
	height, errHeight := number(query.Get("h"), 320, 1, 1200)
	if err != nil || errHeight != nil {
		http.Error(w, "expected a width w from 1 to 1600, and a height h from 1 to 1200", http.StatusBadRequest)
		return
	}
	var body bytes.Buffer
	if err := png.Encode(&body, tiles.Draw(name, width, height)); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	cacheControl := fileserver.Immutable
	if query.Has("ms") {
		cacheControl = "no-store"
	}
	newFile("drawn.png", body.Bytes()).serve(w, r, cacheControl)
}
