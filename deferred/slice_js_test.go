package deferred_test

import (
	"math"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/deferred"
)

// described is the class of a value and what it holds.
func described(value safejs.Value) string {
	return safejs.Unsafe(script(`(value) => {
		const items = Array.isArray(value) || ArrayBuffer.isView(value) ? "[" + Array.from(value).join() + "]" : String(value)
		return value.constructor.name + items
	}`)).Invoke(safejs.Unsafe(value)).String()
}

type (
	color  uint8
	colors []color
)

func TestSlicesOfNumbersAreTypedArraysInThePage(t *testing.T) {
	for name, row := range map[string]struct {
		value any
		want  string
	}{
		"int8":          {[]int8{-1, 127}, "Int8Array[-1,127]"},
		"int16":         {[]int16{-1, 256}, "Int16Array[-1,256]"},
		"int32":         {[]int32{-1, 1 << 30}, "Int32Array[-1,1073741824]"},
		"uint8":         {[]uint8{1, 255}, "Uint8Array[1,255]"},
		"uint16":        {[]uint16{1, 65535}, "Uint16Array[1,65535]"},
		"uint32":        {[]uint32{1, 1<<32 - 1}, "Uint32Array[1,4294967295]"},
		"float32":       {[]float32{0.5, -2}, "Float32Array[0.5,-2]"},
		"float64":       {[]float64{0.1, math.Inf(1)}, "Float64Array[0.1,Infinity]"},
		"an array":      {[3]float32{1, 2, 3}, "Float32Array[1,2,3]"},
		"bytes":         {[2]byte{1, 2}, "Uint8Array[1,2]"},
		"a named type":  {colors{1, 2}, "Uint8Array[1,2]"},
		"a part":        {[]int16{1, 2, 3, 4}[1:3], "Int16Array[2,3]"},
		"a pointer":     {&[]int8{1}, "Int8Array[1]"},
		"none":          {[]float32{}, "Float32Array[]"},
		"nil":           {[]float32(nil), "Float32Array[]"},
		"int":           {[]int{-1, 1<<53 - 1}, "Array[-1,9007199254740991]"},
		"int64":         {[]int64{-1<<53 + 1, 2}, "Array[-9007199254740991,2]"},
		"uint":          {[]uint{1, 2}, "Array[1,2]"},
		"uint64":        {[2]uint64{1, 1<<53 - 1}, "Array[1,9007199254740991]"},
		"uintptr":       {[]uintptr{1}, "Array[1]"},
		"no ints":       {[]int(nil), "Array[]"},
		"lists of ints": {[][]int{{1}, {2, 3}}, "Array[1,2,3]"},
	} {
		t.Run(name, func(t *testing.T) {
			value, err := deferred.Value(row.value)
			require.NoError(t, err)
			assert.Equal(t, row.want, described(value))
		})
	}
}

func TestATypedArrayOfASliceIsACopy(t *testing.T) {
	s := []float32{1}
	value, err := deferred.Value(s)
	require.NoError(t, err)
	s[0] = 2
	assert.Equal(t, "Float32Array[1]", described(value))
}

func TestTypedArrayKeepsSixtyFourBits(t *testing.T) {
	value, err := deferred.TypedArray([]int64{math.MinInt64, math.MaxInt64})
	require.NoError(t, err)
	assert.Equal(t, "BigInt64Array[-9223372036854775808,9223372036854775807]", described(value))
	value, err = deferred.TypedArray([]uint{math.MaxUint})
	require.NoError(t, err)
	assert.Equal(t, "BigUint64Array[18446744073709551615]", described(value))
	value, err = deferred.TypedArray(colors{1})
	require.NoError(t, err)
	assert.Equal(t, "Uint8Array[1]", described(value))
}

// It came as another number.
func TestAnIntegerThatIsNotSafeIsAnError(t *testing.T) {
	for _, value := range []any{1 << 53, int64(math.MinInt64), uint64(math.MaxUint64), -1 << 53} {
		_, err := deferred.Value(value)
		assert.ErrorContains(t, err, "is not a safe integer of a page's")
		assert.ErrorAs(t, err, new(deferred.TypeError))
	}
	_, err := deferred.Value([]int64{1, 1 << 60})
	assert.ErrorContains(t, err, "item 2 of a slice, 1152921504606846976 is not a safe integer")
	_, err = deferred.Value([]uint64{1 << 60})
	assert.ErrorContains(t, err, "item 1 of a slice")
}

func TestBigIntKeepsSixtyFourBits(t *testing.T) {
	value, err := deferred.BigInt(int64(math.MinInt64))
	require.NoError(t, err)
	assert.Equal(t, "BigInt-9223372036854775808", described(value))
	value, err = deferred.BigInt(uint64(math.MaxUint64))
	require.NoError(t, err)
	assert.Equal(t, "BigInt18446744073709551615", described(value))
	n, err := deferred.Args{value}.Uint64(0)
	require.NoError(t, err)
	assert.Equal(t, uint64(math.MaxUint64), n)
}

// slice is Slice with its error as text.
func slice[T deferred.Number](t *testing.T, expression string, want []T, problem string) {
	t.Helper()
	s, err := deferred.Slice[T](script(expression))
	if problem != "" {
		assert.EqualError(t, err, problem)
		assert.ErrorAs(t, err, new(deferred.TypeError))
		return
	}
	require.NoError(t, err)
	assert.Equal(t, want, s)
}

func TestTypedArraysAreSlicesInGo(t *testing.T) {
	slice(t, `Int8Array.of(-1, 127)`, []int8{-1, 127}, "")
	slice(t, `Int16Array.of(-1, 256)`, []int16{-1, 256}, "")
	slice(t, `Int32Array.of(-1, 2)`, []int32{-1, 2}, "")
	slice(t, `Uint8Array.of(1, 255)`, []uint8{1, 255}, "")
	slice(t, `Uint8ClampedArray.of(1, 300)`, []uint8{1, 255}, "")
	slice(t, `Uint16Array.of(1, 65535)`, []uint16{1, 65535}, "")
	slice(t, `Uint32Array.of(1, 4294967295)`, []uint32{1, 4294967295}, "")
	slice(t, `Float32Array.of(0.5, -2)`, []float32{0.5, -2}, "")
	slice(t, `Float64Array.of(0.1, Infinity)`, []float64{0.1, math.Inf(1)}, "")
	slice(t, `BigInt64Array.of(-(2n ** 63n), 5n)`, []int64{math.MinInt64, 5}, "")
	slice(t, `BigInt64Array.of(-5n)`, []int{-5}, "")
	slice(t, `BigUint64Array.of(2n ** 64n - 1n)`, []uint64{math.MaxUint64}, "")
	slice(t, `new Float32Array(0)`, []float32{}, "")
	slice(t, `new Int16Array(Int16Array.of(1, 2, 3, 4).buffer, 2, 2)`, []int16{2, 3}, "")
	slice(t, `Uint8Array.of(1, 2)`, colors{1, 2}, "")
}

func TestNumbersOfAnotherKindAreConverted(t *testing.T) {
	slice(t, `Uint8Array.of(1, 255)`, []int{1, 255}, "")
	slice(t, `Float64Array.of(0.1)`, []float32{0.1}, "")
	slice(t, `Float64Array.of(1, -2)`, []int8{1, -2}, "")
	slice(t, `Float64Array.of(NaN)`, []int8(nil), "item 1 of value must be a whole number that Go's int8 holds, not NaN")
	slice(t, `Float64Array.of(1, 128)`, []int8(nil), "item 2 of value must be a whole number that Go's int8 holds, not 128")
	slice(t, `Float64Array.of(1.5)`, []int32(nil), "item 1 of value must be a whole number that Go's int32 holds, not 1.5")
	slice(t, `Int8Array.of(-1)`, []uint64(nil), "item 1 of value must be a whole number that Go's uint64 holds, not -1")
	slice(t, `Int8Array.of(-1)`, []uint16(nil), "item 1 of value must be a whole number that Go's uint16 holds, not -1")
	slice(t, `[2 ** 53]`, []int(nil), "item 1 of value must be a whole number that Go's int holds, not 9007199254740992")
	slice(t, `[Infinity]`, []int64(nil), "item 1 of value must be a whole number that Go's int64 holds, not Infinity")
	slice(t, `BigInt64Array.of(5n)`, []uint8{5}, "")
	slice(t, `BigInt64Array.of(5n, -1n)`, []uint64(nil), "item 2 of value must be a whole number that Go's uint64 holds, not -1")
	slice(t, `BigUint64Array.of(2n ** 63n)`, []int64(nil), "item 1 of value must be a whole number that Go's int64 holds, not 9223372036854775808")
	slice(t, `BigInt64Array.of(5n)`, []float64(nil), "value must be a typed array of numbers, not of BigInts")
}

func TestAnArrayOfNumbersIsASliceInGo(t *testing.T) {
	slice(t, `[1, -2]`, []int{1, -2}, "")
	slice(t, `[]`, []float64{}, "")
	slice(t, `[1, Infinity]`, []float64{1, math.Inf(1)}, "")
	nan, err := deferred.Slice[float64](script(`[0.5, NaN]`))
	require.NoError(t, err)
	assert.True(t, nan[0] == 0.5 && math.IsNaN(nan[1]))
	for list, shown := range map[string]string{
		`[1, "5"]`: `"5"`, `[1, null]`: "null", `[1, true]`: "true", `[1, ,]`: "undefined", `[1, 5n]`: "5", `[1, [2]]`: "an array",
		`[1, { valueOf() { throw new Error("called") } }]`: "an object", `[1, Symbol()]`: "a symbol",
	} {
		slice(t, list, []float64(nil), "item 2 of value must be a number, not "+shown)
	}
	for value, shown := range map[string]string{
		`5`: "5", `null`: "null", `undefined`: "undefined", `5n`: "5", `"12"`: `"12"`, `{ length: 1, 0: 1 }`: "an object",
		`new DataView(new ArrayBuffer(8))`: "an object", `new ArrayBuffer(8)`: "an object", `new Set([1])`: "an object",
		`{ [Symbol.toStringTag]: "Float64Array", length: 1, 0: 1 }`: "an object",
	} {
		slice(t, value, []float64(nil), "value must be a typed array or an array of numbers, not "+shown)
	}
}

// shared is the constructor SharedArrayBuffer, which pages without isolation have under no name.
const shared = `globalThis.SharedArrayBuffer ?? new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.constructor`

func TestBytesTakesAnyBufferAndAnyView(t *testing.T) {
	for name, row := range map[string]struct {
		value string
		want  []byte
	}{
		"an ArrayBuffer":          {`Uint8Array.of(1, 2, 3).buffer`, []byte{1, 2, 3}},
		"an empty one":            {`new ArrayBuffer(0)`, []byte{}},
		"a SharedArrayBuffer":     {`(() => { const b = new (` + shared + `)(2); new Uint8Array(b).set([7, 8]); return b })()`, []byte{7, 8}},
		"a view of a shared one":  {`(() => { const b = new Uint8Array(new (` + shared + `)(2)); b.set([7, 8]); return b })()`, []byte{7, 8}},
		"a DataView":              {`new DataView(Uint8Array.of(1, 2, 3).buffer, 1, 2)`, []byte{2, 3}},
		"a Uint8Array":            {`Uint8Array.of(1, 2, 3).subarray(1)`, []byte{2, 3}},
		"a clamped one":           {`Uint8ClampedArray.of(300)`, []byte{255}},
		"an Int16Array":           {`Int16Array.of(1, 258).subarray(1)`, []byte{2, 1}},
		"an empty view":           {`new Float32Array(0)`, []byte{}},
		"an empty DataView":       {`new DataView(new ArrayBuffer(0))`, []byte{}},
		"Node's Buffer":           {`(globalThis.Buffer ?? { from: (text) => new TextEncoder().encode(text) }).from("ab")`, []byte("ab")},
		"a resized buffer":        {`(() => { const b = new ArrayBuffer(1, { maxByteLength: 4 }); b.resize(2); return b })()`, []byte{0, 0}},
		"a view that grew":        {`(() => { const b = new ArrayBuffer(1, { maxByteLength: 4 }), v = new Uint8Array(b); b.resize(3); return v })()`, []byte{0, 0, 0}},
		"one of another realm":    {"new " + foreign("Uint8Array") + "([1, 2])", []byte{1, 2}},
		"a buffer of that realm":  {"new " + foreign("ArrayBuffer") + "(1)", []byte{0}},
		"a shared one that grows": {`(() => { const b = new (` + shared + `)(1, { maxByteLength: 4 }); b.grow(2); return b })()`, []byte{0, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := deferred.Args{safejs.Undefined(), script(row.value)}.Bytes(1)
			require.NoError(t, err)
			assert.Equal(t, row.want, b)
		})
	}
}

func TestWhatHasNoBytesIsAnError(t *testing.T) {
	const detached = "argument 1 has a detached buffer: its bytes have been transferred, or memory has grown"
	const outside = "argument 1 is a view that reaches outside of its buffer, which was resized"
	for value, want := range map[string]string{
		`5`:                                    "argument 1 must be an ArrayBuffer, a typed array or a DataView, not 5",
		`undefined`:                            "argument 1 must be an ArrayBuffer, a typed array or a DataView, not undefined",
		`[1, 2]`:                               "argument 1 must be an ArrayBuffer, a typed array or a DataView, not an array",
		`{ length: 1 }`:                        "argument 1 must be an ArrayBuffer, a typed array or a DataView, not an object",
		`Object.create(ArrayBuffer.prototype)`: "argument 1 must be an ArrayBuffer, a typed array or a DataView, not an object",
		`(() => { const b = new ArrayBuffer(1); structuredClone(b, { transfer: [b] }); return b })()`:                             detached,
		`(() => { const v = new Uint8Array(1); structuredClone(v.buffer, { transfer: [v.buffer] }); return v })()`:                detached,
		`(() => { const v = new DataView(new ArrayBuffer(1)); structuredClone(v.buffer, { transfer: [v.buffer] }); return v })()`: detached,
		`(() => { const b = new ArrayBuffer(4, { maxByteLength: 4 }), v = new Uint8Array(b, 2, 2); b.resize(1); return v })()`:    outside,
		`(() => { const b = new ArrayBuffer(4, { maxByteLength: 4 }), v = new DataView(b, 2, 2); b.resize(1); return v })()`:      outside,
		`(() => { const b = new ArrayBuffer(4, { maxByteLength: 4 }), v = new Int16Array(b, 2); b.resize(1); return v })()`:       outside,
	} {
		_, err := deferred.Args{script(value)}.Bytes(0)
		assert.EqualError(t, err, want, value)
		assert.ErrorAs(t, err, new(deferred.TypeError))
	}
	slice(t, `(() => { const v = new Float32Array(1); structuredClone(v.buffer, { transfer: [v.buffer] }); return v })()`,
		[]float32(nil), "value has a detached buffer: its bytes have been transferred, or memory has grown")
}

// A page can look into the program's memory, and Go's heap grows to hold the copy.
func TestBytesOfTheProgramsOwnMemoryAreNeverHalfCopied(t *testing.T) {
	memory := safejs.Unsafe(script(`(() => {
		let memory
		const at = DataView.prototype.setUint8
		DataView.prototype.setUint8 = function (...args) { memory = this.buffer; return Reflect.apply(at, this, args) }
		return { take() { DataView.prototype.setUint8 = at; return memory && new Uint8Array(memory) } }
	})()`))
	js.Global().Get("Object").InstanceOf(js.Global().Get("Object")) // which writes to it by setUint8
	view := memory.Call("take")
	require.True(t, view.Truthy())
	_, err := deferred.Args{safejs.Safe(view)}.Bytes(0)
	assert.EqualError(t, err, "argument 1 has a detached buffer: its bytes have been transferred, or memory has grown")
}

func TestArgsAreReadAsSlices(t *testing.T) {
	args := deferred.Args{script(`[1, 2]`)}
	ints, err := args.Ints(0)
	require.NoError(t, err)
	assert.Equal(t, []int{1, 2}, ints)
	int32s, err := args.Int32s(0)
	require.NoError(t, err)
	assert.Equal(t, []int32{1, 2}, int32s)
	float32s, err := args.Float32s(0)
	require.NoError(t, err)
	assert.Equal(t, []float32{1, 2}, float32s)
	float64s, err := args.Float64s(0)
	require.NoError(t, err)
	assert.Equal(t, []float64{1, 2}, float64s)
	_, err = args.Ints(1)
	assert.EqualError(t, err, "argument 2 must be a typed array or an array of numbers, not undefined")
}

// One operation is a million numbers one way.
func BenchmarkAMillionNumbers(b *testing.B) {
	const n = 1_000_000
	float32s, ints := make([]float32, n), make([]int, n)
	for i := range n {
		float32s[i], ints[i] = float32(i), i
	}
	for name, value := range map[string]any{"float32 to the page": float32s, "int to the page": ints} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := deferred.Value(value); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	typed, list := script(`new Float32Array(1000000).fill(0.5)`), script(`Array.from({ length: 1000000 }, (_, i) => i)`)
	b.Run("float32 to Go", func(b *testing.B) {
		for b.Loop() {
			if _, err := deferred.Slice[float32](typed); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("an array to int in Go", func(b *testing.B) {
		for b.Loop() {
			if _, err := deferred.Slice[int](list); err != nil {
				b.Fatal(err)
			}
		}
	})
}
