// Package src holds the page face's sources, of which the builder makes the scripts of a page. They are embedded: a
// module's vendor folder has no files besides those that Go packages name.
package src

import "embed"

// Files has each room as a folder.
//
//go:embed *
var Files embed.FS
