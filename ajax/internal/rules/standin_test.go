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

// place stands for data that go into a URL: see PLACE in web/src/ajax/plan.js.
const place = "\x01"

// dataStandIn checks that the rules put data where they put place, unless they have to read the data.
func dataStandIn(t *testing.T, url, data, types, headers string, bust bool) {
	jsonp := strings.Contains(lower(types), "jsonp")
	reads := bust && strings.Contains(data, "_=") || jsonp && strings.Contains(data, "?") || strings.Contains(url, place)
	if reads || data == "" {
		return
	}
	planFor := func(url, data string) *Plan {
		p, err := Make(&Settings{
			URL: url, Method: "GET", DataType: types, ContentType: form, HasData: true, Text: true, Process: true, Data: data,
			Bust: bust, Nonce: "5", Headers: headers != "", Origin: here, PageOrigin: here, JSONP: "callback", JSONPCallback: "f",
		})
		if err != nil {
			return nil
		}
		return p
	}
	plan, of := planFor(url, data), planFor(url, place)
	if plan == nil {
		assert.Nil(t, of)
		return
	}
	of.URL, of.CacheURL = strings.Replace(of.URL, place, data, 1), strings.Replace(of.CacheURL, place, data, 1)
	of.Data = data
	assert.Equal(t, of, plan, "%s with %q", url, data)

	short := standIn(url)
	if short == "" || bust || jsonp {
		return
	}
	if strings.Contains(url, "?") {
		short += "?"
	}
	p := planFor(short, place)
	assert.Equal(t, plan.URL, url+strings.Replace(p.URL[len(short):], place, data, 1))
	assert.Equal(t, plan.CacheURL, url+strings.Replace(p.CacheURL[len(short):], place, data, 1))
}

func FuzzDataStandIn(f *testing.F) {
	for _, url := range []string{"/x", "/x?", "/x?a=1", "/x?a=1#b", "http://h/x?_=4", "x?y", "javascript:x", "/x?c=?", "/a??"} {
		for _, data := range []string{"a=1", "_=3", "a_=3&b", "?", "a=?", "&&", "#", "a=1\x01"} {
			for _, bust := range []bool{false, true} {
				f.Add(url, data, "", "", bust)
				f.Add(url, data, "jsonp", "yes", bust)
			}
		}
	}
	f.Fuzz(dataStandIn)
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
