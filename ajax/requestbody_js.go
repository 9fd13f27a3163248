package ajax

import (
	"io"

	"github.com/hack-pad/safejs"

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
