package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A program is something of the system that the tests run, and that npm and Go do not bring.
type program struct {
	what     string
	variable string   // names the program, if it is set
	names    []string // on the PATH, or patterns of absolute paths
	apt      []string // packages of Debian
	parts    []string // patterns of further files that it needs
}

var (
	chromium = program{"Chromium", "CHROMIUM", []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}, []string{"chromium"}, nil}
	firefox  = program{"Firefox ESR", "FIREFOX", []string{"firefox-esr", "firefox"}, []string{"firefox-esr"}, nil}
	// WebKit is three programs: the driver starts the browser, which has no headless mode and draws on an X server.
	webkitDriver  = program{"WebKit's driver", "WEBKIT", []string{"WebKitWebDriver"}, []string{"webkit2gtk-driver"}, nil}
	webkitBrowser = program{"WebKit's MiniBrowser", "MINIBROWSER", miniBrowserPaths, []string{"webkit2gtk-driver"}, nil}
	xvfb          = program{"Xvfb", "XVFB", []string{"Xvfb"}, []string{"xvfb"}, nil}
	// The race detector is linked by a C compiler.
	cCompiler = program{"a C compiler", "CC", []string{"gcc", "clang", "cc"}, []string{"gcc", "libc6-dev"}, nil}
	// Its folder is not on everybody's PATH. docs/HOSTING.md uses its module for brotli.
	nginx = program{"nginx with its module for static brotli", "NGINX", []string{"nginx", "/usr/sbin/nginx"},
		[]string{"nginx", "libnginx-mod-http-brotli-static"}, []string{"/etc/nginx/modules-enabled/*brotli-static.conf"}}
)

// The browser comes with the library that the driver needs, in a folder of the library's version.
var miniBrowserPaths = []string{"/usr/lib/*/webkit2gtk-*/MiniBrowser", "/usr/lib/*/webkitgtk-*/MiniBrowser", "/usr/libexec/webkit*gtk-*/MiniBrowser"}

func (pr program) find() (string, error) {
	missing := fmt.Errorf("install %s, or name its program in %s", pr.what, pr.variable)
	for _, pattern := range pr.parts {
		if files, _ := filepath.Glob(pattern); len(files) == 0 { // the pattern is well formed
			return "", fmt.Errorf("%w: there is no %s", missing, pattern)
		}
	}
	if path := os.Getenv(pr.variable); path != "" {
		return exec.LookPath(path)
	}
	for _, name := range pr.names {
		candidates := []string{name}
		if filepath.IsAbs(name) {
			candidates, _ = filepath.Glob(name) // the pattern is well formed
		}
		for _, candidate := range candidates {
			if path, err := exec.LookPath(candidate); err == nil {
				return path, nil
			}
		}
	}
	return "", missing
}

// need is the step that finds a program, or installs it where apt is there and we may.
func need(pr program) func(context.Context, *project) outcome {
	return func(ctx context.Context, p *project) outcome {
		_, missing := pr.find()
		if missing == nil {
			return outcome{note: "found"}
		}
		if _, err := exec.LookPath("apt-get"); err != nil || os.Getuid() != 0 {
			return outcome{err: missing}
		}
		apt := p.with("DEBIAN_FRONTEND=noninteractive")
		output, err := apt.command(ctx, "", "apt-get", append([]string{"install", "-y", "--no-install-recommends"}, pr.apt...)...)
		if err != nil {
			// Most often the lists are missing or old. Lists that cannot all be fetched may still do.
			updated, _ := apt.command(ctx, "", "apt-get", "update")
			output, err = apt.command(ctx, "", "apt-get", append([]string{"install", "-y", "--no-install-recommends"}, pr.apt...)...)
			output = updated + output
		}
		if err != nil {
			return outcome{output: output, err: fmt.Errorf("%w\n%w", err, missing)}
		}
		if _, err := pr.find(); err != nil {
			return outcome{output: output, err: err}
		}
		return outcome{note: "installed"}
	}
}
