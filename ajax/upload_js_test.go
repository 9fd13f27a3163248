package ajax_test

import (
	"context"
	"errors"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
)

// uploader stands for XMLHttpRequest where there is none: it does what act does with each of its objects when that is
// sent, in a task of its own.
func uploader(t *testing.T, act string) {
	t.Helper()
	replace(t, "xhrs", "[]")
	replace(t, "XMLHttpRequest", `((act) => class {
		upload = {}; headers = []; status = 0; statusText = ""; responseURL = ""; response = null;
		open(method, url) { Object.assign(this, { method, url }) }
		setRequestHeader(...header) { this.headers.push(header.join(": ")) }
		getAllResponseHeaders() { return "content-type: application/json\r\nx-kind: a:b\r\n" }
		send(body) { this.body = body; xhrs.push(this); setTimeout(() => act(this), 0) }
		abort() { this.aborted = true; this.onabort() }
		answer(status, text) {
			Object.assign(this, { status, statusText: "so", responseURL: "/there", response: new TextEncoder().encode(text).buffer });
			this.onload({});
		}
	})(`+act+`)`)
}

func lastXHR() js.Value { return js.Global().Get("xhrs").Call("at", -1) }

func TestUploadsTellOfTheirProgress(t *testing.T) {
	leakless(t)
	calls := fetching(t, `async () => new Response("")`)
	uploader(t, `(xhr) => {
		xhr.upload.onprogress({ loaded: 2, total: 4 });
		setTimeout(() => {
			xhr.upload.onprogress({ loaded: 4, total: 4 });
			xhr.onprogress({ loaded: 3, total: 0 });
			xhr.answer(201, '{"a":1}');
		}, 0);
	}`)
	var up, down []ajax.Progress
	resp, err := ajax.Put(t.Context(), "/x", []byte("ABCD"), ajax.Header("X-A", "1"), ajax.Credentials("include"),
		ajax.OnUpload(func(p ajax.Progress) { up = append(up, p) }),
		ajax.OnProgress(func(p ajax.Progress) { down = append(down, p) }))
	require.NoError(t, err)
	assert.Equal(t, []ajax.Progress{{Loaded: 2, Total: 4}, {Loaded: 4, Total: 4}}, up)
	assert.Equal(t, []ajax.Progress{{Loaded: 3}}, down)
	assert.Equal(t, ajax.Head{Status: 201, StatusText: "so", URL: "/there", Headers: resp.Headers}, resp.Head)
	assert.Equal(t, "a:b", resp.Header("X-Kind"))
	assert.Equal(t, 1, safejs.Unsafe(resp.Data).Get("a").Int())
	xhr := lastXHR()
	assert.Equal(t, "PUT", xhr.Get("method").String())
	assert.Equal(t, "/x", xhr.Get("url").String())
	assert.Equal(t, "65,66,67,68", xhr.Get("body").Call("join").String())
	assert.Equal(t, "arraybuffer", xhr.Get("responseType").String())
	assert.True(t, xhr.Get("withCredentials").Bool())
	assert.Contains(t, xhr.Get("headers").Call("join").String(), "X-A: 1")
	assert.True(t, xhr.Get("onload").IsNull() && xhr.Get("upload").Get("onprogress").IsNull(), "a released callback is nobody's handler")
	assert.Equal(t, 0, calls.Length())
}

func TestAnUploadFailsAsARequestByFetchDoes(t *testing.T) {
	leakless(t)
	upload := func(ctx context.Context, act string, opts ...ajax.Option) error {
		uploader(t, act)
		_, err := ajax.Post(ctx, "/x", "text", append(opts, ajax.OnUpload(func(ajax.Progress) {}))...)
		return err
	}
	var status *ajax.StatusError
	require.ErrorAs(t, upload(t.Context(), `(xhr) => xhr.answer(404, "{}")`), &status)
	assert.Equal(t, "{}", status.Response.Text())
	var network *ajax.NetworkError
	require.ErrorAs(t, upload(t.Context(), `(xhr) => xhr.onerror({})`), &network)
	assert.EqualError(t, network, "TypeError: the request failed: /x")
	require.NoError(t, upload(t.Context(), `(xhr) => xhrs.length < 2 ? xhr.onerror({}) : xhr.answer(200, "{}")`,
		ajax.Retry(ajax.RetryPolicy{Methods: []string{"POST"}, Backoff: 1})))

	var timeout *ajax.TimeoutError
	require.ErrorAs(t, upload(t.Context(), `() => {}`, ajax.Timeout(1)), &timeout)
	assert.True(t, lastXHR().Get("aborted").Bool())
	reason := errors.New("reason")
	ctx, cancel := context.WithCancelCause(t.Context())
	go cancel(reason)
	assert.Equal(t, reason, upload(ctx, `() => {}`))
	assert.True(t, lastXHR().Get("aborted").Bool())
}

func TestWhereFetchIsNeededNoProgressOfUploadsIsTold(t *testing.T) {
	leakless(t)
	never := ajax.OnUpload(func(ajax.Progress) { t.Error("told") })
	calls := fetching(t, `async () => new Response("")`)
	uploader(t, `(xhr) => xhr.answer(200, "{}")`)
	_, err := ajax.Post(t.Context(), "/x", "text", never, ajax.Credentials("omit"))
	require.NoError(t, err)
	_, err = ajax.Delete(t.Context(), "/x", never)
	require.NoError(t, err)
	replace(t, "XMLHttpRequest", "undefined")
	_, err = ajax.Post(t.Context(), "/x", "text", never)
	require.NoError(t, err)
	assert.Equal(t, 3, calls.Length())
}

// In a browser, the numbers are those of the network.
func TestABrowserTellsOfAnUpload(t *testing.T) {
	if !js.Global().Get("document").Truthy() {
		t.Skip("no browser")
	}
	leakless(t)
	var last ajax.Progress
	_, err := ajax.Post(t.Context(), "/", make([]byte, 100_000), ajax.OnUpload(func(p ajax.Progress) { last = p }))
	if err != nil { // the server may want no such request
		var status *ajax.StatusError
		require.ErrorAs(t, err, &status)
	}
	assert.Equal(t, ajax.Progress{Loaded: 100_000, Total: 100_000}, last)
}

func TestABodyThatIsWatchedKeepsItsContentType(t *testing.T) {
	leakless(t)
	uploader(t, `(xhr) => xhr.answer(200, "{}")`)
	req := &ajax.Request{Method: "POST", URL: "/x", Body: ajax.Values{{"a", 1}}}
	ajax.OnUpload(func(ajax.Progress) {})(req)
	ajax.OnUpload(func(ajax.Progress) {})(req) // twice
	_, err := ajax.Do(t.Context(), req)
	require.NoError(t, err)
	assert.Equal(t, "a=1", lastXHR().Get("body").String())
	assert.Contains(t, lastXHR().Get("headers").Call("join").String(), "Content-Type: application/x-www-form-urlencoded; charset=UTF-8")
}
