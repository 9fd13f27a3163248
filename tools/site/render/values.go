package render

import (
	"os"
	"path/filepath"
	"strings"
)

// setValues makes what {{name}} stands for.
func (s *site) setValues() error {
	version, err := os.ReadFile(filepath.Join(s.project, "VERSION"))
	if err != nil {
		return err
	}
	s.values = map[string]string{"dist": s.dist, "version": strings.TrimSpace(string(version))}
	return s.setFigures()
}

// setFigures makes the figures of the front page, of the files themselves and of what `make bench` has saved.
func (s *site) setFigures() error {
	sizes := map[string]int{}
	for _, name := range []string{"core.mjs", "godeferred.js", "godeferred.wasm"} {
		size, err := s.compressed(strings.TrimPrefix(s.dist, "/") + "/" + name)
		if err != nil {
			return err
		}
		sizes[name], s.values["kB of "+name] = size, kilobytes(size)
	}
	browsers, err := readBenchmarks(s.project)
	if err != nil {
		return err
	}
	chromium := browsers[0]
	s.values["measured in"] = chromium.Browser.Name + " " + chromium.Browser.Version + ", " + chromium.Date
	jQuery, err := s.compressed("vendor/jquery.min.js")
	if err != nil {
		return err
	}
	s.values["picture of sizes"] = sizePicture(sizes, jQuery)
	if s.values["picture of speed"], err = speedPicture(chromium); err != nil {
		return err
	}
	s.values["picture of the start"], err = readyPicture(browsers)
	return err
}
