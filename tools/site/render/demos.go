package render

import (
	"bytes"
	"image/png"
	"regexp"

	"github.com/godeferred/godeferred/examples/gallery/album"
	"github.com/godeferred/godeferred/internal/tiles"
)

// What answers the demos' requests in the visitor's browser, where the site is on a host that has files alone.
const demoServer = "demo-server.js"

var pictureInPage = regexp.MustCompile(`src="/img/([a-z]+)\.png"`)

// addDemos adds what the demos ask for on a host that has files alone.
func (s *site) addDemos() error {
	// The benchmark asks which other libraries there are to compare with: none.
	s.files["modules/index.html"] = []byte("[]\n")
	return s.addPictures()
}

// addPictures draws what the demos show. cmd/serve draws them in the size that a page asks for, and late; other hosts
// have one size.
func (s *site) addPictures() error {
	names := map[string]bool{}
	for _, page := range s.html {
		for _, found := range pictureInPage.FindAllStringSubmatch(page, -1) {
			names[found[1]] = true
		}
	}
	for _, set := range album.Sets {
		for _, picture := range set.Pictures {
			names[picture.Name] = true
		}
	}
	for name := range names {
		file := "img/" + name + ".png"
		if _, is := s.files[file]; is {
			continue // a picture that is a file anyway
		}
		if name == "broken" {
			s.files[file] = []byte("This is not a picture.")
			continue
		}
		var body bytes.Buffer
		if err := png.Encode(&body, tiles.Draw(name, 480, 320)); err != nil {
			return err
		}
		s.files[file] = body.Bytes()
	}
	return nil
}
