package main

import (
	"encoding/xml"
	"io/fs"
	"net/http"
	"strings"
	"testing"

	"github.com/godeferred/godeferred/web"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewsAndReactionsInEachForm(t *testing.T) {
	f := newFixture(t)
	stories := decode[[]story](t, f.get("/demo/news.json"))
	require.NotEmpty(t, stories)
	reactions := decode[[]reaction](t, f.get("/demo/reactions.json"))
	require.NotEmpty(t, reactions)

	w := f.get("/demo/news.html")
	assert.Equal(t, "text/html; charset=utf-8", w.Header().Get("Content-Type"))
	assert.NotContains(t, w.Body.String(), "<html", "a fragment")
	for _, s := range stories {
		assert.Contains(t, w.Body.String(), "<h3>"+s.Title+"</h3>")
	}
	assert.Contains(t, f.get("/demo/reactions.html").Body.String(), reactions[0].Text)

	w = f.get("/demo/xml")
	assert.Equal(t, "application/xml; charset=utf-8", w.Header().Get("Content-Type"))
	var doc struct {
		XMLName xml.Name `xml:"news"`
		Stories []story  `xml:"story"`
	}
	require.NoError(t, xml.Unmarshal(w.Body.Bytes(), &doc))
	assert.Equal(t, stories, doc.Stories)
}

func TestAFragmentEscapesWhatItIsMadeOf(t *testing.T) {
	var out strings.Builder
	require.NoError(t, storiesAsHTML.Execute(&out, []story{{Title: "<script>", Text: "a & b"}}))
	assert.Contains(t, out.String(), "<h3>&lt;script&gt;</h3><p>a &amp; b</p>")
}

func TestSearchFindsSentencesThatHaveEveryWord(t *testing.T) {
	f := newFixture(t)
	got := decode[found](t, f.get("/demo/search?q=River+TRIBUTARY"))
	assert.Equal(t, found{"River TRIBUTARY", 1, []string{"A river that flows into another river is called a tributary."}}, got)

	many := decode[found](t, f.get("/demo/search?q=a"))
	assert.Len(t, many.Hits, maxHits)
	assert.Greater(t, many.Total, maxHits)

	for _, query := range []string{"", "%20", "nosuchword", "river+nosuchword"} {
		w := f.get("/demo/search?q=" + query)
		assert.Equal(t, http.StatusOK, w.Code)
		assert.Contains(t, w.Body.String(), `"hits":[]`, "a list, also when there are none")
	}
}

func TestSearchAnswersByJSONPToo(t *testing.T) {
	f := newFixture(t)
	w := f.get("/demo/search?q=octopus&callback=show")
	assert.Equal(t, "text/javascript; charset=utf-8", w.Header().Get("Content-Type"))
	assert.Equal(t, `/**/show({"query":"octopus","total":1,"hits":["Octopuses have three hearts."]});`, w.Body.String())
}

func TestSentencesAreOnALineEach(t *testing.T) {
	text, err := fs.ReadFile(web.Content, "content/sentences.txt")
	require.NoError(t, err)
	seen := map[string]bool{}
	for line := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n") {
		assert.Regexp(t, `^[A-Zj].*\.$`, line)
		assert.False(t, seen[line], line)
		seen[line] = true
	}
	assert.Greater(t, len(seen), 30)
}
