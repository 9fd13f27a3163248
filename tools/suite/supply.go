package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

func checkLicences(ctx context.Context, p *project) outcome {
	return first(func() (string, error) { return p.command(ctx, "tools", "go", "run", "./licences", "-root", p.root) })
}

// testReproducible never takes a cached result: go test does not know of the built files.
func testReproducible(ctx context.Context, p *project) outcome {
	return p.goTest(ctx, "tools", "-count=1", "./reproduce")
}

// checkVulnerabilities looks for calls of functions that are known to be vulnerable, in servers and tools and in
// programs for pages.
func checkVulnerabilities(ctx context.Context, p *project) outcome {
	database := vulnerabilities(os.Getenv)
	if err := reach(ctx, database, 5*time.Second); err != nil {
		return outcome{note: "not checked: " + database + " cannot be reached"}
	}
	scan := func(p *project, packages ...string) func() (string, error) {
		return func() (string, error) {
			return p.command(ctx, "", p.path("bin", "govulncheck"), append([]string{"-db", database}, packages...)...)
		}
	}
	return first(
		// Only here, since it takes a while: without the database, it would be built in vain.
		func() (string, error) {
			return p.command(ctx, "tools", "go", "build", "-buildvcs=false", "-o", p.path("bin")+string(os.PathSeparator), "golang.org/x/vuln/cmd/govulncheck")
		},
		scan(p, ".", "./cmd/..."),
		scan(p.wasm(), "./cmd/wasm", "./page/...", "./ajax/...", "./anim/...", "./dom/...", "./deferred/..."),
	)
}

// vulnerabilities is the address of the database: that of Go, unless GOVULNDB names one.
func vulnerabilities(getenv func(string) string) string {
	if database := getenv("GOVULNDB"); database != "" {
		return strings.TrimSuffix(database, "/")
	}
	return "https://vuln.go.dev"
}

// reach says why the database does not answer within the time.
func reach(ctx context.Context, database string, within time.Duration) error {
	address, err := url.Parse(database + "/index/db.json")
	if err != nil {
		return err
	}
	if address.Scheme == "file" {
		_, err := os.Stat(address.Path)
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", address, answer.Status)
	}
	return nil
}
