package ajax_test

import (
	"io"
	"strings"
	"syscall/js"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
)

// binary is a server's answer of 400,000 bytes, most of which are not valid UTF-8.
const binary = `(_, response) => {
	const bytes = new Uint8Array(400_000);
	for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 7) ^ (i >> 8);
	response.end(bytes);
}`

func binaryBytes() []byte {
	b := make([]byte, 400_000)
	for i := range b {
		b[i] = byte(i*7 ^ i>>8)
	}
	return b
}

// Text used to make 688,000 bytes of such a body.
func TestABinaryBodyIsExactHoweverItIsRead(t *testing.T) {
	want := binaryBytes()
	for name, read := range map[string]func(t *testing.T, url string) ([]byte, error){
		"Bytes": func(t *testing.T, url string) ([]byte, error) {
			resp, err := ajax.Get(t.Context(), url)
			require.NoError(t, err)
			return resp.Bytes()
		},
		"Bytes with OnProgress": func(t *testing.T, url string) ([]byte, error) {
			resp, err := ajax.Get(t.Context(), url, ajax.OnProgress(func(ajax.Progress) {}))
			require.NoError(t, err)
			return resp.Bytes()
		},
		"Text": func(t *testing.T, url string) ([]byte, error) {
			resp, err := ajax.Get(t.Context(), url)
			require.NoError(t, err)
			assert.False(t, resp.ValidText())
			return []byte(resp.Text()), nil
		},
		"Blob": func(t *testing.T, url string) ([]byte, error) {
			resp, err := ajax.Get(t.Context(), url)
			require.NoError(t, err)
			blob, err := resp.Blob()
			require.NoError(t, err)
			b := make([]byte, safejs.Unsafe(blob).Get("size").Int())
			js.CopyBytesToGo(b, js.Global().Get("Uint8Array").New(settled(t, safejs.Unsafe(blob).Call("arrayBuffer"))))
			return b, nil
		},
		"Open": func(t *testing.T, url string) ([]byte, error) {
			stream, err := ajax.Open(t.Context(), &ajax.Request{URL: url})
			require.NoError(t, err)
			return io.ReadAll(stream)
		},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			got, err := read(t, server(t, binary))
			require.NoError(t, err)
			assert.True(t, string(want) == string(got), "%d bytes", len(got))
		})
	}
}

func TestTextIsReadInItsCharset(t *testing.T) {
	for name, row := range map[string]struct {
		contentType, body string // the body as a list of bytes
		text, pageText    string
		valid             bool
	}{
		"UTF-8":                 {"text/plain", "104,195,164", "hä", "hä", true},
		"a byte order mark":     {"text/plain", "239,187,191,104", "h", "h", true},
		"not UTF-8":             {"text/plain", "104,228,105", "h\xe4i", "h\ufffdi", false},
		"a name of UTF-8":       {"text/plain; charset=unicode-1-1-utf-8", "104,228", "h\xe4", "h\ufffd", false},
		"an unknown charset":    {"text/plain; charset=none", "195,164", "ä", "ä", true},
		"windows-1252":          {"text/plain; charset=windows-1252", "104,228", "hä", "hä", true},
		"UTF-16":                {"text/plain; charset=utf-16", "228,0", "ä", "ä", true},
		"a surrogate by itself": {"text/plain; charset=utf-16", "0,216", "\ufffd", "\ufffd", false},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			fetching(t, `async () => new Response(new Uint8Array([`+row.body+`]), { headers: { "content-type": "`+row.contentType+`" } })`)
			resp, err := ajax.Get(t.Context(), "/x")
			require.NoError(t, err)
			assert.Equal(t, row.text, resp.Text())
			value, err := resp.TextValue()
			require.NoError(t, err)
			assert.Equal(t, row.pageText, safejs.Unsafe(value).String())
			assert.Equal(t, row.valid, resp.ValidText())
		})
	}
}

func TestJSONIsReadInItsCharset(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response(new Uint8Array([34, 228, 34]), { headers: { "content-type": "application/json; charset=latin1" } })`)
	resp, err := ajax.Get(t.Context(), "/x")
	require.NoError(t, err)
	assert.Equal(t, "ä", safejs.Unsafe(resp.Data).String())
}

func TestABlobHasTheContentType(t *testing.T) {
	leakless(t)
	fetching(t, `async () => new Response("x", { headers: { "content-type": "image/x" } })`)
	resp, err := ajax.Get(t.Context(), "/x")
	require.NoError(t, err)
	blob, err := resp.Blob()
	require.NoError(t, err)
	assert.Equal(t, "image/x", safejs.Unsafe(blob).Get("type").String())
}

// parser stands for DOMParser where there is none.
const parser = `class { parseFromString(text, kind) {
	const problem = text === "<a>" && kind === "text/xml" ? { textContent: "no end" } : null;
	return { text, contentType: kind, querySelector: (name) => name === "parsererror" ? problem : null };
} }`

func TestDocumentParsesXMLAndHTML(t *testing.T) {
	leakless(t)
	if !js.Global().Get("DOMParser").Truthy() {
		replace(t, "DOMParser", parser)
	}
	for contentType, want := range map[string]string{
		"application/atom+xml": "text/xml", "text/html; charset=utf-8": "text/html", "application/xhtml+xml": "text/xml", "text/plain": "text/xml",
	} {
		fetching(t, `async () => new Response("<a></a>", { headers: { "content-type": "`+contentType+`" } })`)
		resp, err := ajax.Get(t.Context(), "/x")
		require.NoError(t, err)
		document, err := resp.Document()
		require.NoError(t, err)
		got := safejs.Unsafe(document).Get("contentType").String()
		assert.Equal(t, want, strings.Replace(got, "application/xml", "text/xml", 1), contentType)
	}
}

func TestDocumentRefusesXMLThatIsNotWellFormed(t *testing.T) {
	leakless(t)
	if !js.Global().Get("DOMParser").Truthy() {
		replace(t, "DOMParser", parser)
	}
	fetching(t, `async () => new Response("<a>", { headers: { "content-type": "text/xml" } })`)
	resp, err := ajax.Get(t.Context(), "/x")
	require.NoError(t, err)
	_, err = resp.Document()
	var parse *ajax.ParseError
	require.ErrorAs(t, err, &parse)
	assert.ErrorContains(t, err, "Invalid XML: ")
	assert.Same(t, resp, parse.Response)
}

func TestDocumentNeedsAParser(t *testing.T) {
	leakless(t)
	replace(t, "DOMParser", "undefined")
	fetching(t, `async () => new Response("<a></a>")`)
	resp, err := ajax.Get(t.Context(), "/x")
	require.NoError(t, err)
	_, err = resp.Document()
	assert.ErrorContains(t, err, "DOMParser")
}
