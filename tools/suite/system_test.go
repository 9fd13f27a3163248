package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAMissingProgramSaysWhatToInstall(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // neither the program nor apt-get
	t.Setenv("NETSCAPE", "")
	o := need(program{"Netscape 4", "NETSCAPE", []string{"netscape"}, nil, nil})(context.Background(), &project{})
	if o.err == nil || !strings.Contains(o.err.Error(), "install Netscape 4, or name its program in NETSCAPE") {
		t.Errorf("got %v", o.err)
	}
}

// WebKit's browser is on no PATH.
func TestAProgramIsFoundByThePatternOfItsPath(t *testing.T) {
	t.Setenv("NETSCAPE", "")
	folder := t.TempDir()
	want := filepath.Join(folder, "netscape-4.1", "navigator")
	if err := os.MkdirAll(filepath.Dir(want), 0o755); err != nil {
		t.Fatal(err)
	}
	netscape := program{"Netscape 4", "NETSCAPE", []string{filepath.Join(folder, "netscape-*", "navigator")}, nil, nil}
	if path, err := netscape.find(); err == nil {
		t.Errorf("found %q, which is not there", path)
	}
	if err := os.WriteFile(want, nil, 0o755); err != nil {
		t.Fatal(err)
	}
	if path, err := netscape.find(); path != want || err != nil {
		t.Errorf("got %q, %v", path, err)
	}
}

// `make test` installs them all on a machine that has none, and tells the tests where they are.
func TestTheBrowserTestsNeedEachEngine(t *testing.T) {
	chosen, err := choose(steps, []string{"conformance and e2e"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"chromium", "firefox", "webkit driver", "webkit", "xvfb"} {
		if !slices.ContainsFunc(chosen, func(s step) bool { return s.name == name }) {
			t.Errorf("they run without the step %q", name)
		}
	}
	for _, pr := range []program{chromium, firefox, webkitDriver, webkitBrowser, xvfb, nginx} {
		if len(pr.apt) == 0 {
			t.Errorf("no package brings %s", pr.what)
		}
		if !isHanded(pr.variable) {
			t.Errorf("%s is not handed on", pr.variable)
		}
	}
}

func TestAProgramCanBeNamed(t *testing.T) {
	t.Setenv("NETSCAPE", "/bin/sh")
	if path, err := (program{"Netscape 4", "NETSCAPE", nil, nil, nil}).find(); path != "/bin/sh" || err != nil {
		t.Errorf("got %q, %v", path, err)
	}
}

func TestAProgramWithoutAPartIsMissing(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("NETSCAPE", os.Args[0])
	netscape := program{"Netscape 4", "NETSCAPE", nil, nil, []string{filepath.Join(folder, "*plugin.so")}}
	if _, err := netscape.find(); err == nil || !strings.Contains(err.Error(), "install Netscape 4") || !strings.Contains(err.Error(), "plugin.so") {
		t.Errorf("got %v", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "50-plugin.so"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if path, err := netscape.find(); path != os.Args[0] || err != nil {
		t.Errorf("got %q, %v", path, err)
	}
}
