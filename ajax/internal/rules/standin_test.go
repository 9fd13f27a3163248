package rules

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The page asks about ordinary URLs once for all of a kind: the twins of these two patterns are in
// web/src/ajax/address.js. That is right only as long as the rules treat them alike.
var (
	ordinary = regexp.MustCompile(`(?i)^(https?://[\w.-]+(?::\d+)?)?/(?:[^/\\#\s][^\\#\s]*)?$`)
	relative = regexp.MustCompile(`^[\w.-][^\\#\s:]*$`)
)

// standIn is the shortest URL of the same kind, "" where there is none.
func standIn(url string) string {
	if match := ordinary.FindStringSubmatch(url); match != nil {
		return match[1] + "/"
	}
	if relative.MatchString(url) {
		return "/"
	}
	return ""
}

func TestWhatHasNoStandIn(t *testing.T) {
	for _, url := range []string{
		"", "//h/x", `/\h/x`, "/x#y", "javascript:alert(1)", "java\tscript:x", " /x", "x:y", "file:///x", "?a", "https://u:p@h/x",
	} {
		assert.Empty(t, standIn(url), url)
	}
}

// standsIn checks that a plan for url is the plan for what stands in for it, but for the URL itself.
func standsIn(t *testing.T, url, method, types, origin string, cross int8) {
	short := standIn(url)
	if short == "" {
		return
	}
	planFor := func(url string) (Plan, error) {
		p, err := Make(&Settings{
			URL: url, Method: method, DataType: types, ContentType: form, AcceptsAny: "*/*", Accepts: types,
			Origin: origin, PageOrigin: here, CrossDomain: Answer((cross & 3) % 3),
		})
		if err != nil {
			return Plan{}, err
		}
		return *p, nil
	}
	plan, err := planFor(url)
	of, errOf := planFor(short)
	require.NoError(t, err, url)
	require.NoError(t, errOf, short)
	assert.Equal(t, url, plan.URL)
	assert.Equal(t, url, plan.CacheURL)
	plan.URL, plan.CacheURL = short, short
	assert.Equal(t, of, plan, url)
}

func FuzzStandIn(f *testing.F) {
	for _, url := range []string{"/", "/a?b=c&_=1", "/a//b", "x.json?y=/z", "https://h.example:81/x?y:z", "HTTP://h/", "/a:b"} {
		for cross := range int8(3) {
			f.Add(url, "get", "", here, cross)
			f.Add(url, "POST", "json text", there, cross)
		}
	}
	f.Fuzz(standsIn)
}
