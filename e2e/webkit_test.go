package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestWebKitClicksAsAPersonDoes(t *testing.T) {
	t.Parallel()
	w := harness.NewWebKitWindow(t)
	w.Open(`data:text/html,<button onclick="document.title = event.isTrusted ? 'trusted' : 'not'">x</button>`)
	w.Click("button")
	w.WaitFor(`document.title !== ""`)
	assert.Equal(t, "trusted", harness.Eval[string](w, "document.title"))
}

// What another window does meanwhile is no matter, though WebDriver has one current window.
func TestWebKitWindowsKeepApart(t *testing.T) {
	t.Parallel()
	one, other := harness.NewWebKitWindow(t), harness.NewWebKitWindow(t)
	one.Open("data:text/html,<title>one</title>")
	other.Open("data:text/html,<title>other</title>")
	assert.Equal(t, "one", harness.Eval[string](one, "document.title"))
	assert.Equal(t, "other", harness.Eval[string](other, "new Promise((resolve) => setTimeout(resolve, 1, document.title))"))
	assert.Equal(t, "visible", harness.Eval[string](one, "document.visibilityState"))
	assert.Equal(t, 7, harness.Eval[int](one, "3 + 4"))
}
