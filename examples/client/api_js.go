package main

import (
	"context"
	"errors"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax"
	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/examples/internal/view"
)

// api is the service: a method for each thing that can be asked of it. They block their goroutine, take a
// context, and return values of Go's; errors are those of package ajax, or a *shapeError.
type api struct {
	key  string // has the server count apart from others
	made atomic.Int64
}

func newAPI() *api {
	key := view.Query("key")
	if key == "" {
		key = strconv.FormatInt(time.Now().UnixMilli(), 36)
	}
	return &api{key: key}
}

type story struct{ Time, Title string }

type reaction struct{ Name, To string }

type row struct{ Number, Square int }

// news, reactions and rows are lists. Each asks once, and says so where the answer is of another shape.
func (a *api) news(ctx context.Context, fail bool) ([]story, error) {
	return ask(ctx, "/demo/news.json", a.settings(700, fail), list(func(f *fields) story {
		return story{f.text("time"), f.text("title")}
	}))
}

func (a *api) reactions(ctx context.Context) ([]reaction, error) {
	return ask(ctx, "/demo/reactions.json", a.settings(400, false), list(func(f *fields) reaction {
		return reaction{f.text("name"), f.text("to")}
	}))
}

func (a *api) rows(ctx context.Context, n int) ([]row, error) {
	query := append(a.settings(100*n, false), ajax.Field{"rows", n})
	return ask(ctx, "/demo/json", query, func(f *fields) []row {
		return list(func(f *fields) row { return row{f.number("number"), f.number("square")} })(f.in("rows"))
	})
}

// flaky is a call that fails so many times at first. It is made again up to three times, each time after
// twice as long a wait, and answers which attempt succeeded.
func (a *api) flaky(ctx context.Context, times int) (int, error) {
	query := ajax.Values{{"times", times}, {"key", a.freshKey()}}
	return ask(ctx, "/demo/flaky", query, func(f *fields) int { return f.number("attempt") },
		ajax.Retry(ajax.RetryPolicy{Limit: 3, Backoff: 200 * time.Millisecond}))
}

// download is a list that takes its time. Its promise tells of progress (ajax.Progress), and its Abort ends
// the request.
func (a *api) download(ctx context.Context, parts int) *deferred.Promise[int] {
	ctx, cancel := context.WithCancelCause(ctx)
	d := deferred.New[int]()
	d.OnAbort(func(reason error) { cancel(reason) })
	query := ajax.Values{{"parts", parts}, {"pause", 150}, {"key", a.key}}
	go func() {
		defer cancel(nil)
		d.Settle(ask(ctx, "/demo/slow", query, func(f *fields) int { return f.length() },
			ajax.OnProgress(func(p ajax.Progress) { d.Notify(p) })))
	}()
	return d.Promise()
}

// title is that of whatever is at url, if it comes within half a second. The slow one is told to take longer.
func (a *api) title(ctx context.Context, url string) (string, error) {
	ms := 0
	if url == "/demo/slow" {
		ms = 5000
	}
	return ask(ctx, url, a.settings(ms, false), func(f *fields) string { return f.text("title") },
		ajax.Timeout(500*time.Millisecond))
}

func (a *api) settings(ms int, fail bool) ajax.Values {
	values := ajax.Values{{"ms", ms}, {"key", a.key}}
	if fail {
		values = append(values, ajax.Field{"fail", 1})
	}
	return values
}

// freshKey is another one each time: the server counts the failures of each key.
func (a *api) freshKey() string { return a.key + "-" + strconv.FormatInt(a.made.Add(1), 10) }

// shown:begin
// ask makes a request and reads its answer, which is JSON, into a T.
func ask[T any](ctx context.Context, url string, query ajax.Values, read func(*fields) T, opts ...ajax.Option) (T, error) {
	answer, err := ajax.GetJSON(ctx, url, append(opts, ajax.Query(query))...)
	if err != nil {
		var none T
		return none, err
	}
	return decode(url, answer.Data, read)
}

// explain says to the visitor what went wrong.
func explain(err error) string {
	var status *ajax.StatusError
	var parse *ajax.ParseError
	var network *ajax.NetworkError
	var timeout *ajax.TimeoutError
	var shape *shapeError
	switch {
	case errors.As(err, &status):
		return "The server said no, with status " + strconv.Itoa(status.Response.Status) + "." + saidWhy(status.Response)
	case errors.As(err, &timeout):
		return "The server took longer than " + timeout.After.String() + "."
	case errors.As(err, &parse):
		return "The answer is called JSON, but is none: " + parse.Err.Error()
	case errors.As(err, &network):
		return "There was no answer, or it broke off."
	case errors.As(err, &shape):
		return "The answer is not what was expected: " + shape.Error()
	}
	return err.Error()
}

// shown:end

// saidWhy is the server's own explanation: failures have a body, too, and this server's have a field for it.
func saidWhy(answer *ajax.Response) string {
	why, err := decode(answer.URL, answer.Data, func(f *fields) string { return f.text("error") })
	if err != nil {
		return ""
	}
	return " It says: " + why
}

func decode[T any](url string, data safejs.Value, read func(*fields) T) (T, error) {
	f := &fields{value: data, path: url, problem: new(error)}
	v := read(f)
	return v, *f.problem
}
