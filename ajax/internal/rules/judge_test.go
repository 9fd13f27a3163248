package rules

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// jQuery's own.
var own = Converters{{"* text", false}, {"text html", true}, {"text json", false}, {"text xml", false}, {"text script", false}}

func TestConversions(t *testing.T) {
	for name, row := range map[string]struct {
		types string
		more  Converters
		want  string
	}{
		"nothing":               {"text", nil, "text"},
		"one":                   {"text json", nil, "text|text json|json"},
		"the same":              {"text html", nil, "text||html"},
		"as it comes":           {"text *", nil, "text||text"},
		"twice the same":        {"text text json", nil, "text||text|text json|json"},
		"by way of text":        {"blob json", nil, "blob|* text|text|text json|json"},
		"text, under HTML":      {"blob html", nil, "blob|* text|html"},
		"missing":               {"text yaml", nil, "text|!|yaml"},
		"the page's":            {"text yaml", Converters{{"text yaml", false}}, "text|text yaml|yaml"},
		"by way of JSON":        {"text names", Converters{{"json names", false}}, "text|text json|json|json names|names"},
		"the same as JSON":      {"text j", Converters{{"json j", true}}, "text|text json|j"},
		"of the same":           {"text h", Converters{{"html h", false}}, "text|html h|h"},
		"taken from any":        {"x y", Converters{{"* y", false}}, "x|* y|y"},
		"the first is used":     {"text z", Converters{{"xml z", false}, {"json z", false}}, "text|text xml|xml|xml z|z"},
		"the first that exists": {"text z", Converters{{"nothing z", false}, {"json z", false}}, "text|text json|json|json z|z"},
		"no types":              {"", nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := append(own[:len(own):len(own)], row.more...).chain(words(row.types))
			assert.Equal(t, row.want, strings.Join(got, "|"))
		})
	}
}

func TestTheTypesBeginWithTheBodys(t *testing.T) {
	v := Judge(&Arrival{Status: 200, ContentType: "text/json", Types: []string{"*", "*", "names"}, Converters: own})
	assert.Equal(t, []string{"text", "json", "names"}, v.Types)
	v = Judge(&Arrival{Status: 200, Form: "none", Types: []string{"script"}, Converters: own})
	assert.Equal(t, []string{"script"}, v.Types)
}

func TestTheFormIsChosenAmongWhatATransportHas(t *testing.T) {
	for name, row := range map[string]struct {
		types, forms, contentType string
		want                      string // the form, and the types
	}{
		"the one asked for":         {"json", "text json", "", "json|json"},
		"one that can be made":      {"json", "xml text", "", "text|text json"},
		"the first, if none can":    {"yaml", "xml text", "", "xml|xml yaml"},
		"the first, if any":         {"*", "xml text", "", "xml|xml"},
		"by the content type":       {"*", "xml json", "text/json", "json|json"},
		"made, by the content type": {"*", "x text", "text/json", "text|text json"},
		"behind any":                {"* names", "x names", "", "names|names"},
	} {
		t.Run(name, func(t *testing.T) {
			v := Judge(&Arrival{
				Status: 200, ContentType: row.contentType, Types: words(row.types), Forms: words(row.forms), Converters: own,
			})
			assert.Equal(t, row.want, v.Form+"|"+strings.Join(v.Types, " "))
		})
	}
}

func TestWhatAnswersMean(t *testing.T) {
	for name, row := range map[string]struct {
		arrival Arrival
		want    string // word, form, charset, chain
	}{
		"JSON by its type":      {Arrival{Status: 200, ContentType: "application/json"}, "success text  text|text json|json"},
		"no type":               {Arrival{Status: 200}, "success text  text"},
		"a type nobody knows":   {Arrival{Status: 200, ContentType: "image/png"}, "success text  text"},
		"HEAD":                  {Arrival{Status: 200, Method: "HEAD"}, "nocontent text  text"},
		"304":                   {Arrival{Status: 304}, "notmodified text  text"},
		"JSON of a failure":     {Arrival{Status: 500, ContentType: "text/json"}, "error text  text|text json|json"},
		"Latin 1":               {Arrival{Status: 200, ContentType: `text/plain; x=1; Charset="ISO-8859-1"`}, "success text iso-8859-1 text"},
		"UTF-8":                 {Arrival{Status: 200, ContentType: "text/plain; charset=UTF-8"}, "success text  text"},
		"asked for, whatever":   {Arrival{Status: 200, ContentType: "text/html", Types: []string{"json"}}, "success text  text|text json|json"},
		"a blob":                {Arrival{Status: 200, ContentType: "text/json", Types: []string{"blob"}}, "success blob  blob"},
		"a blob has no charset": {Arrival{Status: 200, ContentType: "a/b; charset=iso-8859-1", Types: []string{"blob"}}, "success blob  blob"},
		"no types":              {Arrival{Status: 200, Form: "text", Types: []string{}}, "success text  text"},
		"a blob, as JSON":       {Arrival{Status: 200, Types: []string{"blob", "json"}}, "success blob  blob|* text|text|text json|json"},
		"binary":                {Arrival{Status: 200, Form: "binary"}, "success binary  binary"},
		"a script":              {Arrival{Status: 200, Types: []string{"script"}}, "success text  text|text script|script"},
		"a script by element":   {Arrival{Status: 200, Form: "none", Types: []string{"script"}}, "success none  script"},
		"no script of failures": {Arrival{Status: 404, Types: []string{"script"}}, "error text  text||script"},
		"a pattern matches": {
			Arrival{Status: 200, ContentType: "application/json", Contents: []Content{{"script", Yes}, {"json", Unsaid}}},
			"success text  text|text script|script",
		},
		"a pattern does not": {
			Arrival{Status: 200, ContentType: "application/json", Contents: []Content{{"xml", No}, {"json", Unsaid}}},
			"success text  text|text json|json",
		},
		"a pattern, but no content type": {
			Arrival{Status: 200, Contents: []Content{{"script", Yes}}}, "success text  text",
		},
		"switched off": {
			Arrival{Status: 200, ContentType: "application/json", Contents: []Content{{"json", No}}}, "success text  text",
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := row.arrival
			a.Converters = own
			if a.Types == nil {
				a.Types = []string{"*"}
			}
			if a.Method == "" {
				a.Method = "GET"
			}
			v := Judge(&a)
			assert.Equal(t, row.want, v.Word+" "+v.Form+" "+v.Charset+" "+strings.Join(v.Chain, "|"))
			assert.NotContains(t, v.Types, "*")
		})
	}
}
