package harness

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var buildDemo = sync.OnceValues(func() (string, error) {
	// Not in a test's own folder: that one is gone when the next test wants the program.
	dir, err := os.MkdirTemp("", "godeferred-serve-")
	if err != nil {
		return "", err
	}
	removeWhenDone(dir)
	program := filepath.Join(dir, "serve")
	cmd := exec.Command("go", "build", "-buildvcs=false", "-o", program, "./cmd/serve")
	cmd.Dir = Root()
	output, err := cmd.CombinedOutput()
	if err != nil {
		return string(output), err
	}
	return program, nil
})

var address = regexp.MustCompile(`http://[\d.]+:\d+`)

// StartDemo builds and starts the demo server, as `make run` does, on a free port, and answers its address, without a
// slash at the end. It has no libraries to compare with unless args say so (-modules). It is stopped, as by Ctrl-C, when
// the test ends.
func StartDemo(t testing.TB, args ...string) string {
	t.Helper()
	site := RequireSite(t)
	program, err := buildDemo()
	require.NoError(t, err, "build cmd/serve: %s", program)

	var stderr lockedBuffer
	server := exec.Command(program, append([]string{"-addr", "127.0.0.1:0", "-site", site}, args...)...)
	server.Stderr = &stderr
	stdout, err := server.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, server.Start(), "start the demo server")

	line, err := bufio.NewReader(stdout).ReadString('\n')
	drained := make(chan struct{})
	go func() { // what it prints later must not fill the pipe
		defer close(drained)
		_, _ = io.Copy(io.Discard, stdout)
	}()
	t.Cleanup(func() {
		_ = server.Process.Signal(syscall.SIGINT)
		late := time.AfterFunc(Deadline, func() { _ = server.Process.Kill() })
		<-drained
		_ = server.Wait()
		late.Stop()
	})
	url := address.FindString(line)
	require.NotEmptyf(t, url, "the demo server printed no address (%v): %q\n%s", err, line, stderr.String())
	return url
}
