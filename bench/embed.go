// Package bench holds the scripts of the benchmark page, embedded for the demo server. What measures without a person
// who looks on is e2e/bench, which serves the folder as it is.
package bench

import "embed"

// Files has the modules, and the file that is asked for a thousand times.
//
//go:embed *.js one.json
var Files embed.FS
