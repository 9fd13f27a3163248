package harness

// A Page is one that a test drives from outside: a [Tab] of Chromium or a [WebKitWindow].
type Page interface {
	Open(url string)
	Goto(url string)
	Click(selector string)
	WaitFor(expression string)
}

var _, _ Page = (*Tab)(nil), (*WebKitWindow)(nil)

// Eval answers the value of a JavaScript expression, awaited if it is a promise. The test fails where that rejects, and
// where it is undefined or null and T has no nil.
func Eval[T any](page Page, expression string) T {
	switch page := page.(type) {
	case *Tab:
		page.t.Helper()
		return evalInTab[T](page, expression)
	case *WebKitWindow:
		page.t.Helper()
		return evalInWebKit[T](page, expression)
	default:
		panic("harness.Eval: of no browser's page")
	}
}
