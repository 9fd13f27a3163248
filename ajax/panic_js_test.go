package ajax_test

import (
	"context"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
)

var errPanic = errors.New("a panic")

func panics(ajax.Progress) { panic(errPanic) }

type panickyReader struct{}

func (panickyReader) Read([]byte) (int, error) { panic(errPanic) }

// A panic in OnProgress used to end the program.
func TestAPanicOfTheProgramIsReportedOnceAndEndsNothing(t *testing.T) {
	values := ajax.Values{{"a", func() any { panic(errPanic) }}}
	for name, row := range map[string]struct {
		run   func(t *testing.T) error
		fails bool // else the request continues
	}{
		"OnProgress of Get": {run: func(t *testing.T) error {
			resp, err := ajax.Get(t.Context(), "/x", ajax.OnProgress(panics))
			require.NoError(t, err)
			assert.Equal(t, "text", resp.Text())
			return nil
		}},
		"OnProgress of Open": {run: func(t *testing.T) error {
			stream, err := ajax.Open(t.Context(), &ajax.Request{URL: "/x", OnProgress: panics})
			require.NoError(t, err)
			b, err := io.ReadAll(stream)
			assert.Equal(t, "text", string(b))
			return err
		}},
		"OnUpload": {run: func(t *testing.T) error {
			uploader(t, `(xhr) => { xhr.upload.onprogress({ loaded: 4, total: 4 }); xhr.answer(200, "{}") }`)
			_, err := ajax.Post(t.Context(), "/x", "text", ajax.OnUpload(panics))
			return err
		}},
		"OnProgress of an upload": {run: func(t *testing.T) error {
			uploader(t, `(xhr) => { xhr.onprogress({ loaded: 2, total: 2 }); xhr.answer(200, "{}") }`)
			_, err := ajax.Post(t.Context(), "/x", "text", ajax.OnUpload(func(ajax.Progress) {}), ajax.OnProgress(panics))
			return err
		}},
		"a body's Read": {fails: true, run: func(t *testing.T) error {
			_, err := ajax.Post(t.Context(), "/x", panickyReader{})
			return err
		}},
		"a function in a form": {fails: true, run: func(t *testing.T) error {
			_, err := ajax.Post(t.Context(), "/x", values)
			return err
		}},
		"a function in a query": {fails: true, run: func(t *testing.T) error {
			_, err := ajax.Get(t.Context(), "/x", ajax.Query(values))
			return err
		}},
		"an option": {fails: true, run: func(t *testing.T) error {
			_, err := ajax.Get(t.Context(), "/x", func(*ajax.Request) { panic(errPanic) })
			return err
		}},
		"the request of a cache": {fails: true, run: func(t *testing.T) error {
			cache := ajax.NewCache(func(context.Context, string) (int, error) { panic(errPanic) }, ajax.CacheOptions{})
			_, err := cache.Get(t.Context(), "key")
			require.NoError(t, turn()) // the report comes after the answer
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			leakless(t)
			reports := reported(t)
			fetching(t, `async () => new Response("text")`)
			err := row.run(t)
			if row.fails {
				var panicked *deferred.PanicError
				require.ErrorAs(t, err, &panicked)
				assert.ErrorIs(t, err, errPanic)
			} else {
				require.NoError(t, err)
			}
			require.Len(t, *reports, 1)
			assert.ErrorIs(t, (*reports)[0], errPanic)
		})
	}
}

// A cache's request may return the panic of something else, which has been dealt with where that was called.
func TestACacheReportsNoErrorThatItsRequestReturns(t *testing.T) {
	reports := reported(t)
	cache := ajax.NewCache(func(context.Context, string) (int, error) {
		return 0, &deferred.PanicError{Value: errPanic}
	}, ajax.CacheOptions{})
	_, err := cache.Get(t.Context(), "key")
	assert.ErrorIs(t, err, errPanic)
	require.NoError(t, turn())
	assert.Empty(t, *reports)
}
