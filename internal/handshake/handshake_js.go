// Package handshake finds the script that starts the program. The script's Go host answers one name with
// an object of its own, the bridge. A page's global of that name is not seen, and under another loader
// there is none. So it works whatever the page calls godeferred: as a module, after noConflict(true), in a
// worker, in Node.
package handshake

import "syscall/js"

// Name is what the host answers to.
const Name = "__godeferred"

// Bridge is the script's, or undefined under another loader.
func Bridge() js.Value {
	bridge := js.Global().Get(Name)
	if bridge.Type() != js.TypeObject {
		return js.Undefined()
	}
	return bridge
}
