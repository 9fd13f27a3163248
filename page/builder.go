//go:build godeferred_builder

package page

// The builder's own dependencies. No build has this tag, but go mod tidy reads the file: so a module whose
// program imports this package has the sums of what `go run github.com/godeferred/godeferred/cmd/godeferred`
// needs, and the command runs in it without further ado.
import (
	_ "github.com/fsnotify/fsnotify"
	_ "github.com/godeferred/godeferred/internal/build"
)
