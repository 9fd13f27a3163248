//go:build !js

package page

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
