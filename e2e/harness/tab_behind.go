package harness

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// Behind opens another tab in front of this one, in the same window: the page is hidden, as the browser itself says
// (document.hidden), and has no frames. Anything that waits for one, such as [Tab.WaitFor], does not come back. The
// answer brings the tab to the front again; the other one is closed when the test ends.
//
// Page.setWebLifecycleState only freezes a page, and no command of Emulation hides one. A tab in a window of its own,
// as [NewTab] opens them, stays visible whatever is in front.
func (tab *Tab) Behind() (front func()) {
	tab.t.Helper()
	ctx, cancel := chromedp.NewContext(tab.Ctx, chromedp.WithNewWindow(false))
	tab.t.Cleanup(cancel)
	require.NoError(tab.t, chromedp.Do(ctx), "open a tab in front")
	toFront := func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.BringToFront, cdp.Empty{})
		return err
	}
	require.NoError(tab.t, chromedp.Do(ctx, chromedp.Func(toFront)), "bring it to the front")
	tab.become(true)
	return func() {
		tab.t.Helper()
		tab.Do("bring the tab to the front", chromedp.Func(toFront))
		tab.become(false)
	}
}

// become waits until the page knows that it is hidden, or shown.
func (tab *Tab) become(hidden bool) {
	tab.t.Helper()
	want := "visible"
	if hidden {
		want = "hidden"
	}
	Eval[string](tab, `new Promise((resolve) => {
		const look = () => document.visibilityState === "`+want+`" && resolve(document.visibilityState);
		document.addEventListener("visibilitychange", look);
		look();
	})`)
}
