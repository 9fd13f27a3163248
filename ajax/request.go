package ajax

import (
	"strconv"
	"sync/atomic"
	"time"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wrong"
)

// A Request is what Do asks for. Only URL is needed.
type Request struct {
	Method string // GET where it is empty
	URL    string // relative, or of the schemes http, https, blob or data
	Query  Values // is added to the URL

	// Headers are pairs of name and value.
	Headers [][2]string

	// Body is one of the following. A GET and a HEAD have none.
	//
	//   - nil: no body
	//   - a string or a []byte
	//   - an io.Reader. It is read to its end before anything is sent: browsers send a body while it is read over HTTP/2
	//     only, some not at all, and none can send it again. Its error is what Do returns.
	//   - Values, which are sent as a form
	//   - an EncodedBody: see JSONBody
	//   - a value of the page's (a safejs.Value), such as a FormData or a Blob.
	//
	// OnUpload reports how far it has been sent.
	Body any
	// ContentType says what Body is. Values, an EncodedBody and the page's values know it themselves.
	ContentType string

	NoCache     bool          // a number in the URL keeps caches from answering
	Credentials string        // fetch's word; "same-origin" where it is empty
	Timeout     time.Duration // for each attempt, body and all; none where it is 0

	Retry *RetryPolicy // nil: a request that fails is not sent again

	// JSON asks for JSON, and has Response.Data parsed whatever the content type says.
	JSON bool

	// OnProgress, if set, is called as the body of the answer arrives, in the goroutine of Do, or of Stream.Read. A
	// panic in it is reported (deferred.OnReport), and the request continues.
	OnProgress func(Progress)
}

// Progress tells how many bytes of a body have arrived, or been sent. Total is 0 where it is not known.
type Progress struct{ Loaded, Total int64 }

// typed is a body that knows its content type.
type typed interface{ mediaType() string }

// A RetryPolicy says which failures are tried again. A zero field has the default in parentheses.
type RetryPolicy struct {
	Limit       int           // how many more requests after the first (2)
	Methods     []string      // those that may be sent twice (GET HEAD PUT DELETE OPTIONS TRACE)
	StatusCodes []int         // (408 413 429 500 502 503 504); no answer at all counts always
	Backoff     time.Duration // the first wait; each one after is twice as long (300 ms)
	MaxDelay    time.Duration // the longest wait; a longer Retry-After is not waited for (30 s)
}

func (r *RetryPolicy) policy() rules.Policy {
	if r == nil {
		return rules.Policy{}
	}
	p := rules.DefaultPolicy
	if r.Limit > 0 {
		p.Limit = r.Limit
	}
	if r.Methods != nil {
		p.Methods = make([]string, len(r.Methods))
		for i, method := range r.Methods {
			p.Methods[i] = rules.Upper(method)
		}
	}
	if r.StatusCodes != nil {
		p.Statuses = r.StatusCodes
	}
	if r.Backoff > 0 {
		p.Backoff = r.Backoff.Milliseconds()
	}
	if r.MaxDelay > 0 {
		p.MaxDelay = r.MaxDelay.Milliseconds()
	}
	return p
}

// What jQuery sends, too: for JSON, and to say which requests of a page's own origin are not navigations.
const acceptJSON = "application/json, text/javascript"

var requestedWith = [2]string{"X-Requested-With", "XMLHttpRequest"}

var nonce atomic.Int64

const formType = rules.FormType + "; charset=UTF-8"

// plan says what to send, without the body. origin is that of the URL, as the page has it.
func (r *Request) plan(origin, pageOrigin string) (*rules.Plan, [][2]string, error) {
	s := rules.Settings{
		URL: r.URL, ContentType: r.ContentType, AcceptsAny: "*/*",
		HasData: len(r.Query) > 0, Text: true, Data: Param(r.Query, false),
		Credentials: r.Credentials, Origin: origin, PageOrigin: pageOrigin,
	}
	method := rules.Upper(r.Method)
	if method == "" {
		method = "GET"
	}
	bodiless := method == "GET" || method == "HEAD"
	if r.JSON {
		s.DataType, s.Accepts = "json", acceptJSON
	}
	if s.Bust = r.NoCache && bodiless; s.Bust { // as in jQuery: no cache answers anything else
		nonce.CompareAndSwap(0, time.Now().UnixMilli())
		s.Nonce = strconv.FormatInt(nonce.Add(1), 10)
	}
	// The query goes into the URL whatever the method: asked as a GET, the rules put it there.
	s.Method = "GET"
	p, err := rules.Make(&s)
	if err != nil {
		return nil, nil, err
	}
	if p.Method = method; r.Body != nil && bodiless {
		return nil, nil, wrong.TypeError("body must be nil for a request with the method " + method)
	}
	headers, err := r.headers(p)
	return p, headers, err
}

// headers are those of the rules and then the request's own, which take their place.
func (r *Request) headers(p *rules.Plan) ([][2]string, error) {
	list := [][2]string{{"Accept", p.Accept}}
	if contentType := r.contentType(); contentType != "" {
		list = append(list, [2]string{"Content-Type", contentType})
	}
	if !p.Cross {
		list = append(list, requestedWith)
	}
	for _, own := range r.Headers {
		if err := rules.CheckHeader(own[0], own[1]); err != nil {
			return nil, err
		}
		kept := list[:0]
		for _, other := range list {
			if rules.Upper(other[0]) != rules.Upper(own[0]) {
				kept = append(kept, other)
			}
		}
		list = append(kept, own)
	}
	return list, nil
}

func (r *Request) contentType() string {
	if r.ContentType != "" {
		return r.ContentType
	}
	return mediaTypeOf(r.Body)
}

func mediaTypeOf(body any) string {
	switch body := body.(type) {
	case Values:
		return formType
	case typed:
		return body.mediaType()
	}
	return ""
}
