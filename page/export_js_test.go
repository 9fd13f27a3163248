package page_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/page"
)

func nothing(context.Context, deferred.Args) (any, error) { return nil, nil }

func TestExportTellsWhatIsWrongInTheProgram(t *testing.T) {
	for name, want := range map[string]string{
		"":            `page.Export: no function can be called ""`,
		"then":        `page.Export: no function can be called "then"`,
		"toJSON":      `page.Export: no function can be called "toJSON"`,
		"constructor": `page.Export: no function can be called "constructor"`,
	} {
		assert.PanicsWithValue(t, want, func() { page.Export(name, nothing) })
	}
	assert.PanicsWithValue(t, `page.Export: the function of "search" is nil`, func() { page.Export("search", nil) })
	page.Export("search", nothing)
	assert.PanicsWithValue(t, `page.Export: "search" is exported twice`, func() { page.Export("search", nothing) })
}

// Under another loader, as these tests, nobody could call what a program exports.
func TestRunWithoutTheScriptSaysHowToLoadTheProgram(t *testing.T) {
	assert.False(t, page.Linked())
	assert.PanicsWithError(t, "page.Run: no script of godeferred's has started this program: load it by the data-wasm of godeferred.js, or by load({ wasm })", page.Run)
}

func Example() {
	page.Export("greet", func(_ context.Context, args deferred.Args) (any, error) {
		name, err := args.String(0)
		if err != nil {
			return nil, err // godeferred.go.greet(5) rejects with a TypeError that names the argument.
		}
		return "hello, " + name, nil
	})
	if page.Linked() {
		page.Run() // in a page, for as long as it lives
	}
	// Output:
}
