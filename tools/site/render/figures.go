package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// compressed is the size of a file of the site as a browser gets it, with brotli. A quick build has no compressed forms:
// the wasm then counts by a quicker compression, which is a tenth worse.
func (s *site) compressed(name string) (int, error) {
	body, is := s.files[name]
	if !is {
		return 0, fmt.Errorf("the front page tells the size of %s, which is not there", name)
	}
	if form, is := s.files[name+".br"]; is {
		return len(form), nil
	}
	quality := brotli.BestCompression
	if len(body) > 500_000 {
		quality = 5
	}
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: quality, LGWin: 24})
	_, err := w.Write(body)
	if err == nil {
		err = w.Close()
	}
	return out.Len(), err
}

// A benchmark is what `make bench` has saved of one browser, as far as the front page shows it.
type benchmark struct {
	Date    string
	Browser struct{ Name, Version string }
	Cases   []struct {
		ID        string
		Libraries map[string]struct {
			Value, Ratio struct{ Median float64 }
		}
	}
	Libraries []struct{ ID, Version string }
}

// readBenchmarks is what there is of each browser, Chromium first. The others may not have been measured yet.
func readBenchmarks(project string) ([]benchmark, error) {
	var all []benchmark
	for _, browser := range []string{"chromium", "firefox", "webkit"} {
		b, err := readBenchmark(project, browser)
		if errors.Is(err, fs.ErrNotExist) && browser != "chromium" {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, nil
}

func readBenchmark(project, browser string) (benchmark, error) {
	var b benchmark
	text, err := os.ReadFile(filepath.Join(project, "docs", "benchmarks", browser+".json"))
	if err == nil {
		err = json.Unmarshal(text, &b)
	}
	return b, err
}

// version is that of a library when it was measured.
func (b benchmark) version(library string) string {
	for _, l := range b.Libraries {
		if l.ID == library {
			return l.Version
		}
	}
	return ""
}

// figure is a library's time or size in a case, and how many times ours it is.
func (b benchmark) figure(id, library string) (value, ratio float64, err error) {
	for _, c := range b.Cases {
		if found, is := c.Libraries[library]; is && c.ID == id {
			return found.Value.Median, found.Ratio.Median, nil
		}
	}
	return 0, 0, fmt.Errorf("the benchmarks of %s have no figure of %s for %q", b.Browser.Name, library, id)
}

// kilobytes is a size such as 49.3 or 407, as the project's other texts give it.
func kilobytes(size int) string {
	if kB := float64(size) / 1000; kB < 99.95 {
		return strconv.FormatFloat(kB, 'f', 1, 64)
	}
	return strconv.Itoa(int(math.Round(float64(size) / 1000)))
}

// duration is a time with two digits that count, in the unit that suits it.
func duration(ns float64) string {
	for _, unit := range []struct {
		ns   float64
		name string
	}{{1e9, "s"}, {1e6, "ms"}, {1e3, "µs"}} {
		if ns >= unit.ns {
			return rounded(ns/unit.ns) + " " + unit.name
		}
	}
	return rounded(ns) + " ns"
}

// rounded has two digits that count, and commas between thousands.
func rounded(x float64) string {
	if x < 9.95 {
		return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
	}
	if x < 1000 {
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	step := math.Pow(10, math.Floor(math.Log10(x))-1)
	digits := strconv.FormatFloat(math.Round(x/step)*step, 'f', 0, 64)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
