// Package bundle hands the machine to this module's own page bundle, cmd/wasm, and to nothing
// else: Go lets only packages below deferred import deferred/internal/machine, and the leaf
// exports have to stand in package main. Programs use package deferred.
package bundle

import "github.com/godeferred/godeferred/deferred/internal/machine"

// Machine returns a machine with room for the given number of pending deferreds.
func Machine(room int) *machine.Machine { return machine.New(room) }
