package ajax

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wrong"
)

const here = "https://here.example"

func TestARequestIsPlannedByTheRules(t *testing.T) {
	for name, row := range map[string]struct {
		request     Request
		method, url string
		headers     [][2]string
	}{
		"a GET": {
			Request{URL: "/x"}, "GET", "/x",
			[][2]string{{"Accept", "*/*"}, {"X-Requested-With", "XMLHttpRequest"}},
		},
		"a query": {
			Request{URL: "/x?a=1#h", Query: Values{{"b", []any{1, 2}}}}, "GET", "/x?a=1&b%5B%5D=1&b%5B%5D=2#h",
			[][2]string{{"Accept", "*/*"}, {"X-Requested-With", "XMLHttpRequest"}},
		},
		"a form and a query": {
			Request{Method: "post", URL: "/x", Body: Values{{"a", 1}}, Query: Values{{"b", 2}}}, "POST", "/x?b=2",
			[][2]string{{"Accept", "*/*"}, {"Content-Type", formType}, {"X-Requested-With", "XMLHttpRequest"}},
		},
		"a query and no body": {
			Request{Method: "delete", URL: "/x", Query: Values{{"b", 2}}}, "DELETE", "/x?b=2",
			[][2]string{{"Accept", "*/*"}, {"X-Requested-With", "XMLHttpRequest"}},
		},
		"what no cache answers": {
			Request{Method: "POST", URL: "/x", Body: "", NoCache: true}, "POST", "/x",
			[][2]string{{"Accept", "*/*"}, {"X-Requested-With", "XMLHttpRequest"}},
		},
		"own headers": {
			Request{URL: "/x", Headers: [][2]string{{"accept", "a/b"}, {"X-A", "1"}, {"x-a", "2"}}}, "GET", "/x",
			[][2]string{{"X-Requested-With", "XMLHttpRequest"}, {"accept", "a/b"}, {"x-a", "2"}},
		},
		"JSON": {
			Request{URL: "/x", JSON: true}, "GET", "/x",
			[][2]string{{"Accept", "application/json, text/javascript, */*; q=0.01"}, {"X-Requested-With", "XMLHttpRequest"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			plan, headers, err := row.request.plan(here, here)
			require.NoError(t, err)
			assert.Equal(t, row.method, plan.Method)
			assert.Equal(t, row.url, plan.URL)
			assert.Equal(t, row.headers, headers)
		})
	}
}

func TestAnotherOriginIsNotToldWhoAsks(t *testing.T) {
	_, headers, err := (&Request{URL: "https://there.example/"}).plan("https://there.example", here)
	require.NoError(t, err)
	assert.Equal(t, [][2]string{{"Accept", "*/*"}}, headers)
}

func TestRequestsThatAreRefused(t *testing.T) {
	for name, request := range map[string]Request{
		"a scheme":           {URL: "javascript:alert(1)"},
		"a line break":       {URL: "/x", Headers: [][2]string{{"X-A", "1\r\nX-B: 2"}}},
		"a name":             {URL: "/x", Headers: [][2]string{{"X A", "1"}}},
		"credentials":        {URL: "/x", Credentials: "all"},
		"a GET with a body":  {URL: "/x", Method: "GET", Body: "x"},
		"a HEAD with a body": {URL: "/x", Method: "head", Body: "x"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := request.plan(here, here)
			var wrong wrong.TypeError
			assert.ErrorAs(t, err, &wrong)
		})
	}
}

func TestTheZeroRetryTriesTwiceMore(t *testing.T) {
	assert.Equal(t, 0, (*RetryPolicy)(nil).policy().Limit)
	assert.Equal(t, 2, (&RetryPolicy{}).policy().Limit)
	assert.Equal(t, []string{"PATCH"}, (&RetryPolicy{Methods: []string{"patch"}}).policy().Methods)
	p := (&RetryPolicy{Limit: 5, Methods: []string{"POST"}, StatusCodes: []int{500}, Backoff: time.Second, MaxDelay: time.Minute}).policy()
	assert.Equal(t, []int{500}, p.Statuses)
	assert.EqualValues(t, 1000, p.Backoff)
	assert.EqualValues(t, 60_000, p.MaxDelay)
}

// The page face has the same headers, written down by itself: they are among the page's own settings, or sent by no rule.
// It also draws the random number that a rule takes.
func TestThePageSendsTheSameHeaders(t *testing.T) {
	for file, line := range map[string]string{
		"settings.js": `json: "` + acceptJSON + `",`,
		"jqxhr.js":    `["` + requestedWith[0] + `", "` + requestedWith[1] + `"]`,
		"send.js":     "random: whole(Math.random() * " + strconv.Itoa(rules.RandomRange) + "),",
	} {
		source, err := os.ReadFile(filepath.Join("..", "web", "src", "ajax", file))
		require.NoError(t, err)
		assert.Equal(t, 1, strings.Count(string(source), line), "%s: %s", file, line)
	}
}
