//go:build !js

package deferred

import (
	"errors"
	"fmt"
	"os"
)

func reportByDefault(err error) {
	var p *PanicError
	if errors.As(err, &p) {
		fmt.Fprintf(os.Stderr, "deferred: %v\n%s", err, p.Stack)
		return
	}
	fmt.Fprintf(os.Stderr, "deferred: %v\n", err)
}

// wouldBlock tells whether waiting here would freeze the program: never outside of pages.
func wouldBlock() bool { return false }
