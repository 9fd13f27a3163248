// Package bundle hands the machine to this module's own page bundle, cmd/wasm, and to nothing
// else: Go lets only packages below deferred import deferred/internal/machine, and the leaf
// exports have to stand in package main. Programs use package deferred.
package bundle

import "github.com/godeferred/godeferred/deferred/internal/machine"

// Step answers what an event does to a state; see the machine.
//
//go:nosplit
func Step(state, event int32) int32 { return machine.Step(state, event) }

// Arrive counts an arrival at a join; see the machine.
//
//go:nosplit
func Arrive(remaining int32) int32 { return machine.Arrive(remaining) }

// Leave answers whether an abort goes on; see the machine.
//
//go:nosplit
func Leave(state, waiting int32) int32 { return machine.Leave(state, waiting) }
