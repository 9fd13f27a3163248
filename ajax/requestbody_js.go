package ajax

import (
	"io"

	"github.com/hack-pad/safejs"

	"github.com/godeferred/godeferred/deferred"
	"github.com/godeferred/godeferred/internal/page"
	"github.com/godeferred/godeferred/internal/wrong"
)

// body returns the body as the page sends it, as often as is needed; nil for none. A panic of an io.Reader or of a
// function in Values is reported, and is the error.
func (r *Request) body() (body any, err error) {
	from := r.Body
	if u, is := from.(uploader); is {
		from = u.content()
	}
	err = page.Contained(func() error {
		body, err = bodyOf(from)
		return err
	})
	return body, err
}

func bodyOf(body any) (any, error) {
	switch body := body.(type) {
	case nil:
		return nil, nil
	case string:
		return body, nil
	case []byte:
		return page.Bytes(body)
	case Values:
		return Param(body, false), nil
	case EncodedBody:
		if body.text != nil {
			return body.text()
		}
		return "", nil
	case safejs.Value:
		return body, nil
	case io.Reader:
		all, err := io.ReadAll(body)
		if err != nil {
			return nil, err
		}
		return page.Bytes(all)
	}
	return nil, wrong.TypeError("body must be a string, a []byte, an io.Reader, Values, an EncodedBody or a value of the page's")
}

// An EncodedBody is the body of a request with its content type. JSONBody makes one.
type EncodedBody struct {
	contentType string
	text        func() (string, error)
}

func (b EncodedBody) mediaType() string { return b.contentType }

// JSONBody makes a body of JSON, of the content type application/json, from what deferred.Value takes: strings,
// numbers, booleans, slices, maps with strings as keys, and values of the page's.
//
// The page's JSON.stringify writes it when the request is made. So nil is null; in a map, a nil is left out. Numbers
// that JSON does not have (NaN) are null. The bytes of a []byte are not text: put a string there. The members of a Go map
// come in any order.
//
// Do returns a deferred.TypeError for what has no JSON: a struct, a function, a value that holds itself.
func JSONBody(v any) EncodedBody {
	// A function, so that programs that send no JSON are not linked with deferred.Value.
	return EncodedBody{contentType: "application/json", text: func() (string, error) { return stringify(v) }}
}

func stringify(v any) (string, error) {
	value, err := deferred.Value(v)
	if err != nil {
		return "", wrong.TypeError("body must have a form in JSON: " + err.Error())
	}
	if value.IsUndefined() {
		return "null", nil
	}
	json, err := page.Get(safejs.Global(), "JSON")
	if err != nil {
		return "", err
	}
	text, err := page.Call(json, "stringify", value)
	if err != nil {
		return "", wrong.TypeError("body must have a form in JSON: " + err.Error())
	}
	if page.TypeOf(text) != safejs.TypeString {
		return "", page.Wrong("body", "a value that has a form in JSON", value)
	}
	return text.String()
}
