package e2e_test

import (
	"image"
	"image/color"
	"image/png"
	"io"
	"net/http"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// dom.LoadImage of a Go program, in a page.
func TestImagesThatGoProgramsLoad(t *testing.T) {
	t.Parallel()
	program := harness.Program(t, "./dom/internal/loads")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/go/load-image.js", append(images(), program, harness.AllowErrors())...)
	})
}

// godeferred.loadImage.
func TestImagesThatPagesLoad(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/dom/load-image.js", append(images(), harness.AllowErrors())...)
	})
}

// images is what the pages about images ask for. Browsers write those that fail to their consoles, as errors.
func images() []harness.Option {
	c := &counter{seen: map[string]int{}}
	begun, ended := make(chan struct{}), make(chan struct{})
	await := func(event chan struct{}) http.HandlerFunc {
		return func(_ http.ResponseWriter, r *http.Request) {
			select {
			case <-event:
			case <-r.Context().Done():
			}
		}
	}
	return append(faults(c),
		harness.With("/red.png", func(w http.ResponseWriter, r *http.Request) {
			c.count(r)
			red(w)
		}),
		harness.With("/late.png", func(w http.ResponseWriter, r *http.Request) {
			if c.count(r) == 1 {
				http.NotFound(w, r)
				return
			}
			red(w)
		}),
		answer("/text.png", "text/plain", 200, "no image"),
		answer("/cut.png", "image/png", 200, "\x89PNG\r\n\x1a\n"),
		answer("/sizeless.svg", "image/svg+xml", 200, `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9"/></svg>`),
		// An image whose answer does not come, and two addresses that answer when it was asked for, and when the
		// browser has given up on it.
		harness.With("/never.png", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			_, _ = io.WriteString(w, "\x89PNG\r\n\x1a\n")
			w.(http.Flusher).Flush()
			close(begun)
			<-r.Context().Done()
			close(ended)
		}),
		harness.With("/never-begun", await(begun)),
		harness.With("/never-ended", await(ended)),
	)
}

// red answers a red image of 7 by 5 px.
func red(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Cache-Control", "no-store")
	picture := image.NewRGBA(image.Rect(0, 0, 7, 5))
	for i := range picture.Bounds().Dx() * picture.Bounds().Dy() {
		picture.Set(i%7, i/7, color.RGBA{R: 255, A: 255})
	}
	_ = png.Encode(w, picture)
}
