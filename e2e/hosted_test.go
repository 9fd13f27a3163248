package e2e_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// hashedProgram has a name that docs/HOSTING.md lets browsers keep.
const hashedProgram = "pageprogram.0123456789abcdef.wasm"

// hostedFolder makes a folder to serve: the shipped files, a page, a program with a hash in its name, compressed forms.
// `make build` makes the latter, too, but a build without them will do for this test.
func hostedFolder(t *testing.T) string {
	t.Helper()
	dist := harness.RequireDist(t)
	harness.Program(t, "./internal/pageprogram")
	folder := t.TempDir()
	add := func(name, from string) {
		content, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), content, 0o644))
		var br, gz bytes.Buffer
		b := brotli.NewWriterLevel(&br, 1)
		_, err = b.Write(content)
		require.NoError(t, err)
		require.NoError(t, b.Close())
		z := gzip.NewWriter(&gz)
		_, err = z.Write(content)
		require.NoError(t, err)
		require.NoError(t, z.Close())
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".br"), br.Bytes(), 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".gz"), gz.Bytes(), 0o644))
	}
	for _, name := range []string{"godeferred.js", "godeferred.mjs", "worker.mjs", "godeferred.wasm"} {
		add(name, filepath.Join(dist, name))
	}
	add(hashedProgram, filepath.Join(harness.Root(), "e2e", "artifacts", "pageprogram.wasm"))
	text, err := os.ReadFile(filepath.Join(dist, "integrity.json"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "integrity.json"), text, 0o644))
	var hashes map[string]string
	require.NoError(t, json.Unmarshal(text, &hashes))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "index.html"), fmt.Appendf(nil, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>hosted</title>
<link rel="preload" href="godeferred.wasm" as="fetch" type="application/wasm" crossorigin>
<script src="godeferred.js" integrity="%s" data-integrity="%s"></script>
<script type="module" src="/pages/hosting/page.js"></script>
</html>
`, hashes["godeferred.js"], hashes["godeferred.wasm"]), 0o644))
	return folder
}

// recipe is the block of docs/HOSTING.md in a language, of which there is one.
func recipe(t *testing.T, language string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(harness.Root(), "docs", "HOSTING.md"))
	require.NoError(t, err)
	found := regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllSubmatch(text, -1)
	require.Len(t, found, 1)
	return string(found[0][1])
}

// with replaces parts that a reader changes, too: each must be there once.
func with(t *testing.T, text string, changes ...string) string {
	t.Helper()
	for i := 0; i < len(changes); i += 2 {
		require.Equal(t, 1, strings.Count(text, changes[i]), changes[i])
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return text
}

// startNginx serves the folder by the system's nginx. What the recipe's file is included by is short, and needs no rights.
func startNginx(t *testing.T, folder string, withBrotli bool) (address string) {
	t.Helper()
	program := os.Getenv("NGINX")
	if program == "" {
		program = "/usr/sbin/nginx" // not on everybody's PATH
	}
	host := freeAddress(t)
	site := with(t, recipe(t, "nginx"), "listen 80;", "listen "+host+";", "root /var/www/app;", "root "+folder+";")
	modules := "include /etc/nginx/modules-enabled/*.conf;"
	if !withBrotli {
		site, modules = with(t, site, "brotli_static on;", ""), ""
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "site.conf"), []byte(site), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "nginx.conf"), []byte(modules+strings.ReplaceAll(`
daemon off;
master_process off;
pid DIR/nginx.pid;
error_log stderr;
events { }
http {
	access_log off;
	client_body_temp_path DIR/body;
	proxy_temp_path DIR/proxy;
	fastcgi_temp_path DIR/fastcgi;
	uwsgi_temp_path DIR/uwsgi;
	scgi_temp_path DIR/scgi;
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	include DIR/site.conf;
}
`, "DIR", dir)), 0o644))
	runServer(t, "http://"+host, exec.Command(program, "-e", "stderr", "-c", filepath.Join(dir, "nginx.conf")))
	return "http://" + host
}

// startFileServer builds the program of the page in a module of its own.
func startFileServer(t *testing.T, folder string) (address string) {
	t.Helper()
	host := freeAddress(t)
	dir := t.TempDir()
	source := with(t, recipe(t, "go"), `"/var/www/app"`, fmt.Sprintf("%q", folder), `":80"`, fmt.Sprintf("%q", host))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o644))
	mod, err := os.ReadFile(filepath.Join(harness.Root(), "go.mod"))
	require.NoError(t, err)
	const module = "github.com/godeferred/godeferred"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(with(t, string(mod), "module "+module, "module example.com/server")+
		"\nrequire "+module+" v0.0.0\nreplace "+module+" => "+harness.Root()+"\n"), 0o644))
	sum, err := os.ReadFile(filepath.Join(harness.Root(), "go.sum"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o644))
	build := exec.Command("go", "build", "-buildvcs=false", "-mod=mod", "-o", "server", ".")
	build.Dir = dir
	output, err := build.CombinedOutput()
	require.NoErrorf(t, err, "%s", output)
	runServer(t, "http://"+host, exec.Command(filepath.Join(dir, "server")))
	return "http://" + host
}

// freeAddress is one that nothing listens at.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, listener.Close())
	return listener.Addr().String()
}

// runServer runs a server until the test ends, and returns when it answers.
func runServer(t *testing.T, address string, server *exec.Cmd) {
	t.Helper()
	var says bytes.Buffer
	server.Stdout, server.Stderr = &says, &says
	require.NoError(t, server.Start(), "install it first")
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	t.Cleanup(func() {
		_ = server.Process.Kill()
		<-ended
		if t.Failed() {
			t.Logf("%s says:\n%s", server.Path, says.String())
		}
	})
	late := time.After(harness.Deadline)
	for {
		if answer, err := http.Get(address); err == nil {
			_ = answer.Body.Close()
			return
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s ended: %v\n%s", server.Path, err, says.String())
		case <-late:
			t.Fatalf("%s does not answer", server.Path)
		case <-time.After(10 * time.Millisecond):
		}
	}
}
