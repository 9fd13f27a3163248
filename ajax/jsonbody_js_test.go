package ajax_test

import (
	"math"
	"syscall/js"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
)

// says is a deferred.Valuer.
type says struct{ value any }

func (s says) PageValue() (any, error) { return s.value, nil }

func TestJSONBodyWritesWhatValueTakes(t *testing.T) {
	type named string
	for want, v := range map[string]any{
		`null`:      nil,
		`"ä\n"`:     "ä\n",
		`[[]]`:      [][]int{nil},
		`5`:         5,
		`0.5`:       0.5,
		`true`:      true,
		`"x"`:       named("x"),
		`[1,2]`:     []int{1, 2},
		`[1,2.5]`:   []float64{1, 2.5},
		`[[1],[2]]`: [][1]uint8{{1}, {2}},
		`{"10":1,"__proto__":2,"a":[null,"b"],"b":{},"c":null}`: map[string]any{
			"c": nil, "b": map[named]int{}, "a": []any{nil, "b"}, "__proto__": 2, "10": 1,
		},
		`{"v":[null,[1,2]]}`:         map[string]any{"v": says{[]any{(*says)(nil), []int8{1, 2}}}},
		`"1970-01-01T00:00:01.000Z"`: time.Unix(1, 0),
		`[null]`:                     []float64{math.NaN()},
		`{"d":1}`:                    js.Global().Call("eval", `({ d: 1, e() {} })`),
	} {
		t.Run(want, func(t *testing.T) {
			leakless(t)
			calls := fetching(t, `async () => new Response("")`)
			_, err := ajax.Post(t.Context(), "/x", ajax.JSONBody(v))
			require.NoError(t, err)
			assert.Equal(t, want, calls.Index(0).Get("body").String())
			assert.Contains(t, calls.Index(0).Get("headers").Call("flat").Call("join").String(), "Content-Type,application/json")
		})
	}
}

func TestANilPointerIsNull(t *testing.T) {
	leakless(t)
	calls := fetching(t, `async () => new Response("")`)
	_, err := ajax.Post(t.Context(), "/x", ajax.JSONBody((*int)(nil)))
	require.NoError(t, err)
	assert.Equal(t, "null", calls.Index(0).Get("body").String())
}

func TestJSONBodyKeepsAContentTypeOfItsOwn(t *testing.T) {
	leakless(t)
	calls := fetching(t, `async () => new Response("")`)
	_, err := ajax.Post(t.Context(), "/x", ajax.JSONBody(1), ajax.ContentType("application/merge-patch+json"))
	require.NoError(t, err)
	headers := calls.Index(0).Get("headers").Call("flat").Call("join").String()
	assert.Contains(t, headers, "Content-Type,application/merge-patch+json")
	assert.NotContains(t, headers, "application/json")
}

func TestWhatHasNoJSONIsRefused(t *testing.T) {
	ring := map[string]any{}
	ring["ring"] = ring
	for name, v := range map[string]any{
		"a struct":      struct{ A int }{1},
		"bytes":         map[string]any{"b": []byte("x")},
		"a Valuer":      says{make(chan int)},
		"a channel":     make(chan int),
		"a function":    js.Global().Get("Object"),
		"a ring":        ring,
		"a page's ring": js.Global().Call("eval", `(() => { const ring = {}; return ring.ring = ring })()`),
		"a BigInt":      js.Global().Call("eval", `({ big: 5n })`),
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			calls := fetching(t, `async () => new Response("")`)
			_, err := ajax.Post(t.Context(), "/x", ajax.JSONBody(v))
			var wrong deferred.TypeError
			require.ErrorAs(t, err, &wrong)
			assert.ErrorContains(t, err, "body must ")
			assert.Equal(t, 0, calls.Length())
		})
	}
}
