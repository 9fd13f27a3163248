package main

import (
	"context"
	"strings"
	"testing"
)

func TestAMissingProgramSaysWhatToInstall(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // neither the program nor apt-get
	t.Setenv("NETSCAPE", "")
	o := need(program{"Netscape 4", "NETSCAPE", []string{"netscape"}, nil})(context.Background(), &project{})
	if o.err == nil || !strings.Contains(o.err.Error(), "install Netscape 4, or name its program in NETSCAPE") {
		t.Errorf("got %v", o.err)
	}
}

func TestAProgramCanBeNamed(t *testing.T) {
	t.Setenv("NETSCAPE", "/bin/sh")
	if path, err := (program{"Netscape 4", "NETSCAPE", nil, nil}).find(); path != "/bin/sh" || err != nil {
		t.Errorf("got %q, %v", path, err)
	}
}
