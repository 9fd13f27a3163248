package page_test

import (
	"errors"
	"fmt"
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
