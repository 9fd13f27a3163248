package ajax_test

import (
	"fmt"
	"syscall/js"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/internal/page"
)

// What internal/page asks an error for, to make the page's of it.
type pageError interface {
	error
	PageErrorName() string
	PageErrorFields() map[string]any
}

func TestAStatusErrorHasFieldsInThePage(t *testing.T) {
	leakless(t)
	fetching(t, `async () => Object.defineProperty(new Response('{"why":"sold out"}', {
		status: 410, statusText: "Gone", headers: { "content-type": "application/json", "x-kind": "a" } }), "url", { value: "https://a.example/x" })`)
	_, err := ajax.Get(t.Context(), "/x")
	own, is := err.(pageError)
	require.True(t, is)
	assert.Equal(t, "StatusError", own.PageErrorName())
	fields := own.PageErrorFields()
	response := safejs.Unsafe(fields["response"].(safejs.Value))
	delete(fields, "response")
	assert.Equal(t, map[string]any{"status": 410, "statusText": "Gone", "url": "https://a.example/x"}, fields)
	assert.True(t, response.InstanceOf(js.Global().Get("Response")))
	assert.Equal(t, 410, response.Get("status").Int())
	assert.Equal(t, "Gone", response.Get("statusText").String())
	assert.Equal(t, "a", response.Get("headers").Call("get", "x-kind").String())
	assert.False(t, response.Get("bodyUsed").Bool())
	assert.Equal(t, "sold out", settled(t, response.Call("json")).Get("why").String())

	again := safejs.Unsafe(own.PageErrorFields()["response"].(safejs.Value))
	assert.Equal(t, `{"why":"sold out"}`, settled(t, again.Call("text")).String(), "each has a body of its own")
}

func TestTheResponseOfAStatusErrorHasTheExactBytes(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response(new Uint8Array([0, 228, 255]), { status: 500 })`)
	_, err := ajax.Get(t.Context(), "/x")
	response := safejs.Unsafe(err.(pageError).PageErrorFields()["response"].(safejs.Value))
	body := js.Global().Get("Uint8Array").New(settled(t, response.Call("arrayBuffer")))
	assert.Equal(t, "0,228,255", body.Call("join").String())
}

func TestOtherErrorsHaveNamesAndFieldsInThePage(t *testing.T) {
	leakless(t)
	fetching(t, `async (url) => url === "/cut" ? Promise.reject(new TypeError("offline"))
		: url === "/slow" ? new Promise(() => {})
		: new Response(url === "/empty" ? null : "{", { status: url === "/empty" ? 205 : 200, headers: { "content-type": "application/json" } })`)
	_, parse := ajax.Get(t.Context(), "/x")
	_, empty := ajax.Get(t.Context(), "/empty")
	_, network := ajax.Get(t.Context(), "/cut")
	_, timeout := ajax.Get(t.Context(), "/slow", ajax.Timeout(time.Millisecond))

	assert.Equal(t, "SyntaxError", parse.(pageError).PageErrorName())
	response := safejs.Unsafe(parse.(pageError).PageErrorFields()["response"].(safejs.Value))
	assert.Equal(t, "{", settled(t, response.Call("text")).String())
	response = safejs.Unsafe(empty.(pageError).PageErrorFields()["response"].(safejs.Value))
	assert.Equal(t, 205, response.Get("status").Int(), "a status that has no body")
	assert.Equal(t, "NetworkError", network.(pageError).PageErrorName())
	assert.Equal(t, map[string]any{"url": "/cut"}, network.(pageError).PageErrorFields())
	assert.Equal(t, "TimeoutError", timeout.(pageError).PageErrorName())
	assert.Equal(t, map[string]any{"url": "/slow"}, timeout.(pageError).PageErrorFields())
}

// A program that returns the error from an exported function need not know any of this.
func TestThePageSeesTheStatusError(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response("sold out", { status: 410, statusText: "Gone" })`)
	_, err := ajax.Get(t.Context(), "/x")
	thrown := safejs.Unsafe(page.Thrown(fmt.Errorf("the price: %w", err)))
	assert.True(t, thrown.InstanceOf(js.Global().Get("Error")))
	assert.Equal(t, "StatusError", thrown.Get("name").String())
	assert.Equal(t, 410, thrown.Get("status").Int())
	assert.Equal(t, "Gone", thrown.Get("statusText").String())
	assert.Equal(t, "sold out", settled(t, thrown.Get("response").Call("text")).String())
}
