package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/wrong"
)

const (
	here  = "https://here.example"
	there = "https://there.example"
	form  = FormType + "; charset=UTF-8"
)

func TestWhereARequestGoes(t *testing.T) {
	get := func(change func(s *Settings)) Settings {
		s := Settings{URL: "/x", Method: "GET", ContentType: form, AcceptsAny: "*/*", Origin: here, PageOrigin: here, Nonce: "7"}
		change(&s)
		return s
	}
	data := func(text string) func(*Settings) {
		return func(s *Settings) { s.HasData, s.Text, s.Process, s.Data = true, true, true, text }
	}
	for name, row := range map[string]struct {
		settings      Settings
		url, cacheURL string
	}{
		"as it is":                  {get(func(s *Settings) { s.URL = "/x?a#b" }), "/x?a#b", "/x?a"},
		"without a scheme":          {get(func(s *Settings) { s.URL = "//h/x" }), "https://h/x", "https://h/x"},
		"data":                      {get(data("a=1")), "/x?a=1", "/x?a=1"},
		"data behind a query":       {get(func(s *Settings) { data("a=1")(s); s.URL = "/x?b#c" }), "/x?b&a=1#c", "/x?b&a=1"},
		"data of a POST":            {get(func(s *Settings) { data("a=1")(s); s.Method = "post" }), "/x", "/x"},
		"data, only a fragment":     {get(func(s *Settings) { data("a=1")(s); s.URL = "#h" }), "?a=1#h", "?a=1"},
		"data, only a query":        {get(func(s *Settings) { data("a=1")(s); s.URL = "?b" }), "?b&a=1", "?b&a=1"},
		"data that is no text":      {get(func(s *Settings) { s.HasData = true }), "/x", "/x"},
		"past caches, only a query": {get(func(s *Settings) { s.Bust = true; s.URL = "?_=1&a" }), "?&a&_=7", "?&a"},
		"past caches, no value":     {get(func(s *Settings) { s.Bust = true; s.URL = "/x?_=" }), "/x?&_=7", "/x?"},
		"past caches, no equals":    {get(func(s *Settings) { s.Bust = true; s.URL = "/x?_" }), "/x?_&_=7", "/x?_"},
		"past caches":               {get(func(s *Settings) { s.Bust = true; s.URL = "/x#h" }), "/x?_=7#h", "/x"},
		"past caches, again":        {get(func(s *Settings) { s.Bust = true; s.URL = "/x?_=1&a=2" }), "/x?&a=2&_=7", "/x?&a=2"},
		"past caches, at end":       {get(func(s *Settings) { s.Bust = true; s.URL = "/x?a=2&_=1" }), "/x?a=2&&_=7", "/x?a=2&"},
		"a POST past caches":        {get(func(s *Settings) { s.Bust = true; s.Method = "POST" }), "/x", "/x"},
		"a script":                  {get(func(s *Settings) { s.DataType = "script"; s.Bust = true }), "/x?_=7", "/x"},
		"a script from caches":      {get(func(s *Settings) { s.DataType = "script" }), "/x", "/x"},
		"JSONP": {
			get(func(s *Settings) { s.DataType, s.JSONP, s.JSONPCallback = "jsonp", "cb", "f" }), "/x?cb=f", "/x?cb=f",
		},
		"JSONP in place": {
			get(func(s *Settings) { s.DataType, s.JSONP, s.JSONPCallback, s.URL = "jsonp", "cb", "f", "/x?c=?&d" }), "/x?c=f&d", "/x?c=f&d",
		},
		"JSONP anywhere": {
			get(func(s *Settings) { s.DataType, s.JSONP, s.JSONPCallback, s.URL = "jsonp", "cb", "f", "/??/x" }), "/f/x", "/f/x",
		},
		"JSONP in data": {
			get(func(s *Settings) { data("c=?")(s); s.DataType, s.JSONP, s.JSONPCallback = "jsonp", "cb", "f" }), "/x?c=f", "/x?c=f",
		},
		"JSONP at the beginning": {
			get(func(s *Settings) { s.DataType, s.JSONP, s.JSONPCallback, s.URL = "jsonp", "cb", "f", "??" }), "f", "f",
		},
		"JSONP, another parameter": {
			get(func(s *Settings) { s.DataType, s.JSONP, s.JSONPCallback, s.URL = "jsonp", "cb", "f", "/x?a=b" }), "/x?a=b&cb=f", "/x?a=b&cb=f",
		},
		"JSONP, another without a value": {
			get(func(s *Settings) { s.DataType, s.JSONP, s.JSONPCallback, s.URL = "jsonp", "cb", "f", "/x?a=" }), "/x?a=&cb=f", "/x?a=&cb=f",
		},
		"JSONP, an empty query": {
			get(func(s *Settings) { s.DataType, s.JSONP, s.JSONPCallback, s.URL = "jsonp", "cb", "f", "/x?" }), "/x?&cb=f", "/x?&cb=f",
		},
		"JSONP without a parameter": {get(func(s *Settings) { s.DataType, s.JSONPCallback = "jsonp", "f" }), "/x", "/x"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := Make(&row.settings)
			require.NoError(t, err)
			assert.Equal(t, row.url, p.URL)
			assert.Equal(t, row.cacheURL, p.CacheURL)
		})
	}
}

func TestOrigins(t *testing.T) {
	for name, row := range map[string]struct {
		said   Answer
		origin string
		cross  bool
	}{
		"the page's own": {Unsaid, here, false}, "another": {Unsaid, there, true}, "none": {Unsaid, "", true},
		"said to be own": {No, there, false}, "said to be another": {Yes, here, true},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := Make(&Settings{URL: "/x", Method: "GET", CrossDomain: row.said, Origin: row.origin, PageOrigin: here})
			require.NoError(t, err)
			assert.Equal(t, row.cross, p.Cross)
			assert.Equal(t, "same-origin", p.Credentials)
		})
	}
}

func TestCredentialsGoElsewhereOnlyIfAsked(t *testing.T) {
	for _, row := range []struct {
		word string
		with bool
		want string
	}{
		{"", false, "same-origin"}, {"", true, "include"}, {"omit", true, "omit"}, {"include", false, "include"},
		{"same-origin", true, "same-origin"},
	} {
		got, err := credentials(row.word, row.with)
		require.NoError(t, err)
		assert.Equal(t, row.want, got)
	}
	_, err := Make(&Settings{URL: "/x", Credentials: "all"})
	var wrong wrong.TypeError
	assert.ErrorAs(t, err, &wrong)
}

func TestWhenAnElementLoadsTheScript(t *testing.T) {
	for name, row := range map[string]struct {
		settings Settings
		element  bool
		types    []string
	}{
		"a script":                {Settings{DataType: "script"}, true, []string{"script"}},
		"with headers":            {Settings{DataType: "script", Headers: true}, false, []string{"script"}},
		"headers, and attributes": {Settings{DataType: "script", Headers: true, ScriptAttrs: true}, true, []string{"script"}},
		"JSONP":                   {Settings{DataType: "jsonp"}, false, []string{"script", "json"}},
		"JSONP from elsewhere":    {Settings{DataType: "JSONP", CrossDomain: Yes}, true, []string{"script", "json"}},
		"JSONP, made text":        {Settings{DataType: "jsonp text"}, false, []string{"script", "json", "text"}},
		"no script":               {Settings{DataType: " json\n xml "}, false, []string{"json", "xml"}},
		"nothing said":            {Settings{}, false, []string{"*"}},
		"nothing":                 {Settings{DataType: " "}, false, []string{""}},
	} {
		t.Run(name, func(t *testing.T) {
			s := row.settings
			s.URL, s.Method, s.Origin, s.PageOrigin = "/x", "POST", here, here
			p, err := Make(&s)
			require.NoError(t, err)
			assert.Equal(t, row.element, p.Script)
			assert.Equal(t, row.types, p.Types)
			assert.Equal(t, map[bool]string{true: "GET", false: "POST"}[row.element], p.Method)
		})
	}
}

func TestContentTypeAndAccept(t *testing.T) {
	p, err := Make(&Settings{URL: "/", Method: "POST", HasData: true, Process: true, ContentType: form, Accepts: "a/b", DataType: "json"})
	require.NoError(t, err)
	assert.True(t, p.SendContentType)
	assert.True(t, p.Form)
	assert.Equal(t, "a/b, */*; q=0.01", p.Accept)
	p, err = Make(&Settings{URL: "/", Method: "POST", HasData: true, NoContentType: true, Accepts: "*/*"})
	require.NoError(t, err)
	assert.False(t, p.SendContentType)
	assert.Equal(t, "*/*", p.Accept)
	p, err = Make(&Settings{URL: "/", Method: "GET", OwnContentType: true})
	require.NoError(t, err)
	assert.True(t, p.SendContentType)
}

func TestWhenDataIsAForm(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*Settings)
		want   bool
	}{
		"a form":        {func(*Settings) {}, true},
		"no data":       {func(s *Settings) { s.HasData = false }, false},
		"not processed": {func(s *Settings) { s.Process = false }, false},
		"JSON":          {func(s *Settings) { s.ContentType = "application/json" }, false},
		"no body":       {func(s *Settings) { s.Method = "head" }, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := Settings{URL: "/", Method: "post", HasData: true, Process: true, ContentType: form}
			row.change(&s)
			p, err := Make(&s)
			require.NoError(t, err)
			assert.Equal(t, row.want, p.Form)
			assert.Contains(t, []string{"POST", "HEAD"}, p.Method)
			assert.Equal(t, p.Method == "POST", p.Body)
		})
	}
}

func TestAnythingIsAcceptedUnlessSaid(t *testing.T) {
	p, err := Make(&Settings{URL: "/", Method: "GET", AcceptsAny: "*/*", DataType: "names"})
	require.NoError(t, err)
	assert.Equal(t, "*/*", p.Accept)
}

func TestAPlanRefusesURLs(t *testing.T) {
	_, err := Make(&Settings{URL: "javascript:alert(1)", Method: "GET"})
	assert.ErrorContains(t, err, "url must be")
}

func TestHeadersThatAreRefused(t *testing.T) {
	for _, pair := range [][2]string{
		{"", "1"}, {"a b", "1"}, {"a:", "1"}, {"a\n", "1"}, {"ä", "1"}, {"a", "1\r\nb: 2"}, {"a", "1\n"}, {"a", "\r"}, {"a", "\x00"},
	} {
		assert.Error(t, CheckHeader(pair[0], pair[1]), "%q", pair)
	}
	for _, pair := range [][2]string{{"a", ""}, {"X-A_b.c~", " ä\t1 "}, {"!#$%&'*+-.^_`|~", "1"}} {
		assert.NoError(t, CheckHeader(pair[0], pair[1]), "%q", pair)
	}
}
