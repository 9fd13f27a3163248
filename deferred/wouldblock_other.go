//go:build !js

package deferred

// wouldBlock tells whether waiting here would freeze the program: never outside of pages.
func wouldBlock() bool { return false }
