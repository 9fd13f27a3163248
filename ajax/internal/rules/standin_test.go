package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The page asks about ordinary URLs once for all of a kind, which two patterns of its script tell. That is right only
// as long as the rules treat them alike. The engines' \s has more spaces than Go's: the page asks about those itself.
var ordinary, relative = pagePattern("ordinary"), pagePattern("relative")

const pageScript = "../../../web/src/ajax/address.js"

func pagePattern(name string) *regexp.Regexp {
	source, err := os.ReadFile(filepath.FromSlash(pageScript))
	if err != nil {
		panic(err)
	}
	found := regexp.MustCompile(`(?m)^const ` + name + ` = /(.+)/(i?);$`).FindStringSubmatch(string(source))
	if found == nil {
		panic(pageScript + " has no pattern " + name)
	}
	flags := ""
	if found[2] != "" {
		flags = "(?i)"
	}
	return regexp.MustCompile(flags + strings.ReplaceAll(found[1], `\/`, "/"))
}

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
