package page_test

import (
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

func TestCallReadsAMethodOnceAndCallsItOnItsObject(t *testing.T) {
	object := script(`{
		reads: 0,
		get join() { this.reads++; return function (...args) { return [this === object, ...args].join() } },
	}`)
	js.Global().Set("object", safejs.Unsafe(object))
	defer js.Global().Delete("object")
	value, err := page.Call(object, "join", "a", 2, script(`[3, 4]`), nil)
	require.NoError(t, err)
	assert.Equal(t, "true,a,2,3,4,", safejs.Unsafe(value).String())
	assert.Equal(t, 1, safejs.Unsafe(object).Get("reads").Int())
}

func TestCallTellsWhatIsWrong(t *testing.T) {
	for name, row := range map[string]struct {
		object, want string
		args         []any
	}{
		"the method throws":   {`{ f() { throw new RangeError("mine") } }`, "RangeError: mine", nil},
		"the getter throws":   {`{ get f() { throw new RangeError("getter") } }`, "RangeError: getter", nil},
		"no method":           {`{}`, "TypeError: ", nil},
		"no object":           {`undefined`, "TypeError: ", nil},
		"no value for a page": {`{ f() {} }`, "ValueOf: invalid value", []any{struct{}{}}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := page.Call(script(row.object), "f", row.args...)
			assert.ErrorContains(t, err, row.want)
		})
	}
}

func TestAnArgumentThatThePageHasNothingForIsATypeError(t *testing.T) {
	_, err := page.Call(script(`{ f() {} }`), "f", struct{}{})
	assert.Equal(t, "TypeError", safejs.Unsafe(page.Thrown(err)).Get("name").String())
}

func TestNewMakesAnObjectOfAPagesConstructor(t *testing.T) {
	object, err := page.New("Date", 5)
	require.NoError(t, err)
	assert.Equal(t, 5, safejs.Unsafe(object).Call("getTime").Int())
	_, err = page.New("Array", -1)
	var e *page.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "RangeError", e.Name)
	_, err = page.New("NoSuchConstructor")
	assert.Error(t, err)
}

func TestBytesAreCopied(t *testing.T) {
	of := []byte{1, 2, 255}
	array, err := page.Bytes(of)
	require.NoError(t, err)
	of[0] = 9
	assert.Equal(t, "1,2,255", safejs.Unsafe(array).Call("join").String())
	assert.True(t, safejs.Unsafe(array).InstanceOf(js.Global().Get("Uint8Array")))
}

func TestBytesThatDoNotFitAreAnErrorOfThePages(t *testing.T) {
	restore := replaced(t, "globalThis", "Uint8Array", `new Proxy(Uint8Array, {
		construct(of, args) { // Go's loader gives a buffer
			if (typeof args[0] === "number") throw new RangeError("out of memory")
			return Reflect.construct(of, args)
		},
	})`)
	_, err := page.Bytes([]byte{1})
	restore()
	assert.EqualError(t, err, "RangeError: out of memory")
}

// A property that was missing was "<undefined>".
func TestStringIsAnErrorWhereThereIsNone(t *testing.T) {
	s, err := page.String(script(`{ s: "text" }`), "s")
	require.NoError(t, err)
	assert.Equal(t, "text", s)
	for object, want := range map[string]string{
		`{}`:        "s must be a string, not undefined",
		`{ s: 5 }`:  "s must be a string, not 5",
		`{ s: 5n }`: "s must be a string, not 5",
		`{ get s() { throw new RangeError("getter") } }`: "RangeError: getter",
	} {
		s, err := page.String(script(object), "s")
		assert.EqualError(t, err, want)
		assert.Empty(t, s, object)
	}
}
