package runtime

import (
	goruntime "runtime"
	"strings"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/handshake"
	"github.com/godeferred/godeferred/internal/tables"
	"github.com/godeferred/godeferred/internal/wrong"
)

// start does as a page that starts the program, and answers its bridge.
func start(t *testing.T) js.Value {
	t.Helper()
	bridge := js.Global().Get("Object").New()
	js.Global().Set(handshake.Name, bridge)
	defer js.Global().Delete(handshake.Name)
	Start()
	return bridge
}

func TestTheProgramSaysWhatItIs(t *testing.T) {
	bridge := start(t)
	assert.Equal(t, Protocol, bridge.Get("protocol").Int())
	assert.Equal(t, tables.Make().Hash(), bridge.Get("table").String())
	assert.Equal(t, goruntime.Version(), bridge.Get("go").String())
	assert.Equal(t, "ask", js.Global().Get("Object").Call("keys", bridge.Get("functions")).Call("join").String())
}

func TestWithoutABridgeNothingHappens(t *testing.T) {
	assert.NotPanics(t, Start)
}

func TestRulesAnswerValues(t *testing.T) {
	functions := start(t).Get("functions")
	answer := functions.Call("ask", "get", "url\nurl=/x")
	assert.Equal(t, "value", keys(answer))
	assert.Equal(t, "", answer.Get("value").String())
	answer = functions.Call("ask", "animate", "goals\nname[]=opacity\ttext[]=hide\town[]=")
	assert.Equal(t, "name[]=opacity\ttext[]=hide\teasing[]=cubic-bezier(0.3642, 0, 0.6358, 1)\tforeign[]=", answer.Get("value").String())
}

func TestWrongArgumentsNameTheFunctionOfThePage(t *testing.T) {
	functions := start(t).Get("functions")
	for _, answer := range []js.Value{
		functions.Call("ask", "getJSON", "url\nurl=javascript:x"),
		functions.Call("ask", "slideDown", "goals\neasing=bounce"),
	} {
		assert.Equal(t, "error", keys(answer))
		err := answer.Get("error")
		assert.True(t, err.InstanceOf(js.Global().Get("TypeError")))
		assert.Regexp(t, `^godeferred\.(getJSON|slideDown): (url|easing) must be `, err.Get("message").String())
	}
}

func TestWhatIsNoQuestionIsAnError(t *testing.T) {
	functions := start(t).Get("functions")
	bigint := js.Global().Get("BigInt").Invoke(1)
	for name, answer := range map[string]js.Value{
		"unknown":    functions.Call("ask", "get", "nothing"),
		"too few":    functions.Call("ask", "get"),
		"none":       functions.Call("ask"),
		"no strings": functions.Call("ask", 1, 2),
		"undefined":  functions.Call("ask", "animate", js.Undefined()),
		"a bigint":   functions.Call("ask", "get", bigint),
	} {
		require.Equal(t, "error", keys(answer), name)
		assert.True(t, answer.Get("error").InstanceOf(js.Global().Get("Error")), name)
	}
}

func TestAPanicIsAnErrorAndEndsNothing(t *testing.T) {
	for want, panics := range map[string]func(){
		"runtime error: index out of range":                    func() { one := []string{""}; _ = one[strings.Count("xx", "x")] },
		"runtime error: invalid memory address or nil pointer": func() { var p *tables.Tables; p.Arrived++ },
		"of a string": func() { panic("of a string") },
		"wrong.":      func() { panic(wrong.TypeError("wrong.")) },
		"a value":     func() { panic(1) },
	} {
		f := function("ask", func([]string) (string, error) { panics(); return "", nil })
		for range 3 {
			answer := f.Invoke("get", "")
			require.Equal(t, "error", keys(answer), want)
			message := answer.Get("error").Get("message").String()
			assert.True(t, strings.HasPrefix(message, "godeferred: the runtime panicked in ask: "+want), message)
		}
		f.Release()
	}
}

// Errors are made by the page's own constructors, whatever stands in their place by then.
func TestThePagesConstructorsAreTakenAtTheStart(t *testing.T) {
	functions := start(t).Get("functions")
	own := js.Global().Get("TypeError")
	js.Global().Set("TypeError", js.Undefined())
	defer js.Global().Set("TypeError", own)
	assert.True(t, functions.Call("ask", "get", "url\nurl=javascript:x").Get("error").InstanceOf(own))
}

func TestATimerThatThrowsCostsNoAnswer(t *testing.T) {
	functions := start(t).Get("functions")
	own := js.Global().Get("setTimeout")
	js.Global().Set("setTimeout", js.Undefined())
	defer js.Global().Set("setTimeout", own)
	collecting = false
	assert.Equal(t, "value", keys(functions.Call("ask", "get", "url\nurl=/x")))
	assert.False(t, collecting, "the next call tries again")
}

func keys(record js.Value) string {
	return js.Global().Get("Object").Call("keys", record).Call("join").String()
}
