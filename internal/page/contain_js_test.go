package page_test

import (
	"errors"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

func TestContainedTellsOfAPanicAndReportsIt(t *testing.T) {
	shown := reports(t)
	own := errors.New("own")
	assert.NoError(t, page.Contained(func() error { return nil }))
	assert.Equal(t, own, page.Contained(func() error { return own }))
	assert.Empty(t, shown.messages())

	err := page.Contained(func() error { panic(own) })
	var p *page.PanicError
	require.ErrorAs(t, err, &p)
	assert.ErrorIs(t, err, own)
	assert.Equal(t, []string{"panic: own"}, shown.messages())
}

func TestAReportGoesToTheConsoleWithoutReportError(t *testing.T) {
	for name, reportError := range map[string]string{
		"Node":        `undefined`,
		"a BigInt":    `5n`,
		"it throws":   `() => { throw new Error("no reports") }`,
		"it is there": `(error) => { errors.push("reported: " + error.message) }`,
	} {
		t.Run(name, func(t *testing.T) {
			replaced(t, "globalThis", "errors", `[]`)
			replaced(t, "console", "error", `(error) => { errors.push("console: " + error.message) }`)
			replaced(t, "globalThis", "reportError", reportError)
			page.Report(page.AsError(script(`new Error("mine")`)))
			want := "console: mine"
			if name == "it is there" {
				want = "reported: mine"
			}
			assert.Equal(t, want, safejs.Unsafe(script(`errors.join()`)).String())
		})
	}
}

func TestAReportThatNobodyTakesIsNoEnd(t *testing.T) {
	replaced(t, "globalThis", "reportError", `undefined`)
	for _, console := range []string{`undefined`, `5n`, `{}`, `{ error() { throw new Error("no console") } }`} {
		restore := replaced(t, "globalThis", "console", console)
		page.Report(errors.New("lost"))
		restore()
	}
}
