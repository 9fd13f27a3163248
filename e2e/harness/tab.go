package harness

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// A Tab is a tab of Chromium in a browser context of its own: no cookies, cache or storage are shared between tests.
type Tab struct {
	// Ctx is the chromedp context, for whatever the methods below do not offer.
	Ctx context.Context

	t   testing.TB
	log tabLog
}

// NewTab opens an empty tab, which is closed when the test ends.
func NewTab(t testing.TB) *Tab {
	t.Helper()
	tab := &Tab{t: t}
	ctx, cancel := chromedp.NewContext(startChromium(t),
		chromedp.WithNewBrowserContext(),
		chromedp.WithListener(tab.log.listen),
	)
	t.Cleanup(cancel)
	require.NoError(t, chromedp.Do(ctx, tab.log.enable()), "open a tab")
	tab.Ctx = ctx
	return tab
}

// Open goes to a URL and waits for its load event.
func (tab *Tab) Open(url string) {
	tab.t.Helper()
	tab.Do("open "+url, chromedp.Navigate(url))
}

// Goto goes to a URL and does not wait for the load event, which a page with a slow resource sends late.
func (tab *Tab) Goto(url string) {
	tab.t.Helper()
	tab.Do("go to "+url, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.Navigate, page.NavigateParams{URL: url})
		return err
	}))
}

// Do runs chromedp actions; the test fails, naming what was tried, when one of them does.
func (tab *Tab) Do(what string, actions ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	ctx, cancel := within(tab.Ctx)
	defer cancel()
	require.NoErrorf(tab.t, chromedp.Do(ctx, actions...), "%s\nthe page's console:\n%s", what, tab.log.all())
}

// Click clicks the first element that the CSS selector finds, as a person does: the event is trusted.
func (tab *Tab) Click(selector string) {
	tab.t.Helper()
	tab.Do("click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// WaitFor waits until the JavaScript expression is true. It is asked once a frame.
func (tab *Tab) WaitFor(expression string) {
	tab.t.Helper()
	ctx, cancel := within(tab.Ctx)
	defer cancel()
	_, err := chromedp.Run(ctx, chromedp.Poll[bool]("!!("+expression+")", chromedp.WithPollingTimeout(Deadline)))
	require.NoErrorf(tab.t, err, "wait for %s\nthe page's console:\n%s", expression, tab.log.all())
}

func evalInTab[T any](tab *Tab, expression string) T {
	tab.t.Helper()
	ctx, cancel := within(tab.Ctx)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoErrorf(tab.t, err, "evaluate %s\nthe page's console:\n%s", expression, tab.log.all())
	return value
}

// Errors is what the page wrote to the console as an error, and its uncaught exceptions, so far and in order.
func (tab *Tab) Errors() []string { return tab.log.errors() }

// Console is every line of the page's console so far.
func (tab *Tab) Console() []string { return tab.log.lines() }
