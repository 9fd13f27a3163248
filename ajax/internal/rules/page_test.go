//go:build !js

package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/nodetest"
)

// Before it asks for a plan, the page finds out itself whether a script is wanted, which comes from no cache, and
// whether it has to make text of data for the URL.
func TestThePageKnowsScriptsAndWhatGoesIntoTheURL(t *testing.T) {
	type request struct {
		Type     string `json:"type"`
		DataType string `json:"dataType"`
	}
	type decision struct {
		Script, InURL bool
		First         string
	}
	var cases []request
	for _, method := range []string{"GET", "get", "Head", "HEAD", "POST", "put", "PATCH", "DELETE", "OPTIONS", "GETS", "AHEAD", "get ", ""} {
		for _, types := range []string{
			"", " ", "\t\n", "*", "json", "script", "Script", "SCRIPT json", " script", "\fscript\ttext", "\vscript", "script,json",
			"scripts", "jsonp", "JSONP", "jsonp script", "json jsonp", "text script", "xjsonp", "jsonp\u00a0", "ſcript", "html",
		} {
			cases = append(cases, request{method, types})
		}
	}
	answers := nodetest.Answers[decision](t, `import { inURL, isScript, typesOf } from "./web/src/ajax/datatype.js";`,
		`({ type, dataType }) => {
			const [first] = typesOf(dataType);
			return { First: first, Script: isScript(first), InURL: inURL(first, type) };
		}`, cases)
	for i, c := range cases {
		p, err := Make(&Settings{URL: "/", Method: c.Type, DataType: c.DataType, Headers: true, Origin: here, PageOrigin: here})
		require.NoError(t, err)
		script := p.Types[0] == "script"
		assert.Equal(t, script, answers[i].Script, "%q: a script", c.DataType)
		if !script { // the rules make "script json" of jsonp
			assert.Equal(t, p.Types[0], answers[i].First, "%q: the first type", c.DataType)
		}
		assert.Equal(t, script || !p.Body, answers[i].InURL, "%+v: in the URL", c)
	}
}
