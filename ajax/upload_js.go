package ajax

import (
	"context"
	"strings"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/internal/page"
)

// OnUpload calls fn in Do's goroutine as the request's Body is sent; where fn takes longer than the network, only with
// the latest progress. A panic in it is reported (deferred.OnReport), and the request continues. The option watches the
// Body that the request has by then; for Do, call it with the Request: OnUpload(fn)(req).
//
// Only XMLHttpRequest tells of uploads, so that the request is made with one, and to another origin is preceded by a
// preflight. fn is not called where fetch is needed: where there is no XMLHttpRequest (in Node), and with the
// Credentials "omit". Open cannot use it.
func OnUpload(fn func(Progress)) Option {
	return func(r *Request) {
		body := r.Body
		if w, is := body.(watchedBody); is { // the last option counts, as with the others
			body = w.body
		}
		if body != nil {
			r.Body = watchedBody{body, fn}
		}
	}
}

// An uploader is a body that can send its request itself. Only watchedBody is one. Do knows it by this interface, so
// the code below is left out of programs that do not watch uploads.
type uploader interface {
	content() any
	able(s *sending) bool
	upload(ctx context.Context, s *sending) (*Response, error)
}

// watchedBody is a body whose upload is reported.
type watchedBody struct {
	body any
	told func(Progress)
}

func (w watchedBody) content() any { return w.body }

func (w watchedBody) mediaType() string { return mediaTypeOf(w.body) }

// able tells whether XMLHttpRequest can send the request. It cannot leave cookies out. As in the page: needsXHR in
// web/src/ajax/send.js.
func (w watchedBody) able(s *sending) bool {
	if s.plan.Credentials == "omit" {
		return false
	}
	constructor, err := page.Get(safejs.Global(), "XMLHttpRequest")
	return err == nil && page.TypeOf(constructor) == safejs.TypeFunction
}

// upload makes one attempt by XMLHttpRequest.
func (w watchedBody) upload(ctx context.Context, s *sending) (*Response, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	ctx, end := s.bounded(ctx)
	defer end(nil)
	u := &upload{over: make(chan bool, 1), news: make(chan struct{}, 1)}
	defer u.release()
	if err := u.send(s); err != nil {
		return nil, failed(ctx, s.plan.URL, err)
	}
	arrived, err := u.wait(ctx, w.told, s.request.OnProgress)
	if err != nil {
		return nil, err
	}
	if !arrived {
		broken, err := page.New("TypeError", "the request failed") // browsers say no more
		if err != nil {
			return nil, err
		}
		return nil, failed(ctx, s.plan.URL, page.AsError(broken))
	}
	head, content, err := u.answer()
	if err != nil {
		return nil, failed(ctx, s.plan.URL, err)
	}
	return s.judged(head, content)
}

// upload is an XMLHttpRequest under way. What it tells is passed on to the goroutine of Do, where functions of the
// program's may wait.
type upload struct {
	xhr      safejs.Value
	owner    page.Owner
	handlers []handler
	over     chan bool     // whether there is an answer
	news     chan struct{} // there is progress that Do has not heard of
	sent     *Progress     // the latest, each; nil where Do has heard of it
	arrived  *Progress
}

type handler struct {
	target safejs.Value
	name   string
}

func (u *upload) send(s *sending) (err error) {
	if u.xhr, err = page.New("XMLHttpRequest"); err != nil {
		return err
	}
	if _, err := page.Call(u.xhr, "open", s.plan.Method, s.plan.URL, true); err != nil {
		return err
	}
	if err := u.xhr.Set("withCredentials", s.plan.Credentials == "include"); err != nil {
		return err
	}
	if err := u.xhr.Set("responseType", "arraybuffer"); err != nil {
		return err
	}
	for _, header := range s.headers {
		if _, err := page.Call(u.xhr, "setRequestHeader", header[0], header[1]); err != nil {
			return err
		}
	}
	if err := u.listen(s.request.OnProgress != nil); err != nil {
		return err
	}
	_, err = page.Call(u.xhr, "send", s.body)
	return err
}

func (u *upload) listen(downloads bool) error {
	up, err := page.Get(u.xhr, "upload")
	if err != nil {
		return err
	}
	over := func(arrived bool) func(safejs.Value) {
		return func(safejs.Value) {
			select {
			case u.over <- arrived:
			default: // one end is enough
			}
		}
	}
	progress := func(latest **Progress) func(safejs.Value) {
		return func(event safejs.Value) {
			*latest = &Progress{Loaded: bytesOf(event, "loaded"), Total: bytesOf(event, "total")}
			select {
			case u.news <- struct{}{}:
			default: // Do has not yet heard of the one before
			}
		}
	}
	type listener struct {
		target safejs.Value
		name   string
		fn     func(event safejs.Value)
	}
	all := []listener{
		{u.xhr, "onload", over(true)},
		{u.xhr, "onerror", over(false)},
		{u.xhr, "onabort", over(false)},
		{u.xhr, "ontimeout", over(false)},
		{up, "onprogress", progress(&u.sent)},
	}
	if downloads {
		all = append(all, listener{u.xhr, "onprogress", progress(&u.arrived)})
	}
	for _, l := range all {
		fn, err := u.owner.Func(func(_ safejs.Value, args []safejs.Value) (any, error) {
			if len(args) > 0 {
				l.fn(args[0])
			}
			return nil, nil
		})
		if err != nil {
			return err
		}
		if err := l.target.Set(l.name, fn); err != nil {
			return err
		}
		u.handlers = append(u.handlers, handler{l.target, l.name})
	}
	return nil
}

// bytesOf reads a number of bytes.
func bytesOf(event safejs.Value, name string) int64 {
	value, err := page.Get(event, name)
	if err != nil || page.TypeOf(value) != safejs.TypeNumber {
		return 0
	}
	n, _ := value.Float()
	return int64(n)
}

// wait waits for the end of the request, and passes progress on. The end of ctx aborts the request.
func (u *upload) wait(ctx context.Context, up, down func(Progress)) (arrived bool, err error) {
	for {
		select {
		case <-u.news:
			u.tell(up, down)
		case arrived = <-u.over:
			u.tell(up, down) // the last, where both have come
			return arrived, nil
		case <-ctx.Done():
			_, _ = page.Call(u.xhr, "abort")
			return false, context.Cause(ctx)
		}
	}
}

func (u *upload) tell(up, down func(Progress)) {
	sent, arrived := u.sent, u.arrived
	u.sent, u.arrived = nil, nil
	if sent != nil {
		tell(up, *sent)
	}
	if arrived != nil {
		tell(down, *arrived)
	}
}

// answer reads what has come.
func (u *upload) answer() (head Head, content safejs.Value, err error) {
	status, err := page.Get(u.xhr, "status")
	if err != nil {
		return head, content, err
	}
	if head.Status, err = status.Int(); err != nil {
		return head, content, err
	}
	if head.StatusText, err = page.String(u.xhr, "statusText"); err != nil {
		return head, content, err
	}
	if head.URL, err = page.String(u.xhr, "responseURL"); err != nil {
		return head, content, err
	}
	if head.Headers, err = u.headers(); err != nil {
		return head, content, err
	}
	response, err := page.Get(u.xhr, "response")
	if err != nil {
		return head, content, err
	}
	if !page.IsObject(response) { // null
		content, err = page.New("Uint8Array")
	} else {
		content, err = page.New("Uint8Array", response)
	}
	return head, content, err
}

func (u *upload) headers() (safejs.Value, error) {
	headers, err := page.New("Headers")
	if err != nil {
		return headers, err
	}
	lines, err := page.Call(u.xhr, "getAllResponseHeaders")
	if err != nil || page.TypeOf(lines) != safejs.TypeString {
		return headers, err
	}
	text, err := lines.String()
	if err != nil {
		return headers, err
	}
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\r\n")
		if name, value, is := strings.Cut(line, ":"); is && name != "" {
			if _, err := page.Call(headers, "append", name, value); err != nil {
				return headers, err
			}
		}
	}
	return headers, nil
}

// release takes the handlers away before they are released.
func (u *upload) release() {
	for _, h := range u.handlers {
		_ = h.target.Set(h.name, safejs.Null())
	}
	u.owner.Release()
}
