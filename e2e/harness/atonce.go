package harness

import (
	"flag"
	"fmt"
	"strconv"
)

// AtOnce sets how many of a package's parallel tests run at the same time, unless the command line says so (-parallel).
// Call it before [Main]. Go's own number, one for each processor, leaves the processors idle: a page waits for its
// timers, animations and answers most of the time.
func AtOnce(n int) {
	const name = "test.parallel"
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	if given {
		return
	}
	if err := flag.Set(name, strconv.Itoa(n)); err != nil {
		panic(fmt.Sprintf("harness.AtOnce: %v", err))
	}
}
