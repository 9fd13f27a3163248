package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"

	"github.com/godeferred/godeferred/e2e/harness"
)

// webkit is the command for WebKitGTK's MiniBrowser, on an X server of its own, which it starts. Its driver, which the
// tests use, is left out: the page reports by itself.
func (b *browser) webkit(url string) (*exec.Cmd, error) {
	program, err := harness.MiniBrowser()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), harness.Deadline)
	defer cancel()
	display, err := harness.StartXvfb(ctx, func(server *exec.Cmd) error {
		err := server.Start()
		if err == nil {
			b.screen = server
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program, url)
	cmd.Env = append(os.Environ(), harness.WebKitEnvironment(display, b.profile)...)
	return cmd, nil
}

var webkitVersion = regexp.MustCompile(`WebKitGTK (\d[\d.]*)`)

// nameWebKit asks the program for its version: the page's user agent says that of another browser.
func nameWebKit(ctx context.Context, r *results) error {
	b := &browser{exited: make(chan struct{})}
	var err error
	if b.profile, err = os.MkdirTemp("", "godeferred-bench-"); err != nil {
		return err
	}
	defer b.clear()
	cmd, err := b.webkit("--version")
	if err != nil {
		return err
	}
	asked := exec.CommandContext(ctx, cmd.Path, cmd.Args[1:]...)
	asked.Env = cmd.Env
	output, err := asked.CombinedOutput()
	if err != nil {
		return fmt.Errorf("ask WebKit's MiniBrowser for its version: %w\n%s", err, output)
	}
	found := webkitVersion.FindSubmatch(output)
	if found == nil {
		return errors.New("WebKit's MiniBrowser tells no version: " + string(output))
	}
	r.Browser.Name, r.Browser.Version = "WebKitGTK", string(found[1])
	return nil
}
