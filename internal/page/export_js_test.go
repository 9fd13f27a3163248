package page

import (
	"github.com/hack-pad/safejs"
)

var NumberOf = numberOf

// Collector is the function that the collector's timer calls. Calling it leaves no collection due.
func Collector() (safejs.Value, error) { return collector() }

// SetBindTeller replaces the function that makes a listener's page functions, until restore is called.
func SetBindTeller(by safejs.Value) (restore func()) {
	before := bindTeller
	bindTeller = safejs.Unsafe(by)
	return func() { bindTeller = before }
}
