package ajax_test

import (
	"errors"
	"io"
	"math"
	"strings"
	"syscall/js"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
)

const echo = `(request, response) => {
	response.setHeader("x-type", request.headers["content-type"] ?? "none");
	request.pipe(response);
}`

func TestBodiesReachTheServerExactly(t *testing.T) {
	url := server(t, echo)
	binary := binaryBytes()
	for name, row := range map[string]struct {
		body              any
		want, contentType string
	}{
		"bytes":     {binary, string(binary), "none"},
		"no bytes":  {[]byte(nil), "", "none"},
		"a reader":  {io.MultiReader(strings.NewReader("a"), iotest.OneByteReader(strings.NewReader("\x00\xff"))), "a\x00\xff", "none"},
		"a string":  {"ä", "ä", "text/plain;charset=UTF-8"},
		"a form":    {ajax.Values{{"a b", 1}}, "a%20b=1", "application/x-www-form-urlencoded; charset=UTF-8"},
		"JSON":      {ajax.JSONBody("ä"), `"ä"`, "application/json"},
		"zero body": {ajax.EncodedBody{}, "", "none"},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			resp, err := ajax.Post(t.Context(), url, row.body)
			require.NoError(t, err)
			got, err := resp.Bytes()
			require.NoError(t, err)
			assert.True(t, row.want == string(got), "%d bytes", len(got))
			if row.want != "" {
				assert.Equal(t, row.contentType, resp.Header("X-Type"))
			}
		})
	}
}

func TestAReaderIsReadOnceForAllAttempts(t *testing.T) {
	leakless(t)
	replace(t, "posts", "[]")
	fetching(t, `async (_, { body }) => (posts.push(body.join()), new Response("", { status: posts.length < 3 ? 503 : 200, headers: { "retry-after": "0" } }))`)
	_, err := ajax.Put(t.Context(), "/x", strings.NewReader("AB"), ajax.Retry(ajax.RetryPolicy{}))
	require.NoError(t, err)
	assert.Equal(t, "65,66 65,66 65,66", js.Global().Get("posts").Call("join", " ").String())
}

func TestTheErrorOfAReaderIsThatOfTheRequest(t *testing.T) {
	leakless(t)
	calls := fetching(t, `async () => new Response("")`)
	reason := errors.New("reason")
	_, err := ajax.Post(t.Context(), "/x", iotest.ErrReader(reason))
	assert.Equal(t, reason, err)
	assert.Equal(t, 0, calls.Length())
}

func TestJSONBodyWritesWhatValueTakes(t *testing.T) {
	type named string
	for want, v := range map[string]any{
		`null`:             nil,
		`"ä\n"`:            "ä\n",
		`[[]]`:             [][]int{nil},
		`5`:                5,
		`0.5`:              0.5,
		`true`:             true,
		`"x"`:              named("x"),
		`[1,2]`:            []int{1, 2},
		`{"a":[null,"b"]}`: map[string]any{"a": []any{nil, "b"}, "c": nil},
		`[null]`:           []float64{math.NaN()},
		`{"d":1}`:          js.Global().Call("eval", `({ d: 1, e() {} })`),
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
