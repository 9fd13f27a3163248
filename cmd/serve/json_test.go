package main

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestJSONAnswersItsParameters(t *testing.T) {
	f := newFixture(t)
	got := decode[map[string]any](t, f.get("/demo/json?a=1&b=2&b=3&c=%C3%A4&d"))
	assert.Equal(t, map[string]any{"a": "1", "b": []any{"2", "3"}, "c": "ä", "d": ""}, got)
	assert.JSONEq(t, `{}`, f.get("/demo/json").Body.String())
	assert.Equal(t, http.StatusOK, f.ask(http.MethodPost, "/demo/json").Code)
}

func TestJSONAnswersTheVeryValueAskedFor(t *testing.T) {
	f := newFixture(t)
	for _, value := range []string{`null`, ` [1, 2] `, `{"__proto__":{"polluted":true}}`} {
		assert.Equal(t, value, f.get("/demo/json?value="+url.QueryEscape(value)).Body.String())
	}
	assert.Equal(t, http.StatusBadRequest, f.get("/demo/json?value={").Code)
}

func TestJSONOfManyRows(t *testing.T) {
	f := newFixture(t)
	got := decode[map[string][]row](t, f.get("/demo/json?rows=3"))
	require.Len(t, got["rows"], 3)
	assert.Equal(t, row{2, 4, "This is row 2 of 3, and it says so at some length."}, got["rows"][2])
	for _, wrong := range []string{"-1", "many", "100001"} {
		assert.Equal(t, http.StatusBadRequest, f.get("/demo/json?rows="+wrong).Code, wrong)
	}
}

func TestJSONPCallsTheFunctionNamed(t *testing.T) {
	f := newFixture(t)
	w := f.get("/demo/jsonp?callback=jQuery1.$_2&a=1&_=99")
	assert.Equal(t, "text/javascript; charset=utf-8", w.Header().Get("Content-Type"))
	assert.Equal(t, `/**/jQuery1.$_2({"a":"1"});`, w.Body.String())
}

// What comes back runs as a script of this server, so nothing but a name may come back.
func TestJSONPTakesNothingButAName(t *testing.T) {
	f := newFixture(t)
	for _, callback := range []string{"", "alert(1)", "a;b", "a b", "a\n", "<x>", "a=b", "ä", strings.Repeat("a", 201)} {
		for _, path := range []string{"/demo/jsonp", "/demo/search"} {
			w := f.get(path + "?q=go&callback=" + url.QueryEscape(callback))
			assert.Equal(t, http.StatusBadRequest, w.Code, "%s %q", path, callback)
			assert.Equal(t, "application/json", w.Header().Get("Content-Type"), "%s %q", path, callback)
		}
	}
	body := f.get("/demo/jsonp?callback=f&a=" + url.QueryEscape("</script>\u2028")).Body.String()
	assert.Equal(t, `/**/f({"a":"\u003c/script\u003e\u2028"});`, body)
}

func TestMisfits(t *testing.T) {
	f := newFixture(t)
	for _, row := range []struct{ path, mediaType, body string }{
		{"/demo/malformed.json", "application/json", `{"title": "This object has no end"`},
		{"/demo/empty.json", "application/json", ""},
		{"/demo/empty", "text/plain; charset=utf-8", ""},
		{"/demo/wrong-type.json", "text/html; charset=utf-8", `{"title": "JSON in the wrong clothes"}`},
		{"/demo/script.js", "text/javascript; charset=utf-8", "globalThis.demoScriptRuns = (globalThis.demoScriptRuns ?? 0) + 1;\n"},
		{"/demo/broken.js", "text/javascript; charset=utf-8", "globalThis.demoBroken = ;\n"},
	} {
		w := f.get(row.path)
		assert.Equal(t, http.StatusOK, w.Code, row.path)
		assert.Equal(t, row.mediaType, w.Header().Get("Content-Type"), row.path)
		assert.Equal(t, row.body, w.Body.String(), row.path)
	}
}
