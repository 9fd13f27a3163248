package e2e_test

import (
	"strings"
	"testing"

	"github.com/godeferred/godeferred/e2e/harness"
)

// seedPages are the code examples of the two articles that this project began with, each with what a visitor does and
// sees (seed/visits). The articles' code runs as it was written, with godeferred as $; only what their reprint has
// broken was repaired: letters' case, quotes, spaces, the ends of comments, `element` for `image` in the panel of images,
// and one tag. "?fails" has the server fail. The first article's code is lost altogether: its pages follow what its text says about it.
//
// "The promise of deferred in JQ asynchronous programming":
//
//	before      A, B, C as they were written before: callbacks in callbacks, and waiting for two variables
//	states      "Introduction to deferred characteristics", and the second article's table of methods
//	wait        the wrapper of setTimeout
//	done        $.ajax with done and fail, several callbacks, lists of them
//	joined      A and B, then C
//	sequence    A, then B, then C
//
// "Creating responsive applications using jQuery Deferred and Promise":
//
//	promise            the pseudo-code of "Promise"
//	when               "The deferreds of jQuery": when, with requests and with values
//	news               getLatestNews, getLatestReactions, prepareInterface
//	cached-script      "Asynchronous Caching"
//	create-cache       "Universal Asynchronous Caching"
//	image              "Picture Loading"
//	search             "API response to cached data"
//	after-dom-ready    "Timed"
//	animate-promise    "Synchronizing multiple animations": animatePromise
//	effect-promises    the same: six helpers
//	click-only-once    "One-off event": what people usually write
//	bind-once          the same, with bindOnce and firstClick
//	panel-itself       "Load panel contents and open panel on first click", to the letter
//	panel-button       the same, with the button that its text speaks of
//	panel-images       "Load the image and open the panel on the first click"
//	delayed-images     "Load the image on the page after a specific delay": shown late
//	delayed-loading    the same: loaded late
var seedPages = []string{
	"before", "states", "wait", "done", "joined", "joined?fails", "sequence",
	"promise", "when", "when?fails", "news", "news?fails", "cached-script", "create-cache", "image", "image?fails",
	"search", "after-dom-ready",
	"animate-promise", "effect-promises", "click-only-once", "bind-once",
	"panel-itself", "panel-button", "panel-images", "delayed-images", "delayed-loading",
}

func TestTheArticlesExamples(t *testing.T) {
	t.Parallel()
	demo := harness.StartDemo(t)
	paths := make([]string, len(seedPages))
	for i, page := range seedPages {
		name, query, fails := strings.Cut(page, "?")
		paths[i] = "/seed/" + name + ".html"
		if fails {
			paths[i] += "?" + query
		}
	}
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		opts := append(seedAnswers(demo), harness.TrustedClicks(), harness.AllowErrors())
		harness.RunPages(t, b, paths, opts...)
	})
}
