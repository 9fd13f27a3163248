package page_test

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

func TestCaughtFindsWhatThePageThrew(t *testing.T) {
	thrower := script(`(value) => { throw value }`)
	for _, value := range []string{`new RangeError("r")`, `"s"`, `undefined`, `null`, `5n`, `{}`} {
		t.Run(value, func(t *testing.T) {
			thrown := script(value)
			_, err := thrower.Invoke(thrown)
			var e *page.Error
			require.ErrorAs(t, page.Caught(err), &e)
			assert.True(t, e.Value.Equal(thrown) || value == "5n", "the very value")
			assert.NotEmpty(t, e.Error())
		})
	}
}

func TestCaughtLeavesOtherErrorsAlone(t *testing.T) {
	assert.NoError(t, page.Caught(nil))
	own := errors.New("own")
	assert.Equal(t, own, page.Caught(own))
}

func TestThrownFindsThePagesValueInAWrappedError(t *testing.T) {
	value := script(`new Error("x")`)
	assert.True(t, page.Thrown(fmt.Errorf("around: %w", page.AsError(value))).Equal(value))
}

func TestAnErrorReadsAsThePageWritesIt(t *testing.T) {
	for value, want := range map[string]page.Error{
		`new TypeError("words")`:                       {Name: "TypeError", Message: "words"},
		`new TypeError()`:                              {Name: "TypeError"},
		`{ message: "words" }`:                         {Message: "words"},
		`{ name: "Name" }`:                             {Name: "Name"},
		`{ name: 5, message: 6n, toString: () => "" }`: {},
		`"words"`: {Message: "words"},
	} {
		got := page.AsError(script(value))
		assert.Equal(t, [2]string{want.Name, want.Message}, [2]string{got.Name, got.Message}, value)
		as, err := script(`(e) => e instanceof Error ? String(e) : [e.name, e.message].filter((s) => typeof s === "string" && s).join(": ")`).Invoke(script(value))
		require.NoError(t, err)
		if value != `"words"` {
			assert.Equal(t, safejs.Unsafe(as).String(), got.Error(), value)
		}
	}
	assert.Contains(t, page.AsError(script(`new Error("here")`)).Stack, "here")
	assert.Equal(t, "kept", page.AsError(script(`{ message: "m", stack: "kept" }`)).Stack)
}

// A page may have spoilt String: an error that cannot be shown is still an error. (Go's loader reads strings by it.)
func TestAnErrorIsShownWhateverStringDoes(t *testing.T) {
	for by, want := range map[string]string{
		`(() => { throw new Error("words") })()`: "an object that cannot be shown",
		`5n`:                                     "",
		`({})`:                                   "",
	} {
		value := script(`5`)
		restore := replaced(t, "globalThis", "String", `(value) => typeof value === "string" ? value : `+by)
		e := page.AsError(value)
		restore()
		assert.Equal(t, want, e.Message, by)
	}
}

type namedError string

func (e namedError) Error() string         { return "words" }
func (e namedError) PageErrorName() string { return string(e) }

func TestThrownMakesAnErrorOfThatName(t *testing.T) {
	script(`Object.defineProperty(globalThis, "forbidden", { get() { throw new Error("forbidden") }, configurable: true })`)
	t.Cleanup(func() { script(`delete globalThis.forbidden`) })
	for name, constructor := range map[string]string{
		"RangeError": "RangeError",
		"QuotaError": "Error", // the page has none of that name
		"Reflect":    "Error", // it is no function
		"Function":   "Error", // it would compile the text
		"Set":        "Error", // it is no error
		"eval":       "Error", // it makes no objects
		"forbidden":  "Error", // nothing reads the page's global
	} {
		thrown := safejs.Unsafe(page.Thrown(fmt.Errorf("around: %w", namedError(name))))
		assert.Equal(t, constructor, thrown.Get("constructor").Get("name").String())
		assert.Equal(t, "around: words", thrown.Get("message").String())
		if name != "Reflect" {
			assert.Equal(t, name, thrown.Get("name").String())
		}
		assert.True(t, thrown.Get("goStack").IsUndefined())
	}
	thrown := safejs.Unsafe(page.Thrown(errors.New("plain")))
	assert.Equal(t, "Error: plain", thrown.Call("toString").String())
	assert.False(t, thrown.Call("hasOwnProperty", "name").Bool())
}

func TestThrownTakesANameThatIsEmptyForNone(t *testing.T) {
	thrown := safejs.Unsafe(page.Thrown(namedError("")))
	assert.Equal(t, "Error: words", thrown.Call("toString").String())
	several := safejs.Unsafe(page.Thrown(namedError("AggregateError")))
	assert.Equal(t, "AggregateError: words", several.Call("toString").String())
	assert.True(t, several.Get("errors").IsUndefined(), "its constructor takes a list")
}

type pointerError struct{ text string }

func (e *pointerError) Error() string { return e.text }

type fieldsError struct{ namedError }

func (e fieldsError) PageErrorFields() map[string]any { panic(e) }

// A nil pointer in an error is Go's oldest trap. It must not end the program.
func TestAMethodOfAnErrorMayPanic(t *testing.T) {
	var pointer *pointerError
	var own *page.Error
	for name, err := range map[string]error{
		"a nil pointer": pointer, "a nil pointer of the page's": own, "wrapped": errors.Join(errors.New("x"), pointer),
		"fields": fieldsError{"words"}, "of a panic": &page.PanicError{Value: pointer},
	} {
		t.Run(name, func(t *testing.T) {
			shown := reports(t)
			reasons := page.Reasons(err)
			require.Len(t, reasons, 1)
			thrown := safejs.Unsafe(reasons[0].(safejs.Value))
			assert.Contains(t, thrown.Get("message").String(), "panic: ")
			assert.Contains(t, thrown.Get("goStack").String(), "goroutine")
			assert.NotEmpty(t, shown.messages())
		})
	}
}

func TestThrownIsUndefinedWhereThePageHasNoErrors(t *testing.T) {
	for _, by := range []string{`undefined`, `5n`, `class { constructor() { throw 5 } }`} {
		restore := replaced(t, "globalThis", "Error", by)
		plain, named := page.Thrown(errors.New("plain")), page.Thrown(namedError("QuotaError"))
		panicked := page.Thrown(&page.PanicError{Value: "oops"})
		restore()
		assert.True(t, plain.IsUndefined(), by)
		assert.True(t, named.IsUndefined(), by)
		assert.True(t, panicked.IsUndefined(), by)
	}
}

func TestGetHearsAGetterThatThrows(t *testing.T) {
	_, err := page.Get(script(`{ get x() { throw new RangeError("mean") } }`), "x")
	assert.EqualError(t, err, "RangeError: mean")
	_, err = page.Get(safejs.Null(), "x")
	assert.Error(t, err)
	value, err := page.Get(script(`{ x: 5 }`), "x")
	require.NoError(t, err)
	n, err := value.Int()
	require.NoError(t, err)
	assert.Equal(t, 5, n)
}

func TestWrongShowsWhatCame(t *testing.T) {
	for value, want := range map[string]string{
		`undefined`:         "undefined",
		`null`:              "null",
		`true`:              "true",
		`-1.5`:              "-1.5",
		`NaN`:               "NaN",
		`10n`:               "10",
		`"text"`:            `"text"`,
		`"x".repeat(50)`:    "a string of 50 characters",
		`[1]`:               "an array",
		`{}`:                "an object",
		`() => {}`:          "a function",
		`Symbol("s")`:       "a symbol",
		`new Proxy([], {})`: "an array",
		`(() => { const p = Proxy.revocable({}, {}); p.revoke(); return p.proxy })()`: "an object",
	} {
		t.Run(value, func(t *testing.T) {
			assert.EqualError(t, page.Wrong("x", "y", script(value)), "x must be y, not "+want)
		})
	}
}

func TestWrongShowsAnArrayAsAnObjectWhereThePageCannotTell(t *testing.T) {
	for _, by := range []string{`undefined`, `() => "yes"`, `() => 5n`, `() => { throw 5 }`} {
		value := script(`[1]`)
		restore := replaced(t, "Array", "isArray", by)
		err := page.Wrong("x", "y", value)
		restore()
		assert.EqualError(t, err, "x must be y, not an object", by)
	}
}

func TestTypeOfKnowsEveryKind(t *testing.T) {
	for value, want := range map[string]safejs.Type{
		`undefined`: safejs.TypeUndefined,
		`null`:      safejs.TypeNull,
		`1n`:        page.TypeBigInt,
		`1`:         safejs.TypeNumber,
		`{}`:        safejs.TypeObject,
		`() => {}`:  safejs.TypeFunction,
	} {
		assert.Equal(t, int(want), int(page.TypeOf(script(value))), value)
	}
}

// detailedError has a name and fields, and wraps another.
type detailedError struct{ inner error }

func (e detailedError) Error() string         { return "outer" }
func (e detailedError) Unwrap() error         { return e.inner }
func (e detailedError) PageErrorName() string { return "OuterError" }
func (e detailedError) PageErrorFields() map[string]any {
	return map[string]any{"code": 7, "odd": struct{ X int }{1}}
}

func TestThrownKeepsNameFieldsAndCauses(t *testing.T) {
	reported := reports(t)
	own := page.AsError(script(`new RangeError("of the page")`))
	made := safejs.Unsafe(page.Thrown(detailedError{fmt.Errorf("middle: %w", own)}))
	assert.Equal(t, "OuterError: outer", made.Call("toString").String())
	assert.Equal(t, 7, made.Get("code").Int())
	assert.True(t, made.Get("odd").IsUndefined())
	require.Len(t, reported.messages(), 1, "a field that no page can have")
	assert.Contains(t, reported.messages()[0], "a page has no value for a struct")
	assert.True(t, made.Get("cause").Equal(safejs.Unsafe(own.Value)), "what wraps the page's own is that")

	joined := safejs.Unsafe(page.Thrown(errors.Join(errors.New("one"), own)))
	assert.Equal(t, 2, joined.Get("errors").Length())
	assert.True(t, joined.Get("errors").Index(1).Equal(safejs.Unsafe(own.Value)))

	exception := js.Error{Value: js.ValueOf("thrown")}
	assert.Equal(t, "thrown", safejs.Unsafe(page.Thrown(fmt.Errorf("around: %w", exception))).String())

	for err, name := range map[error]string{context.DeadlineExceeded: "TimeoutError", context.Canceled: "AbortError"} {
		made := safejs.Unsafe(page.Thrown(fmt.Errorf("around: %w", err)))
		assert.Equal(t, name, made.Get("name").String())
		assert.Equal(t, "DOMException", made.Get("constructor").Get("name").String())
	}
}

func TestReasonOfManyValuesHasTheirWords(t *testing.T) {
	jqXHR := script(`({ status: 404, statusText: "Not Found" })`)
	for _, c := range []struct {
		rest []safejs.Value
		want string
	}{
		{[]safejs.Value{script(`"error"`), script(`"Not Found"`)}, "Not Found"},
		{[]safejs.Value{script(`"parsererror"`), script(`new SyntaxError("at 5")`)}, "SyntaxError: at 5"},
		{[]safejs.Value{script(`"timeout"`), script(`""`)}, "timeout"},
	} {
		values := append([]safejs.Value{jqXHR}, c.rest...)
		e := page.Reason(values)
		assert.EqualError(t, e, c.want)
		assert.True(t, safejs.Unsafe(e.Value).Equal(safejs.Unsafe(jqXHR)))
		assert.Len(t, e.Args, 3)
		assert.Len(t, page.Reasons(fmt.Errorf("around: %w", e)), 3)
		assert.Len(t, page.Reasons(detailedError{e}), 1, "one with a name of its own is that")
	}
	assert.Nil(t, page.Reason([]safejs.Value{jqXHR}).Args)
}
