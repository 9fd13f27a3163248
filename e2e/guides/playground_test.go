package guides

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A snippet marked "run" has a link to the playground, where it prints the same.
func TestSnippetsInThePlayground(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	tab := harness.NewTab(t)
	runnable := 0
	for guide, found := range snippets(t) {
		for _, s := range found {
			if s.flags != "run" {
				continue
			}
			runnable++
			t.Run(guide+" "+s.String(), func(t *testing.T) {
				tab.Open(demo + "/404.html") // so that the next address is another page, rather than another fragment
				tab.Open(demo + "/playground.html#code=" + base64.RawURLEncoding.EncodeToString([]byte(strings.TrimRight(s.text, "\n"))))
				tab.Click("#run")
				for _, values := range prepared(s.text).expected {
					for _, value := range values {
						text, err := json.Marshal(value)
						require.NoError(t, err)
						tab.WaitFor(`document.querySelector("#console").textContent.includes(` + string(text) + `)`)
					}
				}
			})
		}
	}
	require.Greater(t, runnable, 7)
}
