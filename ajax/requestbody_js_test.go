package ajax_test

import (
	"errors"
	"io"
	"strings"
	"syscall/js"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
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
