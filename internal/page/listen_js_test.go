package page_test

import (
	"strconv"
	"testing"

	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/page"
)

var kinds = map[int]string{page.Done: "done", page.Failed: "failed", page.Progress: "progress"}

// hear listens to a thenable and notes what it hears, such as "progress 1 2".
func hear(t *testing.T, thenable string) (heard *[]string, forget func()) {
	t.Helper()
	promise := script(thenable)
	then, is, err := page.Then(promise)
	require.NoError(t, err)
	require.True(t, is)
	heard = &[]string{}
	stop := page.Listen(promise, then, func(what int, values []safejs.Value) {
		text := kinds[what]
		for _, value := range values {
			text += " " + page.AsError(value).Error()
		}
		*heard = append(*heard, text)
	})
	return heard, func() { stop(nil) }
}

func TestAListenerHearsProgressAndOneEnd(t *testing.T) {
	for thenable, want := range map[string][]string{
		`{ then(done, fail, progress) { progress(1, 2); progress(); done("a"); progress(3); done("b"); fail("c") } }`: {"progress 1 2", "progress", "done a"},
		`{ then(done, fail, progress) { progress(1); fail("a", "b"); done("c") } }`:                                   {"progress 1", "failed a b"},
		`{ then(done, fail, progress) { progress(1); throw new RangeError("then") } }`:                                {"progress 1", "failed RangeError: then"},
	} {
		leakless(t)
		heard, forget := hear(t, thenable)
		assert.Equal(t, want, *heard)
		forget()
	}
}

func TestAForgottenListenerHearsNothing(t *testing.T) {
	before := page.Live()
	replaced(t, "globalThis", "teller", `{ then(...all) { this.all = all } }`)
	heard, forget := hear(t, `teller`)
	assert.Equal(t, before+1, page.Live())
	for range 2 {
		forget()
		assert.Equal(t, before, page.Live())
	}
	script(`teller.all.forEach((tell) => tell("late"))`)
	assert.Empty(t, *heard)
}

// Each number belongs to one listener and one kind.
func TestListenersDoNotHearEachOther(t *testing.T) {
	leakless(t)
	replaced(t, "globalThis", "tellers", `[]`)
	var all []*[]string
	for range 4 {
		heard, _ := hear(t, `{ then(...all) { tellers.push(all) } }`)
		all = append(all, heard)
	}
	for i := range all {
		script(`tellers[` + strconv.Itoa(i) + `][2](` + strconv.Itoa(i) + `)`)
		script(`tellers[` + strconv.Itoa(i) + `][` + strconv.Itoa(i%2) + `]()`)
	}
	for i, heard := range all {
		assert.Equal(t, []string{"progress " + strconv.Itoa(i), kinds[i%2]}, *heard)
	}
}

// A page deep in recursion has no stack left to make a function with.
func TestAListenerThatCannotBeBoundHearsARejection(t *testing.T) {
	leakless(t)
	replaced(t, "globalThis", "thenCalls", `[]`)
	restore := page.SetBindTeller(script(`() => { throw new RangeError("stack") }`))
	defer restore()
	heard, forget := hear(t, `{ then() { thenCalls.push(1) } }`)
	forget()
	assert.Equal(t, []string{"failed RangeError: stack"}, *heard)
	assert.Equal(t, 0, safejs.Unsafe(script(`thenCalls`)).Length())

	_, forget, err := page.Callback(func() {})
	assert.EqualError(t, err, "RangeError: stack")
	forget()
}

func TestAwaitDoesNotTakeProgressForTheEnd(t *testing.T) {
	leakless(t)
	values, err := page.Await(t.Context(), script(`{ then(done, fail, progress) { progress?.("half"); done("whole") } }`))
	require.NoError(t, err)
	assert.Equal(t, "whole", safejs.Unsafe(values[0]).String())
}
