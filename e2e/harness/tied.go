package harness

import (
	"os/exec"
	"runtime"
	"syscall"
)

// startTied starts a program in a process group of its own. The kernel kills it when the test binary ends, in
// whatever way: a panic, a timeout, SIGKILL. The channel gets the program's end, and is closed.
//
// Linux ties a child to the thread that started it, not to the process. The goroutine therefore keeps its thread.
func startTied(cmd *exec.Cmd) (ended <-chan error, err error) {
	started, exited := make(chan error), make(chan error, 1)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			exited <- cmd.Wait()
		}
		close(exited)
	}()
	return exited, <-started
}

// endTied kills the program with its whole group, and waits for its end.
func endTied(cmd *exec.Cmd, ended <-chan error) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	for range ended { // until it is closed
	}
}
