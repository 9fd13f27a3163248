//go:build js && wasm

package page

var NumberOf = numberOf
