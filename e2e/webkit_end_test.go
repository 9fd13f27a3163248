package e2e_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

const toBeKilled = "GODEFERRED_TO_BE_KILLED"

// A test binary that is killed cannot end what it has started: driver, X server and browser end all the same.
func TestWebKitEndsWithTheTestsThatAreKilled(t *testing.T) {
	t.Parallel()
	if os.Getenv(toBeKilled) != "" {
		harness.NewWebKitWindow(t)
		fmt.Println("started")
		select {}
	}
	tests := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	tests.Env = append(os.Environ(), toBeKilled+"=1", "TMPDIR="+t.TempDir())
	stdout, err := tests.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, tests.Start())
	line, err := bufio.NewReader(stdout).ReadString('\n')
	all := descendants(t, fmt.Sprint(tests.Process.Pid))
	require.NoError(t, tests.Process.Kill())
	_ = tests.Wait()
	require.NoError(t, err)
	require.Equal(t, "started\n", line)

	names := strings.Join(all, "\n")
	for _, name := range []string{"Xvfb", "WebKitWebDriver", "MiniBrowser", "WebKitWebProces", "WebKitNetworkPr"} {
		assert.Contains(t, names, name, "was started")
	}
	for _, process := range all {
		assert.Eventually(t, func() bool { return !runs(process) }, harness.Deadline, 10*time.Millisecond, process)
	}
}

// descendants are the processes that pid has started, and those that they have started: pid and name of each.
func descendants(t *testing.T, pid string) (all []string) {
	t.Helper()
	lists, err := filepath.Glob("/proc/" + pid + "/task/*/children")
	require.NoError(t, err)
	for _, list := range lists {
		children, err := os.ReadFile(list)
		require.NoError(t, err)
		for _, child := range strings.Fields(string(children)) {
			name, err := os.ReadFile("/proc/" + child + "/comm")
			require.NoError(t, err)
			all = append(all, child+" "+strings.TrimSpace(string(name)))
			all = append(all, descendants(t, child)...)
		}
	}
	return all
}

// runs is whether the process of that pid and name is there, and not merely waiting for its parent to take note.
func runs(process string) bool {
	pid, name, _ := strings.Cut(process, " ")
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	return err == nil && strings.Contains(string(stat), "("+name+")") && !strings.Contains(string(stat), ") Z ")
}
