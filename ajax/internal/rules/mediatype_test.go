package rules

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

// jQuery 4's ajaxSettings.contents, asked in its order; there, content types are compared as they come.
var contents = []struct {
	kind    string
	pattern *regexp.Regexp
}{
	{kindXML, regexp.MustCompile(`(?i)\bxml\b`)},
	{kindHTML, regexp.MustCompile(`(?i)\bhtml`)},
	{kindJSON, regexp.MustCompile(`(?i)\bjson\b`)},
}

func TestKindOfIsJQuerys(t *testing.T) {
	for _, contentType := range []string{
		"", "0json", "json9", "ajson", "jsonz", "Ajson", "jsonZ", "/json:", "@json[", "`json{", "text/plain", "application/json", "application/json; charset=utf-8", "APPLICATION/JSON",
		"application/problem+json", "application/vnd.api+json", "text/json", "application/jsonp", "application/x-json_x",
		"application/json5", "xjson", "json", "json ", "_json", "application/json-seq", "application/ndjson",
		"text/html", "text/html; charset=utf-8", "text/htmlx", "text/xhtml", "application/xhtml+xml", "text/xml",
		"application/xml", "image/svg+xml", "application/xmlx", "text/javascript", "text/css", "multipart/mixed; boundary=json",
		"jsonjson json", "xm", "jso", "text/html; x=xml",
	} {
		t.Run(contentType, func(t *testing.T) { assert.Equal(t, expectedKind(contentType), kindOf(contentType)) })
	}
}

func FuzzKindOf(f *testing.F) {
	f.Add("application/json")
	f.Add("text/x-XML; html=json")
	f.Fuzz(func(t *testing.T, contentType string) {
		for i := range len(contentType) {
			if contentType[i] >= 0x80 { // regexp folds letters that no media type has, such as ſ
				t.Skip()
			}
		}
		assert.Equal(t, expectedKind(contentType), kindOf(contentType))
	})
}

func expectedKind(contentType string) string {
	for _, c := range contents {
		if c.pattern.MatchString(contentType) {
			return c.kind
		}
	}
	return ""
}
