// Package bundle hands the machine to internal/tables and cmd/tables, and to nothing else: Go lets only packages
// below deferred import deferred/internal/machine. Programs use package deferred.
package bundle

import "github.com/godeferred/godeferred/deferred/internal/machine"

// Step answers what an event does to a state; see the machine.
func Step(state, event int32) int32 { return machine.Step(state, event) }

// Arrive counts an arrival at a join; see the machine.
func Arrive(remaining int32) int32 { return machine.Arrive(remaining) }

// Leave answers whether an abort goes on; see the machine.
func Leave(state, waiting int32) int32 { return machine.Leave(state, waiting) }
