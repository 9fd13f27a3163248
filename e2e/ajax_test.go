package e2e_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestAjaxBesideJQuery(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ajax/beside-jquery.html", requestAnswers()...)
	})
}

// What pages replace, add and read of requests.
func TestRequestsOfPages(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ajax/own.html", requestAnswers()...)
	})
}

func TestRequestsByChance(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ajax/random.html", requestAnswers()...)
	})
}

func TestCaches(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ajax/caches.js", requestAnswers()...)
	})
}

func TestScriptsUnderAPolicy(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	policy := harness.WithHeader("Content-Security-Policy",
		"script-src 'self' 'wasm-unsafe-eval' 'nonce-page'; require-trusted-types-for 'script'; trusted-types godeferred")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ajax/policy.js", append(requestAnswers(), policy)...)
	})
}

func TestAjaxOffline(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	tab := started(t)
	ask := `new Promise((resolve) => godeferred.get("/empty").always((x, textStatus, thrown) =>
		resolve([textStatus, x.status ?? 0, x.readyState ?? 0, String(thrown?.name)].join())))`
	assert.Equal(t, "success,0,0,undefined", harness.Eval[string](tab, ask))
	offline := func(is bool) {
		call(tab, "cut the network", cutNetwork, networkConditions{
			Offline: is,
			EmulateNetworkConditionsByRuleParams: network.EmulateNetworkConditionsByRuleParams{
				MatchedNetworkConditions: []*network.Conditions{{Offline: is, DownloadThroughput: -1, UploadThroughput: -1}},
			},
		})
	}
	offline(true)
	assert.Equal(t, "error,0,0,TypeError", harness.Eval[string](tab, ask))
	offline(false)
	assert.Equal(t, "success,0,0,undefined", harness.Eval[string](tab, ask))
}

// networkConditions has what Chromium up to 148 asks for, beside what later ones do: there, being offline is said of
// all conditions, not of each.
type networkConditions struct {
	Offline bool `json:"offline"`
	network.EmulateNetworkConditionsByRuleParams
}

var cutNetwork = cdp.Command[networkConditions, cdp.Empty]{Method: network.CommandEmulateNetworkConditionsByRule}

// requestAnswers is all that the pages about requests ask for. The browser writes failed ones to its
// console, as errors.
func requestAnswers() []harness.Option {
	c := &counter{seen: map[string]int{}}
	return slices.Concat(answers(), moreAnswers(c), faults(c), []harness.Option{harness.AllowErrors()})
}

// moreAnswers is what the pages about requests ask for, beside answers.
func moreAnswers(c *counter) []harness.Option {
	return []harness.Option{
		answer("/empty", "text/plain", 200, ""),
		answer("/html", "text/html; charset=utf-8", 200, "<p>html"),
		answer("/xml", "application/xml", 200, "<a><b>1</b></a>"),
		answer("/badxml", "application/xml", 200, "<a"),
		answer("/xmltext", "text/plain", 200, "<a/>"),
		answer("/textjson", "text/plain", 200, `{"a":1}`),
		answer("/badscript", "text/javascript", 200, "this is none"),
		answer("/evil", "application/json", 200, `{"__proto__":{"polluted":1}}`),
		answer("/yaml", "text/yaml", 200, "a: 1"),
		answer("/latin1", "text/plain; charset=iso-8859-1", 200, "h\xe4llo"),
		answer("/marked", "application/json; charset=iso-8859-1", 200, "\xef\xbb\xbf{\"a\":\"\xc3\xa4\"}"),
		answer("/marked16", "text/plain", 200, "\xff\xfeh\x00\xe4\x00"),
		answer("/marked16be", "text/plain; charset=utf-8", 200, "\xfe\xff\x00h\x00\xe4"),
		answer("/latin1xml", "application/rss+xml", 200, "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe4</a>"),
		answer("/latin1untyped", "", 200, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe4</a>"),
		answer("/utf16xml", "text/xml", 200, "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>\xc3\xa4</a>"),
		answer("/declared", "text/xml; charset=utf-8", 200, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xc3\xa4</a>"),
		answer("/noxml", "text/plain", 200, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xc3\xa4</a>"),
		answer("/failed-script", "text/javascript", 500, "window.ranOfFailure = true"),
		harness.With("/notype", func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Content-Type"] = nil
			_, _ = io.WriteString(w, `{"a":1}`)
		}),
		harness.With("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/text", http.StatusFound) }),
		harness.With("/echo", echo),
		harness.With("/jsonp", func(w http.ResponseWriter, r *http.Request) {
			c.count(r)
			w.Header().Set("Content-Type", "text/javascript")
			name := r.FormValue("callback")
			if name == "" {
				name = r.FormValue("cb")
			}
			_, _ = io.WriteString(w, name+`({"a":[`+"1"+`]}, 2)`)
		}),
		harness.With("/modified", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("ETag", `"1"`)
			w.Header().Set("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")
			if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") != "" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			_, _ = io.WriteString(w, "fresh")
		}),
	}
}

// echo answers with what arrived: method, URL, body and the headers that a page can choose.
func echo(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	headers := map[string]string{}
	for name := range r.Header {
		if strings.HasPrefix(name, "X-") || name == "Accept" || name == "Content-Type" {
			headers[name] = strings.Join(r.Header.Values(name), "|")
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{
		"method": r.Method, "url": r.URL.String(), "body": string(body), "headers": headers,
	})
}

// A failed request that nobody handles is a line of the console that says what failed.
func TestUncaughtFailuresAreReadable(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	tab := started(t)
	harness.Eval[bool](tab, `new Promise((resolve) => {
		addEventListener("unhandledrejection", () => setTimeout(resolve, 0, true));
		godeferred.get("/none");
	})`)
	assert.Equal(t, []string{"uncaught: Uncaught (in promise) HttpError: GET /none: 404 Not Found"}, tab.Errors())
}

func TestAjaxFaults(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ajax/faults.js", requestAnswers()...)
	})
}

func TestAjaxBeyondJQuery(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		elsewhere, err := url.Parse(harness.Serve(t, faults(&counter{seen: map[string]int{}})...).URL)
		require.NoError(t, err)
		harness.RunPage(t, b, "/pages/ajax/beyond-jquery.js?port="+elsewhere.Port(), requestAnswers()...)
	})
}
