package render

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestABrowserThatWasNotMeasuredIsLeftOut(t *testing.T) {
	project := t.TempDir()
	folder := filepath.Join(project, "docs", "benchmarks")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := readBenchmarks(project); err == nil || !strings.Contains(err.Error(), "chromium.json") {
		t.Errorf("without Chromium's: %v", err)
	}
	for _, name := range []string{"chromium", "webkit"} {
		text := `{"browser": {"name": "` + name + `"}, "checks": [{"others": 0.01}]}`
		if err := os.WriteFile(filepath.Join(folder, name+".json"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	found, err := readBenchmarks(project)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || found[0].Browser.Name != "chromium" || found[1].Browser.Name != "webkit" {
		t.Errorf("%+v", found)
	}
}

func TestFiguresHaveTheDigitsThatCount(t *testing.T) {
	for x, want := range map[float64]string{0.8: "0.8", 1.04: "1", 2.25: "2.2", 9.96: "10", 77.6: "78", 472.4: "472", 23507: "24,000", 138269: "140,000", 1234567: "1,200,000"} {
		if got := rounded(x); got != want {
			t.Errorf("%v is %s, not %s", x, got, want)
		}
	}
	for ns, want := range map[float64]string{27.6: "28 ns", 2158: "2.2 µs", 4.092e6: "4.1 ms", 1.5e9: "1.5 s"} {
		if got := duration(ns); got != want {
			t.Errorf("%v ns is %s, not %s", ns, got, want)
		}
	}
	for size, want := range map[int]string{8434: "8.4", 49299: "49.3", 99949: "99.9", 99951: "100", 406912: "407"} {
		if got := kilobytes(size); got != want {
			t.Errorf("%d bytes are %s, not %s", size, got, want)
		}
	}
}

func TestALossIsSaidAsOne(t *testing.T) {
	if got := comparison(78.2, 1.17); got != "78 times faster than jQuery, 1.2 times faster than native promises" {
		t.Error(got)
	}
	if got := comparison(23507, 0.117); got != "24,000 times faster than jQuery; native promises are 8.5 times faster still" {
		t.Error(got)
	}
}

func TestTheLongestBarHasTheWholeWidth(t *testing.T) {
	got := draw("Sizes", []bar{{"a", "5 < 10", 5, false}, {"b", "10", 10, true}})
	for _, want := range []string{
		"<figcaption>Sizes</figcaption>", `<li><span>a</span>`, `<rect width="50.00%"`, `<span class="figure">5 &lt; 10</span>`,
		`<li class="ours"><span>b</span>`, `<rect width="100.00%"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// The figures of the front page are those of the files that it is rendered with.
func TestTheFrontPageTellsTheSizesOfItsFiles(t *testing.T) {
	files := theSite(t)
	name := strings.TrimPrefix(distOf(t), "/") + "/core.mjs"
	s := &site{files: map[string][]byte{name: files[name]}}
	if size, err := s.compressed(name); err != nil || size != len("core")+4 {
		t.Error(size, err)
	}
	s.files[name+".br"] = make([]byte, 8434)
	if size, err := s.compressed(name); err != nil || size != 8434 {
		t.Error("the compressed form does not count:", size, err)
	}
	if _, err := s.compressed("nothing.js"); err == nil {
		t.Error("a missing file has a size")
	}
}

func TestOtherSitesLearnTheTitleAndTheDescription(t *testing.T) {
	eachPage(t, func(name, page string) {
		for _, once := range []string{`<meta property="og:title" content="`, `<meta property="og:description" content="`} {
			if strings.Count(page, once) != 1 {
				t.Errorf("%s: not once %s", name, once)
			}
		}
	})
}
