package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func noEnv(string) string { return "" }

// started runs the program on a free port until the test or stop ends it.
func started(t *testing.T) (address string, stop context.CancelFunc, exit <-chan int) {
	t.Helper()
	f := newFixture(t)
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	out, in := io.Pipe()
	code := make(chan int, 1)
	go func() {
		defer func() { _ = in.Close() }() // So that a program that does not start fails the test, not hangs it.
		code <- run(ctx, []string{"-addr", "127.0.0.1:0", "-site", f.dir}, noEnv, in, io.Discard)
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	match := regexp.MustCompile(`^godeferred: (http://127\.0\.0\.1:[1-9]\d*/) \(Ctrl-C stops\)\n$`).FindStringSubmatch(line)
	require.NotNil(t, match, line)
	return match[1], cancel, code
}

func fetch(t *testing.T, address string) (*http.Response, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	require.NoError(t, err)
	return http.DefaultClient.Do(r)
}

func TestServesUntilStopped(t *testing.T) {
	address, stop, exit := started(t)
	response, err := fetch(t, address)
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, response.StatusCode)
	require.NoError(t, response.Body.Close())

	stop()
	assert.Equal(t, 0, <-exit)
	_, err = fetch(t, address)
	require.Error(t, err, "nothing listens any more")
}

func TestStoppingDoesNotWaitForDelays(t *testing.T) {
	address, stop, exit := started(t)
	answered := make(chan int, 1)
	go func() {
		response, err := http.Get(address + "demo/panel-content.html?ms=30000&key=stop") //nolint:noctx // Ended by the server.
		if err != nil {
			answered <- 0
			return
		}
		_ = response.Body.Close()
		answered <- response.StatusCode
	}()
	// Counted on arrival: once it is, the request is waiting.
	require.Eventually(t, func() bool {
		response, err := fetch(t, address+"demo/count?path=/demo/panel-content.html&key=stop")
		require.NoError(t, err)
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		return string(body) == "1"
	}, grace, grace/1000)
	stop()
	assert.Equal(t, 0, <-exit)
	assert.Equal(t, http.StatusServiceUnavailable, <-answered)
}

func TestNoSiteIsOneLineAndExitCode1(t *testing.T) {
	var out, errs bytes.Buffer
	code := run(t.Context(), []string{"-site", filepath.Join(t.TempDir(), "site")}, noEnv, &out, &errs)
	assert.Equal(t, 1, code)
	assert.Empty(t, out.String())
	assert.Regexp(t, "^serve: no site in .*: run `make build` first .*\n$", errs.String())
}

func TestAPortInUseIsSaid(t *testing.T) {
	taken, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { require.NoError(t, taken.Close()) }()
	var errs bytes.Buffer
	code := run(t.Context(), []string{"-addr", taken.Addr().String(), "-site", newFixture(t).dir}, noEnv, io.Discard, &errs)
	assert.Equal(t, 1, code)
	assert.Contains(t, errs.String(), taken.Addr().String())
}

func TestArguments(t *testing.T) {
	port := func(name string) string { return map[string]string{"PORT": "9000"}[name] }
	for _, row := range []struct {
		name string
		args []string
		env  func(string) string
		want options
	}{
		{"none", nil, noEnv, options{"127.0.0.1:8080", "bin/site", "node_modules"}},
		{"the port from the environment", nil, port, options{"127.0.0.1:9000", "bin/site", "node_modules"}},
		{"-addr beats the environment", []string{"-addr", ":1"}, port, options{":1", "bin/site", "node_modules"}},
		{"-site", []string{"-site", "elsewhere"}, noEnv, options{"127.0.0.1:8080", "elsewhere", "node_modules"}},
		{"-modules", []string{"-modules", "else"}, noEnv, options{"127.0.0.1:8080", "bin/site", "else"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := parse(row.args, row.env, io.Discard)
			require.NoError(t, err)
			assert.Equal(t, row.want, got)
		})
	}
	for _, wrong := range [][]string{{"-nothing"}, {"extra"}} {
		assert.Equal(t, 2, run(t.Context(), wrong, noEnv, io.Discard, io.Discard), wrong)
	}
	assert.Equal(t, 0, run(t.Context(), []string{"-help"}, noEnv, io.Discard, io.Discard))
}

func TestTheAddressPrintedCanBeOpened(t *testing.T) {
	assert.Equal(t, "127.0.0.1:80", reachable(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80}))
	assert.Equal(t, "localhost:80", reachable(&net.TCPAddr{IP: net.IPv4zero, Port: 80}))
	assert.Equal(t, "localhost:80", reachable(&net.TCPAddr{IP: net.IPv6unspecified, Port: 80}))
	assert.Equal(t, "[::1]:80", reachable(&net.TCPAddr{IP: net.IPv6loopback, Port: 80}))
}
