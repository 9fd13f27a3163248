package page

import (
	"syscall/js"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/wrong"
)

// BytesOf copies the bytes of an ArrayBuffer or a SharedArrayBuffer, or the part of one that a typed array or a
// DataView shows. The error names the argument.
func BytesOf(argument string, value safejs.Value) ([]byte, error) {
	return copied[byte](argument, value)
}

// view returns a Uint8Array of the same bytes, which is all that syscall/js copies from. It is made by this frame, as
// syscall/js demands, also for a buffer of another frame.
func view(argument string, value safejs.Value) (safejs.Value, error) {
	// Most are a Uint8Array of this frame, with bytes in it: a detached one has none. A view of it took 30 µs.
	if is, err := invoke(isUint8Array, safejs.Unsafe(value)); err == nil && safejs.Unsafe(is).Bool() {
		if n, err := lengthOf(value); err == nil && n > 0 {
			return value, nil
		}
	}
	if IsView(value) {
		return part(argument, value)
	}
	// Only an ArrayBuffer or a SharedArrayBuffer, of any frame, can be given to a DataView: Uint8Array would take a list.
	if !IsObject(value) {
		return value, notBuffer(argument, value)
	}
	if _, err := New("DataView", value); err != nil {
		if isArrayBuffer(value) {
			return value, detached(argument)
		}
		return value, notBuffer(argument, value)
	}
	return New("Uint8Array", value)
}

// part is view for a typed array or a DataView.
func part(argument string, value safejs.Value) (safejs.Value, error) {
	buffer, err := Get(value, "buffer")
	if err != nil {
		return buffer, err
	}
	if _, err := New("Uint8Array", buffer); err != nil {
		return buffer, detached(argument)
	}
	offset, err := Get(value, "byteOffset")
	if err != nil { // a DataView throws where it reaches outside
		return buffer, outside(argument)
	}
	length, err := Get(value, "byteLength")
	if err != nil {
		return buffer, outside(argument)
	}
	if n, _ := length.Float(); n == 0 {
		// A typed array that reaches outside has the length 0, but its methods throw.
		if keys, _ := Get(value, "keys"); TypeOf(keys) == safejs.TypeFunction {
			if _, err := apply(keys, value); err != nil {
				return buffer, outside(argument)
			}
		}
	}
	return New("Uint8Array", buffer, offset, length)
}

// copyOut fills b with the bytes. They can be the program's own memory, which is detached when Go's heap grows, as by
// the making of b; copying from it would throw where no Go function can catch that. So nothing is allocated between the
// check and the copy.
func copyOut(argument string, b []byte, bytes safejs.Value) error {
	length, err := lengthOf(bytes)
	switch {
	case err != nil:
		return err
	case length < len(b):
		return detached(argument)
	case len(b) > 0:
		js.CopyBytesToGo(b, safejs.Unsafe(bytes))
	}
	return nil
}

// The page's own tests, which cannot throw where a proxy does: syscall/js's InstanceOf would end the program.
var (
	isView       = js.Global().Get("ArrayBuffer").Get("isView")
	isUint8Array = hasInstance().Call("bind", js.Global().Get("Uint8Array"))
)

func hasInstance() js.Value {
	return reflectGet.Invoke(js.Global().Get("Function").Get("prototype"), js.Global().Get("Symbol").Get("hasInstance"))
}

// IsView tells whether a value is a typed array or a DataView.
func IsView(value safejs.Value) bool {
	is, err := invoke(isView, safejs.Unsafe(value))
	yes, _ := is.Bool()
	return err == nil && yes
}

// isArrayBuffer tells whether the getter of an ArrayBuffer's length, which is 0 for a detached one, takes value for its
// this.
func isArrayBuffer(value safejs.Value) bool {
	prototype, err := Get(global("ArrayBuffer"), "prototype")
	if err != nil {
		return false
	}
	_, err = invoke(reflectGet, safejs.Unsafe(prototype), "byteLength", safejs.Unsafe(value))
	return err == nil
}

// lengthOf reads the length of an array.
func lengthOf(array safejs.Value) (int, error) {
	length, err := Get(array, "length")
	if err != nil {
		return 0, err
	}
	return length.Int()
}

func notBuffer(argument string, value safejs.Value) error {
	return Wrong(argument, "an ArrayBuffer, a typed array or a DataView", value)
}

func detached(argument string) error {
	return wrong.TypeError(argument + " has a detached buffer: its bytes have been transferred, or memory has grown")
}

func outside(argument string) error {
	return wrong.TypeError(argument + " is a view that reaches outside of its buffer, which was resized")
}
