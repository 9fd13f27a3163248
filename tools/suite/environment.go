package main

import (
	"slices"
	"strings"
)

// Variables that programs are given. The rest stays behind: a js/wasm program gets a copy of its environment in the
// first 8 KB of its memory, together with its arguments, and one that does not fit ends the program before it starts.
var handed = []string{
	"PATH", "HOME", "USER", "TMPDIR", "LANG", "LC_ALL", "TERM", "CI", "DISPLAY", "XDG_RUNTIME_DIR",
	"CHROMIUM", "FIREFOX", "WEBKIT", "MINIBROWSER", "XVFB", "NGINX", "CC", "CGO_ENABLED",
	"GOROOT", "GOPATH", "GOBIN", "GOCACHE", "GOMODCACHE", "GOTMPDIR", "GOENV", "GOFLAGS", "GODEBUG", "GOMAXPROCS",
	"GOTOOLCHAIN", "GOEXPERIMENT", "GOPROXY", "GOPRIVATE", "GONOPROXY", "GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOAUTH",
	"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
	"SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "DEBIAN_FRONTEND",
}

// Prefixes of variables that are handed on: npm's settings, among them where its packages come from.
var handedPrefixes = []string{"npm_config_", "NPM_CONFIG_"}

func handedOn(environ []string) []string {
	var kept []string
	for _, variable := range environ {
		name, _, _ := strings.Cut(variable, "=")
		if isHanded(name) {
			kept = append(kept, variable)
		}
	}
	return kept
}

func isHanded(name string) bool {
	return slices.Contains(handed, name) || slices.ContainsFunc(handedPrefixes, func(prefix string) bool {
		return strings.HasPrefix(name, prefix)
	})
}
