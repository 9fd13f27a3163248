// Package types holds the types of the scripts, which the builder writes beside them. See package src.
package types

import "embed"

// Files has the types of the scripts.
//
//go:embed *.d.ts *.d.mts
var Files embed.FS
