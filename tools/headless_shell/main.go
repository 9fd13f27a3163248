// Command headless_shell starts the Chromium that CHROMIUM names, for wasmbrowsertest: it looks for a browser of this
// name first, and cannot be told which flags to start it with.
//
// On a busy machine Chromium sometimes crashes while it starts. No test has begun then, so it is started again.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
)

const starts = 3

var flags = []string{
	"--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
	"--disable-sync",
}

func main() {
	if os.Getuid() == 0 {
		flags = append(flags, "--no-sandbox") // Chromium's sandbox refuses to work for root
	}
	// The kernel ends Chromium with this thread, in whatever way it ends.
	runtime.LockOSThread()
	for n := 1; ; n++ {
		began, err := run(os.Getenv("CHROMIUM"), append(flags, os.Args[1:]...))
		if err == nil {
			return
		}
		fmt.Fprintf(os.Stderr, "headless_shell: Chromium: %v\n", err)
		if began || n == starts {
			os.Exit(1)
		}
	}
}

// run tells whether Chromium began to listen, which it says on a line of its own.
func run(program string, args []string) (began bool, err error) {
	cmd := exec.Command(program, args...)
	cmd.Stdout = os.Stdout
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	said, err := cmd.StderrPipe()
	if err != nil {
		return false, err
	}
	if err := cmd.Start(); err != nil {
		return false, err
	}
	lines := bufio.NewReader(said)
	for !began {
		line, err := lines.ReadString('\n')
		_, _ = io.WriteString(os.Stderr, line)
		began = strings.HasPrefix(line, "DevTools listening on")
		if err != nil {
			break
		}
	}
	_, _ = io.Copy(io.Discard, lines) // nobody reads any more, and writing would end this program
	err = cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() > 0 && began {
		return began, nil // as it was asked to
	}
	return began, err
}
