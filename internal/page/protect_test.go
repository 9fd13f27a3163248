package page_test

import (
	"errors"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/page"
)

func TestProtectTellsHowAFunctionEnded(t *testing.T) {
	own := errors.New("own")
	for name, row := range map[string]struct {
		fn    func() (int, error)
		value int
		err   string
	}{
		"a value":           {func() (int, error) { return 5, nil }, 5, ""},
		"a value and error": {func() (int, error) { return 5, own }, 5, "own"},
		"a panic":           {func() (int, error) { panic("oops") }, 0, "panic: oops"},
		"Goexit":            {func() (int, error) { runtime.Goexit(); return 5, nil }, 0, "the function ended its goroutine (runtime.Goexit)"},
	} {
		t.Run(name, func(t *testing.T) {
			type outcome struct {
				value int
				err   error
			}
			finished := make(chan outcome, 2)
			go page.Protect(row.fn, func(value int, err error) { finished <- outcome{value, err} })
			got := <-finished
			assert.Equal(t, row.value, got.value)
			if row.err == "" {
				assert.NoError(t, got.err)
			} else {
				assert.EqualError(t, got.err, row.err)
			}
		})
	}
}

func TestAPanicIsTheErrorThatItWasCalledWith(t *testing.T) {
	own := errors.New("own")
	page.Protect(func() (int, error) { panic(own) }, func(_ int, err error) {
		assert.ErrorIs(t, err, own)
		var p *page.PanicError
		if assert.ErrorAs(t, err, &p) {
			assert.Contains(t, p.Stack, "TestAPanicIsTheErrorThatItWasCalledWith")
		}
	})
	assert.NoError(t, (&page.PanicError{Value: "no error"}).Unwrap())
}
