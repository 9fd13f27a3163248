package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/wrong"
)

func TestURLsThatAreRequested(t *testing.T) {
	for _, url := range []string{
		"", "x", "/x", "./x", "../x", "?q=javascript:x", "#a:b", "//host/x", "\\\\host\\x",
		"http://h/", "https://h/", "HTTPS://h/", "hTtP:x", "blob:https://h/1", "data:,x", "Data:text/plain,x",
		"\thttp://h/", " \x00https://h/", "ht\ntps://h/",
		"a/b:c", "1http:x", "+a:b", ":x", "ä:x", "a b:c", "jävascript:x", "%6aavascript:x",
	} {
		t.Run(url, func(t *testing.T) { assert.NoError(t, CheckURL(url)) })
	}
}

func TestURLsThatAreRefused(t *testing.T) {
	for _, url := range []string{
		"javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "\x01javascript:x", "java\tscript:x",
		"java\r\nscript:x", "javascript\n:x", "\njavascript:x", "\t \njavascript:x",
		"file:///etc/passwd", "ftp://h/", "ws://h/", "wss://h/", "about:blank", "vbscript:x", "mailto:a@b",
		"view-source:http://h/", "filesystem:http://h/x", "chrome-extension://x/", "c:\\x", "a:x", "A:x", "z:x", "Z:x", "h0:x", "h9:x", "httpx://h", "http+x:y", "a.b:c",
	} {
		t.Run(url, func(t *testing.T) {
			err := CheckURL(url)
			var wrong wrong.TypeError
			require.ErrorAs(t, err, &wrong)
			assert.Contains(t, err.Error(), "url must be relative or begin with http:, https:, blob: or data:, not ")
		})
	}
}

func FuzzSchemeOf(f *testing.F) {
	f.Add("java\nscript:x")
	f.Fuzz(func(t *testing.T, url string) {
		scheme := schemeOf(url)
		for i := range len(scheme) {
			c := scheme[i]
			assert.True(t, 'a' <= c && c <= 'z' || i > 0 && inScheme(c), "%q of %q", scheme, url)
		}
	})
}
