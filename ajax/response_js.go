package ajax

import (
	"context"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/page"
)

// A Response is an answer with its whole body.
type Response struct {
	Status     int
	StatusText string // as the server put it; empty over HTTP/2 and later
	URL        string // where it came from, after redirects

	// Headers is the page's Headers object.
	Headers safejs.Value
	// Body is the body as a JavaScript string. It is not copied into Go unless Text is called: most bodies are for the page.
	Body safejs.Value
	// Data is the parsed value where the content type says JSON, else the string; undefined where a
	// response has no body (204, 304) or its JSON is not valid.
	Data safejs.Value
	// JSON tells that Data was parsed.
	JSON bool

	method string
}

// Text returns the body as a Go string.
func (r *Response) Text() string {
	s, err := r.Body.String()
	if err != nil {
		return ""
	}
	return s
}

// Header returns a header's values, joined by commas; "" where it is missing or the page may not
// see it. The case of its name does not matter.
func (r *Response) Header(name string) string {
	value, err := r.Headers.Call("get", name)
	if err != nil || value.Type() != safejs.TypeString {
		return ""
	}
	s, err := value.String()
	if err != nil {
		return ""
	}
	return s
}

// TextStatus returns jQuery's word: "success", "nocontent", "notmodified" or "error".
func (r *Response) TextStatus() string { return rules.TextStatus(r.Status, r.method) }

// read copies the fields of the page's response, and waits for its body.
func (r *Request) read(ctx context.Context, from safejs.Value) (*Response, error) {
	resp := &Response{Data: safejs.Undefined()}
	status, err := from.Get("status")
	if err != nil {
		return nil, err
	}
	if resp.Status, err = status.Int(); err != nil {
		return nil, err
	}
	if resp.StatusText, err = page.String(from, "statusText"); err != nil {
		return nil, err
	}
	if resp.URL, err = page.String(from, "url"); err != nil {
		return nil, err
	}
	if resp.Headers, err = from.Get("headers"); err != nil {
		return nil, err
	}
	charset := rules.Charset(resp.Header("content-type"))
	if r.OnProgress != nil {
		if resp.Body, err = r.readInPieces(ctx, from, resp, charset); err != nil || resp.Body.Type() == safejs.TypeString {
			return resp, err
		}
	}
	form := "text"
	if charset != "" {
		form = "arrayBuffer"
	}
	body, err := from.Call(form)
	if err != nil {
		return nil, page.Caught(err)
	}
	values, err := await(ctx, body)
	if err != nil {
		return nil, err
	}
	resp.Body = values[0]
	if charset == "" {
		return resp, nil
	}
	decoder, err := decoderOf(charset)
	if err != nil {
		return nil, err
	}
	resp.Body, err = decoder.Call("decode", resp.Body)
	return resp, page.Caught(err)
}

// parse sets Data. jQuery, too, parses what came with a failure.
func (r *Response) parse(plan *rules.Plan) error {
	r.method = plan.Method
	verdict := rules.Judge(&rules.Arrival{
		Status: r.Status, Method: r.method, ContentType: r.Header("content-type"), Types: plan.Types, Converters: converters,
	})
	chain := verdict.Chain
	if r.Status == 204 || r.Status == 304 {
		return nil
	}
	if chain[len(chain)-1] != "json" {
		r.Data = r.Body
		return nil
	}
	json, err := safejs.Global().Get("JSON")
	if err != nil {
		return err
	}
	data, err := json.Call("parse", r.Body)
	if err != nil {
		return &ParseError{Response: r, Err: page.Caught(err)}
	}
	r.Data, r.JSON = data, true
	return nil
}

// converters are what a Go program gets: XML and HTML stay text.
var converters = rules.Converters{
	{Name: "text json"}, {Name: "text html", Same: true}, {Name: "text xml", Same: true},
}
